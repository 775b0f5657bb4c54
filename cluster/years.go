package cluster

import (
	"context"

	"thidua/store"
)

// All returns every cluster, in Vietnamese order of their names.
func All(ctx context.Context, tx *store.Tx) ([]Cluster, error) {
	return store.All(ctx, tx, intoCluster, selectCluster+` ORDER BY fold, province, id`)
}

// Membership is what a unit was in one year of a cluster.
type Membership struct {
	Cluster     string // id
	ClusterName string
	Kind        Kind
	Label       string
	Role        Role
	Sample      bool // the role is not from a source: số liệu minh họa
}

// Memberships returns the years in which a unit was a member, newest first.
func Memberships(ctx context.Context, tx *store.Tx, unit string) ([]Membership, error) {
	return store.All(ctx, tx, func(m *Membership) []any {
		return []any{&m.Cluster, &m.ClusterName, &m.Kind, &m.Label, &m.Role, &m.Sample}
	}, `SELECT c.id, c.name, c.kind, m.label, m.role, m.illustrative_role FROM cluster_member m JOIN cluster c ON c.id = m.cluster_id
		WHERE m.unit_id = $1 ORDER BY m.label DESC, c.fold, c.id`, unit)
}

// Enrolled is one year's roster in short.
type Enrolled struct {
	Cluster string // id
	Label   string
	Members int
	Head    string // the heading unit's short name as it is last known; empty when nobody heads it
}

// EnrolledYears returns the years for which members are on record, newest first; of
// one cluster, or of all when none is named.
func EnrolledYears(ctx context.Context, tx *store.Tx, cluster string) ([]Enrolled, error) {
	return store.All(ctx, tx, func(e *Enrolled) []any { return []any{&e.Cluster, &e.Label, &e.Members, &e.Head} },
		`SELECT m.cluster_id, m.label, count(*), COALESCE(max(CASE WHEN m.role = 'head' THEN n.short_name END), '')
		FROM cluster_member m JOIN unit_name n ON n.unit_id = m.unit_id AND n.until_day = ''
		WHERE $1 = '' OR m.cluster_id = $1 GROUP BY m.cluster_id, m.label ORDER BY m.label DESC`, cluster)
}
