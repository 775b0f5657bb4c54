// Package target sets the pages of the year's targets: first those that are
// nearly met and worth a last push, then every indicator with its members.
package target

import (
	"context"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/store"
	"thidua/target"
	"thidua/web/ui"
	"thidua/web/year"
)

const (
	nearOnPage       = 12
	indicatorsOnPage = 40
	indicatorKey     = "chi-tieu" // the indicators' page number in the address
)

// Targets sets the near-met list, hardest push first, and the table of all
// indicators.
func Targets(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	assessed := target.AssessAll(all, v.Season.Year)
	near := target.Near(assessed)
	if v, err = v.Knows(ctx, tx, units(all)); err != nil {
		return nil, err
	}
	return targetsPage(v, len(near), ui.Cut(near, nearOnPage, v.Here(), ui.PageKey),
		ui.Cut(summaries(all, assessed, v.Season.Year), indicatorsOnPage, v.Here(), indicatorKey)), nil
}

// Indicator sets one indicator: a drawing, its table, and why each target
// stands where it stands.
func Indicator(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	for _, i := range all {
		if i.Code == v.Asked("code") {
			if v, err = v.Knows(ctx, tx, units([]target.Indicator{i})); err != nil {
				return nil, err
			}
			return indicatorPage(v, i, rows(v, i)), nil
		}
	}
	return nil, refusal.New(refusal.NotFound, "Không có chỉ tiêu này trong năm thi đua.")
}

func units(all []target.Indicator) (ids []string) {
	for _, i := range all {
		for _, t := range i.Targets {
			ids = append(ids, t.Unit)
		}
	}
	return ids
}
