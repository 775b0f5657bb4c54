package scoring

import (
	"fmt"

	"thidua/exact"
	"thidua/season"
	"thidua/vi"
)

// bandLine says what a classification asks for.
func bandLine(b season.Band) string {
	words := fmt.Sprintf("%s: từ %s %% điểm tối đa trở lên", vi.UpperFirst(b.Name), b.From.Figure(exact.HalfUp, 2))
	if b.From.Sign() == 0 {
		words = vi.UpperFirst(b.Name) + ": các trường hợp còn lại"
	}
	if b.Floor.Sign() <= 0 {
		return words + "."
	}
	which := "nhóm tiêu chí"
	if b.FloorOn == season.FloorLeaves {
		which = "tiêu chí"
	}
	return fmt.Sprintf("%s, không %s nào dưới %s %%.", words, which, b.Floor.Figure(exact.HalfUp, 2))
}
