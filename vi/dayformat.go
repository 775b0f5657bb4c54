package vi

import (
	"fmt"
	"time"
)

// String is "2014-11-22", which also sorts as text; "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// Short is "22/11/2014", as in tables; "" for the zero Day.
func (d Day) Short() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.day, d.month, d.year)
}

// Long is the date line of a document, "ngày 22 tháng 11 năm 2014". A zero is
// put before days under 10 and before months 1 and 2, as in "ngày 05 tháng 02
// năm 2015", so that no digit can be added afterwards. "" for the zero Day.
func (d Day) Long() string {
	if d.IsZero() {
		return ""
	}
	month := "%d"
	if d.month < 3 {
		month = "%02d"
	}
	return fmt.Sprintf("ngày %02d tháng "+month+" năm %d", d.day, d.month, d.year)
}

var weekdays = [...]string{
	time.Sunday:    "Chủ nhật",
	time.Monday:    "thứ Hai",
	time.Tuesday:   "thứ Ba",
	time.Wednesday: "thứ Tư",
	time.Thursday:  "thứ Năm",
	time.Friday:    "thứ Sáu",
	time.Saturday:  "thứ Bảy",
}

// Weekday names the day of the week as inside a sentence, "thứ Bảy"; "" for
// the zero Day.
func (d Day) Weekday() string {
	if d.IsZero() {
		return ""
	}
	return weekdays[d.Time().Weekday()]
}
