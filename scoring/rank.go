package scoring

import (
	"slices"

	"thidua/exact"
	"thidua/season"
)

// Ties is what the steps of the tie chain look at, by unit id. A step is passed
// over for units of which one has nothing stated.
type Ties struct {
	Votes   map[string]int          // votes in favour
	Earlier map[string]exact.Number // earlier achievement as the cluster counts it, more is better
	Head    []string                // head and deputy's order, first ahead
	Women   map[string]exact.Number // share of women in percent
}

// womenShare is the share from which a collective goes ahead (scoring.md,
// "Ties").
var womenShare = exact.Int(70)

// Standings ranks the units at a stage by percent of their own maximum (by
// points where no maximum is known). Equal percents share a rank, 1, 1, 3,
// unless a step of the tie chain parts them. Units without a score are left out;
// units that cannot be compared have rank 0 and stand last.
func (r Result) Standings(stage season.Stage, ties Ties) []Standing {
	var rows []Standing
	for _, s := range r.Scores {
		if s.Stage == stage {
			rows = append(rows, Standing{Unit: s.Unit, Stage: stage, Points: s.Points, Max: s.Max, Percent: s.Percent, Band: s.Band, Sample: s.Sample})
		}
	}
	return Rank(rows, r.Rules.Ties, ties)
}

// Rank orders the standings and fills in Rank and Decided. Standings that are
// still equal at the end keep the order they came in.
func Rank(rows []Standing, steps []season.TieStep, ties Ties) []Standing {
	rows = slices.Clone(rows)
	key := measure(rows)
	slices.SortStableFunc(rows, func(a, b Standing) int { return key(b).Cmp(key(a)) })
	for at := 0; at < len(rows); {
		end := at + 1
		for end < len(rows) && key(rows[end]).Cmp(key(rows[at])) == 0 {
			end++
		}
		if !key(rows[at]).Known() {
			break
		}
		resolve(rows[at:end], at+1, steps, ties)
		at = end
	}
	return rows
}

// measure is what rows are compared by.
func measure(rows []Standing) func(Standing) exact.Number {
	if slices.ContainsFunc(rows, func(s Standing) bool { return s.Max.Known() || s.Percent.Known() }) {
		return func(s Standing) exact.Number { return s.Percent }
	}
	return func(s Standing) exact.Number { return s.Points }
}

// resolve ranks units that are level, first of them at rank first, by the first
// step that parts them, and what is still level by the steps after it.
func resolve(group []Standing, first int, steps []season.TieStep, ties Ties) {
	for i := range group {
		group[i].Rank = first
	}
	if len(group) == 1 {
		return
	}
	if len(steps) == 0 || steps[0] == season.TieEqual {
		decide(group, season.TieEqual)
		return
	}
	key, ok := ties.key(steps[0], group)
	if !ok {
		resolve(group, first, steps[1:], ties)
		return
	}
	slices.SortStableFunc(group, func(a, b Standing) int { return key(b.Unit).Cmp(key(a.Unit)) })
	decide(group, steps[0])
	for at := 0; at < len(group); {
		end := at + 1
		for end < len(group) && key(group[end].Unit).Cmp(key(group[at].Unit)) == 0 {
			end++
		}
		resolve(group[at:end], first+at, steps[1:], ties)
		at = end
	}
}

func decide(group []Standing, step season.TieStep) {
	for i := range group {
		group[i].Decided = step
	}
}

// key is what a step compares, and whether it is stated for the whole group.
func (t Ties) key(step season.TieStep, group []Standing) (func(unit string) exact.Number, bool) {
	var key func(string) exact.Number
	switch step {
	case season.TieVotes:
		key = func(unit string) exact.Number {
			if n, ok := t.Votes[unit]; ok {
				return exact.Int(int64(n))
			}
			return exact.Number{}
		}
	case season.TieEarlier:
		key = func(unit string) exact.Number { return t.Earlier[unit] }
	case season.TieHead:
		key = t.chosen
	case season.TieWomen:
		key = t.mostlyWomen
	default:
		return nil, false
	}
	for _, s := range group {
		if !key(s.Unit).Known() {
			return nil, false
		}
	}
	return key, true
}

// chosen: those the head and deputy did not name come after those they did.
func (t Ties) chosen(unit string) exact.Number {
	if len(t.Head) == 0 {
		return exact.Number{}
	}
	at := slices.Index(t.Head, unit)
	if at < 0 {
		at = len(t.Head)
	}
	return exact.Int(int64(-at))
}

func (t Ties) mostlyWomen(unit string) exact.Number {
	switch share := t.Women[unit]; {
	case !share.Known():
		return exact.Number{}
	case share.Cmp(womenShare) >= 0:
		return exact.Int(1)
	}
	return exact.Int(0)
}
