package report

import (
	"context"
	"strconv"

	"thidua/access"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// versionField carries which version of the figure the page showed.
const versionField = "phien-ban"

func typeFigure(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := f.Number(report.FigureField)
	if err != nil {
		return work.Done{}, err
	}
	if !n.Known() || n.Floor() != n.Ceil() {
		return work.Done{}, refusal.Field(report.FigureField, "Ghi một số nguyên.")
	}
	return record(ctx, tx, v, f, report.Figure{N: int(max(-1, min(n.Floor(), report.MostTyped+1)))},
		ui.Words{Vietnamese: "Đã ghi số nhập tay.", English: "The figure is recorded."})
}

func withdraw(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return record(ctx, tx, v, f, report.Figure{Withdrawn: true}, ui.Words{Vietnamese: "Đã bỏ số nhập tay.", English: "The figure is withdrawn."})
}

func record(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, typed report.Figure, say ui.Words) (work.Done, error) {
	x, err := figureOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	seen, err := strconv.Atoi(f.Get(versionField))
	if err != nil {
		return work.Done{}, refusal.New(refusal.Invalid, "Trang gửi lên thiếu dữ liệu: hãy mở lại trang.")
	}
	typed.Row, typed.Column, typed.Version = x.Rows[x.row].Code, x.column, seen
	typed.Reason, typed.Document = f.Get(report.ReasonField), f.Get(report.DocumentField)
	return work.Done{Say: say}, x.Type(ctx, tx, v.By, v.Today, x.year, x.scope, typed)
}

// mayType reports whether the reader may type a figure here.
func (x figure) mayType(v work.Visit) bool {
	return !x.cell().Known() && access.Check(v.By, access.FillReport, "") == nil
}

// version is the newest version of the figure, 0 when none was typed.
func (x figure) version() int {
	if len(x.history) == 0 {
		return 0
	}
	return x.history[len(x.history)-1].Version
}

// standing is the figure that was typed; the zero one when none stands.
func (x figure) standing() report.Figure {
	if t := x.cell().Typed; t != nil {
		return *t
	}
	return report.Figure{}
}

// number is the typed figure as its field shows it.
func (x figure) number() string {
	if x.cell().Typed == nil {
		return ""
	}
	return strconv.Itoa(x.standing().N)
}
