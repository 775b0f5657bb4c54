package cluster

import (
	"context"

	"thidua/org"
	"thidua/store"
)

// Role is what a member is in its cluster that year.
type Role string

// The roles.
const (
	Plain  Role = ""
	Head   Role = "head"
	Deputy Role = "deputy"
)

// Label is the role in Vietnamese as a cluster of that kind has it: "Trưởng
// cụm", "Trưởng khối".
func (r Role) Label(k Kind) string {
	group := "cụm"
	if k == Khoi {
		group = "khối"
	}
	switch r {
	case Head:
		return "Trưởng " + group
	case Deputy:
		return "Phó trưởng " + group
	}
	return "Đơn vị thành viên"
}

// Member is one unit in one year of a cluster, named as it was in that year.
type Member struct {
	Unit      string // id
	Name      string // full: "Huyện Con Cuông"
	ShortName string // "Con Cuông"
	Kind      org.Kind
	Role      Role
	Position  int  // 1, 2, … in the cluster's own order
	Sample    bool // the role is not from a source: số liệu minh họa
}

// Roster returns the members of a year in the cluster's order, in one
// statement; none when nobody is enrolled.
func Roster(ctx context.Context, tx *store.Tx, cluster, label string) ([]Member, error) {
	year, err := ParseYear(label)
	if err != nil {
		return nil, err
	}
	return store.All(ctx, tx, func(m *Member) []any {
		return []any{&m.Unit, &m.Name, &m.ShortName, &m.Kind, &m.Role, &m.Position, &m.Sample}
	}, `SELECT m.unit_id, n.name, n.short_name, n.kind, m.role, m.position, m.illustrative_role
		FROM cluster_member m JOIN unit_name n ON n.unit_id = m.unit_id
			AND n.from_day <= $1 AND (n.until_day = '' OR n.until_day > $1)
		WHERE m.cluster_id = $2 AND m.label = $3 ORDER BY m.position`, year.NamingDay(), cluster, year.String())
}

// Term is who headed a cluster in one year, named as in that year.
type Term struct {
	Label    string
	Role     Role // Head or Deputy
	Unit     string
	UnitName string
	Sample   bool // not from a source: số liệu minh họa
}

// Rotation returns every head and deputy of a cluster through the years, heads
// before deputies; a year whose head is not known is missing.
func Rotation(ctx context.Context, tx *store.Tx, cluster string) ([]Term, error) {
	return store.All(ctx, tx, func(t *Term) []any {
		return []any{&t.Label, &t.Role, &t.Unit, &t.UnitName, &t.Sample}
	}, `SELECT m.label, m.role, m.unit_id, n.name, m.illustrative_role
		FROM (SELECT label, role, unit_id, illustrative_role,
				substr(label, length(label) - 3, 4) || CASE WHEN length(label) = 4 THEN '-12-31' ELSE '-01-01' END AS naming_day
			FROM cluster_member WHERE cluster_id = $1 AND role <> '') m
		JOIN unit_name n ON n.unit_id = m.unit_id
			AND n.from_day <= m.naming_day AND (n.until_day = '' OR n.until_day > m.naming_day)
		ORDER BY m.label, m.role DESC`, cluster)
}

// Years returns the labels of the years for which members are enrolled, oldest
// first.
func Years(ctx context.Context, tx *store.Tx, cluster string) ([]string, error) {
	return store.All(ctx, tx, func(label *string) []any { return []any{label} },
		`SELECT DISTINCT label FROM cluster_member WHERE cluster_id = $1 ORDER BY label`, cluster)
}

// Membership is one year of a unit in a cluster.
type Membership struct {
	Cluster     string // id
	ClusterName string
	Label       string
	Role        Role
}

// Memberships returns the clusters a unit has been in, oldest year first; one
// unit may be in several in the same year.
func Memberships(ctx context.Context, tx *store.Tx, unit string) ([]Membership, error) {
	return store.All(ctx, tx, func(m *Membership) []any {
		return []any{&m.Cluster, &m.ClusterName, &m.Label, &m.Role}
	}, `SELECT m.cluster_id, c.name, m.label, m.role FROM cluster_member m JOIN cluster c ON c.id = m.cluster_id
		WHERE m.unit_id = $1 ORDER BY m.label, c.fold, c.id`, unit)
}
