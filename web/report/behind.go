package report

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/movement"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// mostRows is how many awards one Excel file has at most.
const mostRows = 5000

// behind lists the very records that a figure counts.
func behind(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	f, err := asked(v)
	if err != nil {
		return nil, err
	}
	row, known := f.Row(v.Asked("row"))
	column, err := strconv.Atoi(v.Asked("column"))
	if !known || err != nil || column < 1 || column > len(f.Columns) {
		return nil, refusal.New(refusal.NotFound, "Biểu không có ô này.")
	}
	scope, err := award.ScopeOf(ctx, tx, v.By, v.Grant.Unit)
	if err != nil {
		return nil, err
	}
	if f.Awards {
		return awardsBehind(ctx, tx, v, f, row, column-1, scope)
	}
	return movementsBehind(ctx, tx, v, f, row, column-1)
}

func movementsBehind(ctx context.Context, tx *store.Tx, v work.Visit, f filled, row report.Row, column int) (templ.Component, error) {
	all, err := movement.OfYear(ctx, tx, f.year)
	if err != nil {
		return nil, err
	}
	var counted []movement.Movement
	for _, m := range all {
		if f.Belongs(report.OfMovement(m), row, column) {
			counted = append(counted, m)
		}
	}
	view := movementTable.Of(v.Request().URL, counted)
	if view.Excel() {
		return view.File(title(f, row, column)), nil
	}
	return behindPage(v, f, title(f, row, column), view.Show()), nil
}

func awardsBehind(ctx context.Context, tx *store.Tx, v work.Visit, f filled, row report.Row, column int, scope award.Scope) (templ.Component, error) {
	d, told := f.Narrowed(f.year, row, column)
	if !told {
		return nil, refusal.New(refusal.NotFound, "Sổ khen thưởng không cho biết số này, nên không có danh sách.")
	}
	counts, err := award.YearlyCounts(ctx, tx, f.year, scope)
	if err != nil {
		return nil, err
	}
	total := d.Total(counts)
	asked := v.Request().URL
	skip, most := (awardTable.Query(asked).Page-1)*awardTable.PageSize(), awardTable.PageSize()
	if asked.Query().Get("dang") == "xlsx" {
		skip, most = 0, mostRows
	}
	rows, err := award.InYear(ctx, tx, d, scope, max(0, min(skip, total)), most)
	if err != nil {
		return nil, err
	}
	view := awardTable.Part(asked, rows, total)
	if view.Excel() {
		return view.File(title(f, row, column)), nil
	}
	return behindPage(v, f, title(f, row, column), view.Show()), nil
}

func title(f filled, row report.Row, column int) string {
	return "Biểu " + f.Code + " năm " + strconv.Itoa(f.year) + ", mã số " + row.Code + " (" + row.Name + "), cột " + strconv.Itoa(column+1)
}

var awardTable = list.Table[award.Award]{
	Name: ui.Words{Vietnamese: "Khen thưởng được đếm", English: "Awards counted"}, File: "khen-thuong-duoc-dem",
	Empty: ui.Words{Vietnamese: "Không có khen thưởng nào được đếm ở ô này.", English: "No award is counted here."},
	Columns: []list.Column[award.Award]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Recipient"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.Name }, Cell: toAward},
		{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.TitleName }},
		{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị khi ấy", English: "Unit then"}, Fixed: true, Width: 34, Text: func(a award.Award) string { return a.UnitName }},
		{Key: "quyet-dinh", Words: ui.Words{Vietnamese: "Quyết định", English: "Decision"}, Fixed: true, Width: 30, Text: func(a award.Award) string { return a.By.Number + ", " + a.By.Day.Short() }},
		{Key: "tinh-trang", Words: ui.Words{Vietnamese: "Tình trạng", English: "State"}, Fixed: true, Width: 18, Text: func(a award.Award) string { return a.State.Label() }},
	},
}

var movementTable = list.Table[movement.Movement]{
	Name: ui.Words{Vietnamese: "Phong trào được đếm", English: "Movements counted"}, File: "phong-trao-duoc-dem",
	Empty: ui.Words{Vietnamese: "Không có phong trào nào được đếm ở ô này.", English: "No movement is counted here."},
	Columns: []list.Column[movement.Movement]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Phong trào", English: "Movement"}, Width: 50, Wide: true, Text: func(m movement.Movement) string { return m.Name }, Cell: movementName},
		{Key: "loai", Words: ui.Words{Vietnamese: "Phương thức", English: "Kind"}, Width: 22, Text: func(m movement.Movement) string { return m.Kind.Label() }},
		{Key: "tu", Words: ui.Words{Vietnamese: "Phát động", English: "From"}, Fixed: true, Width: 14, Text: func(m movement.Movement) string { return m.LaunchedOn.Short() }},
		{Key: "den", Words: ui.Words{Vietnamese: "Kết thúc", English: "Until"}, Fixed: true, Width: 14, Text: func(m movement.Movement) string { return m.EndsOn.Short() }},
	},
}
