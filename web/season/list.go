// Package season sets the pages of a year as a whole: the list of all years,
// and one year at a glance.
package season

import (
	"context"
	"net/http"
	"time"

	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

const (
	yearsOnPage = 30
	lastPage    = 10_000
	patience    = 15 * time.Second
)

// List serves the first page of the site: all years on record, newest first.
func List(desk year.Desk) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		var years []season.Listing
		var more bool
		page := min(ui.PageNumber(r.URL, ui.PageKey), lastPage)
		err := desk.DB.Read(ctx, func(tx *store.Tx) (err error) {
			years, more, err = season.List(ctx, tx, yearsOnPage, (page-1)*yearsOnPage)
			return err
		})
		if err != nil {
			desk.Refuse(w, r, err)
			return
		}
		desk.Show(w, r, http.StatusOK, listPage(years, ui.Uncounted(r.URL, page, more), r.URL.RequestURI()))
	}
}
