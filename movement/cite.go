package movement

import (
	"context"

	"thidua/evidence"
	"thidua/store"
)

// Uses returns what the unit's answers to movements of all years cite.
func Uses(ctx context.Context, tx *store.Tx, unit string) (all []evidence.Use, err error) {
	type row struct {
		evidence.Use
		entries store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.Season, &r.Label, &r.Cluster, &r.Where, &r.entries} },
		`SELECT y.id, y.label, c.name, m.name, r.evidence FROM movement_response r JOIN movement m ON m.id = r.movement_id
		JOIN season y ON y.id = m.season_id JOIN cluster c ON c.id = y.cluster_id
		WHERE r.unit_id = $1 AND r.evidence <> '' ORDER BY y.year, m.id`, unit)
	for _, r := range rows {
		r.Where = "phong trào " + r.Where
		for _, r.Entry = range r.entries.V {
			all = append(all, r.Use)
		}
	}
	return all, err
}
