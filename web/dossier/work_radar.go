package dossier

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// radarPath is the page of who may deserve a title and was not nominated;
// radarReaders are the standing body and the council's secretary, for all, and
// each unit's own people, for their unit.
const radarPath = "/lam/{slug}/de-nghi/ra-soat"

var radarReaders = []access.Role{access.StandingBody, access.CouncilSecretary, access.EmulationOfficer, access.Leader, access.ClusterHead, access.ClusterDeputy}

// radar lists who may deserve a title and was not nominated.
func radar(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := dossier.Radar(ctx, tx, v.Season, v.Today)
	if err != nil {
		return nil, err
	}
	if !v.Holds(provinceWide...) {
		own := map[string]bool{}
		for _, g := range v.Grants {
			own[g.Unit] = g.Unit != ""
		}
		all = keep(all, func(c dossier.Chance) bool { return own[c.CandidateUnit] || own[c.ProposedBy] })
	}
	view := radarTable(v).Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Name()), nil
	}
	return radarPage(v, view), nil
}

func keep(all []dossier.Chance, wanted func(dossier.Chance) bool) (kept []dossier.Chance) {
	for _, c := range all {
		if wanted(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

func radarTable(v work.Visit) list.Table[dossier.Chance] {
	return list.Table[dossier.Chance]{
		Name: ui.Words{Vietnamese: "Có thể xứng đáng, chưa được đề nghị", English: "May deserve it, not nominated"}, File: "ra-soat-chua-de-nghi",
		Search: func(c dossier.Chance) string { return c.CandidateName + " " + c.Title },
		Empty:  ui.Words{Vietnamese: "Theo những gì có trong sổ, không còn ai.", English: "By what is on record, nobody is left."},
		Columns: []list.Column[dossier.Chance]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Đơn vị, người", English: "Who"}, Width: 30, Text: func(c dossier.Chance) string { return c.CandidateName }},
			{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 36, Wide: true, Text: func(c dossier.Chance) string { return c.Title }},
			{Key: "ket-luan", Words: ui.Words{Vietnamese: "Theo quy định", English: "By the law"}, Width: 20, Text: func(c dossier.Chance) string { return c.Verdict.Answer.Whole() },
				Cell: func(c dossier.Chance) templ.Component {
					return ui.Tag(answerTone(c.Verdict.Answer), c.Verdict.Answer.Whole())
				}},
			{Key: "dat", Words: ui.Words{Vietnamese: "Điều kiện đã đạt", English: "Conditions met"}, Width: 12, Num: true, Text: func(c dossier.Chance) string { return strconv.Itoa(c.Met) }, Value: func(c dossier.Chance) any { return c.Met }},
			{Key: "con-thieu", Words: ui.Words{Vietnamese: "Còn thiếu để kết luận", English: "Still missing"}, Width: 60, Wide: true, Text: func(c dossier.Chance) string { return vi.UpperFirst(strings.Join(c.Verdict.Missing, "; ")) }},
		},
	}
}
