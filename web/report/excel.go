package report

import (
	"slices"
	"strconv"

	"thidua/document"
	"thidua/report"
	"thidua/vi"
)

// basis stands over the form on the left, as its print has it.
func (f filled) basis() []string {
	return []string{"Biểu số: " + f.Number, "Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023", "Ngày nhận báo cáo: Ngày 15 tháng 12 năm báo cáo"}
}

// parties stand over the form on the right, for filling in by hand.
func (f filled) parties() []string {
	return []string{"Đơn vị báo cáo:", "Đơn vị nhận báo cáo:"}
}

// measure is what the whole form counts; empty where each row has its own.
func (f filled) measure() string {
	if f.Measure == "" {
		return ""
	}
	return "Đơn vị tính: " + f.Measure
}

// grid is the form as an Excel file.
func (f filled) grid() document.Grid {
	g := document.Grid{Title: f.Title + " – năm " + strconv.Itoa(f.year), Remarks: slices.Concat(f.basis(), f.parties(), []string{f.Note, evidence}),
		Columns: []document.GridColumn{{Name: "Chỉ tiêu", Width: 50}, {Name: "Mã số", Width: 8}}}
	for _, remark := range []string{f.measure(), f.sampleNote()} {
		if remark != "" {
			g.Remarks = append(g.Remarks, remark)
		}
	}
	for _, x := range f.typed() {
		g.Remarks = append(g.Remarks, vi.UpperFirst(f.note(x)))
	}
	if f.ByRow {
		g.Columns = append(g.Columns, document.GridColumn{Name: "Đơn vị tính", Width: 16})
	}
	for i := range f.Columns {
		g.Columns = append(g.Columns, document.GridColumn{Name: f.head(i), Width: 20})
	}
	for i, r := range f.Rows {
		cells := []any{r.Name, r.Printed()}
		if f.ByRow {
			cells = append(cells, r.Measure)
		}
		for _, c := range f.cells[i] {
			cells = append(cells, value(r, c))
		}
		g.Rows = append(g.Rows, cells)
	}
	return g
}

// value is a figure in Excel: what is unknown is said in words.
func value(r report.Row, c report.Cell) any {
	switch {
	case r.Code == "":
		return nil
	case c.Known():
		return c.N
	case c.Typed != nil:
		return c.Typed.N
	}
	return gap(c)
}
