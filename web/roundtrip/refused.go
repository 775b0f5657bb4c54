package roundtrip

import (
	"errors"

	"thidua/refusal"
	"thidua/web/work"
)

// placed says of every refusal in which row it lies, and hangs what concerns a
// cell that the preview does not show on the first one of its row that it does.
func (s Sheet) placed(err error, f work.Form) error {
	refused := refusal.All(err)
	if refused == nil {
		return err
	}
	var all []error
	for _, e := range refused {
		one := *e
		if r, found := s.rowOf(e.Field); found {
			one.Sentence = r.Name + ": " + e.Sentence
			one.Field = r.sent(e.Field, f)
		}
		all = append(all, &one)
	}
	return errors.Join(all...)
}

func (s Sheet) rowOf(field string) (Row, bool) {
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Field != "" && c.Field == field {
				return r, true
			}
		}
	}
	return Row{}, false
}

// sent is the field, or else the row's first one that the form has.
func (r Row) sent(field string, f work.Form) string {
	if f.Has(field) {
		return field
	}
	for _, c := range r.Cells {
		if c.Field != "" && f.Has(c.Field) {
			return c.Field
		}
	}
	return field
}
