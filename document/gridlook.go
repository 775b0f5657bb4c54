package document

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// look is how a cell of the form looks; each is one style of the file.
//
// What is typed into an open cell of text stays as it was typed: "1/2" is no day.
// A remark runs on over the empty cells beside it.
type look struct{ open, text, strong, head, remark bool }

func (f *formFile) style(l look) (int, error) {
	if id, made := f.looks[l]; made {
		return id, nil
	}
	s := excelize.Style{Font: &excelize.Font{Bold: l.strong || l.head}, Alignment: &excelize.Alignment{WrapText: !l.strong && !l.remark, Vertical: "top"},
		Protection: &excelize.Protection{Locked: !l.open}}
	if l.text {
		s.NumFmt = 49 // "@"
	}
	switch {
	case l.open:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF6DA"}}
		s.Border = []excelize.Border{{Type: "left", Style: 1, Color: "77747C"}, {Type: "right", Style: 1, Color: "77747C"}, {Type: "top", Style: 1, Color: "77747C"}, {Type: "bottom", Style: 1, Color: "77747C"}}
	case l.head:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F6F4F1"}}
	}
	id, err := f.NewStyle(&s)
	f.looks[l] = id
	return id, err
}

// The height of one line in points, and how many lines of a cell are shown.
const (
	lineHeight = 15
	mostShown  = 12
)

// tall makes a row as tall as its longest text is when it is wrapped: not every
// program does that itself.
func (f *formFile) tall(g GridForm, row int, cells []FormCell) error {
	lines := 1
	for i := g.Hidden; i < min(len(cells), len(g.Columns)); i++ {
		if text, is := cells[i].Value.(string); is && !cells[i].Strong {
			letters, wide := utf8.RuneCountInString(text)+2, int(g.Columns[i].wide())
			lines = max(lines, (letters+wide-1)/wide)
		}
	}
	if lines == 1 {
		return nil
	}
	return f.SetRowHeight(f.sheet, row, float64(lineHeight*min(lines, mostShown)))
}

// wide is the column's width in the file, in letters.
func (c GridColumn) wide() float64 { return max(c.Width, 8) }
