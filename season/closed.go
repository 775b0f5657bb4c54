package season

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// NotClosed refuses to record anything more of a year that has ended. what
// names it in the refusal's sentence: "hội nghị".
func (s Season) NotClosed(what string) error {
	if s.Phase != Closed {
		return nil
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Năm thi đua đã kết thúc, không ghi thêm %s.", what))
}

// Public reports whether the results are public on the day: from the day of
// their publication on.
func (s Season) Public(day vi.Day) bool {
	return !s.PublishedOn.IsZero() && !day.Before(s.PublishedOn)
}

// StillOpen refuses to add to or change what the year is judged by once it has
// ended, or its results are public on the day: what was judged stays as it was
// judged.
func (s Season) StillOpen(day vi.Day, what string) error {
	if s.Public(day) {
		return refusal.New(refusal.Closed, fmt.Sprintf("Kết quả năm thi đua đã công bố ngày %s, không ghi thêm, không sửa %s được nữa.", s.PublishedOn.Short(), what))
	}
	return s.NotClosed(what)
}
