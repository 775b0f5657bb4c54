package season

import (
	"context"
	"strings"

	"thidua/store"
)

// Reach tells which years are asked for: those of any of the clusters, those of
// which one of the units is a member or the standing body, or all.
type Reach struct {
	Clusters []string // cluster ids
	Units    []string // unit ids
	All      bool
}

// Running returns the years within reach that have not ended, the newest first,
// in one statement.
func Running(ctx context.Context, tx *store.Tx, r Reach) ([]Season, error) {
	clusters, units, all := map[string]bool{}, map[string]bool{}, ""
	for _, id := range r.Clusters {
		clusters[id] = true
	}
	for _, id := range r.Units {
		units[id] = true
	}
	if r.All {
		all = "all"
	}
	rows, err := store.All(ctx, tx, (*row).into, `SELECT s.`+strings.ReplaceAll(columns, ", ", ", s.")+` FROM season s JOIN cluster c ON c.id = s.cluster_id
		WHERE s.phase <> 'closed' AND (CAST($1 AS text) <> '' OR s.cluster_id IN (SELECT j.key FROM json_each($2) AS j)
			OR c.standing_body_unit IN (SELECT j.key FROM json_each($3) AS j)
			OR EXISTS (SELECT 1 FROM cluster_member m WHERE m.cluster_id = s.cluster_id AND m.label = s.label
				AND m.unit_id IN (SELECT j.key FROM json_each($4) AS j)))
		ORDER BY s.year DESC, s.slug`, all, store.Text(clusters), store.Text(units), store.Text(units))
	seasons := make([]Season, len(rows))
	for i, r := range rows {
		seasons[i] = r.season()
	}
	return seasons, err
}
