package intake

import (
	"regexp"
	"strings"

	"thidua/access"
	"thidua/vi"
)

// Form is what a list of one kind holds: its columns, in the order in which we
// write it, and who may send one.
type Form struct {
	Name    string     // by which mappings are remembered: "nomination"
	Act     access.Act // whoever may do it may send the list
	Columns []Column
}

// Column is one thing that lists of the form tell.
type Column struct {
	Field    string // its name in the code
	Head     string // as we head it
	Required bool
	Day      bool     // it holds days
	Synonyms []string // as others head it; compared without accents and signs
}

// Column returns the column of that field; false when the form has none.
func (f Form) Column(field string) (Column, bool) {
	for _, c := range f.Columns {
		if c.Field == field {
			return c, true
		}
	}
	return Column{}, false
}

// Missing are the heads of required columns that no column of a list holds.
func (f Form) Missing(fields []string) (heads []string) {
	held := map[string]bool{}
	for _, x := range fields {
		held[x] = true
	}
	for _, c := range f.Columns {
		if c.Required && !held[c.Field] {
			heads = append(heads, "“"+c.Head+"”")
		}
	}
	return heads
}

// words finds fields by what a column is headed.
type words struct {
	exact map[string]string // folded head → field
	begin []string          // folded heads of two words and more
}

func (f Form) words() words {
	w := words{exact: map[string]string{}}
	for _, c := range f.Columns {
		for _, name := range append([]string{c.Head}, c.Synonyms...) {
			key := vi.Fold(name)
			if _, taken := w.exact[key]; key == "" || taken {
				continue
			}
			w.exact[key] = c.Field
			if strings.Contains(key, " ") {
				w.begin = append(w.begin, key)
			}
		}
	}
	return w
}

var inBrackets = regexp.MustCompile(`\([^)]*\)`)

// field is what a column of that head holds: the head as it stands, or without
// what it says in brackets, is one of the form's; "" for none.
func (w words) field(head string) string {
	if f := w.exact[vi.Fold(head)]; f != "" {
		return f
	}
	return w.exact[vi.Fold(inBrackets.ReplaceAllString(head, " "))]
}

// likely is the field of the longest head of the form with which this one
// begins: "Họ và tên người được đề nghị" begins with "Họ và tên".
func (w words) likely(head string) (field string) {
	key, longest := vi.Fold(head), 0
	for _, begin := range w.begin {
		if strings.HasPrefix(key, begin+" ") && len(begin) > longest {
			field, longest = w.exact[begin], len(begin)
		}
	}
	return field
}
