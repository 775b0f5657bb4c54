package document

import (
	"fmt"
	"io"

	"thidua/pdf"
)

// SigningSpot names the upper middle of the room in which the one who issues a paper
// signs, in its PDF file.
const SigningSpot = "noi-ky"

// WritePDF writes the paper as a tagged PDF 1.4, the least for official files (NĐ
// 30/2020/NĐ-CP, Phụ lục I), with embedded subsets of Liberation Serif, whose text can be
// searched and copied in NFC. The same Doc gives the same bytes. It fails for a Doc that
// cannot be set, with nothing written, or when w fails.
func WritePDF(w io.Writer, d *Doc) error {
	s, err := typeset(d)
	if err != nil {
		return err
	}
	p := newPrinter(s)
	p.addPage()
	p.flow(p.strips(s.items, s.page.left, s.page.textWidth()))
	if _, err := p.file.WriteTo(w); err != nil {
		return fmt.Errorf("document: pdf: %w", err)
	}
	return nil
}

// printer puts set text on PDF pages. Lengths are millimetres from the upper left corner of the page.
type printer struct {
	file    *pdf.File
	sheet   *sheet
	ink     pdf.Colour
	part    *pdf.Element // holds the paragraphs that are set next
	repeats bool         // what is printed was printed before: a table's head on a further page
	y       float64      // where the next strip goes
}

func newPrinter(s *sheet) *printer {
	file := pdf.New(pdf.Info{Title: s.title, Subject: s.subject, Author: s.author, Keywords: s.kind, Language: "vi-VN", Created: s.created})
	return &printer{file: file, sheet: s, part: file.Root()}
}

// addPage starts a page with what stands in its margins.
func (p *printer) addPage() {
	page := p.sheet.page
	p.file.Page(page.width, page.height)
	p.file.Mark(nil)
	p.y = page.top
	if p.sheet.tag != "" {
		style := components[tag]
		p.text(p.sheet.tag, faceOf(style.bold, style.italic), style.size, page.left, p.footBaseline(style))
	}
	if p.file.Pages() == 1 {
		return
	}
	style, text := components[pageNumber], fmt.Sprint(p.file.Pages())
	width := measure(text, 0, style.size)
	if page.numberAtBottomRight {
		p.text(text, 0, style.size, page.width-page.right-width, p.footBaseline(style))
	} else {
		p.text(text, 0, style.size, page.left+(page.textWidth()-width)/2, page.numberFromEdge+ascentOfSize*style.size*mmPerPoint)
	}
}

// footBaseline is where the line of the foot stands.
func (p *printer) footBaseline(s style) float64 {
	return p.sheet.page.height - p.sheet.page.numberFromEdge - (lineOfSize-ascentOfSize)*s.size*mmPerPoint
}

// text prints a text from x on the baseline.
func (p *printer) text(text string, f face, size, x, baseline float64) {
	p.file.Text(faces()[f], size, p.ink, x, baseline, text)
}

// mark says whose content is printed next.
func (p *printer) mark(e *pdf.Element) {
	if p.repeats {
		e = nil
	}
	p.file.Mark(e)
}

// pen draws every line of a paper: half a point wide.
func (p *printer) pen() pdf.Pen { return pdf.Pen{Width: 0.5 * mmPerPoint, Colour: p.ink} }

// kind is what a paragraph is to readers that do not see the page: below the paper's
// name, which is its first heading, stand the headings of its body.
func (par *para) kind() string {
	switch {
	case par.component == typeName:
		return "H1"
	case par.level > 0:
		return fmt.Sprintf("H%d", min(par.level+1, 6))
	}
	return "P"
}
