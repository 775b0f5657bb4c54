package document

import "time"

// Layout names the presentation rules a paper follows.
type Layout int

// The two sets of rules.
const (
	Circular01 Layout = iota + 1 // Thông tư 01/2011/TT-BNV, papers dated before 5/3/2020
	Decree30                     // Nghị định 30/2020/NĐ-CP, Phụ lục I, papers from 5/3/2020 on
)

// LayoutOn returns the rules in force on the day of the paper: NĐ 30/2020/NĐ-CP is in force from 5/3/2020.
func LayoutOn(day time.Time) Layout {
	year, month, date := day.Date()
	if year*10000+int(month)*100+date < 20200305 {
		return Circular01
	}
	return Decree30
}

// measures are the page of a layout, in millimetres: A4, top and bottom 20–25, left 30–35, right 15–20
// (NĐ 30/2020/NĐ-CP, Phụ lục I). Of TT 01/2011/TT-BNV only the place of the page number was read; papers
// under it take the same ranges.
type measures struct {
	width, height            float64
	top, bottom, left, right float64
	numberAtBottomRight      bool    // TT 01/2011: right of the bottom margin; NĐ 30/2020: centre of the top margin
	numberFromEdge           float64 // from the edge of the sheet to the line of the page number
	components               *[componentCount]style
}

// The first page shows no number in either layout: NĐ 30/2020 says so, and we keep to it before 2020 as well.
var layouts = map[Layout]measures{
	Circular01: {width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15,
		numberAtBottomRight: true, numberFromEdge: 10, components: &components},
	Decree30: {width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15,
		numberFromEdge: 10, components: &components},
}

// textWidth is the width between the side margins.
func (m measures) textWidth() float64 { return m.width - m.left - m.right }

// textHeight is the height between the top and bottom margins.
func (m measures) textHeight() float64 { return m.height - m.top - m.bottom }

// turned is the same page lying on its long side.
func (m measures) turned() measures {
	m.width, m.height = m.height, m.width
	return m
}
