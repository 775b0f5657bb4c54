package target

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Check refuses a target whose parts do not fit together, naming the field.
func (t Target) Check() error {
	switch {
	case (t.BaseYear != 0) != t.BaseValue.Known():
		return refusal.Field("baseline", "Số liệu gốc phải có cả năm và giá trị.")
	case (t.TermTo != 0) != t.TermValue.Known() || (t.TermFrom != 0) != (t.TermTo != 0):
		return refusal.Field("term", "Chỉ tiêu nhiệm kỳ phải có năm đầu, năm cuối và giá trị.")
	case t.TermTo < t.TermFrom:
		return refusal.Field("term", fmt.Sprintf("Nhiệm kỳ kết thúc (%d) trước khi bắt đầu (%d).", t.TermTo, t.TermFrom))
	case t.TermTo != 0 && t.BaseYear >= t.TermTo:
		return refusal.Field("baseline", fmt.Sprintf("Năm gốc (%d) phải trước năm cuối nhiệm kỳ (%d).", t.BaseYear, t.TermTo))
	case !t.HasTerm() && len(t.Yearly) == 0:
		return refusal.Field("yearly", "Phải giao chỉ tiêu nhiệm kỳ hoặc chỉ tiêu của ít nhất một năm.")
	}
	for _, year := range []int{t.BaseYear, t.TermFrom, t.TermTo} {
		if year != 0 && !possible(year) {
			return refusal.Field("term", fmt.Sprintf("Năm %d không hợp lệ.", year))
		}
	}
	for year, due := range t.Yearly {
		if !possible(year) || !due.Known() {
			return refusal.Field("yearly", fmt.Sprintf("Chỉ tiêu năm %d không hợp lệ.", year))
		}
	}
	return nil
}

func possible(year int) bool { return vi.FirstYear <= year && year <= vi.LastYear }

// check refuses a figure that cannot be, reported on the day for a target with
// that base year and last year (0 when not stated).
func (a Actual) check(day vi.Day, baseYear, termTo int) error {
	switch {
	case !a.Value.Known():
		return refusal.Field("value", "Chưa ghi số liệu thực hiện.")
	case !possible(a.Year):
		return refusal.Field("year", fmt.Sprintf("Năm %d không hợp lệ.", a.Year))
	case a.Year <= baseYear:
		return refusal.Field("year", fmt.Sprintf("Số liệu gốc là của năm %d; chỉ báo cáo từ năm %d.", baseYear, baseYear+1))
	case termTo != 0 && a.Year > termTo:
		return refusal.Field("year", fmt.Sprintf("Năm %d ở sau nhiệm kỳ của chỉ tiêu (đến năm %d).", a.Year, termTo))
	case a.Year > day.Year():
		return refusal.Field("year", fmt.Sprintf("Chưa thể có số liệu năm %d vào ngày %s.", a.Year, day.Short()))
	case a.AsOf.After(day):
		return refusal.Field("as_of", fmt.Sprintf("Ngày của số liệu (%s) ở sau ngày báo cáo (%s).", a.AsOf.Short(), day.Short()))
	case !a.AsOf.IsZero() && a.AsOf.Year() < a.Year:
		return refusal.Field("as_of", fmt.Sprintf("Số liệu năm %d không thể tính đến ngày %s.", a.Year, a.AsOf.Short()))
	}
	return nil
}
