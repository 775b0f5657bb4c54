package intake

import (
	"regexp"
	"strconv"
	"strings"

	"thidua/vi"
)

var (
	spokenDay = regexp.MustCompile(`^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$`)
	signedDay = regexp.MustCompile(`^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})$`)
	serialDay = regexp.MustCompile(`^\d{5}$`)
)

// ParseDay reads a day as lists have it: 05/01/2015, 5-1-2015, 5.1.2015, "ngày
// 05 tháng 01 năm 2015", 2015-01-05, or Excel's own number 42009.
func ParseDay(s string) (vi.Day, error) {
	text := strings.TrimSpace(s)
	if m := signedDay.FindStringSubmatch(text); m != nil {
		return vi.ParseDay(m[1] + "/" + m[2] + "/" + m[3])
	}
	if m := spokenDay.FindStringSubmatch(vi.Fold(text)); m != nil {
		return vi.ParseDay(m[1] + "/" + m[2] + "/" + m[3])
	}
	if serialDay.MatchString(text) {
		n, _ := strconv.Atoi(text)
		return vi.DayOf(serial(n, 1900)), nil
	}
	return vi.ParseDay(text)
}
