package target

import (
	"cmp"
	"slices"

	"thidua/vi"
)

// Near is the "gần đạt" list: term targets not yet met which the projection
// says can still be met by the end of the term. The hardest push stands first
// (the one that takes most of its pace), so that a meeting works from the top.
func Near(all []Assessment) (near []Assessment) {
	for _, a := range all {
		if a.Class == NearMet {
			near = append(near, a)
		}
	}
	slices.SortStableFunc(near, func(a, b Assessment) int {
		return cmp.Or(b.Projection.Push().Cmp(a.Projection.Push()),
			vi.Compare(a.Indicator.Code, b.Indicator.Code), cmp.Compare(a.Target.Unit, b.Target.Unit))
	})
	return near
}

// Progress is how far one unit, or the whole cluster, has come with its targets.
type Progress struct {
	Term, TermMet               int // term targets, and those reached
	Year, YearReported, YearMet int // targets of the year, those with a figure, those reached
}

// ProgressOf counts the unit's targets in the year; an empty unit counts all.
func ProgressOf(all []Indicator, unit string, year int) (p Progress) {
	for _, i := range all {
		for _, t := range i.Targets {
			if unit == "" || t.Unit == unit {
				p.add(i.TermStatus(t, year), i.YearStatus(t, year))
			}
		}
	}
	return p
}

func (p *Progress) add(term, year Status) {
	p.Term += one(term.Met != Unassigned)
	p.TermMet += one(term.Met.Reached())
	p.Year += one(year.Met != Unassigned)
	p.YearReported += one(year.Met != Unassigned && year.Met != Unreported)
	p.YearMet += one(year.Met.Reached())
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
