package season

import (
	"errors"
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Bounds of the texts and lists of a draft, so that what cannot have been meant
// is never stored.
const (
	longestText = 1000 // letters of a name or a basis
	longestWord = 60   // letters of a code or a unit of measure
	longestList = 50   // ranks, grades, bands, quotas
)

// tidy puts every text into the form in which it is kept and refuses what
// nobody can have meant. Whether the rules can be applied is asked only when
// they are signed.
func (r *Rules) tidy() error {
	t := &tidying{}
	t.text("basis", &r.Basis, longestText)
	for i := range r.Bands {
		t.text(fmt.Sprintf("bands[%d].name", i), &r.Bands[i].Name, longestText)
	}
	for i := range r.Quotas {
		t.text(fmt.Sprintf("quotas[%d].title", i), &r.Quotas[i].Title, longestText)
	}
	t.list("bands", len(r.Bands))
	t.list("quotas", len(r.Quotas))
	t.list("ties", len(r.Ties))
	t.criteria(nil, r.Criteria)
	if t.nodes > MaxNodes {
		t.refuse("criteria", "Cây tiêu chí có %d mục; nhiều nhất là %d.", t.nodes, MaxNodes)
	}
	return errors.Join(t.faults...)
}

type tidying struct {
	faults []error
	nodes  int
}

func (t *tidying) refuse(field, format string, args ...any) {
	t.faults = append(t.faults, refusal.Field(field, fmt.Sprintf(format, args...)))
}

func (t *tidying) text(field string, text *string, longest int) {
	if err := refusal.Texts(refusal.Text{Field: field, Value: text}); err != nil {
		t.faults = append(t.faults, err)
	} else if n := len([]rune(*text)); n > longest {
		t.refuse(field, "Dài %s chữ cái; nhiều nhất là %s.", vi.FormatInt(int64(n)), vi.FormatInt(int64(longest)))
	}
}

func (t *tidying) list(field string, n int) {
	if n > longestList {
		t.refuse(field, "Danh sách có %d dòng; nhiều nhất là %d.", n, longestList)
	}
}

func (t *tidying) criteria(parent Index, all []Criterion) {
	if len(parent) >= MaxDepth && len(all) > 0 {
		t.refuse(Problem{Index: parent}.Path(), "Cây tiêu chí sâu quá %d cấp.", MaxDepth)
		return
	}
	for i := range all {
		c, at := &all[i], parent.Child(i)
		field := func(name string) string { return Problem{Index: at, Field: name}.Path() }
		t.nodes++
		t.text(field("code"), &c.Code, longestWord)
		t.text(field("name"), &c.Name, longestText)
		t.text(field("unit"), &c.Unit, longestWord)
		t.list(field("ranks"), len(c.Ranks))
		t.list(field("grades"), len(c.Grades))
		for g := range c.Grades {
			t.text(field("grades"), &c.Grades[g].Word, longestWord)
		}
		t.criteria(at, c.Children)
	}
}
