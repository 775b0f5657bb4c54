package certificate

import (
	"fmt"
	"io"
	"iter"

	"thidua/document"
	"thidua/pdf"
	"thidua/vi"
)

// Picture is a blank's page as an image; Type is "image/png" or "image/jpeg".
type Picture struct {
	Type string
	File []byte
}

// WritePDF writes certificates as one PDF, a page each, with embedded subsets of
// the typeface, whose text can be copied in NFC. The ground is printed under each
// where it is not nil. The pages are taken one by one, so that no more than the
// packed PDF is held in memory. The same pages of the same day give the same bytes.
func WritePDF(w io.Writer, made vi.Day, ground *Picture, pages iter.Seq2[Page, error]) error {
	p := newSheets(made)
	if ground != nil {
		var err error
		if p.ground, err = pdf.NewPicture(ground.File); err != nil {
			return fmt.Errorf("certificate: ground: %w", err)
		}
	}
	for page, err := range pages {
		if err != nil {
			return err
		}
		if err := p.add(page); err != nil {
			return err
		}
	}
	if _, err := p.file.WriteTo(w); err != nil {
		return fmt.Errorf("certificate: pdf: %w", err)
	}
	return nil
}

// sheets is a PDF being drawn. Lengths are millimetres.
type sheets struct {
	file   *pdf.File
	ground *pdf.Picture
}

func newSheets(made vi.Day) *sheets {
	return &sheets{file: pdf.New(pdf.Info{Title: "Bằng khen, giấy khen", Language: "vi-VN", Created: made.Time()})}
}

// newPage begins a page of that size.
func (p *sheets) newPage(width, height float64) {
	p.file.Page(width, height)
	if p.ground != nil {
		p.file.Mark(nil)
		p.file.Picture(p.ground, 0, 0, width, height)
	}
}

func (p *sheets) add(page Page) error {
	p.newPage(page.Width, page.High)
	for _, l := range page.Lines {
		p.line(l)
	}
	if page.Note != "" {
		p.text(page.Note, pdf.Colour{}, 5, page.High-4, 9, false, true)
	}
	if page.Code == "" || !page.At.On {
		return nil
	}
	m, err := MatrixOf(page.Code)
	if err != nil {
		return err
	}
	for _, b := range m.Boxes(page.At.X.MM(), page.At.Y.MM(), page.At.Width.MM()) {
		p.file.Fill(pdf.Colour{}, b.X, b.Y, b.Width, b.Height)
	}
	return nil
}

// red is the colour of the authority and of the award's name (NĐ 98/2023/NĐ-CP,
// article 104; the shade is ours).
var red = pdf.Colour{200, 16, 30}

func (p *sheets) line(l Line) {
	var ink pdf.Colour
	if l.Red {
		ink = red
	}
	p.text(l.Text, ink, l.Left, l.Baseline, l.Size, l.Bold, l.Italic)
	if l.Under {
		p.file.Line(pdf.Pen{Width: 0.3}, l.Left, l.Baseline+1.6, l.Left+l.Width, l.Baseline+1.6)
	}
}

// text prints a text from x on the baseline, as a paragraph of its own.
func (p *sheets) text(text string, ink pdf.Colour, x, baseline, size float64, bold, italic bool) {
	p.file.Mark(p.file.Element(p.file.Root(), "P"))
	p.file.Text(document.Face(bold, italic), size, ink, x, baseline, text)
}
