package paper

import (
	"slices"

	"thidua/document"
)

// Shape is how the value of a field stands in a paper.
type Shape int

// The shapes.
const (
	Text   Shape = iota // one text
	Lines               // several lines, each a paragraph of its own
	Rows                // a list whose rows have columns
	Blocks              // whole paragraphs and tables
)

// Field is one thing that a kind of paper tells, by the name under which a
// locality's own template asks for it.
type Field struct {
	Name    string // "số ký hiệu"
	Means   string // in words, for the clerk
	Shape   Shape
	Columns []string // of Rows
	// Needed is true for what no paper of the kind does without: a template
	// that leaves it out is warned of.
	Needed bool
	// Examples stand for facts in a trial filling: one for each column of Rows.
	Examples []string

	kinds  []Kind // empty: every kind
	text   func(source) string
	lines  func(source) []string
	rows   func(source) [][]string
	blocks func(source) []document.Block
}

// source is what a paper was drawn up for, and what was drawn up.
type source struct {
	occasion
	doc document.Doc
}

// FieldsOf are the fields of a kind, in the order in which papers bring them;
// none for a kind that no locality sets.
func FieldsOf(k Kind) (all []Field) {
	if !slices.Contains(TemplateKinds(), k) {
		return nil
	}
	for _, f := range slices.Concat(frameFields, bodyFields, signerFields) {
		if len(f.kinds) == 0 || slices.Contains(f.kinds, k) {
			all = append(all, f)
		}
	}
	return all
}

// TemplateKinds are the kinds of papers that a locality may set in its own way:
// those drawn up from the records of a year, of a council's meeting or of a dossier.
func TemplateKinds() (all []Kind) {
	for _, r := range slices.Concat(rules, deskRules) {
		all = append(all, r.kind)
	}
	return append(all, Decision, AchievementReport)
}

// Fact is the value of a field in one paper.
type Fact struct {
	Field
	Text   string
	Lines  []string
	Rows   [][]string
	Blocks []document.Block
}

// Empty reports a fact that the paper does not tell.
func (f Fact) Empty() bool {
	return f.Text == "" && len(f.Lines) == 0 && len(f.Rows) == 0 && len(f.Blocks) == 0
}

// of is the field's value.
func (f Field) of(s source) Fact {
	fact := Fact{Field: f}
	switch f.Shape {
	case Text:
		fact.Text = f.text(s)
	case Lines:
		fact.Lines = f.lines(s)
	case Rows:
		fact.Rows = f.rows(s)
	case Blocks:
		fact.Blocks = f.blocks(s)
	}
	return fact
}
