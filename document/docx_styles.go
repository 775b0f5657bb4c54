package document

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
)

// stylesXML names every component as a Word style, so that an official can change a paper by its parts.
func stylesXML() string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
		`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, s := range components {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s%s%s</w:pPr><w:rPr>%s%s</w:rPr></w:style>`,
			s.id, s.name, spacingXML(s), indentXML(s), alignXML(s.align), faceXML(s.bold, s.italic), sizeXML(s.size))
	}
	return b.String() + `</w:styles>`
}

func spacingXML(s style) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="auto"/>`,
		points20(s.before), points20(s.after), int(math.Round(s.line*240)))
}

func indentXML(s style) string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:right="%d" w:firstLine="%d"/>`, twips(s.left), twips(s.right), twips(s.firstLine))
}

func alignXML(a Align) string {
	names := map[Align]string{AlignLeft: "left", AlignCentre: "center", AlignRight: "right", AlignJustify: "both"}
	return `<w:jc w:val="` + names[a] + `"/>`
}

func faceXML(bold, italic bool) string {
	face := ""
	if bold {
		face += `<w:b/><w:bCs/>`
	}
	if italic {
		face += `<w:i/><w:iCs/>`
	}
	return face
}

// sizeXML counts in half-points.
func sizeXML(size float64) string {
	half := int(math.Round(size * 2))
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, half, half)
}

// twips are twentieths of a point: 1440 to the inch of 25.4 mm.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

func points20(points float64) int { return int(math.Round(points * 20)) }

// escape makes a text safe inside XML; characters XML cannot hold become U+FFFD.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder does not fail
	return b.String()
}
