package house_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
)

// TestPermit_everyCellIsAsTheDocsPrintIt walks role × act × state: the docs say
// who may do what and when, and the code does what they say, no more and no
// less. Most cells refuse.
func TestPermit_everyCellIsAsTheDocsPrintIt(t *testing.T) {
	printed := printedGrid(t)
	allowed, refused := 0, 0
	for _, rule := range access.Matrix {
		for _, role := range access.Roles {
			cell, there := printed[string(rule.Act)+" "+string(role)]
			if !there {
				t.Fatalf("the docs have no cell for %s by %s", rule.Act, role)
			}
			for i, phase := range season.Phases {
				may := within(cell, i+1)
				err := permitted(role, rule.Act, phase)
				if (err == nil) != may {
					t.Errorf("%s by %s in %s: %v, the docs say %q", rule.Act, role, phase, err, cell)
				}
				if err == nil {
					allowed++
				} else if e := refusal.Of(err); e == nil || e.Sentence == "" || e.Rule == "" {
					t.Errorf("%s by %s in %s is refused without a sentence or a rule: %v", rule.Act, role, phase, err)
				} else {
					refused++
				}
			}
		}
	}
	if refused <= allowed {
		t.Errorf("%d cells refuse, %d permit", refused, allowed)
	}
}

// permitted asks for the act on whichever unit the role could do it for: its
// own, or another's.
func permitted(role access.Role, act access.Act, phase season.Phase) error {
	by := access.Actor{Name: "x", Role: role, Person: "p", Unit: "own", Cluster: "c"}
	year := season.Season{Cluster: "c", Phase: phase}
	err := season.Permit(by, act, "own", year)
	if err != nil {
		if other := season.Permit(by, act, "other", year); other == nil || refusal.Is(other, refusal.Closed) {
			return other
		}
	}
	return err
}

// TestPermit_reachesNoOtherCluster tries every act that is permitted somewhere
// on the year of a cluster the capacity was not given for.
func TestPermit_reachesNoOtherCluster(t *testing.T) {
	for _, rule := range access.Matrix {
		for _, role := range access.Roles {
			for _, phase := range season.Phases {
				for _, unit := range []string{"own", "other", ""} {
					by := access.Actor{Name: "x", Role: role, Person: "p", Unit: "own", Cluster: "c"}
					if season.Permit(by, rule.Act, unit, season.Season{Cluster: "d", Phase: phase}) == nil {
						t.Errorf("%s by %s reaches another cluster", rule.Act, role)
					}
				}
			}
		}
	}
}

// TestPermit_doesNothingThatIsNotInTheMatrix tries roles and acts that do not
// exist.
func TestPermit_doesNothingThatIsNotInTheMatrix(t *testing.T) {
	for _, role := range append([]access.Role{"", "root", "Admin"}, access.Roles...) {
		by := access.Actor{Role: role, Person: "p", Unit: "own", Cluster: "c"}
		for _, act := range []access.Act{"", "delete", "SELF_SCORE"} {
			if season.Permit(by, act, "own", season.Season{Cluster: "c", Phase: season.Work}) == nil {
				t.Errorf("%q does %q", role, act)
			}
		}
	}
	for _, rule := range access.Matrix {
		for _, role := range []access.Role{"", "root", "Admin"} {
			if access.Check(access.Actor{Role: role, Person: "p", Unit: "own"}, rule.Act, "own") == nil {
				t.Errorf("%q does %s", role, rule.Act)
			}
		}
	}
}

// printedGrid reads the table out of the docs: "act role" → cell.
func printedGrid(t *testing.T) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "docs", "tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(raw), "## Role × act × state")
	if !found {
		t.Fatal("the docs have no such table")
	}
	cells := map[string]string{}
	for _, line := range strings.Split(after, "\n") {
		parts := strings.Split(strings.Trim(line, "|"), "|")
		if !strings.HasPrefix(line, "| `") {
			if len(cells) > 0 {
				break
			}
			continue
		}
		act := strings.Trim(parts[0], " `")
		for i, role := range access.Roles {
			cells[act+" "+string(role)] = strings.TrimSpace(parts[i+1])
		}
	}
	return cells
}

// within reports whether the number is in the cell's list of numbers and spans.
func within(cell string, n int) bool {
	for _, part := range strings.Split(cell, ", ") {
		var from, to int
		if count, _ := fmt.Sscanf(part, "%d–%d", &from, &to); count == 2 && from <= n && n <= to || count == 1 && from == n {
			return true
		}
	}
	return false
}
