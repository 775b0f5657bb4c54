package rulebook

import (
	"fmt"
	"strconv"
	"strings"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// ReadFact reads what somebody typed of a term: "có" or "không", a number, years
// parted by spaces or commas, one of the term's words. Empty text is no fact.
func ReadFact(t Term, text, from string) (Fact, bool, error) {
	text = vi.Clean(text)
	if text == "" {
		return Fact{}, false, nil
	}
	f := Fact{From: from}
	var err error
	switch t.Kind {
	case YesNo:
		yes := vi.Fold(text) == vi.Fold(yesWord)
		if !yes && vi.Fold(text) != vi.Fold(noWord) {
			return f, false, refusal.Field(t.Name, t.Label+": ghi có hoặc không.")
		}
		f.Yes = &yes
	case Count:
		r, parsed := vi.ParseNumber(text)
		if parsed != nil {
			return f, false, refusal.Field(t.Name, parsed.Error())
		}
		f.Number = exact.Of(r)
	case Years:
		f.Years, err = readYears(t, text)
	case Choice:
		for _, w := range t.Words {
			if vi.Fold(w) == vi.Fold(text) {
				f.Word = w
			}
		}
		if f.Word == "" {
			err = refusal.Field(t.Name, fmt.Sprintf("%s: chọn một trong %s.", t.Label, strings.Join(t.Words, ", ")))
		}
	}
	return f, err == nil, err
}

func readYears(t Term, text string) ([]int, error) {
	years := []int{}
	if vi.Fold(text) == vi.Fold(noWord) {
		return years, nil
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1945 || n > 2100 {
			return nil, refusal.Field(t.Name, fmt.Sprintf("%s: ghi các năm cách nhau bằng dấu cách, ví dụ 2012 2013; “không” nếu chưa có năm nào.", t.Label))
		}
		years = append(years, n)
	}
	return years, nil
}
