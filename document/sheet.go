package document

import "time"

// sheet is a Doc set by its layout: what both writers print, without a decision left to either.
type sheet struct {
	page                         measures
	items                        []item
	tag                          string // shown in the bottom margin of every page
	title, author, subject, kind string
	created                      time.Time
}

// item is what stands below one another on a sheet or in a cell: *para, *rule, *stamp, *gap, *grid or newPage.
type item interface{ item() }

// para is a set paragraph: its component's style as far as it was not changed for this one.
type para struct {
	component component
	style     style
	runs      []Run
	keepNext  bool
	level     int // of a heading; 0 for other text
}

// gap is empty height in points.
type gap struct {
	height   float64
	keepNext bool
	signs    bool // the last signer's room
}

// rule is a centred line a little below the text above it, with room below; both in millimetres.
type rule struct{ width, below float64 }

// grid is a table with or without lines. Its head rows are repeated on every page.
type grid struct {
	widths   []float64 // of the columns, millimetres
	rows     [][]gridCell
	head     int
	ruled    bool
	together bool // all rows on one page
	keepNext bool // the last two rows stay with what follows
}

// gridCell is a cell at its column. A cell that continues one above has no items.
type gridCell struct {
	items            []item
	column           int
	colSpan, rowSpan int
	continues        bool
	middle           bool // stands in the middle of its height
}

type newPage struct{}

func (*para) item()   {}
func (*rule) item()   {}
func (*gap) item()    {}
func (*grid) item()   {}
func (newPage) item() {}

// Spaces inside ruled cells at left and right, and around rules, in millimetres.
const (
	cellPadding = 1.5
	ruleAbove   = 0.9
	ruleBelow   = 0.7
	titleBelow  = 3.5
)

// padding is the space at the sides of a grid's cells: none without lines, so that texts fit as measured.
func (g *grid) padding() float64 {
	if g.ruled {
		return cellPadding
	}
	return 0
}

// keepsNext tells whether a row stays with what follows it: heads, titles of a group of rows (one cell over
// all columns) and, where asked for, the last two rows.
func (g *grid) keepsNext(row int) bool {
	last := len(g.rows) - 1
	groupTitle := g.ruled && len(g.rows[row]) == 1 && len(g.widths) > 1
	return row < last && (row < g.head || g.together || groupTitle) || g.keepNext && row >= last-1
}

// cellWidth is the width of a cell's text.
func (g *grid) cellWidth(c gridCell) float64 {
	width := -2 * g.padding()
	for _, w := range g.widths[c.column : c.column+c.colSpan] {
		width += w
	}
	return width
}

// newPara sets runs as a component.
func newPara(c component, runs ...Run) *para {
	return &para{component: c, style: components[c], runs: runs}
}

// lineCount is the number of lines the paragraph takes in the given width.
func (p *para) lineCount(width float64) int { return len(breakLines(p.runs, p.style, width)) }

// longestLine is the width of the longest line in the given width.
func (p *para) longestLine(width float64) float64 {
	longest := 0.0
	for _, l := range breakLines(p.runs, p.style, width) {
		longest = max(longest, l.width)
	}
	return longest
}

// balance narrows a centred paragraph of several lines until they are of nearly even length,
// as a clerk breaks the name of an office.
func (p *para) balance(width float64) *para {
	lines := p.lineCount(width)
	if lines < 2 {
		return p
	}
	for indent := 1.0; 2*(p.style.left+indent) < width; indent++ {
		narrow := *p
		narrow.style.left, narrow.style.right = p.style.left+indent, p.style.right+indent
		if narrow.lineCount(width) > lines || narrow.longestLine(width) > width-narrow.style.left-narrow.style.right {
			narrow.style.left, narrow.style.right = p.style.left+indent-1, p.style.right+indent-1
			return &narrow
		}
	}
	return p
}
