// Package report sets the yearly statistical forms as pages: each form of a
// year, the records behind each of its figures, and the form as an Excel file.
package report

import (
	"context"
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/document"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// readers see the whole province's part of the register.
var readers = []access.Role{access.StandingBody, access.CouncilSecretary, access.Decider, access.Inspector}

const here = "/bao-cao-thong-ke"

// Desk are the working pages of the statistical forms.
var Desk = []work.Page{
	{Path: here, Title: ui.Words{Vietnamese: "Báo cáo thống kê", English: "Statistical reports"}, Who: readers, Read: forms},
	{Path: here + "/{form}/{year}", Title: ui.Words{Vietnamese: "Biểu thống kê", English: "Statistical form"}, Who: readers, Read: one},
	{Path: here + "/{form}/{year}/{row}/{column}", Title: ui.Words{Vietnamese: "Bản ghi của một số liệu", English: "Records of a figure"}, Who: readers, Read: behind},
}

// filled is a form of one year.
type filled struct {
	report.Form
	year  int
	cells [][]report.Cell
}

func forms(_ context.Context, _ *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	year, err := strconv.Atoi(v.Request().URL.Query().Get("nam"))
	if err != nil || year < vi.FirstYear || year > vi.LastYear {
		year = v.Today.Year()
	}
	return formsPage(v, year), nil
}

// asked is the form and the year of the address.
func asked(v work.Visit) (filled, error) {
	form, known := report.ByCode(v.Asked("form"))
	year, err := strconv.Atoi(v.Asked("year"))
	if !known || err != nil || year < vi.FirstYear || year > vi.LastYear {
		return filled{}, refusal.New(refusal.NotFound, "Không có biểu thống kê này.")
	}
	return filled{Form: form, year: year}, nil
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	f, err := asked(v)
	if err != nil {
		return nil, err
	}
	scope, err := award.ScopeOf(ctx, tx, v.By, v.Grant.Unit)
	if err != nil {
		return nil, err
	}
	facts, err := f.Facts(ctx, tx, f.year, scope)
	if err != nil {
		return nil, err
	}
	f.cells = f.Fill(facts)
	if v.Request().URL.Query().Get("dang") == "xlsx" {
		return list.File(fmt.Sprintf("bieu-%s-nam-%d.xlsx", f.Code, f.year), f.grid()), nil
	}
	return formPage(v, f), nil
}

// evidence says where the rows and columns come from.
const evidence = "Dòng và cột theo mẫu trên phần mềm báo cáo của một tỉnh, đối chiếu Thông tư số 02/2023/TT-BNV trước khi gửi."

// grid is the form as an Excel file.
func (f filled) grid() document.Grid {
	g := document.Grid{Title: f.Title + " – năm " + strconv.Itoa(f.year), Remarks: []string{"Biểu số: " + f.Number,
		"Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023", "Ngày nhận báo cáo: Ngày 15 tháng 12 năm báo cáo",
		"Đơn vị báo cáo:", "Đơn vị nhận báo cáo:", f.Note, evidence},
		Columns: []document.GridColumn{{Name: "Chỉ tiêu", Width: 50}, {Name: "Mã số", Width: 8}, {Name: "Đơn vị tính", Width: 16}}}
	for i, c := range f.Columns {
		g.Columns = append(g.Columns, document.GridColumn{Name: fmt.Sprintf("%d. %s", i+1, c.Name), Width: 20})
	}
	for i, r := range f.Rows {
		cells := []any{r.Name, r.Code, r.Measure}
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
	}
	return gap(c)
}

// words is a figure as the page says it.
func words(c report.Cell) string {
	if c.Known() {
		return vi.FormatInt(int64(c.N))
	}
	return gap(c)
}

// gap says what is not known of a figure.
func gap(c report.Cell) string {
	switch {
	case c.Unheld:
		return "sổ không ghi"
	case c.Open == 0:
		return "ít nhất " + vi.FormatInt(int64(c.N))
	case c.N > 0:
		return fmt.Sprintf("chưa rõ: %s đã phân loại, %s chưa", vi.FormatInt(int64(c.N)), vi.FormatInt(int64(c.Open)))
	}
	return fmt.Sprintf("chưa rõ: %s chưa phân loại", vi.FormatInt(int64(c.Open)))
}

func at(f filled, parts ...string) string {
	address := fmt.Sprintf("%s/%s/%d", here, f.Code, f.year)
	for _, p := range parts {
		address += "/" + p
	}
	return address
}
