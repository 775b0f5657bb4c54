package intake

import "encoding/xml"

// styles tells the font of a Word file's styles.
type styles struct {
	byID  map[string]wordStyle
	basis string // the default font
	body  string // the style of paragraphs that name none
}

type wordStyle struct{ font, basedOn string }

type runLook struct {
	Fonts struct {
		ASCII string `xml:"ascii,attr"`
		HAnsi string `xml:"hAnsi,attr"`
	} `xml:"rFonts"`
}

func (l runLook) font() string {
	if l.Fonts.HAnsi != "" {
		return l.Fonts.HAnsi
	}
	return l.Fonts.ASCII
}

func readFonts(p *pack) (styles, error) {
	var table struct {
		Default runLook `xml:"docDefaults>rPrDefault>rPr"`
		All     []struct {
			ID      string `xml:"styleId,attr"`
			Type    string `xml:"type,attr"`
			Default string `xml:"default,attr"`
			BasedOn struct {
				Val string `xml:"val,attr"`
			} `xml:"basedOn"`
			Run runLook `xml:"rPr"`
		} `xml:"style"`
	}
	err := p.decode("word/styles.xml", &table)
	s := styles{byID: map[string]wordStyle{}, basis: table.Default.font()}
	for _, x := range table.All {
		s.byID[x.ID] = wordStyle{x.Run.font(), x.BasedOn.Val}
		if on(x.Default) && x.Type == "paragraph" {
			s.body = x.ID
		}
	}
	return s, err
}

// of is the font of a style, by way of those it is based on.
func (s styles) of(id string) string {
	if id == "" {
		id = s.body
	}
	for range 20 { // styles may be based on one another in a ring
		x, known := s.byID[id]
		if !known {
			break
		}
		if x.font != "" {
			return x.font
		}
		id = x.basedOn
	}
	return s.basis
}

// fontIn is the font for the letters above ASCII that a run names.
func fontIn(e xml.StartElement) string {
	if f := attr(e, "hAnsi"); f != "" {
		return f
	}
	return attr(e, "ascii")
}
