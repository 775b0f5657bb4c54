package target

import "thidua/exact"

// Class is where a term target stands.
type Class string

// The classes, best first.
const (
	Done    Class = "met"      // reached by the newest figure
	NearMet Class = "near_met" // not reached, but the projection says it will be
	Hard    Class = "hard"     // not reached, and the projection falls short
	Missed  Class = "missed"   // the term is over and it was not reached
	Unknown Class = "unknown"  // too few figures to say
)

// Label is the class in Vietnamese.
func (c Class) Label() string { return classLabels[c] }

var classLabels = map[Class]string{
	Done:    "Đã đạt",
	NearMet: "Gần đạt",
	Hard:    "Khó đạt",
	Missed:  "Không đạt",
	Unknown: "Chưa đủ số liệu",
}

// Assessment is what can be said of one unit's term target in a year.
type Assessment struct {
	Indicator  Indicator // without its Targets
	Target     Target
	Year       int // the year it was looked at; later figures are left aside
	Class      Class
	Last       Point      // the newest figure; Year 0 when there is none
	Projection Projection // zero unless Class is NearMet or Hard
	Sample     bool       // rests on a figure that is not from a source
	Why        Explanation
}

// Assess says where the term target stands in the year (rule: Explanation.Rule).
// Figures older than the year before are too old to foretell from. The target
// must have a term (HasTerm).
func (i Indicator) Assess(t Target, year int) Assessment {
	i.Targets = nil
	a := Assessment{Indicator: i, Target: t, Year: year, Sample: i.Sample || t.Sample}
	newest, reported := t.newest(year)
	a.Last = Point{Year: newest.Year, Value: newest.Value, Sample: newest.Sample}
	from, hasStart := t.start(a.Last)
	switch {
	case !reported:
		a.Class = Unknown
	case i.TermStatus(t, year).Met.Reached():
		a.Class = Done
	case newest.Year >= t.TermTo:
		a.Class = Missed
	case !hasStart || newest.Year < year-1:
		a.Class = Unknown
	default:
		a.Projection = i.Direction.project(from, a.Last, t.TermTo, t.TermValue)
		a.Class = Hard
		if a.Projection.InTime() {
			a.Class = NearMet
		}
	}
	a.Sample = a.Sample || newest.Sample || a.Projection.From.Sample
	a.Why = a.explain()
	return a
}

// AssessAll assesses every term target of the season, in the order of all.
func AssessAll(all []Indicator, year int) (list []Assessment) {
	for _, i := range all {
		for _, t := range i.Targets {
			if t.HasTerm() {
				list = append(list, i.Assess(t, year))
			}
		}
	}
	return list
}

// turning is the newest figure at which the class would change: from there on
// NearMet when the projection is short of it, Hard when it was in time. Without
// a projection, or with one that starts beyond the target, only reaching the
// target itself changes anything.
func (a Assessment) turning() exact.Number {
	p, due := a.Projection, a.Target.TermValue
	if p.YearsLeft == 0 || p.From.Value.Sub(due).Mul(a.Indicator.Direction.sign()).Sign() >= 0 {
		return due
	}
	past, left := exact.Int(int64(p.Last.Year-p.From.Year)), exact.Int(int64(p.YearsLeft))
	return due.Mul(past).Add(p.From.Value.Mul(left)).Quo(past.Add(left))
}
