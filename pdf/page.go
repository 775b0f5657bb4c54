package pdf

import (
	"fmt"
	"strconv"
)

// Colour is red, green and blue, 0 to 255 each. The zero Colour is black.
type Colour [3]uint8

// Pen is how lines are drawn: Width in millimetres.
type Pen struct {
	Width  float64
	Colour Colour
}

const pointsPerMM = 72 / 25.4

// page is the page being drawn.
type page struct {
	id      int
	width   float64 // millimetres, as all lengths of the calls; the content is in points
	height  float64
	content []byte
	open    *Element // whose content is being written; nil outside marked content
	marked  bool     // marked content is open
	pen     Pen
	fill    Colour
	font    *font
	size    float64
}

// Page begins a page of that size in millimetres. Nothing can be drawn before the first.
func (f *File) Page(width, height float64) {
	f.endPage()
	f.page = &page{id: f.reserve(), width: width, height: height, pen: Pen{Width: -1}}
	f.pages = append(f.pages, f.page.id)
	f.parents = append(f.parents, nil)
}

// Spot gives a place on the page a name, by which links and other programs find it (ISO
// 32000-1, 12.3.2.3). The name is of plain letters, digits and hyphens.
func (f *File) Spot(name string, x, y float64) {
	fmt.Fprintf(&f.spots, "/%s [%d 0 R /XYZ %s %s null] ", name, f.page.id, number(x*pointsPerMM), number((f.page.height-y)*pointsPerMM))
}

// Pages counts the pages begun.
func (f *File) Pages() int { return len(f.pages) }

func (f *File) endPage() {
	p := f.page
	if p == nil {
		return
	}
	p.close()
	content := f.reserve()
	f.stream(content, "", p.content)
	f.object(p.id, "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources %d 0 R /Contents %d 0 R /StructParents %d>>",
		pagesID, number(p.width*pointsPerMM), number(p.height*pointsPerMM), resourcesID, content, len(f.pages)-1)
	f.page = nil
}

// Text prints a text from x on its baseline; size is in points. The text should be in
// NFC. A character that the face lacks is printed as a box and still read back as itself.
func (f *File) Text(face *Face, size float64, colour Colour, x, baseline float64, s string) {
	p := f.page
	if s == "" {
		return
	}
	font := f.fontOf(face)
	f.enter(f.mark)
	p.content = append(p.content, "BT "...)
	if p.fill != colour {
		p.fill = colour
		p.content = append(p.content, colour.set("rg")...)
	}
	if p.font != font || p.size != size {
		p.font, p.size = font, size
		p.content = fmt.Appendf(p.content, "/F%d ", font.number)
		p.numbers("Tf ", size)
	}
	p.numbers("Td <", x*pointsPerMM, (p.height-baseline)*pointsPerMM)
	p.content = font.appendCodes(p.content, s)
	p.content = append(p.content, "> Tj ET\n"...)
}

// Line draws a line between two points.
func (f *File) Line(pen Pen, x1, y1, x2, y2 float64) {
	p := f.draw(pen)
	p.numbers("m ", x1*pointsPerMM, (p.height-y1)*pointsPerMM)
	p.numbers("l S\n", x2*pointsPerMM, (p.height-y2)*pointsPerMM)
}

// Frame draws the outline of a rectangle whose upper left corner is at x, y.
func (f *File) Frame(pen Pen, x, y, width, height float64) {
	p := f.draw(pen)
	p.numbers("re S\n", x*pointsPerMM, (p.height-y)*pointsPerMM, width*pointsPerMM, -height*pointsPerMM)
}

// Fill fills a rectangle whose upper left corner is at x, y.
func (f *File) Fill(colour Colour, x, y, width, height float64) {
	p := f.page
	f.enter(nil)
	if p.fill != colour {
		p.fill = colour
		p.content = append(p.content, colour.set("rg")...)
	}
	p.numbers("re f\n", x*pointsPerMM, (p.height-y)*pointsPerMM, width*pointsPerMM, -height*pointsPerMM)
}

// draw makes the pen ready for lines, which are nobody's content.
func (f *File) draw(pen Pen) *page {
	p := f.page
	f.enter(nil)
	if p.pen.Width != pen.Width {
		p.numbers("w ", pen.Width*pointsPerMM)
	}
	if p.pen.Colour != pen.Colour {
		p.content = append(p.content, pen.Colour.set("RG")...)
	}
	p.pen = pen
	return p
}

func (c Colour) set(operator string) string {
	return fmt.Sprintf("%.3f %.3f %.3f %s ", float64(c[0])/255, float64(c[1])/255, float64(c[2])/255, operator)
}

// numbers writes operands in points, then the operator.
func (p *page) numbers(operator string, values ...float64) {
	for _, v := range values {
		p.content = append(strconv.AppendFloat(p.content, v, 'f', 2, 64), ' ')
	}
	p.content = append(p.content, operator...)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
