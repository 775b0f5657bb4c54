// Package bulletin sets the public page of a year: the news report made from
// the records.
package bulletin

import (
	"context"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/store"
	"thidua/web/year"
)

// Story sets the year's news report.
func Story(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	return nil, refusal.New(refusal.NotFound, "Năm này chưa có bản tin.")
}
