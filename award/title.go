package award

import (
	"fmt"
	"slices"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// Code is a title's code in the rulebook.
type Code = rulebook.Code

// Recipient is to whom awards are given.
type Recipient = rulebook.Recipient

// The recipients of awards: cá nhân, tập thể, hộ gia đình.
const (
	Individual = rulebook.Individual
	Collective = rulebook.Collective
	Household  = rulebook.Household
)

// recipientNamed reads the kind of a recipient; where nothing is written the
// title tells, if it is for one kind only.
func recipientNamed(text string, title Code) (Recipient, error) {
	fold := vi.Fold(text)
	switch {
	case fold == "":
		return onlyFor(title)
	case strings.Contains(fold, "ca nhan"):
		return Individual, nil
	case strings.Contains(fold, "tap the") || strings.Contains(fold, "don vi"):
		return Collective, nil
	case strings.Contains(fold, "ho gia dinh") || fold == "gia dinh" || fold == "ho":
		return Household, nil
	}
	return "", refusal.Field("recipient", "Đối tượng ghi cá nhân, tập thể hoặc hộ gia đình.")
}

func onlyFor(title Code) (Recipient, error) {
	name, known := rulebook.NameOf(title)
	if known && len(name.For) == 1 {
		return name.For[0], nil
	}
	if !known {
		return Individual, nil // the title itself is refused
	}
	return "", refusal.Field("recipient", name.Name+" có thể tặng nhiều loại đối tượng; hãy ghi cá nhân, tập thể hay hộ gia đình.")
}

// checkTitle refuses a title that the rulebook has not, or that is not for such
// a recipient.
func (a Award) checkTitle() error {
	if a.Title == "" {
		return refusal.Field("title", "Thiếu danh hiệu, hình thức khen thưởng.")
	}
	name, known := rulebook.NameOf(a.Title)
	switch {
	case !known:
		return refusal.Field("title", "Không có danh hiệu, hình thức khen thưởng này.")
	case !slices.Contains(name.For, a.Kind):
		return refusal.Field("recipient", fmt.Sprintf("%s không tặng cho %s.", name.Name, a.Kind.Label()))
	}
	return nil
}

// checkYear holds an award to the time of the regimes. Months between two of
// them, of which it is not verified which law held, are no reason to refuse what
// was awarded then.
func checkYear(a Award, d Decision) error {
	first := rulebook.Regimes()[0].From
	switch {
	case d.Day.IsZero():
		return nil // refused with the decision
	case d.Day.Before(first):
		return refusal.Field("day", fmt.Sprintf("Ngày quyết định %s nằm ngoài các chế độ pháp luật chương trình có (từ ngày %s).", d.Day.Short(), first.Short()))
	case a.Year < vi.FirstYear:
		return refusal.Field("year", fmt.Sprintf("Năm thành tích phải từ năm %d.", vi.FirstYear))
	case a.Year > d.Day.Year():
		return refusal.Field("year", fmt.Sprintf("Năm thành tích %d sau năm của quyết định (%d).", a.Year, d.Day.Year()))
	}
	return nil
}
