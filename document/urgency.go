package document

import (
	"fmt"

	"thidua/pdf"
)

// Urgency is the stamp that tells how urgent a paper is, in its own words.
type Urgency string

// The stamps, in frames 8 mm high. The three sizes were read (NĐ 30/2020/NĐ-CP,
// Phụ lục I); which is whose, the red and the place under the number were not, and
// are to be checked against the text.
const (
	Express    Urgency = "HỎA TỐC"     // 30 mm wide
	VeryUrgent Urgency = "THƯỢNG KHẨN" // 40 mm
	Urgent     Urgency = "KHẨN"        // 20 mm
)

// Urgencies are all stamps, the most urgent first.
var Urgencies = []Urgency{Express, VeryUrgent, Urgent}

// stampWidths are in millimetres, as stampHeight.
var stampWidths = map[Urgency]float64{Express: 30, VeryUrgent: 40, Urgent: 20}

const (
	stampHeight = 8.0
	stampAbove  = 2.5 // our choice
)

// stamp is a framed text in the middle of its column.
type stamp struct {
	text  *para
	width float64 // millimetres
}

func (*stamp) item() {}

// stamped is the stamp as an item; none for a paper that is not urgent.
func stamped(u Urgency) []item {
	if u == "" {
		return nil
	}
	return []item{&stamp{newPara(urgency, Run{Text: string(u)}), stampWidths[u]}}
}

func (p *printer) stampStrip(s *stamp, x, width float64) strip {
	from := x + (width-s.width)/2
	element := p.file.Element(p.part, "P")
	return strip{before: stampAbove, height: stampHeight, draw: func(y float64) {
		p.ink = pdf.Colour{255, 0, 0}
		p.file.Frame(p.pen(), from, y, s.width, stampHeight)
		p.mark(element)
		style := s.text.style
		line := breakLines(s.text.runs, style, s.width)[0]
		p.line(line, style, from, s.width, y+(stampHeight-style.lineHeight())/2)
		p.ink = pdf.Colour{}
	}}
}

// stampXML frames a paragraph of exactly the stamp's height; its indents leave the
// stamp's width.
func stampXML(s *stamp, width float64) string {
	side := twips((width - s.width) / 2)
	border := ""
	for _, edge := range []string{"top", "left", "bottom", "right"} {
		border += `<w:` + edge + ` w:val="single" w:sz="6" w:space="0" w:color="FF0000"/>`
	}
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/><w:pBdr>%s</w:pBdr><w:spacing w:before="%d" w:after="0" w:line="%d" w:lineRule="exact"/>`+
		`<w:ind w:left="%d" w:right="%d"/></w:pPr><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>%s</w:t></w:r></w:p>`,
		s.text.style.id, border, twips(stampAbove), twips(stampHeight), side, side, escape(s.text.runs[0].Text))
}
