package dossier

import (
	"cmp"
	"context"
	"net/url"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/dossier"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// wayReaders see the dossiers of all clusters that their capacity reaches.
var wayReaders = []access.Role{access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider}

// underWay lists the dossiers on their way up and what is waited for, the late
// ones first.
func underWay(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := dossier.UnderWay(ctx, tx)
	if err != nil {
		return nil, err
	}
	reached := map[string]bool{}
	var rows []dossier.Waiting
	for _, w := range all {
		may, known := reached[w.Cluster]
		if !known {
			if may, err = reaches(ctx, tx, v, w.Cluster); err != nil {
				return nil, err
			}
			reached[w.Cluster] = may
		}
		if may {
			rows = append(rows, w)
		}
	}
	view := lateTable(v).Of(v.Request().URL, rows)
	if view.Excel() {
		return view.File(""), nil
	}
	return latePage(v, view), nil
}

// reaches reports whether one of the reader's capacities is set over the
// cluster.
func reaches(ctx context.Context, tx *store.Tx, v work.Visit, id string) (bool, error) {
	c, err := cluster.ByID(ctx, tx, id)
	for _, g := range v.Grants {
		if !g.Role.OfUnit() && g.Reaches(account.Reach{Cluster: c.ID, StandingBody: c.StandingBody}) {
			return true, err
		}
	}
	return false, err
}

func lateTable(v work.Visit) list.Table[dossier.Waiting] {
	var places []ui.Option
	for _, p := range dossier.EveryPlace[1:] {
		places = append(places, ui.Option{Value: string(p), Label: p.Label()})
	}
	return list.Table[dossier.Waiting]{
		Name: ui.Words{Vietnamese: "Hồ sơ đang trên đường", English: "Dossiers under way"}, File: "ho-so-dang-xet", Sort: "han",
		Search: func(w dossier.Waiting) string { return w.CandidateName + " " + w.Title + " " + w.Name },
		Empty:  ui.Words{Vietnamese: "Không có hồ sơ nào đang trên đường.", English: "No dossier is under way."},
		Filters: []list.Filter[dossier.Waiting]{
			{Key: "han", Words: ui.Words{Vietnamese: "Hạn", English: "Limit"}, Options: []ui.Option{{Value: "qua", Label: "Quá hạn"}}, Keep: func(w dossier.Waiting, _ string) bool { return w.Late(v.Today) }},
			{Key: "o", Words: ui.Words{Vietnamese: "Đang ở", English: "Place"}, Options: places, Keep: func(w dossier.Waiting, p string) bool { return string(w.Place) == p }},
		},
		Columns: []list.Column[dossier.Waiting]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Được đề nghị", English: "Candidate"}, Width: 30, Text: func(w dossier.Waiting) string { return w.CandidateName },
				Cell: func(w dossier.Waiting) templ.Component { return toWay(w, v.HereAgain()) }},
			{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 36, Wide: true, Text: func(w dossier.Waiting) string { return w.Title }},
			{Key: "cum", Words: ui.Words{Vietnamese: "Cụm, năm", English: "Cluster, year"}, Width: 30, Text: func(w dossier.Waiting) string { return w.Name + ", " + w.Year }},
			{Key: "ai", Words: ui.Words{Vietnamese: "Đang chờ", English: "Waiting for"}, Width: 34, Text: func(w dossier.Waiting) string { return w.Whom }},
			{Key: "han", Words: ui.Words{Vietnamese: "Hạn", English: "Limit"}, Width: 14, Text: func(w dossier.Waiting) string { return limitWords(w, v.Today) }, Order: byLimit,
				Cell: func(w dossier.Waiting) templ.Component { return limitTag(w, v.Today) }},
			{Key: "can-cu", Words: ui.Words{Vietnamese: "Căn cứ của hạn", English: "Source of the limit"}, Width: 30, Wide: true, Text: func(w dossier.Waiting) string { return w.Rule }},
		},
	}
}

// byLimit orders by the limit, those without one last.
func byLimit(a, b dossier.Waiting) int {
	if a.For.IsZero() != b.For.IsZero() {
		if a.For.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Compare(a.For.String(), b.For.String())
}

func limitWords(w dossier.Waiting, today vi.Day) string {
	switch {
	case w.For.IsZero():
		return "không có"
	case w.Late(today):
		return w.For.Short() + " (quá hạn)"
	}
	return w.For.Short()
}

func wayAddress(w dossier.Waiting, back string) string {
	return "/lam/" + url.PathEscape(w.Slug) + "/de-nghi/" + url.PathEscape(w.ID) + "/duong-di?ve=" + url.QueryEscape(back)
}
