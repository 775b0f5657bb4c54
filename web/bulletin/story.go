// Package bulletin sets the public page of a year: the news report made from
// the records.
package bulletin

import (
	"context"

	"github.com/a-h/templ"

	"thidua/bulletin"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/year"
)

// Story sets the year's news report as it was published.
func Story(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	published, err := bulletin.Of(ctx, tx, v.Season.ID)
	switch {
	case refusal.Is(err, refusal.NotFound):
		return noStory(v), nil
	case err != nil:
		return nil, err
	}
	return storyPage(v, published), nil
}

// piece is a stretch of a line that is all from sources, or all made up.
type piece struct {
	Text   string
	Sample bool
}

// allSample reports whether every word of the list is made up: the list then
// says so once.
func allSample(list []bulletin.Line) bool {
	for _, l := range list {
		for _, r := range l {
			if !r.Sample {
				return false
			}
		}
	}
	return len(list) > 0
}

// pieces joins the runs of a line that share their mark, so that a sentence put
// together from several records carries its tag once.
func pieces(line bulletin.Line) (all []piece) {
	for _, r := range line {
		if last := len(all) - 1; last >= 0 && all[last].Sample == r.Sample {
			all[last].Text += r.Text
			continue
		}
		all = append(all, piece{r.Text, r.Sample})
	}
	return all
}
