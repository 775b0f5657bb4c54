package target

import (
	"fmt"

	"thidua/exact"
)

// Rule is the reckoning behind every assessment, as the pages and the guide
// print it. It is the program's own, not a rule of law.
const Rule = "Nhịp mỗi năm là mức thay đổi bình quân từ số liệu cũ nhất trong ba năm trước đó đến số liệu mới nhất. " +
	"Dự báo lấy số liệu mới nhất cộng nhịp ấy nhân với số năm còn lại của nhiệm kỳ; số liệu trong năm tính như số liệu cuối năm. " +
	"Gần đạt là chưa đạt nhưng theo dự báo thì đạt trong nhiệm kỳ; khó đạt là theo dự báo thì không kịp. " +
	"Cần số liệu của ít nhất hai năm, năm mới nhất không cũ hơn năm liền trước."

// Explanation answers "vì sao?" for one assessment.
type Explanation struct {
	Rule      string // how it is reckoned; always Rule
	Inputs    []Line // the figures it rests on
	Steps     []Line // what was computed from them, in order
	Result    string // the outcome and its reason, one sentence
	Otherwise string // what would change it
}

// Line is a named value ready to show.
type Line struct {
	Name   string
	Value  string
	Sample bool // not from a source: số liệu minh họa
}

func (a Assessment) explain() Explanation {
	return Explanation{Rule: Rule, Inputs: a.inputs(), Steps: a.steps(), Result: a.result(), Otherwise: a.otherwise()}
}

func (a Assessment) inputs() []Line {
	i, t := a.Indicator, a.Target
	lines := []Line{{fmt.Sprintf("Chỉ tiêu đến năm %d", t.TermTo), i.amount(t.TermValue), i.Sample || t.Sample}}
	for _, p := range []Point{a.Last, a.Projection.From} {
		switch {
		case p.Year == 0:
		case p.Year == t.BaseYear:
			lines = append(lines, Line{fmt.Sprintf("Số liệu gốc năm %d", p.Year), i.amount(p.Value), p.Sample})
		default:
			lines = append(lines, Line{fmt.Sprintf("Thực hiện năm %d", p.Year), i.amount(p.Value), p.Sample})
		}
	}
	return lines
}

func (a Assessment) steps() []Line {
	p, i := a.Projection, a.Indicator
	if p.YearsLeft == 0 {
		return nil
	}
	lines := []Line{
		{"Còn cách chỉ tiêu", i.change(p.Gap), a.Sample},
		{"Số năm còn lại", fmt.Sprintf("%d năm", p.YearsLeft), false},
		{"Nhịp cần mỗi năm", i.change(p.Needed, p.Pace), a.Sample},
		{"Nhịp bình quân mỗi năm", a.paceFigure(), a.Sample},
		{fmt.Sprintf("Dự báo đến hết năm %d", a.Target.TermTo), i.computed(p.Expected, a.Target.TermValue), a.Sample},
	}
	if a.Class == NearMet {
		share := p.Push().Mul(exact.Int(100))
		lines = append(lines, Line{"Nhịp cần so với nhịp bình quân", share.Figure(exact.HalfUp, decimals(share, exact.Int(100))) + " %", a.Sample},
			Line{"Dự báo đạt", p.Reach().String(), a.Sample})
	}
	return lines
}

// paceFigure shows a pace in the wrong direction as what it is.
func (a Assessment) paceFigure() string {
	figure := a.Indicator.change(a.Projection.Pace, a.Projection.Needed)
	if a.Projection.Pace.Sign() < 0 {
		return figure + ", ngược hướng chỉ tiêu"
	}
	return figure
}
