package roundtrip

import (
	"encoding/json"
	"io"

	"github.com/a-h/templ"

	"thidua/document"
	"thidua/exact"
	"thidua/vi"
)

// The hidden columns of the file: the row's key, and what stood in its open
// cells when the file was taken.
const hidden = 2

// mark stands in the file's first cell.
func (s Sheet) mark() string { return "thidua " + s.Of }

type download struct {
	templ.Component
	table Table
	sheet Sheet
	of    string
}

// FileName implements work.Download.
func (d download) FileName() string { return d.table.File + ".xlsx" }

// heading is the table's title, and whose year it is of where it is of a year.
func (d download) heading() string {
	if d.of == "" {
		return d.table.Title.Vietnamese
	}
	return d.table.Title.Vietnamese + " – " + d.of
}

// Write implements work.Download.
func (d download) Write(w io.Writer) error {
	s := d.sheet
	g := document.GridForm{Mark: s.mark(), Hidden: hidden, Columns: append([]Column{{Name: "Mã"}, {Name: "Lần đọc"}}, s.Columns...),
		Remarks: append([]string{d.heading(),
			"Chỉ ghi vào ô có nền vàng, giữ nguyên các cột và dòng; số thập phân dùng dấu phẩy. Ghi xong nạp tệp này lên trang đã tải."}, s.Remarks...)}
	for _, r := range s.Rows {
		g.Rows = append(g.Rows, r.inFile())
	}
	return document.WriteGridForm(w, g)
}

func (r Row) inFile() []document.FormCell {
	cells := []document.FormCell{{Value: r.Key}, {Value: r.was()}}
	for _, c := range r.Cells {
		x := document.FormCell{Value: c.inFile(), Open: c.Field != "", Number: c.Number && c.Field != ""}
		for _, o := range c.Options {
			if o.Value != "" {
				x.Choices = append(x.Choices, o.Label)
			}
		}
		cells = append(cells, x)
	}
	return cells
}

// was is what stands in the row's cells, in their order; null in a locked one.
func (r Row) was() string {
	all := make([]*string, len(r.Cells))
	for i, c := range r.Cells {
		if c.Field != "" {
			all[i] = &c.Text
		}
	}
	text, _ := json.Marshal(all) // texts always can be
	return string(text)
}

// inFile is the cell as people read it: numbers as numbers, choices in words.
func (c Cell) inFile() any {
	if c.Text == "" {
		return nil
	}
	if c.Number {
		if n, err := vi.ParseNumber(c.Text); err == nil {
			return exact.Of(n).Float()
		}
	}
	return c.words(c.Text)
}

// words is a value of the cell as people read it.
func (c Cell) words(value string) string {
	for _, o := range c.Options {
		if o.Value == value {
			return o.Label
		}
	}
	return value
}
