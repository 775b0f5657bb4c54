package cluster

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// YearKey names one year of one cluster.
type YearKey struct{ Cluster, Label string }

// RostersOf returns the members of several years at once, in one statement; see
// Roster.
func RostersOf(ctx context.Context, tx *store.Tx, years []YearKey) (map[YearKey][]Member, error) {
	naming, clusters := map[YearKey]vi.Day{}, map[string]bool{}
	for _, k := range years {
		year, err := ParseYear(k.Label)
		if err != nil {
			return nil, err
		}
		naming[k], clusters[k.Cluster] = year.NamingDay(), true
	}
	type row struct {
		YearKey
		Member
		from, until vi.Day
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.Cluster, &r.Label, &r.Unit, &r.Name, &r.ShortName, &r.Kind, &r.Role, &r.Position, &r.Sample, &r.from, &r.until}
	}, `SELECT m.cluster_id, m.label, m.unit_id, n.name, n.short_name, n.kind, m.role, m.position, m.illustrative_role, n.from_day, n.until_day
		FROM cluster_member m JOIN unit_name n ON n.unit_id = m.unit_id
		WHERE m.cluster_id IN (SELECT j.key FROM json_each($1) AS j) ORDER BY m.position`, store.Text(clusters))
	all := map[YearKey][]Member{}
	for _, r := range rows {
		day, asked := naming[r.YearKey]
		if asked && !day.Before(r.from) && (r.until.IsZero() || day.Before(r.until)) {
			all[r.YearKey] = append(all[r.YearKey], r.Member)
		}
	}
	return all, err
}

// ByIDs returns the clusters of those ids, by id, in one statement.
func ByIDs(ctx context.Context, tx *store.Tx, ids []string) (map[string]Cluster, error) {
	asked := map[string]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	rows, err := store.All(ctx, tx, intoCluster, selectCluster+` WHERE id IN (SELECT j.key FROM json_each($1) AS j)`, store.Text(asked))
	all := make(map[string]Cluster, len(rows))
	for _, c := range rows {
		all[c.ID] = c
	}
	return all, err
}
