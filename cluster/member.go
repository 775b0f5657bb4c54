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
