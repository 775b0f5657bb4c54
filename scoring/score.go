package scoring

import (
	"slices"

	"thidua/exact"
	"thidua/season"
)

// Score is a unit's points at a stage, down to every criterion.
type Score struct {
	Unit       string       // unit id
	Stage      season.Stage //
	Points     exact.Number // with what comes on top
	Over       exact.Number // the part of Points that comes on top of the maximum
	Max        exact.Number // the unit's own maximum: the scale less what was not assigned to it
	Percent    exact.Number // 100 · Points ÷ Max, exact
	Nodes      []Node       // every criterion, parents first; empty when only the total was stated
	Missing    []string     // leaves nobody has scored; they count 0
	Band       string       // the classification reached
	Shortfalls []Shortfall  // why no better one
	Sample     bool
}

// Node is one criterion of a Score. A group has the sum of its children (by
// weight where they have weights).
type Node struct {
	Code       string
	Depth      int // 0 for a top group
	Leaf       bool
	Points     exact.Number // with Over; unknown for a leaf nobody scored or that was not assigned
	Over       exact.Number
	Max        exact.Number // the unit's own: 0 when nothing of it was assigned
	Unassigned bool
	From       season.Stage // leaf: the stage whose sheets gave it
}

// Percent is the node's points within its maximum as a share of it, unknown
// when nothing of it was assigned.
func (n Node) Percent() exact.Number {
	return orZero(n.Points).Sub(n.Over).Mul(exact.Int(100)).Quo(n.Max)
}

// Score returns the unit's score at the stage, and whether there is one.
func (r Result) Score(unit string, stage season.Stage) (Score, bool) {
	for _, s := range r.Scores {
		if s.Unit == unit && s.Stage == stage {
			return s, true
		}
	}
	return Score{}, false
}

// Node returns one criterion of the score.
func (s Score) Node(code string) (Node, bool) {
	for _, n := range s.Nodes {
		if n.Code == code {
			return n, true
		}
	}
	return Node{}, false
}

// score is a member's score at stage number i.
func (r *Result) score(i, member int) Score {
	s := Score{Unit: r.Roster[member].Unit, Stage: stages[i], Sample: r.Rules.Sample}
	held := r.speaking(i, s.Unit)
	if slices.ContainsFunc(held, onlyTotal) {
		r.scoreTotals(&s, held)
	} else {
		r.scoreTree(&s, r.stages[i].values[member], r.stages[i].readings[member])
	}
	for _, x := range held {
		s.Sample = s.Sample || x.Sample || slices.ContainsFunc(x.Marks, func(m Mark) bool { return m.Sample })
	}
	s.Percent = s.Points.Mul(exact.Int(100)).Quo(s.Max)
	s.Band, s.Shortfalls = classify(r.Rules, s)
	return s
}

func (r *Result) scoreTree(s *Score, values []value, readings []reading) {
	t := tree{values: values, readings: readings}
	sum := t.group(0, r.Rules.FullScale(), r.Rules.Criteria)
	s.Points, s.Over, s.Max, s.Nodes = sum.within.Add(sum.over), sum.over, sum.max, t.nodes
	if r.Rules.Rounding.At == season.RoundTotal {
		s.Points = round(s.Points, r.Rules.Rounding)
	}
	for i, c := range r.leaves {
		s.Sample = s.Sample || c.Sample
		if !values[i].points.Known() && !values[i].unassigned && mustBeScored(c) {
			s.Missing = append(s.Missing, c.Code)
		}
	}
}

// mustBeScored: bonuses and penalties may be left out when there were none.
func mustBeScored(c season.Criterion) bool { return c.Kind != season.BonusPenalty && !c.Over }

// speaking are the sheets of stage number i that say anything; an empty
// appraisal agrees with the stage before.
func (r *Result) speaking(i int, unit string) []Sheet {
	held := r.sheetsOf(unit, stages[i])
	for i > 0 && !slices.ContainsFunc(held, Sheet.saysAnything) {
		i--
		held = r.sheetsOf(unit, stages[i])
	}
	return held
}

func onlyTotal(s Sheet) bool { return len(s.Marks) == 0 && s.Total.Known() }

// scoreTotals takes the mean of sheets that state no more than a total.
func (r *Result) scoreTotals(s *Score, held []Sheet) {
	var totals, bonuses, maxima []exact.Number
	for _, x := range held {
		totals, bonuses = append(totals, x.Total), append(bonuses, orZero(x.Bonus))
		maxima = append(maxima, maxOf(x, r.Rules))
	}
	s.Over, s.Max = mean(bonuses), mean(maxima)
	s.Points = round(mean(totals).Add(s.Over), r.Rules.Rounding)
}

// maxOf is the stated maximum of a sheet's total, else the rules' scale.
func maxOf(s Sheet, rules season.Rules) exact.Number {
	if s.Max.Known() {
		return s.Max
	}
	return rules.FullScale()
}

func (r *Result) sheetsOf(unit string, stage season.Stage) (held []Sheet) {
	for _, s := range r.sheets {
		if s.Unit == unit && s.Stage == stage {
			held = append(held, s)
		}
	}
	return held
}
