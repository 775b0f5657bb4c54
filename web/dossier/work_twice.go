package dossier

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// provinceWide see the nominations of every cluster.
var provinceWide = []access.Role{access.StandingBody, access.CouncilSecretary}

// twice lists what may be one: among the year's nominations and the register;
// the head sees its own cluster's only.
func twice(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	pairs, err := pairsOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view := pairTable().Of(v.Request().URL, pairs)
	if view.Excel() {
		return view.File(v.Name()), nil
	}
	return twicePage(v, view), nil
}

func pairsOf(ctx context.Context, tx *store.Tx, v work.Visit) ([]dossier.Pair, error) {
	read := dossier.OfSeason
	if v.Holds(provinceWide...) {
		read = func(ctx context.Context, tx *store.Tx, _ string) ([]dossier.Nomination, error) {
			return dossier.OfYear(ctx, tx, v.Season.Year)
		}
	}
	all, err := read(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	claims, err := dossier.ClaimsOf(ctx, tx, all, v.Season.Year)
	return dossier.Duplicates(claims), err
}

func pairTable() list.Table[dossier.Pair] {
	return list.Table[dossier.Pair]{
		Name: ui.Words{Vietnamese: "Đề nghị có thể trùng", English: "Possible duplicates"}, File: "de-nghi-co-the-trung",
		Search: func(p dossier.Pair) string { return p.A.Name + " " + p.B.Name + " " + p.A.Title + " " + p.B.Title },
		Empty:  ui.Words{Vietnamese: "Không thấy đề nghị nào trùng.", English: "Nothing seems to be twice."},
		Columns: []list.Column[dossier.Pair]{
			{Key: "mot", Words: ui.Words{Vietnamese: "Đề nghị", English: "One"}, Width: 36, Wide: true, Text: func(p dossier.Pair) string { return claimWords(p.A) }},
			{Key: "hai", Words: ui.Words{Vietnamese: "Và", English: "The other"}, Width: 36, Wide: true, Text: func(p dossier.Pair) string { return claimWords(p.B) }},
			{Key: "vi-sao", Words: ui.Words{Vietnamese: "Vì sao phải xem lại", English: "Why"}, Width: 50, Wide: true, Text: func(p dossier.Pair) string { return p.Says }},
		},
	}
}

func claimWords(c dossier.Claim) string {
	words := c.Name
	if c.Workplace != "" {
		words += " (" + c.Workplace + ")"
	}
	words += ": " + c.Title
	if c.Awarded {
		words += ", đã được tặng"
	}
	return words
}
