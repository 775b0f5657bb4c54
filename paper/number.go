package paper

import (
	"errors"
	"fmt"
	"strings"

	"thidua/document"
	"thidua/refusal"
	"thidua/vi"
)

// mostNumber bounds the numbers of a year's series.
const mostNumber = 99_999

// Numbered reports whether papers like this one bear a number.
func (p Paper) Numbered() bool { return strings.Contains(p.Doc.Number, document.Serial(0)) }

// DayKnown is the day that the records give the paper, such as that of the meeting
// whose minutes it is; zero where it is dated when it is issued.
func (p Paper) DayKnown() vi.Day {
	if p.Doc.Day.IsZero() {
		return vi.Day{}
	}
	return vi.DayOf(p.Doc.Day)
}

// As is the paper as it is issued: under a number of its issuer's series of the
// year (NĐ 30/2020/NĐ-CP, Điều 15), dated, in the layout of that day. A paper that
// bears no number takes none. It is refused field by field ("number", "day").
func (p Paper) As(number int, day, today vi.Day) (Paper, error) {
	if known := p.DayKnown(); !known.IsZero() {
		day = known
	}
	if err := p.fitting(number, day, today); err != nil {
		return Paper{}, err
	}
	said := "ngày " + day.Short()
	if p.Numbered() {
		p.Number, p.Doc.Number = number, strings.Replace(p.Doc.Number, " "+document.Serial(0), " "+document.Serial(number), 1)
		said = "số " + p.Symbol() + ", " + said
		p.File += fmt.Sprintf("-so-%s-%d", document.Serial(number), day.Year())
	} else {
		p.File += "-ngay-" + day.String()
	}
	p.Day, p.Doc.Day, p.Doc.Created, p.Doc.Layout = day, day.Time(), day.Time(), document.LayoutOn(day.Time())
	p.Title += " (" + said + ")"
	p.Doc.Title = p.Title
	return p, nil
}

// Symbol is the number with its symbol: "05/TTr-CTĐ"; empty for a paper that
// bears none.
func (p Paper) Symbol() string {
	_, symbol, _ := strings.Cut(p.Doc.Number, " ")
	return strings.TrimSpace(symbol)
}

func (p Paper) fitting(number int, day, today vi.Day) error {
	var faults []error
	if p.Issuer == "" || strings.Contains(p.Doc.Number, toFillIn) {
		faults = append(faults, refusal.New(refusal.Unsatisfied, "Hồ sơ chưa rõ cơ quan ban hành hoặc ký hiệu của cơ quan, nên chưa ban hành được; hãy tải dự thảo về ghi tay."))
	}
	if p.Numbered() && (number < 1 || number > mostNumber) {
		faults = append(faults, refusal.Field("number", fmt.Sprintf("Ghi số văn bản từ 1 đến %s.", vi.FormatInt(mostNumber))))
	}
	switch {
	case day.IsZero():
		faults = append(faults, refusal.Field("day", "Ghi ngày ban hành."))
	case today.Before(day):
		faults = append(faults, refusal.Field("day", "Ngày ban hành chưa tới."))
	}
	return errors.Join(faults...)
}
