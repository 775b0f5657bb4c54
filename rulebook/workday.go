package rulebook

import (
	"fmt"
	"slices"
	"time"

	"thidua/refusal"
	"thidua/vi"
)

// DaysOff are a year's public holidays as officially set, and the Saturdays or
// Sundays worked in their place.
type DaysOff struct {
	Year   int      `yaml:"year" need:"true"`
	Off    []vi.Day `yaml:"off" need:"true"`
	Worked []vi.Day `yaml:"worked"`
	Known
}

// WorkDays is the day that is n working days after from, which itself does not
// count. It is refused for a year whose days off are not at hand.
func WorkDays(from vi.Day, n int) (vi.Day, error) {
	for day := from; ; {
		if n <= 0 {
			return day, nil
		}
		day = day.AddDays(1)
		off, err := held.off(day)
		if err != nil {
			return vi.Day{}, err
		}
		if !off {
			n--
		}
		from = day
	}
}

// off reports whether nobody works on the day.
func (b *book) off(day vi.Day) (bool, error) {
	for _, y := range b.daysOff {
		if y.Year != day.Year() {
			continue
		}
		if slices.Contains(y.Worked, day) {
			return false, nil
		}
		weekday := day.Time().Weekday()
		return weekday == time.Saturday || weekday == time.Sunday || slices.Contains(y.Off, day), nil
	}
	return false, refusal.New(refusal.Unsatisfied, fmt.Sprintf("Chưa có lịch nghỉ lễ năm %d nên chưa tính được ngày làm việc; quản trị nạp lịch nghỉ của năm.", day.Year()))
}
