package house_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/exemplar"
	"thidua/meeting"
	"thidua/season"
	"thidua/voting"
)

// TestTables_inTheDocsAreThoseOfTheCode holds docs/tables.md to the code. Run
// with THIDUA_WRITE_TABLES=1 (make generate) to write it anew.
func TestTables_inTheDocsAreThoseOfTheCode(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "tables.md")
	want := tables()
	if os.Getenv("THIDUA_WRITE_TABLES") != "" {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Fatal("docs/tables.md is not what the code says: run make generate")
	}
}

func tables() string {
	var b strings.Builder
	b.WriteString("# Tables of the code\n\nWritten from the code by `make generate`; a test compares them.\n")
	matrix(&b)
	seasonMachine(&b)
	exemplarMachine(&b)
	pollMachine(&b)
	nominationMachine(&b)
	dossierWay(&b)
	conferenceMachine(&b)
	return b.String()
}

func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func head(b *strings.Builder, title string, cells ...string) {
	fmt.Fprintf(b, "\n## %s\n\n", title)
	row(b, cells...)
	rule := make([]string, len(cells))
	for i := range rule {
		rule[i] = "---"
	}
	row(b, rule...)
}

func labels(roles []access.Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, r.Label())
	}
	return strings.Join(names, ", ")
}

func matrix(b *strings.Builder) {
	head(b, "Who may do what (`access.Matrix`)", "act", "who", "rule")
	for _, r := range access.Matrix {
		row(b, "`"+string(r.Act)+"`", labels(r.Roles), r.Says)
	}
	grid(b)
	head(b, "Separation of duties (`access.Separations`)", "rule", "in words")
	for _, s := range access.Separations {
		row(b, "`"+s.Name()+"`", s.Says())
	}
}

// grid prints role × act × state: in which phases of the year, by their
// numbers, a person at a desk may do the act in the role.
func grid(b *strings.Builder) {
	b.WriteString("\n## Role × act × state (`season.Permit`)\n\nThe numbers are the phases of the year:")
	for i, p := range season.Phases {
		fmt.Fprintf(b, " %d %s%s", i+1, p.Label(), map[bool]string{true: ".\n", false: ","}[i == len(season.Phases)-1])
	}
	b.WriteString("\n")
	cells := []string{"act"}
	for _, r := range access.Roles {
		cells = append(cells, r.Label())
	}
	row(b, cells...)
	row(b, slices.Repeat([]string{"---"}, len(cells))...)
	for _, r := range access.Matrix {
		cells := []string{"`" + string(r.Act) + "`"}
		for _, role := range access.Roles {
			cells = append(cells, phasesOf(role, r))
		}
		row(b, cells...)
	}
}

// phasesOf is one cell: "2–5", "7, 9–12", "" for nobody.
func phasesOf(role access.Role, r access.Rule) string {
	if !slices.Contains(r.Roles, role) {
		return ""
	}
	var parts []string
	for i := 0; i < len(season.Phases); i++ {
		if !season.MayWhen(r.Act, season.Phases[i]) {
			continue
		}
		from := i
		for i+1 < len(season.Phases) && season.MayWhen(r.Act, season.Phases[i+1]) {
			i++
		}
		if parts = append(parts, fmt.Sprint(from+1)); i > from {
			parts[len(parts)-1] += fmt.Sprintf("–%d", i+1)
		}
	}
	return strings.Join(parts, ", ")
}

func seasonMachine(b *strings.Builder) {
	head(b, "The year's phases (`season.Transitions`)", "from", "act", "to", "who", "guard")
	for _, t := range season.Transitions {
		row(b, t.From.Label(), "`"+t.Act+"`", t.To.Label(), labels(t.Who), string(t.Guard))
	}
}

func exemplarMachine(b *strings.Builder) {
	head(b, "Exemplars (`exemplar.Transitions`)", "from", "act", "to", "who", "guard")
	for _, t := range exemplar.Transitions {
		from := "–"
		if t.From != "" {
			from = t.From.Label()
		}
		row(b, from, t.Act.Label(), t.To.Label(), labels(t.Who), string(t.Guard))
	}
}

func pollMachine(b *strings.Builder) {
	head(b, "Votes (`voting.Transitions`)", "from", "step", "to", "act", "guard")
	for _, t := range voting.Transitions {
		from := "–"
		if t.From != "" {
			from = t.From.Label()
		}
		row(b, from, "`"+string(t.Step)+"`", t.To.Label(), "`"+string(t.Act)+"`", t.Guard)
	}
}

func nominationMachine(b *strings.Builder) {
	head(b, "Nominations (`dossier.Status`)", "from", "to", "act")
	for _, from := range dossier.Statuses {
		for _, to := range dossier.Statuses {
			if from.MayBecome(to) {
				row(b, from.Label(), to.Label(), "`"+string(to.ActFor())+"`")
			}
		}
	}
}

func dossierWay(b *strings.Builder) {
	head(b, "A dossier's way up the levels (`dossier.Way`)", "from", "step", "to", "who", "working days, and where they are set", "guard")
	for _, s := range dossier.Way {
		rule, _ := access.Of(s.Act)
		row(b, s.From.Label(), s.Name.Label(), s.To.Label(), labels(rule.Roles), dossier.LimitWords(s.Limit), string(s.Guard))
	}
}

func conferenceMachine(b *strings.Builder) {
	head(b, "Conferences and their minutes (`meeting.Transitions`)", "from", "step", "to", "who", "guard")
	for _, t := range meeting.Transitions {
		rule, _ := access.Of(t.Act)
		row(b, t.From.Label(), t.Step.Label(), t.To.Label(), labels(rule.Roles), t.Guard)
	}
}
