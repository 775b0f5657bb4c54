package target

import (
	"thidua/target"
	"thidua/web/year"
)

// summary is how the members stand on one indicator.
type summary struct {
	target.Indicator
	Year    target.Progress // of all members
	Classes map[target.Class]int
	Sample  bool
}

func summaries(all []target.Indicator, assessed []target.Assessment, of int) (list []summary) {
	byIndicator := map[string]map[target.Class]int{}
	for _, a := range assessed {
		if byIndicator[a.Indicator.ID] == nil {
			byIndicator[a.Indicator.ID] = map[target.Class]int{}
		}
		byIndicator[a.Indicator.ID][a.Class]++
	}
	for _, i := range all {
		list = append(list, summary{i, target.ProgressOf([]target.Indicator{i}, "", of), byIndicator[i.ID], sampled(i)})
	}
	return list
}

// sampled reports whether anything about the indicator is made up.
func sampled(i target.Indicator) bool {
	for _, t := range i.Targets {
		if t.Sample {
			return true
		}
	}
	return i.Sample
}

// row is one unit's target on an indicator.
type row struct {
	target.Target
	Name   string
	Year   target.Status // against the year's value
	Term   target.Status // against the term's
	Class  target.Class  // empty without a term
	Why    target.Explanation
	Sample bool
}

// rows are the indicator's targets in the roster's order.
func rows(v year.Visit, i target.Indicator) (list []row) {
	place := map[string]int{}
	for n, m := range v.Members {
		place[m.Unit] = n + 1
	}
	ordered := make([][]row, len(v.Members)+1) // the last for units that are no members
	for _, t := range i.Targets {
		r := row{Target: t, Name: v.Unit(t.Unit), Year: i.YearStatus(t, v.Season.Year), Term: i.TermStatus(t, v.Season.Year)}
		r.Sample = r.Year.Sample || r.Term.Sample
		if t.HasTerm() {
			a := i.Assess(t, v.Season.Year)
			r.Class, r.Why = a.Class, a.Why
		}
		at := len(v.Members)
		if n := place[t.Unit]; n > 0 {
			at = n - 1
		}
		ordered[at] = append(ordered[at], r)
	}
	for _, group := range ordered {
		list = append(list, group...)
	}
	return list
}

func allSample(list []row) bool {
	for _, r := range list {
		if !r.Sample {
			return false
		}
	}
	return len(list) > 0
}
