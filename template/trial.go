package template

import (
	"context"
	"slices"

	"thidua/cluster"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
)

// mostTried bounds how many years are read to find a paper to try a template on.
const mostTried = 4

// TrialPaper is a paper of the template's kind from the newest year on record that
// has one, of its own cluster or, of a template for all, of those clusters; before
// a year's results are published none that tells points. false where there is none.
func TrialPaper(ctx context.Context, tx *store.Tx, t Template, clusters []cluster.Cluster, today vi.Day) (paper.Paper, bool, error) {
	var years []season.Season
	for _, c := range clusters {
		if t.Cluster != "" && t.Cluster != c.ID {
			continue
		}
		some, err := season.OfCluster(ctx, tx, c.ID)
		if err != nil {
			return paper.Paper{}, false, err
		}
		years = append(years, some...)
	}
	slices.SortStableFunc(years, func(a, b season.Season) int { return b.Year - a.Year })
	for _, s := range years[:min(mostTried, len(years))] {
		y, err := yearbook.Load(ctx, tx, s)
		if err != nil {
			return paper.Paper{}, false, err
		}
		for _, o := range paper.Offers(y, s.Public(today)) {
			if o.Kind == t.Kind && len(o.Papers) > 0 {
				return o.Papers[0], true, nil
			}
		}
	}
	return paper.Paper{}, false, nil
}
