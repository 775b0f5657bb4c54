package scoring_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"thidua/cluster"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// hundredths draws a figure with two decimals.
func hundredths(t *rapid.T, name string, low, high int64) exact.Number {
	return exact.Ratio(rapid.Int64Range(low, high).Draw(t, name), 100)
}

var roundings = []season.Rounding{{}, {Mode: exact.HalfUp, Decimals: 2}, {Mode: exact.Cut, Decimals: 1}, {Mode: exact.HalfUp, At: season.RoundTotal}}

// measuredLeaf draws a leaf that compares results with targets or each other.
func measuredLeaf(t *rapid.T) season.Rules {
	c := leaf("1", "10", rapid.SampledFrom([]season.LeafKind{season.Linear, season.Quantitative}).Draw(t, "kind"))
	c.Less = rapid.Bool().Draw(t, "less is better")
	return season.Rules{Rounding: rapid.SampledFrom(roundings).Draw(t, "rounding"), Criteria: []season.Criterion{c}}
}

// results draws each member's target (perhaps none) and result.
func results(t *rapid.T, c season.Criterion, roster []cluster.Member) []scoring.Mark {
	marks := make([]scoring.Mark, len(roster))
	for i := range roster {
		marks[i] = scoring.Mark{Criterion: c.Code, Target: hundredths(t, "target", 0, 500), Actual: hundredths(t, "actual", -100, 1000)}
		if c.Kind == season.Quantitative && rapid.Bool().Draw(t, "no target") {
			marks[i].Target = exact.Number{}
		}
	}
	return marks
}

func computed(rules season.Rules, roster []cluster.Member, marks []scoring.Mark) scoring.Result {
	sheets := make([]scoring.Sheet, len(roster))
	for i, m := range roster {
		sheets[i] = selfSheet(m.Unit, marks[i])
	}
	return scoring.Compute(rules, roster, sheets)
}

func selfPoints(t *rapid.T, r scoring.Result, unit string) exact.Number {
	s, ok := r.Score(unit, season.Self)
	if !ok {
		t.Fatalf("%s has no score", unit)
	}
	return s.Points
}

func TestPoints_lieBetweenZeroAndTheMaximum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, roster := measuredLeaf(t), members(rapid.IntRange(1, 6).Draw(t, "members"))
		r := computed(rules, roster, results(t, rules.Criteria[0], roster))
		for _, s := range r.Scores {
			if s.Points.Sign() < 0 || s.Points.Cmp(exact.Int(10)) > 0 {
				t.Fatalf("%s has %v of 10", s.Unit, s.Points)
			}
		}
	})
}

func TestPoints_neverFallWithABetterResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, roster := measuredLeaf(t), members(rapid.IntRange(1, 5).Draw(t, "members"))
		marks := results(t, rules.Criteria[0], roster)
		before := selfPoints(t, computed(rules, roster, marks), "u1")
		better := hundredths(t, "better by", 0, 500)
		if rules.Criteria[0].Less {
			better = exact.Int(0).Sub(better)
		}
		marks[0].Actual = marks[0].Actual.Add(better)
		if after := selfPoints(t, computed(rules, roster, marks), "u1"); after.Cmp(before) < 0 {
			t.Fatalf("from %v to %v points", before, after)
		}
	})
}

func TestDirect_neverFallsWithMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := leaf("1", "10", season.Direct)
		c.Points = hundredths(t, "points each", 1, 500)
		count, more := hundredths(t, "count", 0, 3000), hundredths(t, "more", 0, 1000)
		less := selfPoints(t, computed(oneLeaf(c), members(1), []scoring.Mark{{Criterion: "1", Count: count}}), "u1")
		if grown := selfPoints(t, computed(oneLeaf(c), members(1), []scoring.Mark{{Criterion: "1", Count: count.Add(more)}}), "u1"); grown.Cmp(less) < 0 || grown.Cmp(c.Max) > 0 {
			t.Fatalf("from %v to %v", less, grown)
		}
	})
}

func TestPoints_doNotDependOnTheOrderOfUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, roster := measuredLeaf(t), members(rapid.IntRange(2, 6).Draw(t, "members"))
		marks := results(t, rules.Criteria[0], roster)
		r := computed(rules, roster, marks)
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}[:len(roster)]).Draw(t, "order")
		mixed, moved := make([]cluster.Member, len(roster)), make([]scoring.Mark, len(roster))
		for to, from := range order {
			mixed[to], moved[to] = roster[from], marks[from]
		}
		again := computed(rules, mixed, moved)
		for _, m := range roster {
			if a, b := selfPoints(t, r, m.Unit), selfPoints(t, again, m.Unit); a.Cmp(b) != 0 {
				t.Fatalf("%s: %v, reordered %v", m.Unit, a, b)
			}
		}
	})
}

func TestPoints_doNotDependOnTheUnitOfMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, roster := measuredLeaf(t), members(rapid.IntRange(1, 6).Draw(t, "members"))
		marks := results(t, rules.Criteria[0], roster)
		r := computed(rules, roster, marks)
		factor := exact.Ratio(rapid.Int64Range(1, 1000).Draw(t, "factor"), rapid.Int64Range(1, 1000).Draw(t, "divisor"))
		for i := range marks {
			marks[i].Target, marks[i].Actual = marks[i].Target.Mul(factor), marks[i].Actual.Mul(factor)
		}
		again := computed(rules, roster, marks)
		for _, m := range roster {
			if a, b := selfPoints(t, r, m.Unit), selfPoints(t, again, m.Unit); a.Cmp(b) != 0 {
				t.Fatalf("%s: %v, times %v: %v", m.Unit, a, factor, b)
			}
		}
	})
}

func TestCompute_isTheSameEveryTimeAndInAnyOrderOfSheets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, roster := measuredLeaf(t), members(4)
		var sheets []scoring.Sheet
		for i, m := range roster {
			sheets = append(sheets, selfSheet(m.Unit, results(t, rules.Criteria[0], roster[:1])...))
			for j := range roster {
				if i != j && rapid.Bool().Draw(t, "cross") {
					sheets = append(sheets, crossSheet(m.Unit, roster[j].Unit, results(t, rules.Criteria[0], roster[:1])...))
				}
			}
		}
		first := scoring.Compute(rules, roster, sheets)
		mixed := rapid.Permutation(sheets).Draw(t, "order")
		if again := scoring.Compute(rules, roster, mixed); !reflect.DeepEqual(first, again) {
			t.Fatalf("%+v\nthen %+v", first.Scores, again.Scores)
		}
	})
}

// randomTree draws up to three levels of groups over leaves of whole points.
func randomTree(t *rapid.T, code string, depth int) season.Criterion {
	if depth == 3 || rapid.Bool().Draw(t, "leaf "+code) {
		c := leaf(code, fmt.Sprint(rapid.IntRange(1, 20).Draw(t, "max")), season.Linear)
		return c
	}
	c := season.Criterion{Code: code, Name: "Nhóm " + code, Max: exact.Int(0)}
	for i := range rapid.IntRange(1, 3).Draw(t, "children") {
		child := randomTree(t, fmt.Sprintf("%s.%d", code, i+1), depth+1)
		c.Max, c.Children = c.Max.Add(child.Max), append(c.Children, child)
	}
	return c
}

func TestTree_everyParentIsTheSumOfItsChildren(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules := season.Rules{Rounding: roundings[1], Criteria: []season.Criterion{randomTree(t, "1", 0), randomTree(t, "2", 0)}}
		if problems := rules.CheckScoring(); len(problems) > 0 {
			t.Fatalf("the tree itself is wrong: %+v", problems)
		}
		var marks []scoring.Mark
		for _, c := range rules.Leaves() {
			m := scoring.Mark{Criterion: c.Code, Target: exact.Int(7), Actual: hundredths(t, "actual", 0, 900)}
			if rapid.IntRange(0, 4).Draw(t, "assigned") == 0 {
				m = scoring.Mark{Criterion: c.Code, Unassigned: true}
			}
			marks = append(marks, m)
		}
		s, _ := scoring.Compute(rules, members(1), []scoring.Sheet{selfSheet("u1", marks...)}).Score("u1", season.Self)
		points, most := sumOf(t, s, rules.Criteria)
		if points.Cmp(s.Points) != 0 || most.Cmp(s.Max) != 0 {
			t.Fatalf("total %v of %v, groups %v of %v", s.Points, s.Max, points, most)
		}
	})
}

// sumOf adds up the siblings' nodes and holds each group to its own children.
func sumOf(t *rapid.T, s scoring.Score, siblings []season.Criterion) (points, most exact.Number) {
	points, most = exact.Int(0), exact.Int(0)
	for _, c := range siblings {
		node, ok := s.Node(c.Code)
		if !ok {
			t.Fatalf("no node %s", c.Code)
		}
		if !c.Leaf() {
			p, m := sumOf(t, s, c.Children)
			if p.Cmp(node.Points) != 0 || m.Cmp(node.Max) != 0 {
				t.Fatalf("%s has %v of %v, its children %v of %v", c.Code, node.Points, node.Max, p, m)
			}
		}
		if node.Points.Known() {
			points = points.Add(node.Points)
		}
		most = most.Add(node.Max)
	}
	return points, most
}
