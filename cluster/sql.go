package cluster

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

const selectCluster = `SELECT id, name, kind, level, province, organisation, COALESCE(standing_body_unit, ''), about, illustrative FROM cluster`

func intoCluster(c *Cluster) []any {
	return []any{&c.ID, &c.Name, &c.Kind, &c.Level, &c.Province, &c.Organisation, &c.StandingBody, &c.About, &c.Sample}
}

// ByID returns a cluster, or a refusal.NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Cluster, error) {
	c, err := store.One(ctx, tx, intoCluster, selectCluster+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Cluster{}, refusal.New(refusal.NotFound, "Không có cụm thi đua này.")
	}
	return c, err
}

// Find returns the clusters of that name, accents and case aside; numbered
// clusters of different provinces share theirs.
func Find(ctx context.Context, tx *store.Tx, name string) ([]Cluster, error) {
	return store.All(ctx, tx, intoCluster, selectCluster+` WHERE fold = $1 ORDER BY province, organisation, id`, vi.Fold(name))
}
