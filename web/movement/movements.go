// Package movement sets the page of the year's movements, with what each member
// did and what came of it.
package movement

import (
	"context"

	"github.com/a-h/templ"

	"thidua/movement"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

// movementsOnPage keeps a page of a large cluster light.
const movementsOnPage = 8

// Movements sets the year's movements with each member's response.
func Movements(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	all, err := movement.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var named []string
	for _, m := range all {
		for _, r := range m.Responses {
			named = append(named, r.Unit)
		}
	}
	if v, err = v.Knows(ctx, tx, named); err != nil {
		return nil, err
	}
	return movementsPage(v, len(all), ui.Cut(all, movementsOnPage, v.Here(), ui.PageKey)), nil
}
