package intake

import (
	"fmt"
	"strings"

	"thidua/vi"
)

// Faults are what is wrong with the cells of a row, by field; "" is the row as a
// whole.
type Faults []Fault

// Fault is one thing that is wrong.
type Fault struct{ Field, Sentence string }

// Values are the cells of a row by field.
func (t Table) Values(l Line) map[string]string {
	values := make(map[string]string, len(t.Fields))
	for i, f := range t.Fields {
		if f != "" && i < len(l.Cells) {
			values[f] = l.Cells[i]
		}
	}
	return values
}

// Check tells what is wrong with a row's cells by themselves: one that must be
// filled is empty, a formula came to nothing or would be computed, a text cannot
// have been meant, a day is none.
func (f Form) Check(values map[string]string) (faults Faults) {
	for _, c := range f.Columns {
		value, there := values[c.Field]
		if sentence := c.check(value, there); sentence != "" {
			faults = append(faults, Fault{c.Field, sentence})
		}
	}
	return faults
}

func (c Column) check(value string, there bool) string {
	switch {
	case value == "":
		if c.Required && there {
			return fmt.Sprintf("Chưa ghi “%s”.", c.Head)
		}
		return ""
	case failed(value):
		return fmt.Sprintf("“%s”: công thức trong tệp không ra kết quả (%s); hãy ghi nội dung.", c.Head, value)
	case strings.HasPrefix(value, "=") || strings.HasPrefix(value, "@") || strings.HasPrefix(value, "+") && strings.ContainsAny(value, "|("):
		return fmt.Sprintf("“%s” bắt đầu như một công thức; hãy ghi nội dung.", c.Head)
	}
	if err := vi.ValidText(value); err != nil {
		return fmt.Sprintf("“%s”: %s", c.Head, err)
	}
	if c.Day {
		if _, err := ParseDay(value); err != nil {
			return fmt.Sprintf("“%s”: %s", c.Head, err)
		}
	}
	return ""
}
