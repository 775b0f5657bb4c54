package house

import (
	"slices"
	"strings"
	"testing"
)

func TestImports_pointDownwardsOnly(t *testing.T) {
	for _, p := range packages(t) {
		for _, to := range p.Imports {
			complain(t, objection(p.ImportPath, to, false))
		}
		for _, to := range slices.Concat(p.TestImports, p.XTestImports) {
			complain(t, objection(p.ImportPath, to, true))
		}
	}
}

func complain(t *testing.T, objection string) {
	t.Helper()
	if objection != "" {
		t.Error(objection)
	}
}

func TestRooms_areAllInTheTable(t *testing.T) {
	for _, p := range packages(t) {
		if room := roomOf(p.ImportPath); room != workshop && levelOf(room) < 0 {
			t.Errorf("room %q is unknown: add it to the table and docs/design.md", room)
		}
	}
}

func TestRooms_haveNamesOfTheBusiness(t *testing.T) {
	empty := []string{"utils", "util", "common", "helpers", "helper", "models", "services", "misc", "shared"}
	for _, p := range packages(t) {
		for _, word := range append(strings.Split(p.ImportPath, "/"), p.Name) {
			if slices.Contains(empty, word) {
				t.Errorf("%s: %q says nothing about the business", p.ImportPath, word)
			}
		}
	}
}

func TestChecker_knowsDownFromUp(t *testing.T) {
	cases := []struct {
		name     string
		from, to string
		inTest   bool
		objects  bool
	}{
		{"a year's room uses the ground", "thidua/scoring", "thidua/vi", false, false},
		{"a room uses the room right below", "thidua/cluster", "thidua/org", false, false},
		{"a room's subfolder is the same room", "thidua/web/scoring", "thidua/web/ui", false, false},
		{"the standard library is anybody's", "thidua/vi", "strings", false, false},
		{"the program uses the pages", "thidua/cmd/thidua", "thidua/web", false, false},
		{"pages speak HTTP", "thidua/web/scoring", "net/http", false, false},
		{"a conference knows its votes", "thidua/meeting", "thidua/voting", false, false},
		{"a test uses the workbench", "thidua/org", "thidua/internal/testkit", true, false},
		{"an arrow upwards", "thidua/org", "thidua/scoring", false, true},
		{"an arrow upwards in a test file", "thidua/org", "thidua/scoring", true, true},
		{"an arrow upwards into a subfolder", "thidua/season", "thidua/web/ui", false, true},
		{"the ground uses the ground", "thidua/store", "thidua/vi", false, true},
		{"the journal uses permissions", "thidua/journal", "thidua/access", false, false},
		{"permissions use the journal", "thidua/access", "thidua/journal", false, true},
		{"a vote knows its conference", "thidua/voting", "thidua/meeting", false, true},
		{"the year speaks HTTP", "thidua/scoring", "net/http", false, true},
		{"the year speaks HTTP in a test", "thidua/scoring", "net/http/httptest", true, true},
		{"the program ships the workbench", "thidua/cmd/thidua", "thidua/internal/testkit", false, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := objection(c.from, c.to, c.inTest)
			if (got != "") != c.objects {
				t.Errorf("%s → %s: objection %q, want one: %v", c.from, c.to, got, c.objects)
			}
		})
	}
}

func TestChecker_doesNotKnowARoomOutsideTheTable(t *testing.T) {
	if levelOf(roomOf("thidua/made-up/room")) >= 0 {
		t.Error("a made-up room has a level")
	}
}
