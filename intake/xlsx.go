package intake

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"thidua/oldfont"
)

// workbook is what the sheets of an Excel file share.
type workbook struct {
	*pack
	texts []text
	said  map[saying]string // what texts say, once read
	looks []look
	epoch int // the year from which days are counted, 1900 or 1904
	count tally
}

// saying is a shared text in a cell of a font.
type saying struct {
	text int
	font string
}

// text is one that cells share: its runs keep their own font.
type text []oldfont.Run

// look is how a style shows its cells.
type look struct {
	font string
	day  bool
}

// readXLSX reads the visible sheets of a workbook.
func readXLSX(p *pack) ([]Sheet, error) {
	x := &workbook{pack: p, epoch: 1900, said: map[saying]string{}}
	if err := errors.Join(x.readStyles(), x.readTexts()); err != nil {
		return nil, err
	}
	var book struct {
		Pr struct {
			From1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	links, err := x.relations("xl/_rels/workbook.xml.rels")
	if err := errors.Join(err, x.decode("xl/workbook.xml", &book)); err != nil {
		return nil, err
	}
	if on(book.Pr.From1904) {
		x.epoch = 1904
	}
	if len(book.Sheets) > maxSheets {
		return nil, refuse("Tệp có hơn %d trang tính: hãy chỉ giữ trang có danh sách.", maxSheets)
	}
	var sheets []Sheet
	for _, b := range book.Sheets {
		if b.State == "hidden" || b.State == "veryHidden" {
			continue
		}
		for _, a := range b.Attrs {
			if l, ok := links[a.Value]; ok && a.Name.Local == "id" {
				s, err := x.sheet(clean(b.Name), target("xl", l))
				if err != nil {
					return nil, err
				}
				sheets = append(sheets, s)
			}
		}
	}
	return sheets, nil
}

// readTexts reads the texts that cells name by number.
func (x *workbook) readTexts() error {
	return x.stream("xl/sharedStrings.xml", func(d *xml.Decoder) error {
		return each(d, func(e xml.StartElement) error {
			if e.Name.Local != "si" {
				return nil
			}
			t, err := readText(d, "si")
			x.texts = append(x.texts, t)
			if len(x.texts) > maxText/8 {
				return refuse("Tệp có quá nhiều chữ: hãy chia thành nhiều tệp rồi nạp từng tệp.")
			}
			return err
		})
	})
}

// readText reads the runs of a text up to the end of the element that holds it.
// Readings of foreign letters (phonetic runs) are no part of it.
func readText(d *xml.Decoder, until string) (t text, err error) {
	var font string
	inText, phonetic := false, false
	for {
		token, err := d.RawToken()
		if err != nil {
			return t, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "r":
				font = ""
			case "rFont":
				font = attr(e, "val")
			case "rPh":
				phonetic = true
			case "t":
				inText = !phonetic
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "rPh":
				phonetic = false
			case "t":
				inText = false
			case until:
				return t, nil
			}
		case xml.CharData:
			if len(t) > maxCell {
				return nil, refuse("Một ô có quá nhiều kiểu chữ: hãy bỏ định dạng trong ô rồi nạp lại.")
			}
			if inText {
				t = append(t, oldfont.Run{Text: string(e), Font: font})
			}
		}
	}
}

// readStyles reads which font each style has and whether it shows days.
func (x *workbook) readStyles() error {
	var s struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := x.decode("xl/styles.xml", &s); err != nil {
		return err
	}
	days := map[int]bool{14: true, 15: true, 16: true, 17: true, 22: true} // the built-in ones
	for _, f := range s.Formats {
		days[f.ID] = showsDay(f.Code)
	}
	for _, c := range s.Cells {
		l := look{day: days[c.Format]}
		if c.Font >= 0 && c.Font < len(s.Fonts) {
			l.font = s.Fonts[c.Font].Name.Val
		}
		x.looks = append(x.looks, l)
	}
	return nil
}

// each calls do for every element that opens, to the end of the part. An
// element that is cut off is a fault.
func each(d *xml.Decoder, do func(xml.StartElement) error) error {
	depth := 0
	for {
		token, err := d.RawToken()
		if err != nil {
			if depth == 0 && errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("intake: %w", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			if err := do(e.Copy()); err != nil {
				return err
			}
			if taken(e.Name.Local) {
				depth--
			}
		case xml.EndElement:
			depth--
		}
	}
}

// taken are the elements that are read to their own end by whoever meets them.
func taken(name string) bool { return name == "si" || name == "row" }
