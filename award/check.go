package award

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"thidua/refusal"
	"thidua/vi"
)

// Bounds of the texts of an award, in letters.
const (
	longestName        = 200
	longestAchievement = 2000
)

// clean puts a decision's texts into the form in which they are kept, or
// refuses it by field.
func (d *Decision) clean() error {
	if err := refusal.Texts(refusal.Text{Field: "number", Value: &d.Number}, refusal.Text{Field: "authority", Value: &d.Authority},
		refusal.Text{Field: "signer", Value: &d.Signer}); err != nil {
		return err
	}
	if d.Kind == "" {
		d.Kind = Grant
	}
	var all []error
	switch {
	case numberKey(d.Number) == "":
		all = append(all, refusal.Field("number", "Thiếu số quyết định."))
	case !strings.ContainsAny(d.Number, "0123456789"):
		all = append(all, refusal.Field("number", "Số quyết định phải có chữ số, ví dụ 155/QĐ-UBND."))
	}
	if d.Day.IsZero() {
		all = append(all, refusal.Field("day", "Thiếu ngày quyết định."))
	}
	if vi.Fold(d.Authority) == "" {
		all = append(all, refusal.Field("authority", "Thiếu cơ quan, người quyết định."))
	}
	if d.Kind.Label() == "" {
		all = append(all, refusal.Field("kind", "Loại quyết định là tặng, truy tặng, điều chỉnh hoặc thu hồi."))
	}
	for field, text := range map[string]string{"number": d.Number, "authority": d.Authority, "signer": d.Signer} {
		if err := short(field, text, longestName); err != nil {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
}

// clean puts an award's texts into the form in which they are kept, or refuses
// it by field. d is its decision.
func (a *Award) clean(d Decision) error {
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &a.Name}, refusal.Text{Field: "post", Value: &a.Post}, refusal.Text{Field: "unit", Value: &a.UnitName},
		refusal.Text{Field: "title", Value: &a.TitleName}, refusal.Text{Field: "achievement", Value: &a.Achievement}); err != nil {
		return err
	}
	return a.check(d)
}

func (a *Award) check(d Decision) error {
	var all []error
	wrong := func(field, sentence string) { all = append(all, refusal.Field(field, sentence)) }
	if vi.Fold(a.Name) == "" {
		wrong("name", "Thiếu tên người, tập thể hoặc hộ gia đình được khen.")
	}
	if a.Kind != Individual && a.Kind != Collective && a.Kind != Household {
		wrong("recipient", "Đối tượng là cá nhân, tập thể hoặc hộ gia đình.")
	}
	if err := a.checkTitle(); err != nil {
		all = append(all, err)
	}
	for _, text := range []refusal.Text{{Field: "name", Value: &a.Name}, {Field: "post", Value: &a.Post}, {Field: "unit", Value: &a.UnitName}, {Field: "title", Value: &a.TitleName}} {
		if err := short(text.Field, *text.Value, longestName); err != nil {
			all = append(all, err)
		}
	}
	if err := short("achievement", a.Achievement, longestAchievement); err != nil {
		all = append(all, err)
	}
	if err := checkBirth(a.Birth, d.Day); err != nil {
		all = append(all, err)
	}
	if a.Sex != "" && a.Sex != "nam" && a.Sex != "nữ" {
		wrong("sex", "Giới tính ghi nam hoặc nữ.")
	}
	if a.Money.Known() && (a.Money.Sign() < 0 || a.Money.Floor() != a.Money.Ceil() || a.Money.Floor() > mostMoney) {
		wrong("money", "Tiền thưởng là số đồng tròn, không âm, không quá 1.000 tỷ đồng.")
	}
	if err := checkYear(*a, d); err != nil {
		all = append(all, err)
	}
	return errors.Join(all...)
}

// mostMoney bounds a bonus against slips, in VND.
const mostMoney = 1_000_000_000_000

var birthForm = regexp.MustCompile(`^([0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$`)

// checkBirth takes a year, or a day as vi.Day writes it.
func checkBirth(birth string, day vi.Day) error {
	if birth == "" {
		return nil
	}
	if !birthForm.MatchString(birth) {
		return refusal.Field("birth", "Ngày sinh ghi như 22/11/1970, hoặc chỉ ghi năm.")
	}
	if year := birth[:4]; year < "1850" || !day.IsZero() && year > fmt.Sprint(day.Year()) {
		return refusal.Field("birth", "Năm sinh "+year+" không thể đúng với ngày của quyết định.")
	}
	return nil
}

func short(field, text string, most int) error {
	if n := len(text); n > most && len([]rune(text)) > most {
		return refusal.Field(field, fmt.Sprintf("Nội dung dài quá %d chữ cái.", most))
	}
	if formula(text) {
		return refusal.Field(field, "Ô này là công thức, không phải chữ: “"+string([]rune(text)[:min(20, len([]rune(text)))])+"”.")
	}
	return nil
}

// formula reports whether a table program would compute the text when the list
// is opened again. A dash before a space begins a list, as people write it.
func formula(text string) bool {
	if text == "" {
		return false
	}
	switch text[0] {
	case '=', '+', '@':
		return true
	case '-':
		return len(text) > 1 && text[1] != ' ' && text[1] != '-'
	}
	return false
}
