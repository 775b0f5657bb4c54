package intake

import (
	"encoding/xml"
	"strconv"
	"strings"

	"thidua/oldfont"
)

// sheet reads one sheet as it unfolds.
func (x *workbook) sheet(name, part string) (Sheet, error) {
	s := Sheet{Name: name, Hidden: map[int]bool{}}
	n := 0
	err := x.stream(part, func(d *xml.Decoder) error {
		return each(d, func(e xml.StartElement) error {
			switch e.Name.Local {
			case "col":
				s.hide(e)
			case "row":
				if given, err := strconv.Atoi(attr(e, "r")); err == nil && given > n {
					n = given
				} else {
					n++
				}
				return x.row(d, &s, Row{N: n, Hidden: on(attr(e, "hidden"))})
			case "mergeCell":
				s.merge(attr(e, "ref"))
			}
			return nil
		})
	})
	return s, err
}

// hide notes columns that are not shown, or are too narrow to be seen.
func (s *Sheet) hide(e xml.StartElement) {
	first, err := strconv.Atoi(attr(e, "min"))
	last, err2 := strconv.Atoi(attr(e, "max"))
	width, err3 := strconv.ParseFloat(attr(e, "width"), 64)
	if err != nil || err2 != nil || !on(attr(e, "hidden")) && (err3 != nil || width > 0) {
		return
	}
	for c := max(first, 1); c <= min(last, maxColumns); c++ {
		s.Hidden[c-1] = true
	}
}

func (s *Sheet) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	left, top := place(from)
	right, bottom := place(to)
	if ok && len(s.Merges) < maxMerges && left >= 0 && left <= right && top <= bottom && top > 0 {
		s.Merges = append(s.Merges, Merge{top, left, bottom, min(right, maxColumns-1)})
	}
}

// place is the column, from 0, and the row, from 1, of a cell's name: "C7" is 2
// and 7; -1 and 0 where it is none.
func place(ref string) (column, row int) {
	digits := strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := ref[:len(ref)-len(digits)]
	if letters == "" || len(letters) > 3 {
		return -1, 0
	}
	for _, r := range letters {
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(digits)
	if err != nil {
		return -1, 0
	}
	return column - 1, row
}

// longestValue bounds a value or a formula in bytes; Excel itself stops at
// 32,767 letters.
const longestValue = 128 << 10

// cell is one as its element tells.
type cell struct {
	column  int
	kind    string
	look    look
	value   string
	formula string
	inline  text
}

// row reads the cells of a row up to its end.
func (x *workbook) row(d *xml.Decoder, s *Sheet, row Row) error {
	var c cell
	next, into := 0, (*string)(nil)
	for {
		token, err := d.RawToken()
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "c":
				c = x.open(e, next)
			case "v":
				into = &c.value
			case "f":
				into = &c.formula
			case "is":
				if c.inline, err = readText(d, "is"); err != nil {
					return err
				}
			}
		case xml.CharData:
			if into == nil {
				continue
			}
			if *into += string(e); len(*into) > longestValue {
				return refuse("Một ô ở dòng %d dài quá mức: hãy rút gọn rồi nạp lại.", row.N)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "v", "f":
				into = nil
			case "c":
				next = c.column + 1
				if err := x.set(&row, c); err != nil {
					return err
				}
			case "row":
				if row.empty() {
					return nil
				}
				s.Rows = append(s.Rows, row)
				return x.count.add(row)
			}
		}
	}
}

func (x *workbook) open(e xml.StartElement, next int) cell {
	c := cell{column: next, kind: attr(e, "t")}
	if column, _ := place(attr(e, "r")); column >= 0 {
		c.column = column
	}
	if style, err := strconv.Atoi(attr(e, "s")); err == nil && style >= 0 && style < len(x.looks) {
		c.look = x.looks[style]
	}
	return c
}

// set puts what a cell shows into its row. A formula is what the file says it
// came to; nothing is ever computed.
func (x *workbook) set(row *Row, c cell) error {
	if fetches(c.formula) {
		return refuse("Ô ở dòng %d có công thức lấy dữ liệu từ chương trình khác hoặc từ mạng: không được nhận. Hãy dán giá trị thay cho công thức rồi nạp lại.", row.N)
	}
	if c.column >= maxColumns {
		return nil
	}
	if err := whole(c.value, row.N); err != nil {
		return err
	}
	shown := clean(x.shown(c))
	if shown == "" {
		return nil
	}
	for len(row.Cells) <= c.column {
		row.Cells = append(row.Cells, "")
	}
	row.Cells[c.column] = shown
	return whole(shown, row.N)
}

func (x *workbook) shown(c cell) string {
	switch c.kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(c.value)); err == nil && n >= 0 && n < len(x.texts) {
			return x.say(saying{n, c.look.font})
		}
		return ""
	case "inlineStr":
		return c.inline.in(c.look.font)
	case "", "n":
		return number(c.value, c.look.day, x.epoch)
	case "b":
		return map[string]string{"1": "Có", "0": "Không"}[c.value]
	case "str":
		return text{{Text: c.value}}.in(c.look.font)
	}
	return c.value
}

// say reads each text once: lists say the same again and again.
func (x *workbook) say(s saying) string {
	said, known := x.said[s]
	if !known {
		said = clean(x.texts[s.text].in(s.font))
		x.said[s] = said
	}
	return said
}

// in is what a text says in a cell of that font: runs without one have it.
func (t text) in(font string) string {
	runs := make([]oldfont.Run, len(t))
	for i, r := range t {
		if runs[i] = r; r.Font == "" {
			runs[i].Font = font
		}
	}
	return oldfont.Join(runs, "")
}

// fetches reports whether a formula would ask another program or the network:
// DDE ("cmd|'/c …'!A1"), another workbook, a web service.
func fetches(formula string) bool {
	if formula == "" {
		return false
	}
	upper := strings.ToUpper(formula)
	for _, word := range []string{"|", "WEBSERVICE(", "RTD(", "CALL(", "REGISTER(", "EXEC(", "IMPORTXML(", "IMPORTDATA("} {
		if strings.Contains(upper, word) {
			return true
		}
	}
	return strings.Contains(upper, "[") && strings.Contains(upper, "]") && strings.Contains(upper, "!")
}
