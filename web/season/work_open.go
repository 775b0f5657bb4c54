package season

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// opening is a year about to be opened, as its pages show it.
type opening struct {
	Cluster    cluster.Cluster
	By         access.Actor
	Years      []season.Season // the cluster's, newest first
	Asked      season.Opening
	Indicators bool // define the earlier year's indicators too
	Planned    season.Planned
}

// clusterOf is the cluster of the address and who acts for it.
func clusterOf(ctx context.Context, tx *store.Tx, v work.Visit) (cluster.Cluster, access.Actor, error) {
	c, err := cluster.ByID(ctx, tx, v.Asked("cum"))
	if err != nil {
		return c, access.Actor{}, err
	}
	by, err := v.For(c, openers...)
	return c, by, err
}

func openingOf(ctx context.Context, tx *store.Tx, v work.Visit) (o opening, err error) {
	if o.Cluster, o.By, err = clusterOf(ctx, tx, v); err != nil {
		return o, err
	}
	if o.Years, err = season.OfCluster(ctx, tx, o.Cluster.ID); err != nil {
		return o, err
	}
	asked := v.Request().URL.Query()
	if !asked.Has("label") {
		o.Asked = o.proposed(v.Today)
		o.Indicators = o.Asked.From != ""
		return o, nil
	}
	o.Asked = openingFrom(asked, o.Cluster.ID)
	o.Indicators = asked.Get("indicators") != ""
	return o, nil
}

func openingFrom(asked url.Values, clusterID string) season.Opening {
	return season.Opening{Cluster: clusterID, Label: asked.Get("label"), Slug: asked.Get("slug"), From: asked.Get("from"),
		Rules: asked.Get("rules") != "", Calendar: asked.Get("calendar") != "", Members: asked.Get("members") != ""}
}

// proposed is the year after the cluster's last one with all that it left, or
// this year when the cluster has none.
func (o opening) proposed(today vi.Day) season.Opening {
	p := season.Opening{Cluster: o.Cluster.ID, Rules: true, Calendar: true, Members: true, Label: strconv.Itoa(today.Year())}
	if len(o.Years) > 0 {
		last := o.Years[0]
		p.From, p.Label = last.ID, nextLabel(last.Label)
	}
	return p
}

// nextLabel is the year after "2014" or "2018-2019".
func nextLabel(label string) string {
	year, err := cluster.ParseYear(label)
	if err != nil {
		return ""
	}
	return cluster.Year{First: year.First + 1, Last: year.Last + 1}.String()
}

func openingPage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	o, err := openingOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return openingForm(v, o), nil
}

// checkOpening shows what the opening would record, or why it cannot be.
func checkOpening(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	o, err := openingOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	o.Planned, err = season.Plan(ctx, tx, o.Asked)
	if refused := refusal.All(err); refused != nil {
		f.Refusals = append(f.Refusals, refused...)
	} else if err != nil {
		return nil, err
	}
	return checkForm(v, f, o, err == nil), nil
}

// openYear opens the year that the check page showed.
func openYear(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	o, err := openingOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	id, err := season.Begin(ctx, tx, o.By, v.Today, o.Asked)
	if err != nil {
		return work.Done{}, err
	}
	if o.Indicators && o.Asked.From != "" {
		if _, err := target.Carry(ctx, tx, o.By, v.Today, o.Asked.From, id); err != nil {
			return work.Done{}, err
		}
	}
	s, err := season.ByID(ctx, tx, id)
	return work.Done{To: "/lam/" + url.PathEscape(s.Slug) + "/thiet-lap", Say: words(fmt.Sprintf("Đã mở năm thi đua %s.", s.Label), "The year is open.")}, err
}

func fromOptions(ctx context.Context, years []season.Season) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "không chép, lập mới", "nothing, from scratch")}}
	for _, s := range years {
		all = append(all, ui.Option{Value: s.ID, Label: "Năm " + s.Label})
	}
	return all
}

func box(yes bool) string {
	if yes {
		return "co"
	}
	return ""
}

// carried says how many criteria come along.
func (o opening) carried() int { return size(o.Planned.Rules.Criteria) }
