package season

import (
	"context"

	"thidua/store"
)

// OfCluster returns a cluster's years, newest first.
func OfCluster(ctx context.Context, tx *store.Tx, cluster string) ([]Season, error) {
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM season WHERE cluster_id = $1 ORDER BY year DESC, label DESC`, cluster)
	all := make([]Season, len(rows))
	for i, r := range rows {
		all[i] = r.season()
	}
	return all, err
}
