// Package exemplar is the year's điển hình tiên tiến and nhân tố mới: found,
// verified, recognised, made public, and taken up by others.
package exemplar

import "thidua/vi"

// Kind is who or what the exemplar is.
type Kind string

// The kinds. A statement is what a report says of exemplars without naming any
// ("nhân rộng nhiều điển hình tiên tiến"): it keeps the fact, and invents no name.
const (
	Collective Kind = "collective"
	Person     Kind = "person"
	Household  Kind = "household"
	Model      Kind = "model"
	Statement  Kind = "statement"
)

// Label is the kind in Vietnamese.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{
	Collective: "Tập thể",
	Person:     "Cá nhân",
	Household:  "Hộ gia đình",
	Model:      "Mô hình, nhân tố mới",
	Statement:  "Nêu trong báo cáo",
}

// Exemplar is one điển hình tiên tiến of a season, or a statement about several.
type Exemplar struct {
	ID        string
	Season    string // season id
	Kind      Kind
	Name      string // empty for a statement
	Count     int    // statement only: how many exemplars it speaks of; 0 when not stated
	Unit      string // unit id where it grew; may be empty
	Movement  string // movement id in which it grew; may be empty
	Story     string // what it did, or the statement itself
	State     State
	Steps     []Step // the way it came, oldest first
	Sample    bool   // not from a source: số liệu minh họa
	Adoptions []Adoption
}

// Adoption is one unit, or others named in words, taking the exemplar up.
type Adoption struct {
	ID       string
	Exemplar string // exemplar id
	Unit     string // unit id; empty when By tells it in words
	By       string // who, when no unit on record: "các đơn vị trong cụm"
	On       vi.Day // zero when not stated
	Note     string
	Sample   bool
}

// Public reports whether the record may be shown to everybody.
func (e Exemplar) Public() bool { return e.State == Published || e.State == Replicated }

// Shown is the record as it may be shown: until it is published, the name of a
// person or household, and the story that would tell it, are left out, for they
// are personal data.
func (e Exemplar) Shown() Exemplar {
	if !e.Public() && (e.Kind == Person || e.Kind == Household) {
		e.Name, e.Story = "", ""
	}
	return e
}

// PublicOf keeps the records that may be shown to everybody.
func PublicOf(all []Exemplar) (public []Exemplar) {
	for _, e := range all {
		if e.Public() {
			public = append(public, e)
		}
	}
	return public
}
