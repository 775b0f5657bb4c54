package target

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/store"
	"thidua/target"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// assigners set targets (access.AssignTarget): the level above the units.
var assigners = []access.Role{access.StandingBody}

// Desk are the working pages of targets: defined and assigned by the level
// above, reported by the units.
var Desk = []work.Page{
	{Path: "/lam/{slug}/chi-tieu", Title: ui.Words{Vietnamese: "Chỉ tiêu", English: "Targets"}, Read: deskList},
	{Path: "/lam/{slug}/chi-tieu/moi", Title: ui.Words{Vietnamese: "Thêm chỉ tiêu", English: "New indicator"}, Who: assigners, Read: deskNew, Acts: map[string]work.Act{"them": define}},
	{Path: "/lam/{slug}/chi-tieu/bang", Title: ui.Words{Vietnamese: "Bảng đơn vị – chỉ tiêu", English: "Units by indicators"}, Read: deskMatrix, Acts: map[string]work.Act{"giao": assignAll}},
	{Path: "/lam/{slug}/chi-tieu/{code}", Title: ui.Words{Vietnamese: "Chỉ tiêu", English: "Target"}, Read: deskOne, Acts: map[string]work.Act{"giao": assign, "bao-cao": report}},
	byExcel.Page(),
	resultsByExcel.Page(),
}

// cell is one unit's target on one indicator.
type cell struct {
	target.Indicator
	Target target.Target
	Year   target.Status
	Class  target.Class // empty without a target for the term
}

func deskList(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var cells []cell
	var remarks []string
	for _, i := range all {
		if len(i.Targets) == 0 {
			cells = append(cells, cell{Indicator: i})
		}
		for _, t := range i.Targets {
			c := cell{Indicator: i, Target: t, Year: i.YearStatus(t, v.Season.Year)}
			if t.HasTerm() {
				c.Class = i.Assess(t, v.Season.Year).Class
			}
			cells = append(cells, c)
		}
		if sampled(i) {
			remarks = []string{"Có số liệu minh họa"}
		}
	}
	view := table(v).Of(v.Request().URL, cells)
	if view.Excel() {
		return view.File(v.Name(), remarks...), nil
	}
	return deskListPage(v, view), nil
}

func table(v work.Visit) list.Table[cell] {
	unit := func(c cell) string { return v.Unit(c.Target.Unit) }
	return list.Table[cell]{
		Name:   ui.Words{Vietnamese: "Chỉ tiêu theo đơn vị", English: "Targets by unit"},
		File:   "chi-tieu",
		Search: func(c cell) string { return c.Code + " " + c.Name + " " + unit(c) },
		Columns: []list.Column[cell]{
			{Key: "chi-tieu", Words: ui.Words{Vietnamese: "Chỉ tiêu", English: "Indicator"}, Text: func(c cell) string { return c.Name }, Cell: func(c cell) templ.Component { return indicatorLink(v, c) }, Wide: true, Width: 44},
			{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Text: unit, Width: 20},
			{Key: "giao", Words: ui.Words{Vietnamese: fmt.Sprintf("Giao năm %d", v.Season.Year), English: fmt.Sprintf("Set for %d", v.Season.Year)}, Text: func(c cell) string { return value(c.Year.Due) }, Num: true, Fixed: true},
			{Key: "ket-qua", Words: ui.Words{Vietnamese: "Thực hiện", English: "Reached"}, Text: func(c cell) string { return value(c.Year.Actual) }, Num: true, Fixed: true},
			{Key: "dat", Words: ui.Words{Vietnamese: "Đạt", English: "Met"}, Text: func(c cell) string { return c.Year.Met.Label() }, Cell: metTag},
			{Key: "nhiem-ky", Words: ui.Words{Vietnamese: "Nhiệm kỳ", English: "Term"}, Text: term, Fixed: true, Width: 18},
			{Key: "du-bao", Words: ui.Words{Vietnamese: "Hết nhiệm kỳ", English: "By the end of the term"}, Text: func(c cell) string { return c.Class.Label() }, Cell: classTag, Width: 18},
		},
		Filters: []list.Filter[cell]{
			{Key: "cua", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Options: unitChoice(v), Keep: func(c cell, unit string) bool { return c.Target.Unit == unit }},
			{Key: "muc", Words: ui.Words{Vietnamese: "Đạt", English: "Met"}, Options: mets(), Keep: func(c cell, met string) bool { return string(c.Year.Met) == met }},
			{Key: "nk", Words: ui.Words{Vietnamese: "Hết nhiệm kỳ", English: "By the end of the term"}, Options: classes(), Keep: func(c cell, class string) bool { return string(c.Class) == class }},
		},
		Empty: ui.Words{Vietnamese: "Chưa giao chỉ tiêu nào.", English: "No targets yet."},
	}
}

func unitChoice(v work.Visit) (all []ui.Option) {
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.ShortName})
	}
	return all
}

func mets() (all []ui.Option) {
	for _, m := range []target.Met{target.Exceeded, target.JustMet, target.NotMet, target.Unreported, target.Unassigned} {
		all = append(all, ui.Option{Value: string(m), Label: m.Label()})
	}
	return all
}

func classes() (all []ui.Option) {
	for _, c := range []target.Class{target.Done, target.NearMet, target.Hard, target.Missed, target.Unknown} {
		all = append(all, ui.Option{Value: string(c), Label: c.Label()})
	}
	return all
}

// term is the value due by the end of the term: "35 đến năm 2015".
func term(c cell) string {
	if !c.Target.HasTerm() {
		return "–"
	}
	return fmt.Sprintf("%s đến năm %d", value(c.Target.TermValue), c.Target.TermTo)
}
