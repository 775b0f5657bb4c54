// Package exemplar sets the page of the year's exemplars, as far as they are
// public.
package exemplar

import (
	"context"

	"github.com/a-h/templ"

	"thidua/exemplar"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

const exemplarsOnPage = 30

// Exemplars sets the exemplars that may be shown to everybody; of the others
// not even the number is told.
func Exemplars(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	all, err := exemplar.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	public := exemplar.PublicOf(all)
	if v, err = v.Knows(ctx, tx, units(public)); err != nil {
		return nil, err
	}
	return exemplarsPage(v, ui.Cut(public, exemplarsOnPage, v.Here(), ui.PageKey)), nil
}

// units are the units that the records name.
func units(all []exemplar.Exemplar) (ids []string) {
	for _, e := range all {
		ids = append(ids, e.Unit)
		for _, a := range e.Adoptions {
			ids = append(ids, a.Unit)
		}
	}
	return ids
}
