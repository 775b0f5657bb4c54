package scoring_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"thidua/cluster"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// realTree is the shape of a real criteria set: 1,000 points in three groups of
// 700, 200 and 100, 230 nodes in 5 levels, 176 leaves (12 quantitative, 51
// qualitative, 113 direct).
func realTree() season.Rules {
	kinds := make([]season.LeafKind, 0, 176)
	for i := range 176 {
		switch {
		case i < 12:
			kinds = append(kinds, season.Quantitative)
		case i < 63:
			kinds = append(kinds, season.Qualitative)
		default:
			kinds = append(kinds, season.Direct)
		}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	b := treeBuilder{kinds}
	rules := season.Rules{Version: 1, Scale: exact.Int(1000), Rounding: season.Rounding{Mode: exact.HalfUp, Decimals: 2}}
	for i, part := range []struct{ points, leaves, groups int64 }{{700, 116, 33}, {200, 40, 13}, {100, 20, 5}} {
		rules.Criteria = append(rules.Criteria, b.top(fmt.Sprint(i+1), part.points, part.leaves, part.groups))
	}
	return rules
}

type treeBuilder struct{ kinds []season.LeafKind }

// top is a group with so many leaves in so many groups below it, the groups in
// chains of three levels, every leaf with the same share of the points.
func (b *treeBuilder) top(code string, points, leaves, groups int64) season.Criterion {
	share := exact.Ratio(points, leaves)
	root := season.Criterion{Code: code, Name: "Nhóm " + code, Max: exact.Int(points)}
	var chain *[]season.Criterion
	for g := int64(0); g < groups; g++ {
		count := leaves / groups
		if g < leaves%groups {
			count++
		}
		if g%3 == 0 {
			chain = &root.Children
		}
		group := season.Criterion{Code: fmt.Sprintf("%s.%d", code, g+1), Name: "Nhóm"}
		for l := range count {
			c := season.Criterion{Code: fmt.Sprintf("%s.%d", group.Code, l+1), Name: "Tiêu chí", Max: share, Kind: b.kinds[0], Points: share.Quo(exact.Int(4))}
			b.kinds = b.kinds[1:]
			group.Children = append(group.Children, c)
		}
		*chain = append(*chain, group)
		chain = &(*chain)[len(*chain)-1].Children
	}
	fill(&root)
	return root
}

// fill gives each group the sum of its children.
func fill(c *season.Criterion) {
	if c.Leaf() {
		return
	}
	c.Max = exact.Int(0)
	for i := range c.Children {
		fill(&c.Children[i])
		c.Max = c.Max.Add(c.Children[i].Max)
	}
}

// sheetFor marks every leaf with figures that differ from unit to unit.
func sheetFor(rules season.Rules, seed uint64) (marks []scoring.Mark) {
	r := rand.New(rand.NewPCG(seed, 7))
	for _, c := range rules.Leaves() {
		m := scoring.Mark{Criterion: c.Code}
		switch c.Kind {
		case season.Quantitative:
			m.Target, m.Actual = exact.Int(int64(80+r.IntN(40))), exact.Ratio(int64(7000+r.IntN(6000)), 100)
		case season.Qualitative:
			m.Met = yes(r.IntN(8) > 0)
		case season.Direct:
			m.Count = exact.Int(int64(2 + r.IntN(3)))
		}
		marks = append(marks, m)
	}
	return marks
}

func TestRealTree_hasTheShapeAndScoresAThousand(t *testing.T) {
	rules := realTree()
	nodes, deepest := 0, 0
	for at := range rules.Walk() {
		nodes, deepest = nodes+1, max(deepest, len(at))
	}
	if leaves := len(rules.Leaves()); nodes != 230 || leaves != 176 || deepest != 5 {
		t.Fatalf("%d nodes, %d leaves, depth %d", nodes, leaves, deepest)
	}
	if problems := rules.CheckScoring(); len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	s, _ := scoring.Compute(rules, members(1), []scoring.Sheet{selfSheet("u1", sheetFor(rules, 1)...)}).Score("u1", season.Self)
	if s.Max.String() != "1000" || len(s.Nodes) != 230 || len(s.Missing) != 0 || s.Points.Sign() <= 0 || s.Points.Cmp(s.Max) > 0 {
		t.Errorf("%v of %v on %d nodes, missing %v", s.Points, s.Max, len(s.Nodes), s.Missing)
	}
}

// sevenUnits is a full year of a cluster: self-scoring, a ring of
// cross-scoring, and appraisal.
func sevenUnits() (season.Rules, []cluster.Member, []scoring.Sheet) {
	rules, roster := realTree(), members(7)
	var sheets []scoring.Sheet
	for i, m := range roster {
		seed := uint64(i)
		sheets = append(sheets, selfSheet(m.Unit, sheetFor(rules, seed)...),
			crossSheet(m.Unit, roster[(i+1)%7].Unit, sheetFor(rules, seed+10)...), appraisal(m.Unit, sheetFor(rules, seed+20)...))
	}
	return rules, roster, sheets
}

func BenchmarkComputeSevenUnits(b *testing.B) {
	rules, roster, sheets := sevenUnits()
	for b.Loop() {
		if r := scoring.Compute(rules, roster, sheets); len(r.Scores) != 28 {
			b.Fatal(len(r.Scores))
		}
	}
}

func BenchmarkExplainOneLeaf(b *testing.B) {
	rules, roster, sheets := sevenUnits()
	r, code := scoring.Compute(rules, roster, sheets), rules.Leaves()[0].Code
	for b.Loop() {
		if _, ok := r.Explain("u1", code, season.Appraised); !ok {
			b.Fatal(code)
		}
	}
}
