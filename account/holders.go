package account

import (
	"context"

	"thidua/access"
	"thidua/store"
	"thidua/vi"
)

// Holder is a person in one of their capacities.
type Holder struct {
	Person Person
	Grant  Grant
}

// Actor is the holder acting in a year of the cluster.
func (h Holder) Actor(cluster string) access.Actor { return h.Grant.Actor(h.Person, cluster) }

// Holders returns everybody who works in a year on the day, by each of their
// capacities there, oldest first; locked people are left out. One statement.
func Holders(ctx context.Context, tx *store.Tx, r Reach, day vi.Day) ([]Holder, error) {
	all, err := store.All(ctx, tx, func(h *Holder) []any { return append(h.Grant.into(), h.Person.into()...) },
		holderColumns+` WHERE p.state = 'active' AND g.from_day <= $1 AND (g.until_day = '' OR g.until_day > $2)
			AND (g.unit_id IS NULL OR g.unit_id IN (SELECT j.key FROM json_each($3) AS j)) ORDER BY g.from_day, g.id`,
		day, day, keys(append([]string{r.StandingBody}, r.Members...)))
	var there []Holder
	for _, h := range all {
		if h.Grant.Reaches(r) {
			there = append(there, h)
		}
	}
	return there, err
}

// InRole returns everybody who holds the role on the day, wherever; locked
// people are left out.
func InRole(ctx context.Context, tx *store.Tx, role access.Role, day vi.Day) ([]Holder, error) {
	return store.All(ctx, tx, func(h *Holder) []any { return append(h.Grant.into(), h.Person.into()...) },
		holderColumns+` WHERE p.state = 'active' AND g.from_day <= $1 AND (g.until_day = '' OR g.until_day > $2)
			AND g.role = $3 ORDER BY g.from_day, g.id`, day, day, role)
}

const holderColumns = `SELECT g.id, g.person_id, g.role, COALESCE(g.unit_id, ''), '', COALESCE(g.cluster_id, ''),
		g.from_day, g.until_day, g.how, g.source, g.document, g.given_by, ` + personColumns + `
	FROM role_grant g JOIN person p ON p.id = g.person_id`
