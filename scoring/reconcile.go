package scoring

import (
	"slices"

	"thidua/exact"
	"thidua/fairness"
	"thidua/season"
)

// Reconciled is one line of a unit's reconciliation table: what each stage gave
// one criterion.
type Reconciled struct {
	Criterion                     season.Criterion
	Depth                         int // 0 for a top group
	Self, Cross, Appraised, Final exact.Number
	Unassigned                    bool                 // by the latest stage on record
	Gap                           exact.Number         // leaf: the widest step between two stages, as a share of its range (0–1)
	Asks                          fairness.Discrepancy // leaf: what that gap asks for
	Reasons                       []Reason             // leaf: what the scorers wrote
	Unexplained                   bool                 // leaf: a gap that the rules want a reason for has none
}

// Reason is why one scorer gave what it gave.
type Reason struct {
	Stage      season.Stage
	ScorerName string
	Text       string
}

// Reconcile sets a unit's readings side by side, criterion by criterion in the
// tree's order. A stage at which the unit has no sheet stays unknown.
func (r Result) Reconcile(unit string) []Reconciled {
	at := map[season.Stage]map[string]Node{}
	for _, s := range r.Scores {
		if s.Unit == unit {
			at[s.Stage] = map[string]Node{}
			for _, n := range s.Nodes {
				at[s.Stage][n.Code] = n
			}
		}
	}
	var lines []Reconciled
	r.walk(0, r.Rules.Criteria, func(depth int, c season.Criterion) {
		x := Reconciled{Criterion: c, Depth: depth, Self: at[season.Self][c.Code].Points, Cross: at[season.Cross][c.Code].Points,
			Appraised: at[season.Appraised][c.Code].Points, Final: at[season.Final][c.Code].Points}
		for _, stage := range stages {
			if n, ok := at[stage][c.Code]; ok {
				x.Unassigned = n.Unassigned
			}
		}
		if c.Leaf() {
			r.compareStages(unit, &x)
		}
		lines = append(lines, x)
	})
	return lines
}

func (r Result) walk(depth int, children []season.Criterion, visit func(int, season.Criterion)) {
	for _, c := range children {
		visit(depth, c)
		r.walk(depth+1, c.Children, visit)
	}
}

// compareStages works out a leaf's gap and gathers what the scorers wrote.
func (r Result) compareStages(unit string, x *Reconciled) {
	before := exact.Number{}
	for _, points := range []exact.Number{x.Self, x.Cross, x.Appraised} {
		if g := fairness.Gap(before, points, span(x.Criterion)); g.Known() && (!x.Gap.Known() || g.Cmp(x.Gap) > 0) {
			x.Gap = g
		}
		if points.Known() {
			before = points
		}
	}
	x.Asks = fairness.Weigh(x.Gap)
	for _, s := range r.sheets {
		if m, ok := s.mark(x.Criterion.Code); ok && s.Unit == unit && m.Explanation != "" {
			x.Reasons = append(x.Reasons, Reason{s.Stage, s.ScorerName, m.Explanation})
		}
	}
	x.Unexplained = slices.ContainsFunc(r.Gaps, func(g Gap) bool {
		return g.Unit == unit && g.Criterion == x.Criterion.Code && g.Reason == ""
	})
}

// Differs reports whether the stages gave the criterion different points.
func (x Reconciled) Differs() bool {
	before := exact.Number{}
	for _, points := range []exact.Number{x.Self, x.Cross, x.Appraised} {
		if points.Known() && before.Known() && points.Cmp(before) != 0 {
			return true
		}
		if points.Known() {
			before = points
		}
	}
	return false
}

// Sent returns the sheets that count, as they were computed from.
func (r Result) Sent(unit string, stage season.Stage) []Sheet { return r.sheetsOf(unit, stage) }

// SheetPercent is what one cross sheet gives its unit in all, as percent of the
// unit's own maximum; where it does not mark a leaf, the stage before counts.
func (r Result) SheetPercent(s Sheet) exact.Number {
	if onlyTotal(s) {
		return s.Total.Add(orZero(s.Bonus)).Mul(exact.Int(100)).Quo(maxOf(s, r.Rules))
	}
	return r.SheetScore(s).Percent
}
