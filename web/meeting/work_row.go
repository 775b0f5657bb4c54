package meeting

import (
	"fmt"
	"strconv"

	"thidua/meeting"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// blank is how many empty rows follow those that are filled in.
const blank = 3

// row is one row of a list in the form, with what is wrong with it as a whole.
type row struct {
	list  string
	index int
	wrong string
}

// name is the name of one of the row's fields: "agenda[2].who".
func (r row) name(part string) string { return fmt.Sprintf("%s[%d].%s", r.list, r.index, part) }

func formRows(f work.Form, list, first string, recorded int) (all []row) {
	n := max(recorded+blank, rows(f, list+"[%d]."+first))
	for i := range n {
		all = append(all, row{list, i, f.Err(fmt.Sprintf("%s[%d]", list, i))})
	}
	return all
}

// at is the list's row of that index; a blank one behind its end.
func at[T any](list []T, i int) (t T) {
	if i < len(list) {
		return list[i]
	}
	return t
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func kindOptions() (all []ui.Option) {
	for _, k := range kinds {
		all = append(all, ui.Option{Value: string(k), Label: vi.UpperFirst(k.Label())})
	}
	return all
}

func memberOptions(v work.Visit, none string) []ui.Option {
	all := []ui.Option{{Value: "", Label: none}}
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}

// signerOptions are the people who may sign, each with post and unit.
func signerOptions(v work.Visit, people []meeting.Signer, none string) []ui.Option {
	all := []ui.Option{{Value: "", Label: none}}
	for _, p := range people {
		label := p.Name
		for _, more := range []string{p.Post, p.Role.Label(), v.Unit(p.Unit)} {
			if more != "" {
				label += ", " + more
			}
		}
		all = append(all, ui.Option{Value: p.Person, Label: label})
	}
	return all
}
