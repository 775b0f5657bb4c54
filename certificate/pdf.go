package certificate

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"thidua/document"
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
	p := newSheets(made, ground)
	for page, err := range pages {
		if err != nil {
			return err
		}
		if err := p.add(page); err != nil {
			return err
		}
	}
	if err := p.pdf.Output(w); err != nil {
		return fmt.Errorf("certificate: pdf: %w", err)
	}
	return nil
}

// sheets is a PDF being drawn. Lengths are millimetres.
type sheets struct {
	pdf    *fpdf.Fpdf
	loaded map[int]bool
	ground bool
}

func newSheets(made vi.Day, ground *Picture) *sheets {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", OrientationStr: "P", Size: fpdf.SizeType{Wd: A4Width.MM(), Ht: A4Height.MM()}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetTitle("Bằng khen, giấy khen", true)
	pdf.SetProducer("thidua", true)
	pdf.SetLang("vi-VN")
	pdf.SetCreationDate(made.Time())
	pdf.SetModificationDate(made.Time())
	p := &sheets{pdf: pdf, loaded: map[int]bool{}}
	if ground != nil {
		pdf.RegisterImageOptionsReader("ground", fpdf.ImageOptions{ImageType: strings.TrimPrefix(ground.Type, "image/")}, bytes.NewReader(ground.File))
		p.ground = true
	}
	return p
}

// newPage begins a page of that size.
func (p *sheets) newPage(width, height float64) {
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
	if p.ground {
		p.pdf.ImageOptions("ground", 0, 0, width, height, false, fpdf.ImageOptions{}, 0, "")
	}
}

func (p *sheets) add(page Page) error {
	p.newPage(page.Width, page.High)
	for _, l := range page.Lines {
		p.line(l)
	}
	if page.Note != "" {
		p.text(page.Note, 5, page.High-4, 9, false, true)
	}
	if page.Code == "" || !page.At.On {
		return p.pdf.Error()
	}
	m, err := MatrixOf(page.Code)
	if err != nil {
		return err
	}
	p.pdf.SetFillColor(0, 0, 0)
	for _, b := range m.Boxes(page.At.X.MM(), page.At.Y.MM(), page.At.Width.MM()) {
		p.pdf.Rect(b.X, b.Y, b.Width, b.Height, "F")
	}
	return p.pdf.Error()
}

// red is the colour of the authority and of the award's name (NĐ 98/2023/NĐ-CP,
// article 104; the shade is ours).
var red = [3]int{200, 16, 30}

func (p *sheets) line(l Line) {
	if l.Red {
		p.pdf.SetTextColor(red[0], red[1], red[2])
	} else {
		p.pdf.SetTextColor(0, 0, 0)
	}
	p.text(l.Text, l.Left, l.Baseline, l.Size, l.Bold, l.Italic)
	if l.Under {
		p.pdf.SetLineWidth(0.3)
		p.pdf.Line(l.Left, l.Baseline+1.6, l.Left+l.Width, l.Baseline+1.6)
	}
	p.pdf.SetTextColor(0, 0, 0)
}

// text prints a text from x on the baseline.
func (p *sheets) text(text string, x, baseline, size float64, bold, italic bool) {
	document.UseFace(p.pdf, p.loaded, bold, italic, size)
	p.pdf.Text(x, baseline, text)
}
