package document

import (
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"
)

// WritePDF writes the paper as a PDF 1.4 with embedded subsets of Liberation Serif, whose text can be searched
// and copied in NFC. The same Doc gives the same bytes. It fails for a Doc that cannot be set, with nothing
// written, or when w fails.
func WritePDF(w io.Writer, d *Doc) error {
	s, err := typeset(d)
	if err != nil {
		return err
	}
	p := newPrinter(s)
	p.addPage()
	p.pdf.SetAlpha(1, "Normal") // lifts the file to PDF 1.4, the least for official files (NĐ 30/2020/NĐ-CP, Phụ lục I)
	p.flow(p.strips(s.items, s.page.left, s.page.textWidth()))
	if err := p.pdf.Output(w); err != nil {
		return fmt.Errorf("document: pdf: %w", err)
	}
	return nil
}

// printer puts set text on PDF pages. Lengths are millimetres from the upper left corner of the page.
type printer struct {
	pdf    *fpdf.Fpdf
	sheet  *sheet
	loaded [faceCount]bool
	face   face
	size   float64
	y      float64 // where the next strip goes
}

func newPrinter(s *sheet) *printer {
	orientation := "P"
	if s.page.width > s.page.height {
		orientation = "L"
	}
	pdf := fpdf.New(orientation, "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetLineWidth(0.5 * mmPerPoint)
	pdf.SetTitle(s.title, true)
	pdf.SetSubject(s.subject, true)
	pdf.SetAuthor(s.author, true)
	pdf.SetKeywords(s.kind, true)
	pdf.SetProducer("thidua", true)
	pdf.SetLang("vi-VN")
	pdf.SetCreationDate(s.created)
	pdf.SetModificationDate(s.created)
	return &printer{pdf: pdf, sheet: s}
}

// addPage starts a page with what stands in its margins.
func (p *printer) addPage() {
	p.pdf.AddPage()
	page := p.sheet.page
	p.y = page.top
	if p.sheet.tag != "" {
		style := components[tag]
		p.text(p.sheet.tag, faceOf(style.bold, style.italic), style.size, page.left, p.footBaseline(style))
	}
	if p.pdf.PageNo() == 1 {
		return
	}
	style, text := components[pageNumber], fmt.Sprint(p.pdf.PageNo())
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
	if !p.loaded[f] {
		addFace(p.pdf, f)
		p.loaded[f] = true
	}
	if p.face != f || p.size != size {
		p.pdf.SetFont(fontFamily, faceStyles[f], size)
		p.face, p.size = f, size
	}
	p.pdf.Text(x, baseline, printable(text))
}
