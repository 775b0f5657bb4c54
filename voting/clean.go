package voting

import (
	"fmt"

	"thidua/refusal"
)

// cleaned returns the vote with every text tidied, and its round counted from
// 1, or a refusal for each field whose text cannot have been meant.
func (v Vote) cleaned() (Vote, error) {
	if v.Round == 0 {
		v.Round = 1
	}
	v.Options = append([]Option(nil), v.Options...)
	v.Roll = append([]Ballot(nil), v.Roll...)
	v.TallyBoard = append([]string(nil), v.TallyBoard...)
	v.Tie.Chosen = append([]string(nil), v.Tie.Chosen...)
	texts := []refusal.Text{{Field: "question", Value: &v.Question}, {Field: "objections", Value: &v.Objections}, {Field: "tie.reason", Value: &v.Tie.Reason}}
	for i := range v.Options {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("options[%d].label", i), Value: &v.Options[i].Label})
	}
	for i := range v.Roll {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("roll[%d].unit", i), Value: &v.Roll[i].Unit}, refusal.Text{Field: fmt.Sprintf("roll[%d].option", i), Value: &v.Roll[i].Option})
	}
	for i := range v.TallyBoard {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("tally_board[%d]", i), Value: &v.TallyBoard[i]})
	}
	for i := range v.Tie.Chosen {
		texts = append(texts, refusal.Text{Field: fmt.Sprintf("tie.chosen[%d]", i), Value: &v.Tie.Chosen[i]})
	}
	return v, refusal.Texts(texts...)
}
