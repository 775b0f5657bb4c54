package season

import (
	"context"

	"github.com/a-h/templ"

	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/web/ui"
	"thidua/web/work"
)

// YearDesk is the desk of one year: how far the members have come, which days
// are ahead, and every page of the year that its reader may open.
var YearDesk = []work.Page{{Path: "/lam/{slug}", Title: ui.Words{Vietnamese: "Năm thi đua", English: "The year"}, Read: yearDesk}}

func yearDesk(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	counts, err := tallies(ctx, tx, v.Visit)
	if err != nil {
		return nil, err
	}
	indicators, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	strivings, err := season.Registrations(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return yearDeskPage(v, progress(v.Visit, counts, indicators), inRosterOrder(v.Visit, strivings)), nil
}
