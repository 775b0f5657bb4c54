package house

import (
	"fmt"
	"slices"
	"strings"
)

// levels are the rooms from the ground up. A room may use every room below its
// level and none above. CONTRIBUTING.md and docs/design.md tell the same.
var levels = [][]string{
	{"vi", "store", "pdf"},
	{"refusal", "exact", "oldfont"},
	{"yamlfile"},
	{"journal", "access", "document", "rulebook", "fairness", "search", "job"},
	{"org", "bylaw", "bundle", "signature"},
	{"cluster"},
	{"account", "evidence"},
	{"intake"},
	{"season"},
	{"award"},
	{"movement", "target", "exemplar", "petition", "certificate"},
	{"scoring"},
	{"meeting", "voting"},
	{"dossier", "bonus"},
	{"council", "nominees"},
	{"todo"},
	{"notice"},
	{"yearbook"},
	{"paper", "report", "bulletin"},
	{"template"},
	{"seasonfile"},
	{"web", "api"},
	{"cli"}, // the command serve starts the site
	{"cmd"},
}

// beside lists the only uses between two rooms of one level: a conference
// knows its votes, a vote knows no conference; the journal names who acted in
// the words of the permissions.
var beside = map[string][]string{
	"journal": {"access"},
	"job":     {"access", "journal"},
	"meeting": {"voting"},
}

const (
	module   = "thidua"
	workshop = "internal" // testkit and house: of the tests, on no level
	edge     = "web"      // from this level up, code may speak HTTP
)

// roomOf is the room a package of ours stands in: its first folder.
func roomOf(importPath string) string {
	path := strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/")
	room, _, _ := strings.Cut(path, "/")
	return room
}

func ours(importPath string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

// levelOf is the room's level counted from 0, or -1 for a room not in the table.
func levelOf(room string) int {
	return slices.IndexFunc(levels, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

// objection says why the package from must not import to, or "" when it may.
// inTest tells that the import stands in a test file.
func objection(from, to string, inTest bool) string {
	a, b := roomOf(from), roomOf(to)
	switch {
	case a == workshop:
		return ""
	case to == "net/http" || strings.HasPrefix(to, "net/http/"):
		return httpObjection(a, to)
	case !ours(to) || a == b:
		return ""
	case b == workshop:
		return workshopObjection(from, to, inTest)
	}
	return arrowObjection(a, b)
}

func httpObjection(room, to string) string {
	if levelOf(room) >= levelOf(edge) {
		return ""
	}
	return fmt.Sprintf("%s imports %s: only %s and the rooms above it speak HTTP", room, to, edge)
}

func workshopObjection(from, to string, inTest bool) string {
	if inTest {
		return ""
	}
	return fmt.Sprintf("%s imports %s: only _test.go files may", from, to)
}

func arrowObjection(a, b string) string {
	low, high := levelOf(a), levelOf(b)
	switch {
	case low < 0 || high < 0:
		return "" // the unknown room is reported by itself
	case low == 0:
		return fmt.Sprintf("%s imports %s: the ground imports nothing of ours", a, b)
	case high > low:
		return fmt.Sprintf("%s imports %s: an arrow upwards", a, b)
	case high == low && !slices.Contains(beside[a], b):
		return fmt.Sprintf("%s imports %s: rooms of one level, and the table does not list it", a, b)
	}
	return ""
}
