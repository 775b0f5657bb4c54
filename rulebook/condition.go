package rulebook

import (
	"fmt"

	"thidua/exact"
)

// Condition is what a clause asks: one fact held against a value, or several
// conditions together. Exactly one of All, Any, Not and Fact is set.
type Condition struct {
	All  []Condition `yaml:"all"`
	Any  []Condition `yaml:"any"`
	Not  *Condition  `yaml:"not"`
	Fact string      `yaml:"fact"` // a term's name; with one of what follows

	Is          string       `yaml:"is"`          // "có", "không", or a word of a text
	AtLeast     exact.Number `yaml:"at_least"`    // of a number, or of how many years
	AtMost      exact.Number `yaml:"at_most"`     // the same
	Within      int          `yaml:"within"`      // of years: only the last so many count, the year judged included
	Consecutive int          `yaml:"consecutive"` // of years: so many on end, up to the year judged or the one before
}

// Part is a condition as it was judged: the tree of the explanation.
type Part struct {
	Answer Answer `json:"answer"`
	Words  string `json:"words"`           // what is asked: "Dẫn đầu cụm, khối thi đua: có"
	Term   string `json:"term,omitempty"`  // of a single fact
	Known  bool   `json:"known,omitempty"` // there is such a fact
	Used   Fact   `json:"used,omitzero"`
	Change string `json:"change,omitempty"` // what would make it hold
	How    string `json:"how,omitempty"`    // "tất cả", "một trong", "không phải"
	Parts  []Part `json:"parts,omitempty"`
}

// judge holds a condition against the facts of a candidate for a year.
func (b *book) judge(c Condition, year int, facts Facts) Part {
	switch {
	case len(c.All) > 0:
		return b.several("tất cả", Yes, Answer.and, c.All, year, facts)
	case len(c.Any) > 0:
		return b.several("một trong", No, Answer.or, c.Any, year, facts)
	case c.Not != nil:
		p := b.judge(*c.Not, year, facts)
		return Part{Answer: p.Answer.not(), How: "không phải", Parts: []Part{p}}
	}
	return b.single(c, year, facts)
}

func (b *book) several(how string, start Answer, with func(a, b Answer) Answer, all []Condition, year int, facts Facts) Part {
	p := Part{Answer: start, How: how}
	for _, c := range all {
		one := b.judge(c, year, facts)
		p.Answer = with(p.Answer, one.Answer)
		p.Parts = append(p.Parts, one)
	}
	return p
}

func (b *book) single(c Condition, year int, facts Facts) Part {
	term := b.terms[c.Fact]
	f, known := facts[c.Fact]
	known = known && f.fits(term.Kind)
	p := Part{Term: c.Fact, Known: known, Words: c.words(term)}
	if known {
		p.Used, p.Answer = f, c.holds(term, f, year)
	}
	if p.Answer != Yes {
		p.Change = c.change(term, f, known, year)
	}
	return p
}

// fits reports whether the fact is of that kind.
func (f Fact) fits(k Kind) bool {
	switch k {
	case YesNo:
		return f.Yes != nil
	case Count:
		return f.Number.Known()
	case Years:
		return f.Years != nil
	case Choice:
		return f.Word != ""
	}
	return false
}

func (c Condition) holds(t Term, f Fact, year int) Answer {
	switch t.Kind {
	case YesNo:
		return answered((c.Is == yesWord) == *f.Yes)
	case Choice:
		return answered(f.Word == c.Is)
	case Count:
		return answered(c.between(f.Number))
	case Years:
		if c.Consecutive > 0 {
			return answered(c.longest(f, year) >= c.Consecutive)
		}
		return answered(c.between(c.counted(f, year)))
	}
	return Unknown
}

const (
	yesWord = "có"
	noWord  = "không"
)

func (c Condition) between(n exact.Number) bool {
	return (!c.AtLeast.Known() || n.Cmp(c.AtLeast) >= 0) && (!c.AtMost.Known() || n.Cmp(c.AtMost) <= 0)
}

// longest is how many years on end it held, up to the year judged or the one
// before: a title of the year itself is often decided after the proposal.
func (c Condition) longest(f Fact, year int) int { return max(f.run(year), f.run(year-1)) }

// counted is in how many years it held, of those that count.
func (c Condition) counted(f Fact, year int) exact.Number {
	n := 0
	for _, y := range f.Years {
		if y <= year && (c.Within == 0 || y > year-c.Within) {
			n++
		}
	}
	return exact.Int(int64(n))
}

// words is what is asked, as a clerk would put it.
func (c Condition) words(t Term) string {
	switch {
	case t.Kind == YesNo && c.Is == noWord:
		return "Không: " + t.Label
	case t.Kind == YesNo:
		return t.Label
	case t.Kind == Choice:
		return t.Label + ": " + c.Is
	case c.Consecutive > 0:
		return fmt.Sprintf("%s: %d năm liên tục", t.Label, c.Consecutive)
	}
	s := t.Label + ":"
	if c.AtLeast.Known() {
		s += " từ " + figure(c.AtLeast, t) + " trở lên"
	}
	if c.AtMost.Known() {
		s += " không quá " + figure(c.AtMost, t)
	}
	if c.Within > 0 {
		s += fmt.Sprintf(" trong %d năm gần nhất", c.Within)
	}
	return s
}

func figure(n exact.Number, t Term) string {
	s := n.Figure("half_up", 2)
	switch {
	case t.Kind == Years:
		return s + " năm"
	case t.Measure != "":
		return s + " " + t.Measure
	}
	return s
}

// change is what would make the condition hold: the counterfactual.
func (c Condition) change(t Term, f Fact, known bool, year int) string {
	switch {
	case !known && t.Kind == YesNo:
		return fmt.Sprintf("cần biết: %s", t.Label)
	case !known:
		return fmt.Sprintf("cần số liệu: %s", t.Label)
	case t.Kind == YesNo && c.Is == noWord:
		return fmt.Sprintf("nếu không còn “%s” thì đạt", t.Label)
	case t.Kind == YesNo, t.Kind == Choice:
		return fmt.Sprintf("nếu “%s” thì đạt", c.words(t))
	case c.Consecutive > 0:
		return fmt.Sprintf("thiếu %d năm liên tục: %s", c.Consecutive-c.longest(f, year), t.Label)
	}
	n := f.Number
	if t.Kind == Years {
		n = c.counted(f, year)
	}
	if c.AtLeast.Known() && n.Cmp(c.AtLeast) < 0 {
		return fmt.Sprintf("thiếu %s: %s", figure(c.AtLeast.Sub(n), t), t.Label)
	}
	return fmt.Sprintf("vượt %s: %s", figure(n.Sub(c.AtMost), t), t.Label)
}
