package paper

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/paper"
	"thidua/store"
	"thidua/template"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/yearbook"
)

// drafters draw up the papers of a year.
var drafters = []access.Role{access.ClusterHead, access.ClusterDeputy, access.StandingBody, access.CouncilSecretary}

// readers look up what was issued: the drafters everything, the members' officers
// and leaders what is addressed to them.
var readers = append([]access.Role{access.EmulationOfficer, access.Leader}, drafters...)

// BookPath is the page of the papers that were issued.
const BookPath = "/lam/{slug}/" + BookPart

// ListPath is the page of a year's papers at the desk.
const ListPath = "/lam/{slug}/van-ban"

// Desk are the working pages of the papers.
var Desk = []work.Page{
	{Path: ListPath, Title: ui.Words{Vietnamese: "Văn bản của năm", English: "The year's papers"}, Who: drafters, Read: offers},
	{Path: ListPath + "/{file}", Title: ui.Words{Vietnamese: "Văn bản của năm (dự thảo)", English: "A paper of the year (draft)"}, Who: drafters, Read: one},
	{Path: ListPath + "/{file}" + issuePart, Title: ui.Words{Vietnamese: "Ban hành văn bản", English: "Issue a paper"}, Who: issuers, Read: askIssue, Acts: map[string]work.Act{"ban-hanh": issue}},
	{Path: BookPath, Title: ui.Words{Vietnamese: "Sổ văn bản đi", English: "Outgoing papers"}, Who: readers, Read: book},
	{Path: BookPath + "/{entry}", Title: ui.Words{Vietnamese: "Văn bản đã ban hành", English: "An issued paper"}, Who: readers, Read: entry, Acts: map[string]work.Act{"thu-hoi": recall}},
}

// offers lists every kind of paper: those that can be drawn up, and what the
// others lack.
func offers(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	y, err := yearbook.Load(ctx, tx, v.Season)
	if err != nil {
		return nil, err
	}
	holds, err := template.HoldsFor(ctx, tx, v.Season.Cluster, v.Today)
	all, asked := paper.Offers(y, v.Published()), v.Request().URL.Query().Get(urgencyKey)
	for _, o := range all {
		for i := range o.Papers {
			o.Papers[i] = stamped(o.Papers[i], asked)
		}
	}
	return offersPage(v, all, holds, asked), err
}

// one is one of them in the form that was asked for.
func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	y, err := yearbook.Load(ctx, tx, v.Season)
	if err != nil {
		return nil, err
	}
	name, form, _ := strings.Cut(v.Asked("file"), ".")
	p, err := paper.Named(paper.Offers(y, v.Published()), name)
	if err != nil {
		return nil, err
	}
	p = stamped(p, v.Request().URL.Query().Get(urgencyKey))
	return Drafted(ctx, tx, v, v.Season.Cluster, p, form, v.Lam("van-ban"))
}

func anyMissing(offers []paper.Offer) bool {
	return slices.ContainsFunc(offers, func(o paper.Offer) bool { return len(o.Papers) == 0 })
}
