package award

import (
	"strings"

	"thidua/refusal"
	"thidua/vi"
)

// Code is a title's code in the rulebook.
type Code = string

// Recipient is to whom awards are given.
type Recipient = string

// The recipients of awards: cá nhân, tập thể, hộ gia đình.
const (
	Individual Recipient = "individual"
	Collective Recipient = "collective"
	Household  Recipient = "household"
)

// titleNamed stands until the rulebook names titles.
func titleNamed(name string) (Code, bool) {
	for code, names := range titleNames {
		for _, n := range names {
			if vi.Fold(n) == vi.Fold(name) {
				return code, true
			}
		}
	}
	return "", false
}

var titleNames = map[Code][]string{
	"government_flag":        {"Cờ thi đua của Chính phủ"},
	"base_emulation_fighter": {"Chiến sĩ thi đua cơ sở"},
	"advanced_worker":        {"Lao động tiên tiến"},
}

// recipientNamed reads the kind of a recipient; where nothing is written the
// title tells, if it is for one kind only.
func recipientNamed(text string, title Code) (Recipient, error) {
	fold := vi.Fold(text)
	switch {
	case fold == "":
		return onlyFor(title)
	case strings.Contains(fold, "ca nhan") || fold == "individual":
		return Individual, nil
	case strings.Contains(fold, "tap the") || strings.Contains(fold, "don vi"):
		return Collective, nil
	case strings.Contains(fold, "ho gia dinh") || fold == "gia dinh" || fold == "ho":
		return Household, nil
	}
	return "", refusal.Field("recipient", "Đối tượng ghi cá nhân, tập thể hoặc hộ gia đình.")
}

func onlyFor(title Code) (Recipient, error) {
	return Individual, nil
}

// RecipientLabel is to whom an award goes, as people say it.
func RecipientLabel(r Recipient) string { return recipientLabels[r] }

var recipientLabels = map[Recipient]string{Individual: "cá nhân", Collective: "tập thể", Household: "hộ gia đình"}
