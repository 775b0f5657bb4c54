// Package report sets the yearly statistical forms as pages: each form of a
// year, the records behind each of its figures, what officers typed where the
// records know nothing, and the form as an Excel file and on A4.
package report

import (
	"context"
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
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
	{Path: here + "/{form}/{year}/{row}/{column}", Title: ui.Words{Vietnamese: "Bản ghi của một số liệu", English: "Records of a figure"}, Who: readers, Read: behind,
		Acts: map[string]work.Act{"nhap": typeFigure, "bo": withdraw}},
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

// read fills the form of the address from what is on record and what was typed.
func read(ctx context.Context, tx *store.Tx, v work.Visit) (f filled, scope award.Scope, err error) {
	if f, err = asked(v); err != nil {
		return f, scope, err
	}
	if scope, err = award.ScopeOf(ctx, tx, v.By, v.Grant.Unit); err != nil {
		return f, scope, err
	}
	f.cells, err = f.Cells(ctx, tx, f.year, scope)
	return f, scope, err
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	f, _, err := read(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	switch v.Request().URL.Query().Get("dang") {
	case "xlsx":
		return list.File(f.file()+".xlsx", f.grid()), nil
	case "pdf":
		return sheet{f, v.Today}, nil
	}
	return formPage(v, f), nil
}

func (f filled) file() string { return fmt.Sprintf("bieu-%s-nam-%d", f.Code, f.year) }

// evidence says where the rows and columns come from.
const evidence = "Dòng và cột theo mẫu trên phần mềm báo cáo của một tỉnh, đối chiếu Thông tư số 02/2023/TT-BNV trước khi gửi."

func at(f filled, parts ...string) string {
	address := fmt.Sprintf("%s/%s/%d", here, f.Code, f.year)
	for _, p := range parts {
		address += "/" + p
	}
	return address
}
