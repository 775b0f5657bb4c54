package report

import (
	"fmt"
	"strconv"
	"strings"

	"thidua/report"
	"thidua/vi"
)

// words is a figure as the page says it.
func words(c report.Cell) string {
	switch {
	case c.Known():
		return vi.FormatInt(int64(c.N))
	case c.Typed != nil:
		return vi.FormatInt(int64(c.Typed.N))
	}
	return gap(c)
}

// gap says what the records do not know of a figure.
func gap(c report.Cell) string {
	switch {
	case c.Unheld:
		return "sổ không ghi"
	case c.Open == 0:
		return "ít nhất " + vi.FormatInt(int64(c.N))
	case c.N > 0:
		return fmt.Sprintf("chưa rõ: %s đã phân loại, %s chưa", vi.FormatInt(int64(c.N)), vi.FormatInt(int64(c.Open)))
	}
	return fmt.Sprintf("chưa rõ: %s chưa phân loại", vi.FormatInt(int64(c.Open)))
}

// wide is how many columns the form has with those before its figures.
func (f filled) wide() int {
	if f.ByRow {
		return 3 + len(f.Columns)
	}
	return 2 + len(f.Columns)
}

// head is a column with its number.
func (f filled) head(column int) string {
	c := f.Columns[column]
	name := c.Name
	if c.Group != "" {
		name = c.Group + ": " + vi.LowerFirst(c.Name)
	}
	return strconv.Itoa(f.No(column)) + ". " + name
}

// column names a column within the form: "cột 7 (tập thể)".
func (f filled) columnName(i int) string {
	at := "cột " + strconv.Itoa(f.No(i))
	if c := f.Columns[i]; c.Group != "" {
		at += " (" + vi.LowerFirst(c.Name) + ")"
	}
	return at
}

// line names a row within the form.
func line(r report.Row) string {
	if r.Uncoded {
		return "dòng “" + r.Name + "”"
	}
	return "mã số " + r.Code
}

// taken says where a typed figure was taken from.
func taken(x report.Figure) string { return "nhập tay, theo " + x.Document }

// typedFigure is a figure that was typed, at its place.
type typedFigure struct {
	row, column int
	report.Figure
}

// typed are the figures of the form that were typed, row by row.
func (f filled) typed() (all []typedFigure) {
	for i := range f.Rows {
		for j, c := range f.cells[i] {
			if c.Typed != nil {
				all = append(all, typedFigure{i, j, *c.Typed})
			}
		}
	}
	return all
}

// note tells all of a typed figure.
func (f filled) note(x typedFigure) string {
	return fmt.Sprintf("%s, %s: %s, %s; lý do: %s", line(f.Rows[x.row]), f.columnName(x.column), vi.FormatInt(int64(x.N)), taken(x.Figure), x.Reason)
}

// sampleNote names the figures that no source gives; empty without any.
func (f filled) sampleNote() string {
	var rows []string
	for i, r := range f.Rows {
		var columns []string
		for j, c := range f.cells[i] {
			if c.Sample > 0 {
				columns = append(columns, f.columnName(j))
			}
		}
		if len(columns) > 0 {
			rows = append(rows, line(r)+" ("+strings.Join(columns, ", ")+")")
		}
	}
	if len(rows) == 0 {
		return ""
	}
	return "Có số liệu minh họa ở: " + strings.Join(rows, "; ") + "."
}
