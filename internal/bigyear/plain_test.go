package bigyear_test

import (
	"math"
	"testing"

	"github.com/goccy/go-yaml"

	"thidua/internal/bigyear"
)

// plainFile is the part of the file that scores come from, read and computed
// here a second time in the plainest way, from the rules in words and in
// floating point, so that a mistake of the program is not made twice.
type plainFile struct {
	Rules struct {
		Scale    float64
		Criteria []plainNode
	}
	Scores []plainSheet
}

type plainNode struct {
	Code     string
	Max      float64
	Kind     string
	Points   float64
	Less     bool `yaml:"less_is_better"`
	Children []plainNode
}

type plainSheet struct {
	Unit, Stage, By string
	Marks           map[string]plainMark
}

type plainMark struct {
	Unassigned     bool
	Target, Actual *float64
	Count          float64
	Met            bool
}

func plain(t testing.TB) (f plainFile) {
	t.Helper()
	if err := yaml.Unmarshal(bigyear.File(), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// walk visits every node with its depth, 1 for a top group.
func walk(nodes []plainNode, depth int, visit func(plainNode, int)) {
	for _, n := range nodes {
		visit(n, depth)
		walk(n.Children, depth+1, visit)
	}
}

func (f plainFile) leaves() (leaves []plainNode) {
	walk(f.Rules.Criteria, 1, func(n plainNode, _ int) {
		if len(n.Children) == 0 {
			leaves = append(leaves, n)
		}
	})
	return leaves
}

// upTo are each unit's marks after the stage: later sheets put right what
// earlier ones say.
func (f plainFile) upTo(stage string) map[string]map[string]plainMark {
	units := map[string]map[string]plainMark{}
	for _, s := range []string{"self", "cross", "appraised"} {
		for _, sheet := range f.Scores {
			if sheet.Stage != s {
				continue
			}
			if units[sheet.Unit] == nil {
				units[sheet.Unit] = map[string]plainMark{}
			}
			for code, m := range sheet.Marks {
				units[sheet.Unit][code] = m
			}
		}
		if s == stage {
			break
		}
	}
	return units
}

// totals are each unit's points and maximum, and how often each case of the
// rules came up.
func (f plainFile) totals(units map[string]map[string]plainMark) (points, maximum map[string]float64, cases map[string]int) {
	points, maximum, cases = map[string]float64{}, map[string]float64{}, map[string]int{}
	for _, leaf := range f.leaves() {
		for unit, marks := range units {
			p, how := worth(leaf, marks[leaf.Code], units)
			cases[how]++
			points[unit] += math.Floor(p*100+0.5+1e-7) / 100
			if how != "unassigned" {
				maximum[unit] += leaf.Max
			}
		}
	}
	return points, maximum, cases
}

func worth(leaf plainNode, m plainMark, units map[string]map[string]plainMark) (float64, string) {
	switch {
	case m.Unassigned:
		return 0, "unassigned"
	case leaf.Kind == "qualitative" && m.Met:
		return leaf.Max, "met"
	case leaf.Kind == "qualitative":
		return 0, "not met"
	case leaf.Kind == "direct":
		return min(m.Count*leaf.Points, leaf.Max), "direct"
	case m.Target == nil && leaf.Less: // the rule is written for "more"; turned round as with a target
		return leaf.Max * best(leaf, units) / *m.Actual, "no target"
	case m.Target == nil:
		return leaf.Max * *m.Actual / best(leaf, units), "no target"
	}
	e, lead := excess(leaf, m), leader(leaf, units)
	switch {
	case e < 0 && leaf.Less:
		return leaf.Max / 2 * *m.Target / *m.Actual, "below"
	case e < 0:
		return leaf.Max / 2 * *m.Actual / *m.Target, "below"
	case e == 0:
		return leaf.Max / 2, "on target"
	case e >= lead:
		return leaf.Max, "leader"
	}
	return leaf.Max/2 + leaf.Max/2*e/lead, "above"
}

// excess is (A − T)/T, turned round where less is better.
func excess(leaf plainNode, m plainMark) float64 {
	if leaf.Less {
		return (*m.Target - *m.Actual) / *m.Target
	}
	return (*m.Actual - *m.Target) / *m.Target
}

func leader(leaf plainNode, units map[string]map[string]plainMark) (lead float64) {
	for _, marks := range units {
		if m := marks[leaf.Code]; !m.Unassigned && m.Target != nil {
			lead = max(lead, excess(leaf, m))
		}
	}
	return lead
}

func best(leaf plainNode, units map[string]map[string]plainMark) (found float64) {
	for _, marks := range units {
		if m := marks[leaf.Code]; !m.Unassigned && m.Target == nil {
			if found == 0 || leaf.Less == (*m.Actual < found) {
				found = *m.Actual
			}
		}
	}
	return found
}
