package vi

import (
	"cmp"
	"time"
)

// Location is the time of Vietnam, UTC+7 the year round without summer time,
// one zone for the whole country since 1975. It is written here so that the
// program needs no table of time zones on the machine.
var Location = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// The years a Day may have: from independence to a bound that catches slips.
const (
	FirstYear = 1945
	LastYear  = 2100
)

// Day is a calendar day in Vietnam. The zero Day means "not known" or "not
// set". Days are compared with == or Equal.
type Day struct{ year, month, day int }

// NewDay makes a day, or says in Vietnamese why there is none such.
func NewDay(year, month, day int) (Day, error) {
	if err := refuseDay(year, month, day); err != nil {
		return Day{}, err
	}
	return Day{year, month, day}, nil
}

// DayOf is the day it is in Vietnam at an instant; the zero Day for the zero
// time and outside FirstYear to LastYear.
func DayOf(t time.Time) Day {
	year, month, day := t.In(Location).Date()
	if year < FirstYear || year > LastYear {
		return Day{}
	}
	return Day{year, int(month), day}
}

// Year is 0 for the zero Day.
func (d Day) Year() int { return d.year }

// Month is 1 to 12, 0 for the zero Day.
func (d Day) Month() int { return d.month }

// DayOfMonth is 1 to 31, 0 for the zero Day.
func (d Day) DayOfMonth() int { return d.day }

// IsZero reports whether the day is not known.
func (d Day) IsZero() bool { return d == Day{} }

// Equal reports whether both are the same day, or both not known.
func (d Day) Equal(other Day) bool { return d == other }

// Before reports whether d is earlier. A day that is not known is neither
// before nor after any other.
func (d Day) Before(other Day) bool {
	return !d.IsZero() && !other.IsZero() && d.Compare(other) < 0
}

// After reports whether d is later; see Before for unknown days.
func (d Day) After(other Day) bool { return other.Before(d) }

// Compare is for sorting: -1, 0 or 1, unknown days first.
func (d Day) Compare(other Day) int {
	return cmp.Or(cmp.Compare(d.year, other.year), cmp.Compare(d.month, other.month), cmp.Compare(d.day, other.day))
}

// AddDays counts n days on, or back when n is negative. From the zero Day, and
// past FirstYear or LastYear, the result is the zero Day.
func (d Day) AddDays(n int) Day {
	if d.IsZero() {
		return d
	}
	const span = (LastYear - FirstYear + 1) * 366
	if n < -span || n > span {
		return Day{}
	}
	return DayOf(d.Time().AddDate(0, 0, n))
}

// DaysUntil counts the days from d to other, negative when other is earlier.
// It is 0 when either is not known: ask IsZero first.
func (d Day) DaysUntil(other Day) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	return int(other.Time().Sub(d.Time()) / (24 * time.Hour))
}

// Time is midnight in Vietnam at which the day begins; the zero time for the
// zero Day.
func (d Day) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, Location)
}
