package document

import (
	"fmt"
	"strings"
)

// marginPart is a header or footer: of the first page or of the others.
type marginPart struct{ kind, pages, content string }

func (m marginPart) file() string { return m.kind + "_" + m.pages + ".xml" }
func (m marginPart) id() string   { return m.kind + "_" + m.pages }

// marginParts sets what stands in the margins: the page number from page 2 on, the tag at the left of every foot.
func marginParts(s *sheet) []marginPart {
	head, foot := "", tagXML(s.tag)
	if s.page.numberAtBottomRight {
		foot += `<w:r><w:tab/></w:r>` + pageFieldXML
	} else {
		head = pageFieldXML
	}
	right := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>%s`, twips(s.page.textWidth()), alignXML(AlignLeft))
	return []marginPart{
		marginXML("header", "first", "hdr", "", ""),
		marginXML("header", "default", "hdr", "", head),
		marginXML("footer", "first", "ftr", right, tagXML(s.tag)),
		marginXML("footer", "default", "ftr", right, foot),
	}
}

// pageFieldXML is the number of the page in Arabic digits.
const pageFieldXML = `<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>`

func tagXML(text string) string {
	if text == "" {
		return ""
	}
	var b strings.Builder
	runXML(&b, text, faceXML(false, components[tag].italic)+sizeXML(components[tag].size))
	return b.String()
}

func marginXML(kind, pages, root, properties, content string) marginPart {
	return marginPart{kind, pages, `<w:` + root + ` ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="` + components[pageNumber].id + `"/>` +
		properties + `</w:pPr>` + content + `</w:p></w:` + root + `>`}
}

// sectionXML is the page: size, margins, and that its first page has margins of its own.
func sectionXML(s *sheet, margins []marginPart) string {
	var b strings.Builder
	b.WriteString(`<w:sectPr>`)
	for _, m := range margins {
		fmt.Fprintf(&b, `<w:%sReference w:type="%s" r:id="%s"/>`, m.kind, m.pages, m.id())
	}
	p, orient := s.page, ""
	if p.width > p.height {
		orient = ` w:orient="landscape"`
	}
	fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/><w:titlePg/></w:sectPr>`,
		twips(p.width), twips(p.height), orient, twips(p.top), twips(p.right), twips(p.bottom), twips(p.left), twips(p.numberFromEdge), twips(p.numberFromEdge))
	return b.String()
}
