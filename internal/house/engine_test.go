package house

import (
	"encoding/json"
	"testing"
)

// The embedded engine is C turned into Go and fits exactly one version of its
// run-time library; a newer one loads, and then fails in ways no test foresees.
func TestEngine_isBuiltWithTheLibraryItAsksFor(t *testing.T) {
	const engine, library = "modernc.org/sqlite", "modernc.org/libc"
	want := requirement(t, moduleInUse(t, engine).GoMod, library)
	if got := moduleInUse(t, library).Version; got != want {
		t.Errorf("go.mod brings %s %s, but %s asks for %s", library, got, engine, want)
	}
}

type moduleVersion struct {
	Version, GoMod string
	Replace        *moduleVersion
}

// moduleInUse is the version that a build takes, replacements considered.
func moduleInUse(t *testing.T, path string) moduleVersion {
	t.Helper()
	goCommand(t, "mod", "download", path)
	var m moduleVersion
	if err := json.Unmarshal(goCommand(t, "list", "-m", "-json", path), &m); err != nil {
		t.Fatal(err)
	}
	if m.Replace != nil {
		return *m.Replace
	}
	return m
}

// requirement is the version of path that the file goMod asks for.
func requirement(t *testing.T, goMod, path string) string {
	t.Helper()
	var file struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal(goCommand(t, "mod", "edit", "-json", goMod), &file); err != nil {
		t.Fatal(err)
	}
	for _, r := range file.Require {
		if r.Path == path {
			return r.Version
		}
	}
	t.Fatalf("%s does not ask for %s", goMod, path)
	return ""
}
