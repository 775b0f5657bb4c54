package house_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	testName    = regexp.MustCompile("`(Test[A-Z][A-Za-z0-9_]*|TestConformance)`")
	testFunc    = regexp.MustCompile(`(?m)^func (Test[A-Za-z0-9_]*)\(`)
	requirement = regexp.MustCompile(`(?m)^\| (V\d+\.\d+\.\d+) \| ([^|]*) \|`)
)

// levelTwo is how many requirements of level 1 and 2 the standard has, of which
// this page answers each once.
const levelTwo = 253

// TestSecurity_namesOnlyTestsThatExist keeps docs/security.md honest: what it
// says is tested is, and every requirement has one answer.
func TestSecurity_namesOnlyTestsThatExist(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "docs", "security.md"))
	if err != nil {
		t.Fatal(err)
	}
	there := testNames(t)
	for _, m := range testName.FindAllSubmatch(raw, -1) {
		if !there[string(m[1])] {
			t.Errorf("%s does not exist", m[1])
		}
	}
	seen := map[string]bool{}
	for _, m := range requirement.FindAllStringSubmatch(string(raw), -1) {
		if seen[m[1]] {
			t.Errorf("%s is answered twice", m[1])
		}
		seen[m[1]] = true
		if !slices.Contains([]string{"met", "partly", "not yet", "n/a"}, strings.TrimSpace(m[2])) {
			t.Errorf("%s is answered %q", m[1], m[2])
		}
	}
	if len(seen) != levelTwo {
		t.Errorf("%d requirements are answered, not %d", len(seen), levelTwo)
	}
}

// testNames are the names of all tests of the house.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, m := range testFunc.FindAllSubmatch(raw, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
