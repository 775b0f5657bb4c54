package scoring

import (
	"fmt"
	"slices"

	"thidua/exact"
	"thidua/season"
)

// Gap is a mark further from the stage before than the rules let pass without a
// written reason (Scoring.GapNeedsReason, percent of the criterion's range).
type Gap struct {
	Sheet     string // sheet id
	Unit      string // unit id
	Scorer    string // unit id, empty for the standing body
	Stage     season.Stage
	Criterion string       // code; empty for a stated total
	Before    exact.Number // points at the stage before; unknown when not assigned then
	After     exact.Number // points by this mark; unknown when not assigned by it
	Percent   exact.Number // of the criterion's range
	Reason    string       // as written; empty when none is
}

// Sentence says it in Vietnamese.
func (g Gap) Sentence() string {
	what := "Tổng điểm"
	if g.Criterion != "" {
		what = "Tiêu chí " + g.Criterion
	}
	return fmt.Sprintf("%s chênh %s %% so với bước trước (từ %s thành %s điểm): phải ghi lý do.", what, figure(g.Percent), pointsOrNone(g.Before), pointsOrNone(g.After))
}

func pointsOrNone(n exact.Number) string {
	if !n.Known() {
		return "không giao"
	}
	return figure(n)
}

func (r *Result) findGaps() {
	limit := r.Rules.Scoring.GapNeedsReason
	if !limit.Known() {
		return
	}
	for _, s := range r.sheets {
		i := slices.Index(stages, s.Stage)
		if i < 1 {
			continue
		}
		for _, m := range s.Marks {
			if g, ok := r.gap(i, s, m); ok && g.Percent.Cmp(limit) > 0 {
				r.Gaps = append(r.Gaps, g)
			}
		}
		if g, ok := r.totalGap(i, s); ok && g.Percent.Cmp(limit) > 0 {
			r.Gaps = append(r.Gaps, g)
		}
	}
}

// gap compares one mark with what counted at the stage before.
func (r *Result) gap(i int, s Sheet, m Mark) (Gap, bool) {
	leaf, ok := r.leafAt[m.Criterion]
	if !ok {
		return Gap{}, false
	}
	c := r.leaves[leaf]
	before := r.stages[i-1].values[r.memberAt[s.Unit]][leaf]
	after := valueOf(c, []Mark{m}, r.stages[i].fields[leaf], r.Rules.Rounding)
	g := Gap{s.ID, s.Unit, s.Scorer, s.Stage, c.Code, before.points, after.points, exact.Number{}, m.Explanation}
	switch {
	case before.unassigned != after.unassigned && (before.unassigned || before.points.Known()):
		g.Percent = exact.Int(100)
	case before.points.Known() && after.points.Known():
		g.Percent = distance(before.points, after.points).Mul(exact.Int(100)).Quo(span(c))
	}
	return g, g.Percent.Known()
}

// span is the criterion's range: from its lowest points to its highest.
func span(c season.Criterion) exact.Number {
	if c.Kind == season.BonusPenalty {
		return c.Max.Sub(orZero(c.Min))
	}
	return c.Max
}

func distance(a, b exact.Number) exact.Number { return a.Sub(b).Max(b.Sub(a)) }

// totalGap compares a sheet that states only its total with the unit's score at
// the stage before, both as percent of their maximum.
func (r *Result) totalGap(i int, s Sheet) (Gap, bool) {
	if !onlyTotal(s) {
		return Gap{}, false
	}
	for i--; i >= 0; i-- {
		if before, ok := r.Score(s.Unit, stages[i]); ok {
			after := s.Total.Add(orZero(s.Bonus))
			percent := distance(before.Percent, after.Mul(exact.Int(100)).Quo(maxOf(s, r.Rules)))
			return Gap{s.ID, s.Unit, s.Scorer, s.Stage, "", before.Points, after, percent, s.Explanation}, percent.Known()
		}
	}
	return Gap{}, false
}
