package target

import (
	"fmt"
	"slices"

	"thidua/exact"
)

// window is how many years back the pace looks: recent work counts, and one odd
// year does not decide alone.
const window = 3

// Point is a value reached by the end of a year. A figure taken within a year
// stands for the whole of it, which foretells rather too late than too early.
type Point struct {
	Year   int
	Value  exact.Number
	Sample bool
}

// Month is a calendar month; the zero Month is none.
type Month struct{ Year, Month int }

// String is the month as people write it: "tháng 6/2015".
func (m Month) String() string { return fmt.Sprintf("tháng %d/%d", m.Month, m.Year) }

// Projection carries the average yearly pace of the last years forward from the
// newest figure. All paces and gaps are counted in the good direction, so that
// falling poverty has a pace above 0.
type Projection struct {
	From, Last Point        // the pace is the change from From to Last
	Pace       exact.Number // gain a year
	Gap        exact.Number // what is missing at Last
	YearsLeft  int          // from the end of Last's year to the end of the term
	Needed     exact.Number // gain a year that would close the gap in time
	Expected   exact.Number // the value at the end of the term
}

// project draws the line from two known points.
func (d Direction) project(from, last Point, termTo int, due exact.Number) Projection {
	years := exact.Int(int64(last.Year - from.Year))
	left := termTo - last.Year
	p := Projection{From: from, Last: last, YearsLeft: left}
	p.Pace = last.Value.Sub(from.Value).Mul(d.sign()).Quo(years)
	p.Gap = due.Sub(last.Value).Mul(d.sign())
	p.Needed = p.Gap.Quo(exact.Int(int64(left)))
	p.Expected = last.Value.Add(p.Pace.Mul(d.sign()).Mul(exact.Int(int64(left))))
	return p
}

// InTime reports whether the pace closes the gap by the end of the term.
func (p Projection) InTime() bool { return p.Pace.Cmp(p.Needed) >= 0 }

// Push is Needed ÷ Pace: how much of the pace the target takes, 1 when it takes
// all of it; unknown without a pace.
func (p Projection) Push() exact.Number { return p.Needed.Quo(p.Pace) }

// Reach is the month by whose end the pace closes the gap, for a projection
// that is in time.
func (p Projection) Reach() Month {
	months := int(p.Gap.Mul(exact.Int(12)).Quo(p.Pace).Ceil()) - 1
	return Month{Year: p.Last.Year + 1 + months/12, Month: months%12 + 1}
}

// start is the point the pace is counted from: the earliest within the window
// before the last, else the nearest before it.
func (t Target) start(last Point) (from Point, ok bool) {
	for _, p := range t.points() {
		if p.Year >= last.Year || ok && from.Year >= last.Year-window {
			break
		}
		from, ok = p, true
	}
	return from, ok
}

// points are the starting value and all figures, by year.
func (t Target) points() (points []Point) {
	if t.BaseYear != 0 && t.BaseValue.Known() {
		points = append(points, Point{Year: t.BaseYear, Value: t.BaseValue, Sample: t.Sample})
	}
	for _, a := range t.Actuals {
		if a.Value.Known() {
			points = append(points, Point{Year: a.Year, Value: a.Value, Sample: a.Sample})
		}
	}
	slices.SortStableFunc(points, func(a, b Point) int { return a.Year - b.Year })
	return points
}
