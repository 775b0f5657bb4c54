package account

import (
	"context"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// HandOver passes the headship of a cluster to another unit on a day, and with
// it the capacities: those of the former head's people end the day before, and
// the named people of the new head begin on the day. Who acted as head before
// stays on record as that.
func HandOver(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, h cluster.Handover, people []string) error {
	former, err := cluster.HandOver(ctx, tx, by, day, h)
	if err != nil {
		return err
	}
	if err := endHeads(ctx, tx, by, day, h, former); err != nil {
		return err
	}
	mine, err := WorkFor(ctx, tx, h.Unit, h.On)
	if err != nil {
		return err
	}
	for _, person := range people {
		if !slices.ContainsFunc(mine, func(p Person) bool { return p.ID == person }) {
			return refusal.Field("people", "Người làm trưởng cụm phải là cán bộ hoặc lãnh đạo của đơn vị trưởng cụm mới.")
		}
		g := Grant{ID: store.NewID(), Person: person, Role: access.ClusterHead, Unit: h.Unit, Cluster: h.Cluster,
			From: h.On, How: Own, Document: h.Document, GivenBy: by.Name}
		if err := keep(ctx, tx, by, day, g); err != nil {
			return err
		}
	}
	return nil
}

// endHeads ends the headship of everybody who acts for the former head, and
// whatever the new head held as deputy.
func endHeads(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, h cluster.Handover, former string) error {
	grants, err := store.All(ctx, tx, (*Grant).into, selectGrant+` WHERE g.cluster_id = $1 AND (g.until_day = '' OR g.until_day > $2)
		AND ((g.role = 'cluster_head' AND g.unit_id = $3) OR (g.role = 'cluster_deputy' AND g.unit_id = $4)) ORDER BY g.id`,
		h.Cluster, h.On, former, h.Unit)
	if err != nil {
		return err
	}
	for _, g := range grants {
		if err := endGrant(ctx, tx, by, day, g, h.On); err != nil {
			return err
		}
	}
	return nil
}

// WorkFor returns the officers and leaders of a unit on the day, by name.
func WorkFor(ctx context.Context, tx *store.Tx, unit string, day vi.Day) ([]Person, error) {
	return store.All(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p WHERE p.state = 'active' AND p.id IN (
		SELECT g.person_id FROM role_grant g WHERE g.unit_id = $1 AND g.role IN ('emulation_officer', 'leader')
			AND g.from_day <= $2 AND (g.until_day = '' OR g.until_day > $2)) ORDER BY p.sort_key, p.id`, unit, day)
}
