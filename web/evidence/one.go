package evidence

import (
	"context"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/movement"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/web/work"
)

func address(id string) string { return "/minh-chung/" + url.PathEscape(id) }

// reading is one file as a reader sees it.
type reading struct {
	evidence.Evidence
	at       string // the page's address, under which its file and preview lie
	by       access.Actor
	criteria []string       // of this year, under which it is cited
	others   []string       // what else of this year cites it, in words
	uses     []evidence.Use // everywhere; its own unit only
	form     work.Form
}

// open reports whether the preview shows at once. Personal data stays hidden
// until it is asked for.
func (r reading) open(v work.Visit) bool {
	return !r.Sensitive || v.Request().URL.Query().Get("xem") != ""
}

// own is the page of one of the reader's own unit's files.
func own(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	e, err := ownFile(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	uses, err := usesOf(ctx, tx, e.Unit)
	return onePage(v, reading{Evidence: e, at: address(e.ID), by: v.By, uses: uses[e.ID], form: f}), err
}

// cited is the page of a file that a sheet of this year cites.
func cited(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	r, err := citedFile(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	r.form, r.criteria = f, criterionNames(rules, r.criteria)
	return onePage(v, r), err
}

// citedFile is the file of the address, when one of the reader's capacities of
// this year may read it: as its owner, or as somebody who may see a sheet of
// the year that cites it. To everybody else it is not there.
func citedFile(ctx context.Context, tx *store.Tx, v work.Visit) (reading, error) {
	e, err := evidence.ByID(ctx, tx, v.Asked("id"))
	if err != nil {
		return reading{}, err
	}
	r := reading{Evidence: e, at: v.Lam("minh-chung", e.ID)}
	reported, err := reportedIn(ctx, tx, v.Season.ID, e)
	if err != nil {
		return reading{}, err
	}
	for _, by := range capacities(v) {
		sheets, err := scoring.VisibleSheets(ctx, tx, by, v.Season, v.Today)
		if err != nil {
			return reading{}, err
		}
		r.by, r.criteria = by, scoring.Cites(sheets, e.Unit, evidence.Ref(e.ID))
		r.others = nil
		if oversees(by) || evidence.MayRead(by, e) {
			r.others = reported
		}
		if evidence.MayRead(by, e) || len(r.criteria)+len(r.others) > 0 && evidence.MayReadCited(by, e, e.Unit) {
			return r, nil
		}
	}
	return reading{}, evidence.NotFound()
}

// reportedIn is what the unit's reports of the year cite the file for: results,
// answers to movements, follow-ups.
func reportedIn(ctx context.Context, tx *store.Tx, seasonID string, e evidence.Evidence) (where []string, err error) {
	for _, uses := range []func(context.Context, *store.Tx, string) ([]evidence.Use, error){target.Uses, movement.Uses, season.Uses, dossier.Uses} {
		all, err := uses(ctx, tx, e.Unit)
		if err != nil {
			return nil, err
		}
		for _, u := range all {
			if u.Season == seasonID && u.Entry == evidence.Ref(e.ID) {
				where = append(where, u.Where)
			}
		}
	}
	return where, nil
}

// capacities are all of the reader's in this year, the one they act in first.
func capacities(v work.Visit) []access.Actor {
	all := []access.Actor{v.By}
	for _, g := range v.Grants {
		if by := g.Actor(v.Person, v.Season.Cluster); by != v.By {
			all = append(all, by)
		}
	}
	return all
}

// criterionNames are the names of the criteria cited, in the tree's order; a
// code that the rules no longer know stands alone.
func criterionNames(rules season.Rules, codes []string) (names []string) {
	for _, code := range slices.Compact(slices.Sorted(slices.Values(codes))) {
		if c, found := rules.Find(code); found {
			code += " " + c.Name
		}
		names = append(names, code)
	}
	return names
}

// fileOf finds the file of a raw address, of a year or of one's own library.
func fileOf(ctx context.Context, tx *store.Tx, v work.Visit) (reading, error) {
	if v.Season.ID != "" {
		return citedFile(ctx, tx, v)
	}
	for _, g := range v.Grants {
		by := g.Actor(v.Person, "")
		e, err := evidence.ByID(ctx, tx, v.Asked("id"))
		if err == nil && evidence.MayRead(by, e) {
			return reading{Evidence: e, by: by}, nil
		}
		if err != nil && !refusal.Is(err, refusal.NotFound) {
			return reading{}, err
		}
	}
	return reading{}, evidence.NotFound()
}
