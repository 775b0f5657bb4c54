package rulebook

import (
	"slices"
	"strconv"
	"strings"

	"thidua/exact"
)

// Kind is what a fact can be.
type Kind string

// The kinds of facts.
const (
	YesNo  Kind = "yes_no"
	Count  Kind = "number" // in the term's measure
	Years  Kind = "years"  // years in which something held: 2012, 2013, 2014
	Choice Kind = "text"   // one of the term's words
)

// Label is the kind's Vietnamese name.
func (k Kind) Label() string {
	return map[Kind]string{YesNo: "có/không", Count: "số", Years: "các năm", Choice: "chữ"}[k]
}

// Term is one word of the rules' vocabulary: what may be known of a candidate.
type Term struct {
	Name    string   `yaml:"name" need:"true"`
	Label   string   `yaml:"label" need:"true"` // "Dẫn đầu cụm, khối thi đua"
	Kind    Kind     `yaml:"kind" words:"yes_no|number|years|text" need:"true"`
	Measure string   `yaml:"measure"` // "%", "năm"
	Words   []string `yaml:"words"`   // of a text
}

// Fact is what is known of a candidate, and where it came from, in words with
// the document's number. One of the four values is set, by the term's kind.
type Fact struct {
	Yes    *bool        `yaml:"yes" json:"yes,omitempty"`
	Number exact.Number `yaml:"number" json:"number,omitzero"`
	Years  []int        `yaml:"years" json:"years,omitzero"` // none is a fact too
	Word   string       `yaml:"text" json:"text,omitempty"`
	From   string       `yaml:"from" json:"from,omitempty"`
	Link   string       `yaml:"link" json:"link,omitempty"`                 // the record it was drawn from, as its room refers to it; empty where there is none
	Sample bool         `yaml:"illustrative" json:"illustrative,omitempty"` // drawn from figures that no source gives
}

// Facts are what is known of one candidate, by term. What is not in it is not
// known, which is never the same as no.
type Facts map[string]Fact

// Truth is the fact of a yes or no.
func Truth(yes bool, from string) Fact { return Fact{Yes: &yes, From: from} }

// Amount is the fact of a number.
func Amount(n exact.Number, from string) Fact { return Fact{Number: n, From: from} }

// InYears is the fact of the years in which something held; none is a fact too.
func InYears(years []int, from string) Fact {
	if years == nil {
		years = []int{}
	}
	return Fact{Years: years, From: from}
}

// Says is the fact in Vietnamese words; "" where it says nothing.
func (f Fact) Says() string {
	switch {
	case f.Yes != nil && *f.Yes:
		return "có"
	case f.Yes != nil:
		return "không"
	case f.Number.Known():
		return f.Number.Figure("half_up", 2)
	case f.Years != nil && len(f.Years) == 0:
		return "chưa có năm nào"
	case f.Years != nil:
		var all []string
		for _, y := range slices.Sorted(slices.Values(f.Years)) {
			all = append(all, strconv.Itoa(y))
		}
		return "các năm " + strings.Join(all, ", ")
	}
	return f.Word
}

// run is how many years on end something held, up to last.
func (f Fact) run(last int) (n int) {
	for slices.Contains(f.Years, last-n) {
		n++
	}
	return n
}
