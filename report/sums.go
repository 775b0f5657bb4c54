package report

import (
	"fmt"
	"slices"
	"strings"

	"thidua/refusal"
	"thidua/vi"
)

// part is a cell of a sum, by the number of its column or the code of its row.
type part struct {
	Cell
	no string
}

// value is the figure, as the records or an officer tell it; false while nobody
// does.
func (c Cell) value() (int, bool) {
	switch {
	case c.Known():
		return c.N, true
	case c.Typed != nil:
		return c.Typed.N, true
	}
	return 0, false
}

// addsUp refuses a figure that contradicts a sum which the form itself states:
// its first column is that of the others, its first row that of each breakdown.
func (f Form) addsUp(cells [][]Cell, x Figure) error {
	if !f.Adds || x.Withdrawn {
		return nil
	}
	at, _ := f.index(x.Row)
	cells = slices.Clone(cells)
	cells[at] = slices.Clone(cells[at])
	cells[at][x.Column].Typed = &x
	if says := sum("cột", f.acrossColumns(cells[at])); says != "" {
		return refusal.Field(FigureField, says)
	}
	for _, breakdown := range f.breakdownsWith(x.Row) {
		if says := sum("dòng", f.acrossRows(cells, breakdown, x.Column)); says != "" {
			return refusal.Field(FigureField, says)
		}
	}
	return nil
}

// acrossColumns are the columns of a row, the total first.
func (f Form) acrossColumns(row []Cell) (parts []part) {
	for i, c := range row {
		parts = append(parts, part{c, fmt.Sprint(f.No(i))})
	}
	return parts
}

// acrossRows are the total row and those of a breakdown of it, in one column.
func (f Form) acrossRows(cells [][]Cell, breakdown string, column int) (parts []part) {
	for i, r := range f.Rows {
		if r.Code == all || r.Of == all && r.Breakdown == breakdown {
			parts = append(parts, part{cells[i][column], r.Code})
		}
	}
	return parts
}

// breakdownsWith are the breakdowns of the total that a row is a part of; every
// one for the total itself.
func (f Form) breakdownsWith(code string) (breakdowns []string) {
	for _, r := range f.Rows {
		if r.Of == all && (code == all || code == r.Code) && !slices.Contains(breakdowns, r.Breakdown) {
			breakdowns = append(breakdowns, r.Breakdown)
		}
	}
	return breakdowns
}

// sum says what is wrong between a total and its parts, naming both figures: all
// the parts are told and make another figure, or those told already make more.
// Empty while nothing is.
func sum(of string, parts []part) string {
	whole, told := parts[0].value()
	if !told {
		return ""
	}
	made, open := 0, false
	var names []string
	for _, p := range parts[1:] {
		n, valued := p.value()
		if !valued {
			n, open = p.N, true
		}
		made += n
		names = append(names, p.no)
	}
	if made == whole || open && made < whole {
		return ""
	}
	return fmt.Sprintf("Các %s %s cộng lại là %s, không khớp %s %s là %s. Sửa nhiều số thì bỏ một số nhập tay trước.", of, strings.Join(names, ", "), vi.FormatInt(int64(made)),
		of, parts[0].no, vi.FormatInt(int64(whole)))
}
