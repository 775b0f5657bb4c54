package work

import (
	"slices"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/refusal"
)

// For is who acts for a cluster on a page that belongs to none of its years:
// the person in the one of their capacities, of these roles, that reaches the
// cluster. A cluster out of reach is as if it were not there.
func (v Visit) For(c cluster.Cluster, roles ...access.Role) (access.Actor, error) {
	reach := account.Reach{Cluster: c.ID, StandingBody: c.StandingBody}
	for _, g := range append([]account.Grant{v.Grant}, v.Grants...) {
		if slices.Contains(roles, g.Role) && g.Reaches(reach) {
			return g.Actor(v.Person, c.ID), nil
		}
	}
	return access.Actor{}, refusal.New(refusal.NotFound, "Không có cụm thi đua này.")
}
