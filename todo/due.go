package todo

import (
	"fmt"

	"thidua/vi"
)

// Urgency is how a day stands to today.
type Urgency string

// The urgencies.
const (
	Undated Urgency = ""      // no day is set
	Ahead   Urgency = "ahead" // more than a week
	Soon    Urgency = "due"   // a week or less, or today
	Late    Urgency = "late"  // past
)

// UrgencyOf is how the day stands to today. A day lasts until midnight in
// Vietnam, so a item due today is not late.
func UrgencyOf(due, today vi.Day) Urgency {
	left := today.DaysUntil(due)
	switch {
	case due.IsZero():
		return Undated
	case left < 0:
		return Late
	case left <= 7:
		return Soon
	}
	return Ahead
}

// DueWords is the tag of a day: "còn 3 ngày", "hạn hôm nay", "quá hạn 1 ngày";
// empty when no day is set.
func DueWords(due, today vi.Day) Words {
	left := today.DaysUntil(due)
	switch {
	case due.IsZero():
		return Words{}
	case left < 0:
		return Words{fmt.Sprintf("quá hạn %d ngày", -left), fmt.Sprintf("%s late", days(-left))}
	case left == 0:
		return Words{"hạn hôm nay", "due today"}
	}
	return Words{fmt.Sprintf("còn %d ngày", left), fmt.Sprintf("%s left", days(left))}
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
