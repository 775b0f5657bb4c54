package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

// Shared reads a file of the official lists and old samples, which are not ours
// to publish and lie in a folder "shared" beside the checkout. Where that folder
// is, a missing file fails the test; a newcomer's checkout without it skips the
// test, and ./test says so.
func Shared(t testing.TB, path ...string) []byte {
	t.Helper()
	root := filepath.Join(checkout(t), "..", "shared", "data")
	if _, err := os.Stat(root); os.IsNotExist(err) && os.Getenv("CI") == "" {
		t.Skip("the official lists do not lie beside this checkout (../shared/data)")
	}
	content, err := os.ReadFile(filepath.Join(append([]string{root}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// checkout is the folder that holds go.mod.
func checkout(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = parent
	}
}
