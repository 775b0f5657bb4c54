package paper

import (
	"slices"

	"thidua/document"
	"thidua/refusal"
	"thidua/yearbook"
)

// Facts are what one paper tells, field by field: the same that stands in the
// paper as the program sets it.
type Facts struct {
	Paper
	All []Fact
}

// FactsOf takes a paper of the year apart. It is the year from which the paper
// was composed; refused for one that was not.
func FactsOf(y yearbook.Year, p Paper) (Facts, error) {
	for _, r := range slices.Concat(rules, deskRules) {
		if r.kind != p.Kind {
			continue
		}
		for _, o := range r.occasions(y) {
			if r.fileName(o.number) == p.drawn && r.suffices(o) {
				return factsFrom(source{o, p.Doc}, p), nil
			}
		}
	}
	return Facts{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
}

func factsFrom(s source, p Paper) Facts {
	facts := Facts{Paper: p}
	for _, f := range FieldsOf(p.Kind) {
		facts.All = append(facts.All, f.of(s))
	}
	return facts
}

// Examples are facts of no paper, to try a template on. The whole is marked as
// illustrative.
func Examples(k Kind) Facts {
	facts := Facts{Paper: Paper{Kind: k, Title: k.Label(), File: "xem-thu", Doc: document.Doc{Illustrative: true}}}
	for _, f := range FieldsOf(k) {
		facts.All = append(facts.All, f.example())
	}
	return facts
}

func (f Field) example() Fact {
	fact := Fact{Field: f}
	switch f.Shape {
	case Text:
		fact.Text = f.Examples[0]
	case Lines:
		fact.Lines = f.Examples
	case Rows:
		fact.Rows = [][]string{f.Examples, f.Examples}
	case Blocks:
		for _, text := range f.Examples {
			fact.Blocks = append(fact.Blocks, document.Text(text))
		}
	}
	return fact
}
