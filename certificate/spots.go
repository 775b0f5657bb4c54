package certificate

import (
	"errors"
	"fmt"

	"thidua/refusal"
)

// The bounds of a spot: letters of up to 120 points, a QR code of at least 18 mm,
// which a telephone still reads from a hand's breadth.
const (
	greatestSize        = 120
	leastCode    Length = 180
	leastWidth   Length = 50
)

// clean holds every spot to the sheet, each refusal by the field's name
// ("name.x").
func (l *Layout) clean(b Blank) error {
	var all []error
	seen := map[Field]bool{}
	for i := range l.Spots {
		s := &l.Spots[i]
		if s.Field.Label() == "" || seen[s.Field] {
			return refusal.New(refusal.Invalid, "Bố cục có mục không có hoặc lặp lại.")
		}
		seen[s.Field] = true
		all = append(all, s.clean(b))
	}
	if err := errors.Join(all...); err != nil {
		return err
	}
	if !l.Spot(Name).On {
		return refusal.Field(string(Name)+".on", "Bằng phải in tên người, tập thể hoặc hộ gia đình được khen.")
	}
	return nil
}

func (s *Spot) clean(b Blank) error {
	at := func(part, sentence string) error {
		return refusal.Field(string(s.Field)+"."+part, s.Field.Label()+": "+sentence)
	}
	all := []error{refusal.Texts(refusal.Text{Field: string(s.Field) + ".words", Value: &s.Words})}
	if s.X < 0 || s.X >= b.Width {
		all = append(all, at("x", fmt.Sprintf("cách mép trái từ 0 đến dưới %s mm.", b.Width)))
	}
	if s.Y < 0 || s.Y >= b.Height {
		all = append(all, at("y", fmt.Sprintf("cách mép trên từ 0 đến dưới %s mm.", b.Height)))
	}
	if s.Width < leastWidth || s.X+s.Width > b.Width {
		all = append(all, at("width", fmt.Sprintf("rộng từ %s mm, không quá mép phải của phôi.", leastWidth)))
	}
	if s.Field == CheckCode && s.On && (s.Width < leastCode || s.Y+s.Width > b.Height) {
		all = append(all, at("width", fmt.Sprintf("cạnh từ %s mm thì điện thoại mới đọc được, và nằm trọn trên phôi.", leastCode)))
	}
	if s.Align.Label() == "" {
		all = append(all, at("align", "chọn canh trái, giữa hoặc phải."))
	}
	if s.Size < smallest || s.Size > greatestSize {
		all = append(all, at("size", fmt.Sprintf("cỡ chữ từ %d đến %d.", int(smallest), greatestSize)))
	}
	if s.On && (s.Field == Address || s.Field == SignerPost) && s.Words == "" {
		all = append(all, at("words", "ghi chữ cần in, hoặc bỏ chọn mục này."))
	}
	return errors.Join(all...)
}
