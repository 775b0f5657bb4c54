package document

import (
	"fmt"
	"strings"
)

// gridXML writes a table of fixed columns.
func gridXML(b *strings.Builder, g *grid) {
	total := 0
	for _, w := range g.widths {
		total += twips(w)
	}
	pad := twips(g.padding())
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`,
		total, bordersXML(g.ruled), pad, pad)
	for _, w := range g.widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range g.rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if i < g.head {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		for _, c := range row {
			cellXML(b, g, c, g.keepsNext(i))
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

func bordersXML(ruled bool) string {
	if !ruled {
		return ""
	}
	borders := `<w:tblBorders>`
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		borders += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	return borders + `</w:tblBorders>`
}

func cellXML(b *strings.Builder, g *grid, c gridCell, keep bool) {
	width := 0
	for _, w := range g.widths[c.column : c.column+c.colSpan] {
		width += twips(w)
	}
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if c.colSpan > 1 {
		fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, c.colSpan)
	}
	switch {
	case c.continues:
		b.WriteString(`<w:vMerge/>`)
	case c.rowSpan > 1:
		b.WriteString(`<w:vMerge w:val="restart"/>`)
	}
	if c.middle {
		b.WriteString(`<w:vAlign w:val="center"/>`)
	}
	b.WriteString(`</w:tcPr>`)
	for _, it := range c.items {
		if p, ok := it.(*para); ok && keep {
			kept := *p
			kept.keepNext = true
			it = &kept
		}
		itemXML(b, it, g.cellWidth(c))
	}
	if len(c.items) == 0 {
		b.WriteString(emptyXML(1, keepXML(keep))) // a cell must hold a paragraph
	}
	b.WriteString(`</w:tc>`)
}
