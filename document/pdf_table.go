package document

import "thidua/pdf"

// box is a cell with its content set.
type box struct {
	x, width       float64
	firstRow, rows int
	strips         []strip
	middle         bool
}

// gridStrips sets a grid: all in one strip when its rows stay together, else its head and then row by row.
func (p *printer) gridStrips(g *grid, x float64) []strip {
	if g.ruled {
		defer p.within(p.file.Element(p.part, "Table"))()
	}
	if g.together {
		return []strip{p.blockStrip(g, p.boxes(g, 0, len(g.rows), x), len(g.rows))}
	}
	var strips []strip
	var head *strip
	room := p.sheet.page.textHeight()
	if g.head > 0 {
		block := p.blockStrip(g, p.boxes(g, 0, g.head, x), g.head)
		block.keep = len(g.rows) > g.head
		head, strips, room = &block, append(strips, block), room-block.height
	}
	for i := g.head; i < len(g.rows); i++ {
		for _, part := range cutRow(p.boxes(g, i, i+1, x), room) {
			row := p.blockStrip(g, part, 1)
			row.head, row.keep = head, g.keepsNext(i)
			strips = append(strips, row)
		}
	}
	strips[len(strips)-1].keep = g.keepNext
	return strips
}

// within sets what follows as parts of an element; call what it returns to go on as before.
func (p *printer) within(e *pdf.Element) func() {
	outer := p.part
	p.part = e
	return func() { p.part = outer }
}

// boxes sets the cells of the rows from one to before another, each once.
func (p *printer) boxes(g *grid, from, until int, x float64) []box {
	var boxes []box
	for i, row := range g.rows[from:until] {
		line := p.part
		if g.ruled {
			line = p.file.Element(p.part, "TR")
		}
		for _, c := range row {
			if c.continues {
				continue
			}
			left := x
			for _, w := range g.widths[:c.column] {
				left += w
			}
			cell := line
			if g.ruled {
				cell = p.file.Cell(line, from+i < g.head, c.rowSpan, c.colSpan)
			}
			width, pad := g.cellWidth(c), g.padding()
			outside := p.within(cell)
			boxes = append(boxes, box{x: left, width: width + 2*pad, firstRow: i, rows: c.rowSpan,
				strips: p.strips(c.items, left+pad, width), middle: c.middle})
			outside()
		}
	}
	return boxes
}

// blockStrip makes one strip of some rows.
func (p *printer) blockStrip(g *grid, boxes []box, rows int) strip {
	tops := rowTops(boxes, rows)
	return strip{height: tops[rows], draw: func(y float64) {
		for _, b := range boxes {
			top, height := y+tops[b.firstRow], tops[b.firstRow+b.rows]-tops[b.firstRow]
			if g.ruled {
				p.file.Frame(p.pen(), b.x, top, b.width, height)
			}
			if b.middle {
				top += (height - stackHeight(b.strips)) / 2
			}
			drawStack(b.strips, top)
		}
	}}
}

// rowTops measures rows from their cells; a cell over several rows makes its last row higher where it must.
func rowTops(boxes []box, rows int) []float64 {
	heights := make([]float64, rows)
	for span := 1; span <= rows; span++ {
		for _, b := range boxes {
			if b.rows != span {
				continue
			}
			missing := stackHeight(b.strips)
			for _, h := range heights[b.firstRow : b.firstRow+span] {
				missing -= h
			}
			heights[b.firstRow+span-1] += max(0, missing)
		}
	}
	tops := make([]float64, rows+1)
	for i, h := range heights {
		tops[i+1] = tops[i] + h
	}
	return tops
}

// stackHeight is the height of strips one below another in a cell.
func stackHeight(strips []strip) float64 {
	sum, after := 0.0, 0.0
	for _, s := range strips {
		sum += max(after, s.before) + s.height
		after = s.after
	}
	return sum + after
}

func drawStack(strips []strip, y float64) {
	after := 0.0
	for _, s := range strips {
		y += max(after, s.before)
		s.draw(y)
		y, after = y+s.height, s.after
	}
}

// cutRow cuts a row higher than the room of a page into several that fit.
func cutRow(row []box, room float64) [][]box {
	var parts [][]box
	for {
		part, rest, more := make([]box, len(row)), make([]box, len(row)), false
		for i, b := range row {
			n := 0
			for n < len(b.strips) && (n == 0 || stackHeight(b.strips[:n+1]) <= room) {
				n++
			}
			part[i], rest[i] = b, b
			part[i].strips, rest[i].strips = b.strips[:n], b.strips[n:]
			more = more || n < len(b.strips)
		}
		parts = append(parts, part)
		if !more {
			return parts
		}
		row = rest
	}
}
