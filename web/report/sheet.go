package report

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"thidua/document"
	"thidua/report"
	"thidua/vi"
)

// sheet is the form on A4, lying, as a page that is a file instead.
type sheet struct {
	filled
	today vi.Day
}

// FileName is the name under which readers keep it.
func (s sheet) FileName() string { return s.file() + ".pdf" }

// Render is never reached: the desk sends the file instead.
func (s sheet) Render(_ context.Context, w io.Writer) error { return s.Write(w) }

// Write sets the form.
func (s sheet) Write(w io.Writer) error {
	d := &document.Doc{Layout: document.LayoutOn(s.today.Time()), Kind: "bieu_thong_ke", Created: s.today.Time(), Landscape: true,
		Title: s.Number + ", năm " + strconv.Itoa(s.year), Illustrative: s.sampleNote() != "",
		Signatures: []document.Signature{{Post: "NGƯỜI LẬP BIỂU", Note: "(Ký, họ tên)"}, {Post: "THỦ TRƯỞNG ĐƠN VỊ", Note: "(Ký, họ tên, đóng dấu)"}}}
	d.Letterhead = document.Letterhead{Superior: strings.Join(s.basis(), "\n"), National: strings.Join(s.parties(), " …………………\n") + " …………………"}
	d.Body = []document.Block{document.Paragraph{Runs: document.Bold(s.Title + "\nNăm " + strconv.Itoa(s.year)), Align: document.AlignCentre, NoIndent: true, KeepNext: true},
		document.Table{Columns: s.widths(), Head: s.heads(), Rows: s.rows(), Unit: s.measure(), Note: signs}}
	for i, x := range s.typed() {
		d.Body = append(d.Body, document.Text(fmt.Sprintf("[%d] %s.", i+1, s.note(x))))
	}
	d.Body = append(d.Body, document.Text(s.Note), document.Text(evidence))
	return document.WritePDF(w, d)
}

// signs explains the signs of the table.
const signs = "Dấu “…”: sổ không ghi hoặc chưa rõ. Dấu “≥”: ít nhất. Dấu [ ]: số nhập tay, căn cứ ghi dưới biểu."

// widths leave a figure's column room for the longest word over it.
func (s sheet) widths() []document.Column {
	columns := []document.Column{{Width: 40}, {Width: 13, Align: document.AlignCentre}}
	if s.ByRow {
		columns = append(columns, document.Column{Width: 18, Align: document.AlignCentre})
	}
	for _, c := range s.Columns {
		width := 19.0
		if c.Group != "" {
			width = 14
		}
		columns = append(columns, document.Column{Width: width, Align: document.AlignRight})
	}
	return columns
}

// heads are the names of the columns, groups over their own, and their letters
// and numbers.
func (s sheet) heads() [][]document.Cell {
	names, under, numbers := []document.Cell{}, []document.Cell{}, []document.Cell{}
	deep := s.No(len(s.Columns)-1) < len(s.Columns)
	put := func(name, number string, wide int) {
		cell := document.Cell{Runs: document.Plain(name), ColSpan: wide}
		if deep && wide == 1 {
			cell.RowSpan = 2
		}
		names, numbers = append(names, cell), append(numbers, document.Cell{Runs: document.Plain(number), ColSpan: wide})
	}
	put("Chỉ tiêu", "A", 1)
	put("Mã số", "B", 1)
	if s.ByRow {
		put("Đơn vị tính", "C", 1)
	}
	for i := 0; i < len(s.Columns); {
		wide := s.together(i)
		if number := strconv.Itoa(s.No(i)); wide == 1 {
			put(s.Columns[i].Name, number, 1)
		} else {
			put(s.Columns[i].Group, number, wide)
			for _, c := range s.Columns[i : i+wide] {
				under = append(under, document.Row(c.Name)...)
			}
		}
		i += wide
	}
	if !deep {
		return [][]document.Cell{names, numbers}
	}
	return [][]document.Cell{names, under, numbers}
}

// together is how many columns from this one on share its number.
func (s sheet) together(i int) (n int) {
	for j := i; j < len(s.Columns) && s.No(j) == s.No(i); j++ {
		n++
	}
	return n
}

func (s sheet) rows() [][]document.Cell {
	rows, typed := make([][]document.Cell, len(s.Rows)), 0
	for i, r := range s.Rows {
		if r.Code == "" {
			rows[i] = []document.Cell{{Runs: document.Bold(r.Name), ColSpan: s.wide()}}
			continue
		}
		rows[i] = document.Row(r.Name, r.Printed())
		if s.ByRow {
			rows[i] = append(rows[i], document.Row(r.Measure)...)
		}
		for _, c := range s.cells[i] {
			run := document.Run{Text: printed(c), Illustrative: c.Sample > 0 && printed(c) != untold}
			if c.Typed != nil {
				typed++
				run.Text = fmt.Sprintf("%s [%d]", run.Text, typed)
			}
			rows[i] = append(rows[i], document.Cell{Runs: []document.Run{run}})
		}
	}
	return rows
}

// untold stands where the records know no figure.
const untold = "…"

// printed is a figure in a narrow column.
func printed(c report.Cell) string {
	switch {
	case c.Known() || c.Typed != nil:
		return words(c)
	case c.N > 0:
		return "≥ " + vi.FormatInt(int64(c.N))
	}
	return untold
}
