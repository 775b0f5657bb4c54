package paper

import "thidua/document"

// Facts are what one paper tells, field by field: the same that stands in the
// paper as the program sets it.
type Facts struct {
	Paper
	All []Fact
}

// Facts takes the paper apart as it stands now: with its number and day, once it
// has them. A paper of a kind that no locality sets has none.
func (p Paper) Facts() Facts {
	facts := Facts{Paper: p}
	for _, f := range FieldsOf(p.Kind) {
		facts.All = append(facts.All, f.of(source{p.of, p.Doc}))
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
