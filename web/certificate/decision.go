package certificate

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/certificate"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// order is a decision with what was printed of it.
type order struct {
	award.Decision
	awards  []award.Award
	prints  map[int][]certificate.Print
	blanks  []certificate.Blank
	batches []certificate.Print // its printings, the newest first, each once
	view    list.View[award.Award]
	changed []rune // letters that TCVN3 does not have
}

// shownBatches is how many printings the page lists; each award leads to its own.
const shownBatches = 20

// printForm is the form to which the ticks of the list belong.
const printForm = "in-bang"

func decision(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	var o order
	if o.Decision, o.awards, err = certificate.ToPrint(ctx, tx, v.Asked("decision"), s); err != nil {
		return nil, err
	}
	if o.prints, err = certificate.PrintsOf(ctx, tx, o.ID); err != nil {
		return nil, err
	}
	o.blanks, err = certificate.Blanks(ctx, tx)
	_, o.changed = certificate.Printshop(o.awards)
	o.batches = batchesOf(o)
	o.view = o.table(f).Of(v.Request().URL, o.awards)
	if o.view.Excel() {
		return o.view.File(o.Number), err
	}
	return decisionPage(v, f, o), err
}

// table lists the awards of the decision with what was printed of each.
func (o order) table(f work.Form) list.Table[award.Award] {
	prints := func(a award.Award) string {
		var all []string
		for _, p := range o.prints[a.Place] {
			all = append(all, printed(p))
		}
		return strings.Join(all, "; ")
	}
	return list.Table[award.Award]{
		Name: ui.Words{Vietnamese: "Bằng của quyết định", English: "The decision's certificates"}, File: "bang-theo-quyet-dinh",
		Empty:  ui.Words{Vietnamese: "Quyết định này không có bằng để in.", English: "This decision has no certificates to print."},
		Search: func(a award.Award) string { return a.Name + " " + a.TitleName + " " + strconv.Itoa(a.Place) },
		Columns: []list.Column[award.Award]{
			{Key: "chon", Words: ui.Words{Vietnamese: "In", English: "Print"}, Fixed: true, NoXls: true, Text: func(award.Award) string { return "" }, Cell: func(a award.Award) templ.Component { return tick(f, a) }},
			{Key: "so", Words: ui.Words{Vietnamese: "Số sổ vàng", English: "Golden book"}, Num: true, Width: 12, Text: func(a award.Award) string { return strconv.Itoa(a.Place) }, Value: func(a award.Award) any { return a.Place }, Order: func(a, b award.Award) int { return a.Place - b.Place }},
			{Key: "ten", Words: ui.Words{Vietnamese: "Được khen", English: "Honoured"}, Width: 40, Wide: true, Text: func(a award.Award) string { return a.Name }, Cell: awardCell},
			{Key: "hinh-thuc", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Award"}, Width: 40, Wide: true, Text: func(a award.Award) string { return a.TitleName }},
			{Key: "in", Words: ui.Words{Vietnamese: "Đã in", English: "Printed"}, Width: 40, Wide: true, Fixed: true, Text: prints, Cell: func(a award.Award) templ.Component { return printsCell(o.prints[a.Place]) }},
		},
	}
}

func (o order) blankOptions() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chọn phôi –"}}
	for _, b := range o.blanks {
		all = append(all, ui.Option{Value: b.ID, Label: b.Name})
	}
	return all
}

// batchesOf are the printings of the decision, the newest first, each once.
func batchesOf(o order) (all []certificate.Print) {
	seen := map[string]bool{}
	for _, a := range o.awards {
		for _, p := range o.prints[a.Place] {
			if !seen[p.Batch] {
				seen[p.Batch] = true
				all = append(all, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b certificate.Print) int { return strings.Compare(b.Batch, a.Batch) })
	return all
}

func issue(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := scope(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	o := certificate.Order{Decision: v.Asked("decision"), Blank: f.Get("blank"), Reason: f.Get("reason")}
	if f.Get("from") != "" {
		if o.From, err = whole(f, "from"); err != nil {
			return work.Done{}, err
		}
	}
	for _, text := range f.All("places") {
		place, err := strconv.Atoi(text)
		if err != nil {
			return work.Done{}, refusal.Field("places", "Chọn trong danh sách.")
		}
		o.Places = append(o.Places, place)
	}
	_, err = certificate.Issue(ctx, tx, v.By, v.Today, s, o)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi lần in. Tải tệp PDF ở mục Các lần in.", English: "Recorded. Take the PDF under Printings."}}, err
}
