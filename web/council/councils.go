package council

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/council"
	"thidua/store"
	"thidua/voting"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// councils lists the councils the reader works for.
func councils(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := council.All(ctx, tx)
	var mine []council.Council
	for _, c := range all {
		if reaches(v, c) {
			mine = append(mine, c)
		}
	}
	view := councilTable(v).Of(v.Request().URL, mine)
	if view.Excel() {
		return view.File(""), err
	}
	return councilsPage(v, f, view), err
}

func councilTable(v work.Visit) list.Table[council.Council] {
	return list.Table[council.Council]{
		Name: ui.Words{Vietnamese: "Các Hội đồng", English: "Councils"}, File: "hoi-dong",
		Search: func(c council.Council) string { return c.Name },
		Empty:  ui.Words{Vietnamese: "Chưa ghi Hội đồng nào.", English: "No council yet."},
		Columns: []list.Column[council.Council]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Hội đồng", English: "Council"}, Width: 60, Wide: true,
				Text: func(c council.Council) string { return c.Name }, Cell: toCouncil},
			{Key: "co-mat", Words: ui.Words{Vietnamese: "Tỷ lệ phải có mặt", English: "Quorum"}, Num: true, Width: 18,
				Text: func(c council.Council) string { return voting.ShareWords(c.Rules.Quorum) }},
			{Key: "quy-che", Words: ui.Words{Vietnamese: "Quy chế làm việc", English: "Working rules"}, Width: 40, Wide: true, Text: func(c council.Council) string { return c.Rules.Source }},
		},
	}
}

// rulesOf reads the council's own rules from a form.
func ownRules(f work.Form) (r council.Rules, err error) {
	var quorum, passing error
	r.Quorum, quorum = share(f, "quorum")
	r.Share, passing = share(f, "share")
	r.Recuse, r.Source = f.Get("recuse") != "", f.Get("source")
	return r, errors.Join(quorum, passing)
}

func found(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	rules, err := ownRules(f)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.EstablishCouncil)
	id, err := council.Found(ctx, tx, by, v.Today, council.Council{Name: f.Get("name"), Body: bodyOf(v), Rules: rules})
	return work.Done{To: "/hoi-dong/" + id + "/kien-toan", Say: ui.Words{Vietnamese: "Đã ghi Hội đồng. Hãy ghi danh sách thành viên.", English: "The council is on record. Enter its members."}}, err
}

func changeRules(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, err := councilOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	rules, err := ownRules(f)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.EstablishCouncil)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi quy chế.", English: "The rules are recorded."}}, council.ChangeRules(ctx, tx, by, v.Today, c.ID, rules)
}
