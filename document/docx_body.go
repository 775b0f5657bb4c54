package document

import (
	"fmt"
	"strings"
)

// documentXML is the main part: the items, then the section with its page.
func documentXML(s *sheet, margins []marginPart) string {
	var b strings.Builder
	b.WriteString(`<w:document ` + wordSpace + `><w:body>`)
	breakBefore := false
	for _, it := range s.items {
		if _, ok := it.(newPage); ok {
			breakBefore = true
			continue
		}
		if p, ok := it.(*para); ok && breakBefore {
			paraXML(&b, p, `<w:pageBreakBefore/>`)
		} else {
			if breakBefore {
				b.WriteString(emptyXML(1, `<w:pageBreakBefore/>`))
			}
			itemXML(&b, it, s.page.textWidth())
		}
		breakBefore = false
	}
	if _, grid := s.items[len(s.items)-1].(*grid); grid {
		b.WriteString(emptyXML(1, ``)) // Word wants a paragraph after a table that ends the text
	}
	b.WriteString(sectionXML(s, margins) + `</w:body></w:document>`)
	return b.String()
}

func itemXML(b *strings.Builder, it item, width float64) {
	switch it := it.(type) {
	case *para:
		paraXML(b, it, "")
	case *rule:
		ruleXML(b, it, width)
	case *stamp:
		b.WriteString(stampXML(it, width))
	case *gap:
		b.WriteString(emptyXML(it.height, keepXML(it.keepNext)))
	case *grid:
		gridXML(b, it)
	}
}

// paraXML names the component's style and states only what differs from it.
func paraXML(b *strings.Builder, p *para, extra string) {
	usual := components[p.component]
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + usual.id + `"/>` + keepXML(p.keepNext) + extra)
	if p.style.before != usual.before || p.style.after != usual.after {
		b.WriteString(spacingXML(p.style))
	}
	if p.style.left != usual.left || p.style.right != usual.right || p.style.firstLine != usual.firstLine {
		b.WriteString(indentXML(p.style))
	}
	if p.style.align != usual.align {
		b.WriteString(alignXML(p.style.align))
	}
	if p.level > 0 {
		fmt.Fprintf(b, `<w:outlineLvl w:val="%d"/>`, p.level-1)
	}
	b.WriteString(`</w:pPr>`)
	for _, run := range p.runs {
		runXML(b, run.Text, faceXML(!usual.bold && (p.style.bold || run.Bold), !usual.italic && (p.style.italic || run.Italic)))
	}
	b.WriteString(`</w:p>`)
}

func runXML(b *strings.Builder, text, properties string) {
	b.WriteString(`<w:r>`)
	if properties != "" {
		b.WriteString(`<w:rPr>` + properties + `</w:rPr>`)
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		b.WriteString(`<w:t xml:space="preserve">` + escape(line) + `</w:t>`)
	}
	b.WriteString(`</w:r>`)
}

func keepXML(keep bool) string {
	if keep {
		return `<w:keepNext/>`
	}
	return ""
}

// ruleXML draws a rule as the upper border of a low empty paragraph: a border under the text itself would be
// as wide as its column. Drawings are left aside because older readers drop them.
func ruleXML(b *strings.Builder, r *rule, width float64) {
	side := twips((width - r.width) / 2)
	fmt.Fprintf(b, `<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>`+
		`<w:spacing w:before="%d" w:after="0" w:line="%d" w:lineRule="exact"/><w:ind w:left="%d" w:right="%d"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`,
		twips(ruleAbove), twips(r.below), side, side)
}

// emptyXML is a paragraph without text of exactly the given height in points.
func emptyXML(height float64, properties string) string {
	return fmt.Sprintf(`<w:p><w:pPr>%s<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`,
		properties, points20(height))
}
