package vi

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoDay   = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)
	shortDay = regexp.MustCompile(`^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})$`)
)

// ParseDay reads "22/11/2014" (also "5/2/2015") or "2014-11-22". A day that the
// calendar does not have is refused with an *InputError.
func ParseDay(s string) (Day, error) {
	text := strings.TrimSpace(s)
	if m := isoDay.FindStringSubmatch(text); m != nil {
		return dayFromDigits(m[1], m[2], m[3])
	}
	if m := shortDay.FindStringSubmatch(text); m != nil {
		return dayFromDigits(m[3], m[2], m[1])
	}
	if text == "" {
		return Day{}, refuse(s, "Chưa ghi ngày.")
	}
	return Day{}, refuse(s, "%s không phải là ngày; hãy ghi như 22/11/2014 hoặc 2014-11-22.", quote(s))
}

// MustDay is ParseDay for days written in the program itself; it panics where
// ParseDay refuses.
func MustDay(s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// dayFromDigits takes at most four digits each, which Atoi always reads.
func dayFromDigits(year, month, day string) (Day, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return NewDay(y, m, d)
}

func refuseDay(year, month, day int) error {
	written := strconv.Itoa(day) + "/" + strconv.Itoa(month) + "/" + strconv.Itoa(year)
	if year < FirstYear || year > LastYear {
		return refuse(written, "Ngày %s nằm ngoài khoảng từ năm %d đến năm %d.", written, FirstYear, LastYear)
	}
	if month < 1 || month > 12 {
		return refuse(written, "Không có ngày %s: tháng phải từ 1 đến 12.", written)
	}
	if last := daysInMonth(year, month); day < 1 || day > last {
		return refuse(written, "Không có ngày %s: tháng %d năm %d chỉ có từ ngày 1 đến ngày %d.", written, month, year, last)
	}
	return nil
}

func daysInMonth(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
