package dossier

import (
	"context"

	"thidua/bylaw"
	"thidua/cluster"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// bylawsFor are the by-laws of the cluster's province that hold for it on top
// of each regime, as they were known at a moment; by regime id. Under a regime
// that is not the day's own they are those of the regime's day nearest to it.
func bylawsFor(ctx context.Context, tx *store.Tx, clusterID string, day vi.Day, known store.Time, regimes ...rulebook.Regime) (map[string][]rulebook.Local, error) {
	c, err := cluster.ByID(ctx, tx, clusterID)
	if err != nil || c.Province == "" {
		return nil, err
	}
	all := map[string][]rulebook.Local{}
	for _, r := range regimes {
		if !r.Loaded {
			continue
		}
		if all[r.ID], err = bylaw.On(ctx, tx, c.Province, c.Name, nearest(r, day), known); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// nearest is the day of the regime that lies nearest to the given one.
func nearest(r rulebook.Regime, day vi.Day) vi.Day {
	switch {
	case day.Before(r.From):
		return r.From
	case day.After(r.Until):
		return r.Until
	}
	return day
}
