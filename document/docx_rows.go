package document

import (
	"slices"
	"strings"
)

// openTable is a table whose end was not read yet.
type openTable struct {
	parts []Part // of its cells, in order, should it turn out to be no more than a grid
	rows  []openRow
	ruled bool // holds what stands in ruled tables only
}

type openRow struct {
	head  bool
	cells []openCell
}

type openCell struct {
	lines     []string
	span      int
	continues bool // of the cell above
}

func (r *partReader) table() *openTable {
	if len(r.tables) == 0 {
		return nil
	}
	return r.tables[len(r.tables)-1]
}

func (t *openTable) row() *openRow {
	if len(t.rows) == 0 {
		return nil
	}
	return &t.rows[len(t.rows)-1]
}

func (t *openTable) cell() *openCell {
	if row := t.row(); row != nil && len(row.cells) > 0 {
		return &row.cells[len(row.cells)-1]
	}
	return nil
}

// closed is the table as one part, or a mere grid as the parts of its cells.
func (t *openTable) closed() []Part {
	if !t.ruled {
		return t.parts
	}
	var table Part
	above := map[int][2]int{} // by the first column: row and cell that may reach down
	for i, row := range t.rows {
		set, column := PartRow{Head: row.head}, 0
		for _, c := range row.cells {
			at, reaches := above[column]
			if c.continues && reaches {
				table.Rows[at[0]].Cells[at[1]].RowSpan++
			} else {
				above[column] = [2]int{i, len(set.Cells)}
				set.Cells = append(set.Cells, PartCell{Text: strings.Join(c.lines, "\n"), ColSpan: c.span, RowSpan: 1})
			}
			column += c.span
		}
		table.Rows = append(table.Rows, set)
	}
	return []Part{table}
}

// Table reports whether the part is a table.
func (p Part) Table() bool { return p.Rows != nil }

// Heads are the rows of a table's head, Body those below.
func (p Part) Heads() []PartRow { return p.Rows[:p.heads()] }

// Body are the rows of a table below its head.
func (p Part) Body() []PartRow { return p.Rows[p.heads():] }

func (p Part) heads() int {
	if n := slices.IndexFunc(p.Rows, func(r PartRow) bool { return !r.Head }); n >= 0 {
		return n
	}
	return len(p.Rows)
}
