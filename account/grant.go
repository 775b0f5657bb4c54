package account

import (
	"context"
	"strings"

	"thidua/access"
	"thidua/store"
	"thidua/vi"
)

// How is the way a capacity came to a person.
type How string

// The ways.
const (
	Own       How = "own"       // giao chính thức
	Acting    How = "acting"    // quyền, phụ trách
	Delegated How = "delegated" // ủy quyền
)

// Label is the way in Vietnamese.
func (h How) Label() string {
	switch h {
	case Acting:
		return "Quyền, phụ trách"
	case Delegated:
		return "Được ủy quyền"
	}
	return "Chính thức"
}

// Grant is a capacity given to a person: a role, for a unit or a cluster, over
// a span of days.
type Grant struct {
	ID       string
	Person   string // person id
	Role     access.Role
	Unit     string // unit id: whose officer or leader, which unit heads the cluster, which body stands; empty = not bound
	UnitName string // as it is last known
	Cluster  string // cluster id for head and deputy, or to bound a standing body or council to one; empty = not bound
	From     vi.Day // first day; zero = always
	Until    vi.Day // first day it no longer holds; zero = open
	How      How
	Source   string // id of the grant that was delegated
	Document string // the decision it rests on, may be empty
	GivenBy  string // who gave it, as the journal names them
}

// Holds reports whether the capacity holds on the day.
func (g Grant) Holds(day vi.Day) bool {
	return !day.Before(g.From) && (g.Until.IsZero() || day.Before(g.Until))
}

// Reach is the year a capacity may be asked to work in.
type Reach struct {
	Cluster      string   // cluster id
	StandingBody string   // unit id of its standing body; empty when not on record
	Members      []string // unit ids of the year's members
}

// Reaches reports whether the capacity lets its holder work in the year. A
// unit's people work where their unit is a member, the head and deputy in their
// cluster while their unit is in it, a standing body or council in the clusters
// it is set over. The administrator and the inspector work in none.
func (g Grant) Reaches(r Reach) bool {
	member := false
	for _, unit := range r.Members {
		member = member || unit == g.Unit
	}
	switch g.Role {
	case access.EmulationOfficer, access.Leader:
		return member
	case access.ClusterHead, access.ClusterDeputy:
		return member && g.Cluster == r.Cluster
	case access.StandingBody, access.CouncilMember, access.CouncilSecretary, access.Decider:
		return (g.Cluster == "" || g.Cluster == r.Cluster) && (g.Unit == "" || g.Unit == r.StandingBody)
	}
	return false
}

// Actor is the person acting in this capacity. Inside a year pass its cluster;
// elsewhere the capacity's own bound holds.
func (g Grant) Actor(p Person, cluster string) access.Actor {
	a := access.Actor{Name: p.Name, Role: g.Role, Person: p.ID, Cluster: cluster}
	if a.Cluster == "" {
		a.Cluster = g.Cluster
	}
	if g.Role.OfUnit() {
		a.Unit = g.Unit
	}
	return a
}

// Label is the capacity in words: "Cán bộ TĐKT đơn vị, huyện Con Cuông".
func (g Grant) Label() string {
	words := g.Role.Label()
	if g.UnitName != "" {
		words += ", " + g.UnitName
	}
	if g.How != Own {
		words += " (" + strings.ToLower(g.How.Label()) + ")"
	}
	return words
}

const selectGrant = `SELECT g.id, g.person_id, g.role, COALESCE(g.unit_id, ''), COALESCE((SELECT n.name FROM unit_name n
		WHERE n.unit_id = g.unit_id ORDER BY n.from_day DESC LIMIT 1), ''), COALESCE(g.cluster_id, ''),
		g.from_day, g.until_day, g.how, g.source, g.document, g.given_by
	FROM role_grant g`

func (g *Grant) into() []any {
	return []any{&g.ID, &g.Person, &g.Role, &g.Unit, &g.UnitName, &g.Cluster, &g.From, &g.Until, &g.How, &g.Source, &g.Document, &g.GivenBy}
}

// GrantsOf returns every capacity a person has, had or will have, oldest first.
func GrantsOf(ctx context.Context, tx *store.Tx, person string) ([]Grant, error) {
	return store.All(ctx, tx, (*Grant).into, selectGrant+` WHERE g.person_id = $1 ORDER BY g.from_day, g.id`, person)
}

// HeldOn returns the capacities a person holds on the day, oldest first.
func HeldOn(ctx context.Context, tx *store.Tx, person string, day vi.Day) ([]Grant, error) {
	return store.All(ctx, tx, (*Grant).into, selectGrant+` WHERE g.person_id = $1 AND g.from_day <= $2
		AND (g.until_day = '' OR g.until_day > $2) ORDER BY g.from_day, g.id`, person, day)
}

// insertGrant writes a capacity; whether it may be given was checked before.
func insertGrant(ctx context.Context, tx *store.Tx, g Grant) error {
	_, err := tx.Exec(ctx, `INSERT INTO role_grant (id, person_id, role, unit_id, cluster_id, from_day, until_day, how, source, document, given_by, given_at)
		VALUES ($1, $2, $3, NULLIF($4, ''), NULLIF($5, ''), $6, $7, $8, $9, $10, $11, $12)`,
		g.ID, g.Person, g.Role, g.Unit, g.Cluster, g.From, g.Until, g.How, g.Source, g.Document, g.GivenBy, tx.Now)
	return err
}
