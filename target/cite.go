package target

import (
	"context"

	"thidua/evidence"
	"thidua/store"
)

// Uses returns what the unit's reported results of all years cite.
func Uses(ctx context.Context, tx *store.Tx, unit string) (all []evidence.Use, err error) {
	type row struct {
		evidence.Use
		entries store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.Season, &r.Label, &r.Cluster, &r.Where, &r.entries} },
		`SELECT y.id, y.label, c.name, i.name, a.evidence FROM target_actual a JOIN target t ON t.id = a.target_id
		JOIN indicator i ON i.id = t.indicator_id JOIN season y ON y.id = i.season_id JOIN cluster c ON c.id = y.cluster_id
		WHERE t.unit_id = $1 AND a.evidence <> '' ORDER BY y.year, i.id`, unit)
	for _, r := range rows {
		r.Where = "chỉ tiêu " + r.Where
		for _, r.Entry = range r.entries.V {
			all = append(all, r.Use)
		}
	}
	return all, err
}
