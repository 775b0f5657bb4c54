package cluster

import (
	"fmt"
	"regexp"
	"strconv"

	"thidua/org"
	"thidua/refusal"
	"thidua/vi"
)

// Year is a cluster's year: a calendar year, or one that spans two, such as the
// school year 2018-2019.
type Year struct {
	First, Last int // the same for a calendar year
}

// labels takes a hyphen or a dash between two years, with or without spaces.
var labels = regexp.MustCompile(`^(\d{4})(?:\s?[-–—]\s?(\d{4}))?$`)

// ParseYear reads the label of a year, "2014" or "2018-2019".
func ParseYear(label string) (Year, error) {
	parts := labels.FindStringSubmatch(vi.Clean(label))
	if parts == nil {
		return Year{}, refusal.Field("label", fmt.Sprintf("Năm thi đua “%s” phải viết như 2014 hoặc 2018-2019.", label))
	}
	first, _ := strconv.Atoi(parts[1])
	last := first
	if parts[2] != "" {
		last, _ = strconv.Atoi(parts[2])
		if last != first+1 {
			return Year{}, refusal.Field("label", fmt.Sprintf("Năm thi đua “%s” phải là hai năm liền nhau.", label))
		}
	}
	if first < vi.FirstYear || last > vi.LastYear {
		return Year{}, refusal.Field("label", fmt.Sprintf("Năm thi đua “%s” phải từ %d đến %d.", label, vi.FirstYear, vi.LastYear))
	}
	return Year{First: first, Last: last}, nil
}

// String is the label as it is stored: "2014", "2018-2019".
func (y Year) String() string {
	if y.First == y.Last {
		return strconv.Itoa(y.First)
	}
	return fmt.Sprintf("%d-%d", y.First, y.Last)
}

// NamingDay is the day whose names stand for the year: its last, on which the
// year is summed up; for a year that spans two, New Year's Day, which lies
// within it wherever its bounds are.
func (y Year) NamingDay() vi.Day {
	month, day := 12, 31
	if y.First != y.Last {
		month, day = 1, 1
	}
	d, err := vi.NewDay(y.Last, month, day)
	if err != nil {
		return vi.Day{}
	}
	return d
}

// absence is the sentence against a unit that existed on no day of the year,
// empty when it did.
func (y Year) absence(u org.Unit) string {
	if u.ExistsIn(y.First) {
		return ""
	}
	return u.AbsenceIn(y.Last)
}
