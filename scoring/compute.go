package scoring

import (
	"cmp"
	"slices"

	"thidua/cluster"
	"thidua/exact"
	"thidua/season"
)

// stages are the stages that have sheets, in their order.
var stages = []season.Stage{season.Self, season.Cross, season.Appraised}

// Result is the scores of a whole cluster at all stages, computed at once,
// because one member's result can move every other member's points.
type Result struct {
	Rules       season.Rules
	Roster      []cluster.Member
	Scores      []Score      // by stage, then in the roster's order; only stages a unit has a sheet at
	Differences []Difference // where a sheet prints other points than the rule gives
	Gaps        []Gap        // where two stages are further apart than the rules let pass without a reason

	leaves   []season.Criterion
	leafAt   map[string]int
	memberAt map[string]int
	sheets   []Sheet
	stages   [3]stageView
	decides  season.Stage
}

// stageView is how the cluster looks at one stage: what each unit's sheets of
// this stage say, and where they say nothing, what the stage before said. So an
// appraisal need only list what it changes.
type stageView struct {
	held     []bool // by member: has a sheet of this stage
	readings [][]reading
	fields   []field // by leaf
	values   [][]value
}

// reading is what counts for one leaf of one unit at a stage.
type reading struct {
	from  season.Stage // the stage whose sheets say it; empty when none does
	by    []int        // sheets, as places in Result.sheets
	marks []Mark
}

// value is what a leaf is worth to a unit at a stage.
type value struct {
	points     exact.Number // unknown when nobody scored it
	unassigned bool
}

// Compute scores the whole cluster at every stage. Drafts and sheets on units
// outside the roster do not count. The order of the sheets does not matter.
func Compute(rules season.Rules, roster []cluster.Member, sheets []Sheet) Result {
	r := newResult(rules, roster, sheets)
	for i, stage := range stages {
		r.stages[i] = r.view(i, stage)
		for member := range roster {
			if r.stages[i].held[member] {
				r.Scores = append(r.Scores, r.score(i, member))
			}
		}
	}
	r.decide()
	r.findDifferences()
	r.findGaps()
	return r
}

func newResult(rules season.Rules, roster []cluster.Member, sheets []Sheet) Result {
	r := Result{Rules: rules, Roster: roster, leaves: rules.Leaves(), leafAt: map[string]int{}, memberAt: map[string]int{}}
	for i, c := range r.leaves {
		r.leafAt[c.Code] = i
	}
	for i, m := range roster {
		r.memberAt[m.Unit] = i
	}
	for _, s := range sheets {
		if _, member := r.memberAt[s.Unit]; member && s.State == Submitted {
			r.sheets = append(r.sheets, s)
		}
	}
	slices.SortStableFunc(r.sheets, func(a, b Sheet) int {
		return cmp.Or(slices.Index(stages, a.Stage)-slices.Index(stages, b.Stage),
			r.memberAt[a.Unit]-r.memberAt[b.Unit], cmp.Compare(a.Scorer, b.Scorer))
	})
	return r
}

// view reads stage number i on top of the one before.
func (r *Result) view(i int, stage season.Stage) stageView {
	v := stageView{held: make([]bool, len(r.Roster)), readings: make([][]reading, len(r.Roster))}
	for member := range r.Roster {
		v.readings[member] = make([]reading, len(r.leaves))
		if i > 0 {
			copy(v.readings[member], r.stages[i-1].readings[member])
		}
	}
	for at, s := range r.sheets {
		if s.Stage == stage {
			v.held[r.memberAt[s.Unit]] = true
			r.read(v.readings[r.memberAt[s.Unit]], at)
		}
	}
	v.fields = r.compare(v.readings)
	v.values = make([][]value, len(r.Roster))
	for member, readings := range v.readings {
		v.values[member] = r.values(readings, v.fields)
	}
	return v
}

// read enters one sheet's marks, replacing those of an earlier stage and
// joining those of other sheets of the same stage.
func (r *Result) read(readings []reading, at int) {
	for _, m := range r.sheets[at].Marks {
		leaf, ok := r.leafAt[m.Criterion]
		if !ok {
			continue
		}
		if readings[leaf].from != r.sheets[at].Stage {
			readings[leaf] = reading{from: r.sheets[at].Stage}
		}
		readings[leaf].by = append(readings[leaf].by, at)
		readings[leaf].marks = append(readings[leaf].marks, m)
	}
}

// compare finds the leader, and the best without a target, of each
// quantitative leaf.
func (r *Result) compare(readings [][]reading) []field {
	fields := make([]field, len(r.leaves))
	for leaf, c := range r.leaves {
		if c.Kind != season.Quantitative {
			continue
		}
		for member := range r.Roster {
			fields[leaf].add(c, member, readings[member][leaf].marks)
		}
	}
	return fields
}

func (r *Result) values(readings []reading, fields []field) []value {
	values := make([]value, len(r.leaves))
	for leaf, c := range r.leaves {
		values[leaf] = valueOf(c, readings[leaf].marks, fields[leaf], r.Rules.Rounding)
	}
	return values
}

// valueOf is the mean of the sheets' points, rounded once. A leaf is unassigned
// when every sheet that marks it says so.
func valueOf(c season.Criterion, marks []Mark, f field, rounding season.Rounding) value {
	var points []exact.Number
	unassigned := 0
	for _, m := range marks {
		if m.Unassigned {
			unassigned++
		} else if o := worth(c, m, f); o.points.Known() {
			points = append(points, o.points)
		}
	}
	return value{roundLeaf(mean(points), rounding), len(marks) > 0 && unassigned == len(marks)}
}

func roundLeaf(n exact.Number, rounding season.Rounding) exact.Number {
	if rounding.At == season.RoundTotal {
		return n
	}
	return round(n, rounding)
}

func round(n exact.Number, rounding season.Rounding) exact.Number {
	if rounding.Mode == "" {
		return n
	}
	return n.Round(rounding.Mode, rounding.Decimals)
}
