package target

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/document"
	"thidua/exact"
	"thidua/refusal"
	"thidua/store"
	"thidua/target"
	"thidua/web/list"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// matrix is every unit's target of the year on every indicator.
type matrix struct {
	work.Visit
	form work.Form
	all  []target.Indicator
	may  bool // the reader may set them now
}

func deskMatrix(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	m := matrix{Visit: v, form: f, all: all}
	_, m.may = v.Capacity(access.AssignTarget)
	if v.Request().URL.Query().Get("dang") == "xlsx" {
		return m.file(), nil
	}
	return matrixPage(m), nil
}

// field is the cell's name: "o.<indicator>.<unit>".
func (m matrix) field(i target.Indicator, unit string) string {
	return "o." + i.Code + "." + m.Slug(unit)
}

// due is what stands in the cell.
func (m matrix) due(i target.Indicator, unit string) exact.Number {
	t, _ := targetOf(i, unit)
	return t.Yearly[m.Season.Year]
}

func targetOf(i target.Indicator, unit string) (target.Target, bool) {
	for _, t := range i.Targets {
		if t.Unit == unit {
			return t, true
		}
	}
	return target.Target{}, false
}

// assignAll sets the year's targets in one table. A cell left as it was is left
// alone; one that was changed needs the reason.
func assignAll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return work.Done{}, err
	}
	m := matrix{Visit: v, form: f, all: all}
	by, _ := v.Capacity(access.AssignTarget)
	var faults []error
	changed := 0
	for _, i := range all {
		for _, x := range v.Members {
			if !f.Has(m.field(i, x.Unit)) {
				continue
			}
			done, err := m.assign(ctx, tx, by, i, x.Unit)
			if faults = append(faults, err); done {
				changed++
			}
		}
	}
	switch err := errors.Join(faults...); {
	case err != nil:
		return work.Done{}, err
	case changed == 0 && by.Role != access.StandingBody:
		rule, _ := access.Of(access.AssignTarget)
		return work.Done{}, refusal.By(string(access.AssignTarget), rule.Says)
	case changed == 0:
		return work.Done{}, refusal.New(refusal.Invalid, "Chưa có chỉ tiêu nào thay đổi.")
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã ghi %d chỉ tiêu.", changed), English: fmt.Sprintf("%d targets were recorded.", changed)}}, nil
}

// assign sets one cell, unless it is as it was. What stood there when the page
// was read must still stand there.
func (m matrix) assign(ctx context.Context, tx *store.Tx, by access.Actor, i target.Indicator, unit string) (done bool, err error) {
	name := m.field(i, unit)
	n, err := m.form.Number(name)
	if err != nil {
		return false, err
	}
	t, given := targetOf(i, unit)
	was := t.Yearly[m.Season.Year]
	switch {
	case m.form.Get("cu."+name) == strings.TrimSpace(m.form.Get(name)):
		return false, nil
	case m.form.Get("cu."+name) != input(was):
		return false, &refusal.Error{Kind: refusal.Conflict, Field: name, Sentence: fmt.Sprintf("%s, %s: có người vừa đổi thành %s; đồng chí nhập %s.", i.Name, m.Unit(unit), value(was), value(n))}
	case equal(n, was):
		return false, nil
	}
	t.Indicator, t.Unit, t.Sample = i.ID, unit, t.Sample || m.Season.Sample
	yearly := map[int]exact.Number{}
	for year, due := range t.Yearly {
		yearly[year] = due
	}
	if yearly[m.Season.Year] = n; !n.Known() {
		delete(yearly, m.Season.Year)
	}
	t.Yearly = yearly
	if !given {
		_, err = target.Assign(ctx, tx, by, m.Today, t)
	} else {
		err = target.Adjust(ctx, tx, by, m.Today, t, m.form.Get("reason"))
	}
	return err == nil, err
}

// byExcel lets the table be filled in as an Excel file.
var byExcel = roundtrip.Table{Path: "/lam/{slug}/chi-tieu/bang", Title: ui.Words{Vietnamese: "Bảng đơn vị – chỉ tiêu", English: "Units by indicators"},
	Who: assigners, File: "giao-chi-tieu", Sheet: matrixSheet, Record: assignAll, Reason: true}

// Raws are the addresses that are no pages.
var Raws = []work.Raw{byExcel.Raw(), resultsByExcel.Raw()}

func matrixSheet(ctx context.Context, tx *store.Tx, v work.Visit) (roundtrip.Sheet, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	m := matrix{Visit: v, all: all}
	s := roundtrip.Sheet{Of: "chi-tieu " + v.Season.ID, Back: v.Lam("chi-tieu", "bang"), Columns: []roundtrip.Column{{Name: "Chỉ tiêu", Width: 50}, {Name: "Đơn vị tính", Width: 14}}}
	for _, x := range v.Members {
		s.Columns = append(s.Columns, roundtrip.Column{Name: x.ShortName, Width: 16})
	}
	for _, i := range all {
		row := roundtrip.Row{Key: i.Code, Name: i.Name, Cells: []roundtrip.Cell{{Text: i.Name}, {Text: i.Measure}}}
		for _, x := range v.Members {
			row.Cells = append(row.Cells, roundtrip.Cell{Field: m.field(i, x.Unit), Text: input(m.due(i, x.Unit)), Number: true})
		}
		s.Rows = append(s.Rows, row)
		if sampled(i) {
			s.Remarks = []string{"Có số liệu minh họa"}
		}
	}
	return s, err
}

// markOf stands for the indicator's targets as somebody saw them.
func markOf(i target.Indicator) string {
	var all []target.Target
	for _, t := range i.Targets {
		t.Actuals = nil
		all = append(all, t)
	}
	sum := sha256.Sum256([]byte(store.Text(all)))
	return hex.EncodeToString(sum[:8])
}

// stillAs refuses a form that was read before somebody else changed a target.
func stillAs(i target.Indicator, f work.Form) error {
	if seen := f.Get("da-xem"); seen != "" && seen != markOf(i) {
		return refusal.New(refusal.Conflict, "Có người vừa đổi chỉ tiêu này nên chưa ghi gì. Trang này hiện những gì đồng chí đã nhập; số đang có hiệu lực xem ở bảng đơn vị – chỉ tiêu.")
	}
	return nil
}

// shown is what stands in the cell's field: what the reader typed into it, else
// what is on record now.
func (m matrix) shown(field string, due exact.Number) string {
	if typed := m.form.Get(field); m.form.Has(field) && typed != m.form.Get("cu."+field) {
		return typed
	}
	return input(due)
}

// file is the table as Excel.
func (m matrix) file() templ.Component {
	g := document.Grid{Title: fmt.Sprintf("Chỉ tiêu năm %d – %s", m.Season.Year, m.Name()), Columns: []roundtrip.Column{{Name: "Chỉ tiêu", Width: 50}, {Name: "Đơn vị tính", Width: 14}}}
	for _, x := range m.Members {
		g.Columns = append(g.Columns, roundtrip.Column{Name: x.ShortName, Width: 16})
	}
	for _, i := range m.all {
		row := []any{i.Name, i.Measure}
		for _, x := range m.Members {
			var due any = ""
			if n := m.due(i, x.Unit); n.Known() {
				due = n.Float()
			}
			row = append(row, due)
		}
		g.Rows = append(g.Rows, row)
		if sampled(i) && g.Remarks == nil {
			g.Remarks = []string{"Có số liệu minh họa"}
		}
	}
	return list.File("chi-tieu-don-vi.xlsx", g)
}

// labelled names the cell to readers who do not see the table's head.
func (m matrix) labelled(i target.Indicator, short string) string { return i.Name + ", " + short }
