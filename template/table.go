package template

import (
	"strconv"

	"thidua/document"
)

// table sets a ruled table over the whole width, with its caption above and its
// note below.
func (l look) table(t document.Table) (all []*node) {
	if t.Caption != "" {
		all = append(all, l.set(l.frame(document.AlignCentre, true, true), document.Bold(t.Caption)))
	}
	if t.Unit != "" {
		all = append(all, l.set(l.frame(document.AlignRight, true, true), []document.Run{{Text: t.Unit, Italic: true}}))
	}
	all = append(all, l.grid(t))
	if t.Note != "" {
		return append(all, l.set(l.frame(document.AlignUsual, true, false), []document.Run{{Text: t.Note, Italic: true}}))
	}
	return append(all, el("w:p"))
}

// sheetWidth is the width that the columns share, in twentieths of a point:
// that of the text of an upright A4 sheet. Word fits them to the template's own.
const sheetWidth = 9350

func (l look) grid(t document.Table) *node {
	total, widths := 0.0, make([]int, len(t.Columns))
	for _, c := range t.Columns {
		total += c.Width
	}
	columns := el("w:tblGrid")
	for i, c := range t.Columns {
		widths[i] = int(sheetWidth * c.Width / total)
		columns.kids = append(columns.kids, el("w:gridCol").with("w:w", strconv.Itoa(widths[i])))
	}
	borders := el("w:tblBorders")
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		borders.kids = append(borders.kids, el("w:"+side).with("w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto"))
	}
	margins := el("w:tblCellMar")
	for _, side := range []string{"left", "right"} {
		margins.kids = append(margins.kids, el("w:"+side).with("w:w", "57", "w:type", "dxa")) // 1 mm: columns of figures are narrow
	}
	grid := el("w:tbl", el("w:tblPr", el("w:tblW").with("w:w", "5000", "w:type", "pct"), borders, margins), columns)
	below := make([]int, len(t.Columns)) // rows that a cell above still takes
	for i, row := range append(append([][]document.Cell{}, t.Head...), t.Rows...) {
		grid.kids = append(grid.kids, l.row(t, row, i < len(t.Head), widths, below))
	}
	return grid
}

// row sets the cells, and those that go on from above in their places.
func (l look) row(t document.Table, cells []document.Cell, head bool, widths, below []int) *node {
	row := el("w:tr")
	if head {
		row.kids = append(row.kids, el("w:trPr", el("w:cantSplit"), el("w:tblHeader")))
	}
	next := 0
	for at := 0; at < len(widths); {
		if below[at] > 0 {
			below[at]--
			row.kids = append(row.kids, cell(widths[at], 1, el("w:vMerge"), el("w:p")))
			at++
			continue
		}
		if next >= len(cells) {
			row.kids = append(row.kids, cell(widths[at], 1, nil, el("w:p")))
			at++
			continue
		}
		c := cells[next]
		next++
		span := min(max(c.ColSpan, 1), len(widths)-at)
		width := 0
		for i := range span {
			width += widths[at+i]
			below[at+i] = max(c.RowSpan, 1) - 1
		}
		var merge *node
		if c.RowSpan > 1 {
			merge = el("w:vMerge").with("w:val", "restart")
		}
		row.kids = append(row.kids, cell(width, span, merge, l.cellText(t.Columns[at], c, head)))
		at += span
	}
	return row
}

func cell(width, span int, merge, content *node) *node {
	properties := el("w:tcPr", el("w:tcW").with("w:w", strconv.Itoa(width), "w:type", "dxa"))
	if span > 1 {
		properties.kids = append(properties.kids, el("w:gridSpan").with("w:val", strconv.Itoa(span)))
	}
	if merge != nil {
		properties.kids = append(properties.kids, merge)
	}
	return el("w:tc", properties, content)
}

func (l look) cellText(column document.Column, c document.Cell, head bool) *node {
	align := document.AlignLeft
	switch {
	case c.Align != document.AlignUsual:
		align = c.Align
	case head:
		align = document.AlignCentre
	case column.Align != document.AlignUsual:
		align = column.Align
	}
	runs := append([]document.Run(nil), c.Runs...)
	for i := range runs {
		runs[i].Bold = runs[i].Bold || head
	}
	frame := l.frame(align, true, false)
	ask(frame, el("w:spacing").with("w:before", "40", "w:after", "40"))
	return l.set(frame, runs)
}
