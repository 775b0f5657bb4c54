package bigyear_test

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/yearbook"
)

func TestScores_ofTheWholeYear(t *testing.T) {
	y := year(t, testkit.SQLite(t))
	t.Run("are those of the plain rules", func(t *testing.T) { compareTotals(t, plain(t), y) })
	t.Run("of other members move when one figure is put right", func(t *testing.T) { correctOne(t, plain(t), y) })
}

func compareTotals(t *testing.T, f plainFile, y yearbook.Year) {
	r := scoring.Compute(y.Rules, y.Members, y.Sheets)
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
		points, maximum, cases := f.totals(f.upTo(string(stage)))
		for i, m := range y.Members {
			unit := fmt.Sprintf("mau-%d", i+1)
			s, _ := r.Score(m.Unit, stage)
			same(t, string(stage)+" points of "+unit, s.Points, points[unit])
			same(t, string(stage)+" maximum of "+unit, s.Max, maximum[unit])
		}
		for _, how := range []string{"below", "leader", "above", "no target", "unassigned", "met", "not met", "direct"} {
			if cases[how] == 0 {
				t.Errorf("at %s nobody is %q: the year does not try that rule", stage, how)
			}
		}
	}
	points, _, _ := f.totals(f.upTo("appraised"))
	for _, s := range y.Standings {
		if s.Stage == season.Final {
			n, _ := strconv.Atoi(y.Short(s.Unit)[len("Mẫu "):])
			same(t, "the final standing of "+y.Short(s.Unit), s.Points, points[fmt.Sprintf("mau-%d", n)])
		}
	}
}

func same(t *testing.T, what string, got exact.Number, want float64) {
	t.Helper()
	value, err := strconv.ParseFloat(got.Round(exact.HalfUp, 2).String(), 64)
	if err != nil || math.Abs(value-want) > 0.001 {
		t.Errorf("%s: %s, by the plain rules %.4f", what, got, want)
	}
}

// correctOne puts a leader's figure right, which moves those who are above their
// target, and no other leaf.
func correctOne(t *testing.T, f plainFile, y yearbook.Year) {
	leaf, lead := contested(t, f)
	before, _, _ := f.totals(f.upTo("appraised"))
	for _, s := range f.Scores { // the plain copy: the leader only just met its target
		if m, ok := s.Marks[leaf.Code]; ok && s.Unit == lead {
			m.Actual = m.Target
			s.Marks[leaf.Code] = m
		}
	}
	after, _, _ := f.totals(f.upTo("appraised"))
	old := scoring.Compute(y.Rules, y.Members, y.Sheets)
	correct(y, lead, leaf.Code)
	now := scoring.Compute(y.Rules, y.Members, y.Sheets)
	moved := 0
	for i, m := range y.Members {
		unit := fmt.Sprintf("mau-%d", i+1)
		was, _ := old.Score(m.Unit, season.Final)
		is, _ := now.Score(m.Unit, season.Final)
		same(t, "before, "+unit, was.Points, before[unit])
		same(t, "after, "+unit, is.Points, after[unit])
		if unit != lead && was.Points.Cmp(is.Points) != 0 {
			moved++
		}
		for j, n := range is.Nodes {
			if n.Leaf && n.Code != leaf.Code && n.Points.Cmp(was.Nodes[j].Points) != 0 {
				t.Errorf("%s moved on %s too", unit, n.Code)
			}
		}
	}
	if moved == 0 {
		t.Errorf("%s lost the lead on %s and nobody else moved", lead, leaf.Code)
	}
}

// contested finds a quantitative leaf on which others are above their target
// beside the leader.
func contested(t *testing.T, f plainFile) (plainNode, string) {
	t.Helper()
	units := f.upTo("appraised")
	for _, leaf := range f.leaves() {
		above, lead := 0, ""
		for unit, marks := range units {
			if m := marks[leaf.Code]; leaf.Kind == "quantitative" && m.Target != nil && excess(leaf, m) > 0 {
				above++
				if excess(leaf, m) == leader(leaf, units) {
					lead = unit
				}
			}
		}
		if above > 2 {
			return leaf, lead
		}
	}
	t.Fatal("no leaf with three units above their target")
	return plainNode{}, ""
}

func correct(y yearbook.Year, unit, code string) {
	n, _ := strconv.Atoi(unit[len("mau-"):])
	for i := range y.Sheets {
		for j := range y.Sheets[i].Marks {
			if m := &y.Sheets[i].Marks[j]; y.Sheets[i].Unit == y.Members[n-1].Unit && m.Criterion == code {
				m.Actual = m.Target
			}
		}
	}
}
