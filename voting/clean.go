package voting

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// cleaned returns the vote with every text tidied, and its round
// counted from 1, or a refusal naming the field whose text cannot have been
// meant.
func (v Vote) cleaned() (Vote, error) {
	if v.Round == 0 {
		v.Round = 1
	}
	v.Options = append([]Option(nil), v.Options...)
	v.Roll = append([]Ballot(nil), v.Roll...)
	v.TallyBoard = append([]string(nil), v.TallyBoard...)
	v.Tie.Chosen = append([]string(nil), v.Tie.Chosen...)
	texts := []text{{"question", &v.Question}, {"objections", &v.Objections}, {"tie.reason", &v.Tie.Reason}}
	for i := range v.Options {
		texts = append(texts, text{fmt.Sprintf("options[%d].label", i), &v.Options[i].Label})
	}
	for i := range v.Roll {
		texts = append(texts, text{fmt.Sprintf("roll[%d].unit", i), &v.Roll[i].Unit}, text{fmt.Sprintf("roll[%d].option", i), &v.Roll[i].Option})
	}
	for i := range v.TallyBoard {
		texts = append(texts, text{fmt.Sprintf("tally_board[%d]", i), &v.TallyBoard[i]})
	}
	for i := range v.Tie.Chosen {
		texts = append(texts, text{fmt.Sprintf("tie.chosen[%d]", i), &v.Tie.Chosen[i]})
	}
	for _, t := range texts {
		if err := vi.ValidText(*t.written); err != nil {
			return v, refusal.Field(t.field, err.Error())
		}
		*t.written = vi.Clean(*t.written)
	}
	return v, nil
}

// text is something people wrote, with the field it stands in.
type text struct {
	field   string
	written *string
}
