# Turns the output of "go test -bench" of all packages into one table.
# What is neither a result nor a package's usual line is passed on to stderr,
# so a benchmark that fails is seen.

BEGIN { row("package", "benchmark", "time/op", "bytes/op", "allocs/op", "other figures") }

/^pkg: /         { package = $2; sub(/^thidua\//, "", package); next }
/^Benchmark.*op/ { result(); next }
/^(goos|goarch|cpu): |^PASS$|^ok |no test files|^\? / { next }
                 { print > "/dev/stderr" }

function result(    i, time, bytes, allocs, other, name) {
	name = $1
	sub(/^Benchmark/, "", name)
	sub(/-[0-9]+$/, "", name)
	time = bytes = allocs = "-"
	for (i = 3; i < NF; i += 2) {
		if ($(i + 1) == "ns/op") time = duration($i)
		else if ($(i + 1) == "B/op") bytes = $i
		else if ($(i + 1) == "allocs/op") allocs = $i
		else other = other (other == "" ? "" : ", ") $i " " $(i + 1)
	}
	row(package, name, time, bytes, allocs, other)
}

function duration(ns) {
	if (ns >= 1e9) return sprintf("%.2f s", ns / 1e9)
	if (ns >= 1e6) return sprintf("%.2f ms", ns / 1e6)
	if (ns >= 1e3) return sprintf("%.2f us", ns / 1e3)
	return sprintf("%.1f ns", ns)
}

function row(package, name, time, bytes, allocs, other) {
	printf "%-18s %-44s %12s %12s %10s  %s\n", package, name, time, bytes, allocs, other
}
