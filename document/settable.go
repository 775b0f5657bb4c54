package document

// setTable sets a table with what stands above and below it.
func setTable(t Table, width float64) []item {
	var items []item
	for _, above := range []struct {
		component component
		text      string
	}{{caption, t.Caption}, {unit, t.Unit}} {
		for _, it := range optional(above.component, above.text, width) {
			it.(*para).keepNext = true
			items = append(items, it)
		}
	}
	items = append(items, setGrid(t, width))
	items = append(items, optional(tableNote, t.Note, width)...)
	return items
}

func setGrid(t Table, width float64) *grid {
	g := &grid{widths: shares(t.Columns, width), head: len(t.Head), ruled: true}
	places, _ := placeCells(t.Head, len(t.Columns))
	for i, row := range places {
		g.rows = append(g.rows, setRow(row, t.Head[i], tableHead, nil))
	}
	for _, row := range t.Rows {
		places, _ := placeCells([][]Cell{row}, len(t.Columns))
		g.rows = append(g.rows, setRow(places[0], row, tableCell, t.Columns))
	}
	return g
}

// shares gives each column its part of the width.
func shares(columns []Column, width float64) []float64 {
	sum := 0.0
	for _, c := range columns {
		sum += c.Width
	}
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = width * c.Width / sum
	}
	return widths
}

// setRow fills the places of a row with its cells.
func setRow(places []gridCell, cells []Cell, c component, columns []Column) []gridCell {
	next := 0
	for i := range places {
		if places[i].continues {
			continue
		}
		cell := cells[next]
		next++
		p := newPara(c, cleanRuns(cell.Runs)...)
		if columns != nil {
			p.style.align = firstSet(cell.Align, columns[places[i].column].Align, p.style.align)
			if cell.Align == AlignUsual && places[i].colSpan > 1 {
				p.style.align = AlignLeft
			}
		} else {
			p.style.align = firstSet(cell.Align, p.style.align)
		}
		places[i].items, places[i].middle = []item{p}, true
	}
	return places
}

func firstSet(aligns ...Align) Align {
	for _, a := range aligns {
		if a != AlignUsual {
			return a
		}
	}
	return AlignLeft
}

// placeCells finds the column of each cell, with a continuing cell wherever one from above reaches down.
// It reports false when the cells do not fill the columns exactly.
func placeCells(rows [][]Cell, columns int) ([][]gridCell, bool) {
	above := make([]gridCell, columns) // the cell reaching down at its first column, with the rows it has left
	placed := make([][]gridCell, len(rows))
	for i, row := range rows {
		column, next := 0, 0
		for column < columns {
			var c gridCell
			if above[column].rowSpan > 0 {
				c = above[column]
				c.continues = true
			} else {
				if next == len(row) {
					return nil, false
				}
				c = gridCell{column: column, colSpan: max(1, row[next].ColSpan), rowSpan: max(1, row[next].RowSpan)}
				next++
			}
			if column+c.colSpan > columns || c.rowSpan > len(rows)-i || overlaps(above, column, c) {
				return nil, false
			}
			above[column] = c
			above[column].rowSpan--
			placed[i] = append(placed[i], c)
			column += c.colSpan
		}
		if next != len(row) {
			return nil, false
		}
	}
	return placed, true
}

// overlaps tells whether a wide cell would cover one that reaches down from above.
func overlaps(above []gridCell, column int, c gridCell) bool {
	for _, a := range above[column+1 : column+c.colSpan] {
		if a.rowSpan > 0 {
			return true
		}
	}
	return false
}
