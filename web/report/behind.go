package report

import (
	"context"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/movement"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// mostRows is how many awards one Excel file has at most.
const mostRows = 5000

// figure is one cell of a form, with the records it counts.
type figure struct {
	filled
	row     int
	column  int
	scope   award.Scope
	history []report.Figure
	rows    templ.Component // the records; nil where the records do not tell which
}

func (x figure) cell() report.Cell { return x.cells[x.row][x.column] }

// behind shows a figure, the very records that it counts, and what was typed.
func behind(ctx context.Context, tx *store.Tx, v work.Visit, form work.Form) (templ.Component, error) {
	x, err := figureOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	file, err := x.count(ctx, tx, v)
	if err != nil || file != nil {
		return file, err
	}
	typed, err := x.Figures(ctx, tx, x.year, x.scope)
	for _, t := range typed {
		if t.Row == x.Rows[x.row].Code && t.Column == x.column {
			x.history = append(x.history, t)
		}
	}
	return figurePage(v, form, x), err
}

// figureOf is the cell of the address.
func figureOf(ctx context.Context, tx *store.Tx, v work.Visit) (x figure, err error) {
	if x.filled, x.scope, err = read(ctx, tx, v); err != nil {
		return x, err
	}
	column, err := strconv.Atoi(v.Asked("column"))
	row := slices.IndexFunc(x.Rows, func(r report.Row) bool { return r.Code != "" && r.Code == v.Asked("row") })
	if row < 0 || err != nil || column < 1 || column > len(x.Columns) {
		return x, refusal.New(refusal.NotFound, "Biểu không có ô này.")
	}
	x.row, x.column = row, column-1
	return x, nil
}

// count reads the records of the figure, or makes the Excel file of them.
func (x *figure) count(ctx context.Context, tx *store.Tx, v work.Visit) (file templ.Component, err error) {
	switch x.Source {
	case report.Awards:
		return x.awards(ctx, tx, v)
	case report.Movements:
		return x.movements(ctx, tx, v)
	}
	return nil, nil
}

func (x *figure) movements(ctx context.Context, tx *store.Tx, v work.Visit) (templ.Component, error) {
	all, err := report.MovementsOf(ctx, tx, x.year, x.scope)
	if err != nil {
		return nil, err
	}
	var counted []movement.Movement
	for _, m := range all {
		if x.Belongs(report.OfMovement(m), x.Rows[x.row], x.column) {
			counted = append(counted, m)
		}
	}
	view := movementTable.Of(v.Request().URL, counted)
	if view.Excel() {
		sample := slices.ContainsFunc(counted, func(m movement.Movement) bool { return m.Sample })
		return view.File(x.title(), remarks(len(counted), len(counted), sample)...), nil
	}
	x.rows = view.Show()
	return nil, nil
}

func (x *figure) awards(ctx context.Context, tx *store.Tx, v work.Visit) (templ.Component, error) {
	d, told := x.Narrowed(x.year, x.Rows[x.row], x.column)
	if !told {
		return nil, nil
	}
	total := x.cell().N
	asked := v.Request().URL
	skip, most := (awardTable.Query(asked).Page-1)*awardTable.PageSize(), awardTable.PageSize()
	if asked.Query().Get("dang") == "xlsx" {
		skip, most = 0, mostRows
	}
	rows, err := award.InYear(ctx, tx, d, x.scope, max(0, min(skip, total)), most)
	if err != nil {
		return nil, err
	}
	view := awardTable.Part(asked, rows, total)
	if view.Excel() {
		sample := slices.ContainsFunc(rows, func(a award.Award) bool { return a.Sample })
		return view.File(x.title(), remarks(len(rows), total, sample)...), nil
	}
	x.rows = view.Show()
	return nil, nil
}

// remarks say of an Excel file of records what its rows do not.
func remarks(rows, total int, sample bool) (all []string) {
	if sample {
		all = append(all, "Có số liệu minh họa.")
	}
	if rows < total {
		all = append(all, "Chỉ gồm "+vi.FormatInt(int64(rows))+" dòng đầu; số này đếm "+vi.FormatInt(int64(total))+" dòng, xem đủ trên trang.")
	}
	return all
}

func (x figure) title() string {
	r := x.Rows[x.row]
	name := line(r)
	if !r.Uncoded {
		name += " (" + r.Name + ")"
	}
	return "Biểu " + x.Code + " năm " + strconv.Itoa(x.year) + ", " + name + ", " + x.columnName(x.column)
}
