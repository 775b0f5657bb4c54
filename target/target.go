// Package target is what the units were asked to reach: indicators with their
// targets for a year and for a whole term, what was reached, and which targets
// are nearly met and worth the last push ("đẩy mạnh thực hiện các chỉ tiêu gần
// đạt").
package target

import (
	"thidua/exact"
	"thidua/vi"
)

// Direction is which way an indicator gets better.
type Direction string

// The directions.
const (
	More Direction = "more" // the more the better: incomes, communes that meet a standard
	Less Direction = "less" // the less the better: the share of poor households
)

// sign turns a gain in the good direction into a positive number.
func (d Direction) sign() exact.Number {
	if d == Less {
		return exact.Int(-1)
	}
	return exact.Int(1)
}

// Indicator is one thing measured in a season, alike for every member unit. Its
// values are levels or running totals since the term began, never the increase
// of a single year, so that years can be compared and carried forward.
type Indicator struct {
	ID         string
	Season     string // season id
	Code       string // short name, unique in the season: "ct1"
	Name       string
	Measure    string // unit of measure: "%", "xã", "triệu đồng"; may be empty
	Direction  Direction
	Movement   string // movement id it belongs to; may be empty
	AssignedBy string // who sets or approves its targets, in words; may be empty
	Sample     bool   // not from a source: số liệu minh họa
	Targets    []Target
}

// Target is what one unit is to reach on one indicator. Parts nobody stated
// stay zero or unknown.
type Target struct {
	ID         string
	Indicator  string               // indicator id
	Unit       string               // unit id
	BaseYear   int                  // year of the starting value, e.g. 2010
	BaseValue  exact.Number         //
	TermFrom   int                  // first and last year of the term, e.g. 2010 and 2015
	TermTo     int                  //
	TermValue  exact.Number         // value due by the end of TermTo
	Yearly     map[int]exact.Number // value due by the end of that year
	AssignedOn vi.Day               //
	Sample     bool                 //
	Actuals    []Actual             // by year
}

// Actual is what the unit had reached in a year.
type Actual struct {
	Year       int
	Value      exact.Number
	AsOf       vi.Day // day the figure was taken; zero when not stated
	ReportedOn vi.Day
	Evidence   []string // words, or evidence.Ref of the unit's files
	Sample     bool
}

// HasTerm reports whether a value is due at the end of a term.
func (t Target) HasTerm() bool { return t.TermTo != 0 && t.TermValue.Known() }

// actual is the figure of the year, if there is one.
func (t Target) actual(year int) (Actual, bool) {
	for _, a := range t.Actuals {
		if a.Year == year && a.Value.Known() {
			return a, true
		}
	}
	return Actual{}, false
}
