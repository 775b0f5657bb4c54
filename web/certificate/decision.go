package certificate

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/certificate"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// order is a decision with what was printed of it.
type order struct {
	award.Decision
	awards  []award.Award
	prints  map[int][]certificate.Print
	blanks  []certificate.Blank
	changed []rune // letters that TCVN3 does not have
}

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
	return decisionPage(v, f, o), err
}

func (o order) blankOptions() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chọn phôi –"}}
	for _, b := range o.blanks {
		all = append(all, ui.Option{Value: b.ID, Label: b.Name})
	}
	return all
}

// batches are the printings of the decision, the newest first, each once.
func (o order) batches() (all []certificate.Print) {
	seen := map[string]bool{}
	for _, a := range o.awards {
		for _, p := range o.prints[a.Place] {
			if !seen[p.Batch] {
				seen[p.Batch] = true
				all = append(all, p)
			}
		}
	}
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
