package scoring

import (
	"strings"

	"thidua/exact"
	"thidua/season"
)

// counted prints "83/85", or the count alone where no whole is given.
func counted(f season.Figure) string {
	words := f.Count.Figure(exact.HalfUp, 2)
	if f.Of.Known() {
		words += "/" + f.Of.Figure(exact.HalfUp, 2)
	}
	return words
}

// printed is the percentage as the report prints it.
func printed(f season.Figure) string {
	if f.Printed == "" {
		return "–"
	}
	return strings.TrimSpace(strings.TrimSuffix(f.Printed, "%")) + " %"
}

// computed is the percentage itself, with how the report shortened it when it
// cut digits instead of rounding.
func computed(f season.Figure) string {
	if !f.Percent().Known() {
		return "–"
	}
	words := f.Percent().Figure(exact.HalfUp, 3) + " %"
	if f.PrintedBy() == exact.Cut {
		words += " (báo cáo bỏ phần sau)"
	}
	return words
}
