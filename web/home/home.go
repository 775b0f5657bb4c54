// Package home sets the page at which everybody begins: what waits for them and
// until when, where the whole cluster stands, and what is new. Beside it stands
// the page of those who remind the others.
package home

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/notice"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// Path is the home of every role.
const Path = "/viec-can-lam"

// Desk are the pages.
var Desk = []work.Page{
	{Path: Path, Title: ui.Words{Vietnamese: "Việc cần làm", English: "To do"}, Read: home},
	{Path: "/lam/{slug}/chua-nop", Title: ui.Words{Vietnamese: "Ai chưa nộp", English: "Who has not sent"},
		Who: []access.Role{access.ClusterHead, access.ClusterDeputy, access.StandingBody}, Read: missing,
		Acts: map[string]work.Act{"nhac": remind, "nhac-tat-ca": remindAll}},
}

// fewNotices is how many of the newest notices stand on the home page.
const fewNotices = 5

// view is what the home page shows.
type view struct {
	work.Visit
	Items   []todo.Item
	Years   []todo.Year
	Notices []notice.Notice
	Clock   string // when it was read, by the clock of Việt Nam
}

func home(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	items, years, err := todo.For(ctx, tx, v.Person, v.Grants, v.Today)
	if err != nil {
		return nil, err
	}
	news, _, err := notice.Of(ctx, tx, v.Person.ID, notice.Asked{Limit: fewNotices})
	if err != nil {
		return nil, err
	}
	p := view{Visit: v, Items: items, Years: years, Notices: news, Clock: tx.Now.In(vi.Location).Format("15:04")}
	if len(years) == 1 {
		p.Visit.Season, p.Visit.Cluster, p.Visit.Members = years[0].Season, years[0].Cluster, years[0].Members
	}
	return homePage(p), nil
}

// late counts the items whose day has passed.
func (p view) late() (n int) {
	for _, t := range p.Items {
		if todo.UrgencyOf(t.Due, p.Today) == todo.Late {
			n++
		}
	}
	return n
}

// sample reports whether days of a made-up year stand on the page.
func (p view) sample() bool {
	return slices.ContainsFunc(p.Items, func(x todo.Item) bool { return x.Season.Sample })
}

// whole are the years of which the table of all members is shown: one or two,
// for more a line each.
func (p view) whole() []todo.Year {
	if len(p.Years) > 2 {
		return nil
	}
	return p.Years
}
