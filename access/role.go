// Package access says who may do what, where: the roles of the emulation
// system, the acts they may do, and the rule in words for each.
package access

// Role is the capacity in which somebody acts (product: "Who uses it").
type Role string

// The roles.
const (
	EmulationOfficer Role = "emulation_officer" // cán bộ TĐKT của đơn vị
	Leader           Role = "leader"            // lãnh đạo đơn vị
	ClusterHead      Role = "cluster_head"      // đơn vị trưởng cụm
	ClusterDeputy    Role = "cluster_deputy"    // đơn vị phó trưởng cụm
	StandingBody     Role = "standing_body"     // cơ quan thường trực: Sở Nội vụ, phòng TĐKT
	CouncilMember    Role = "council_member"    // ủy viên Hội đồng TĐKT
	CouncilSecretary Role = "council_secretary" // thư ký Hội đồng TĐKT
	Decider          Role = "decider"           // người có thẩm quyền quyết định
	Admin            Role = "admin"             // quản trị
	Inspector        Role = "inspector"         // thanh tra, kiểm tra: reads the journal
)

// Roles are all roles, in the order of the product's table.
var Roles = []Role{EmulationOfficer, Leader, ClusterHead, ClusterDeputy, StandingBody, CouncilMember, CouncilSecretary, Decider, Admin, Inspector}

// OfUnit reports whether the role is held for a unit: whoever holds it speaks
// for that unit.
func (r Role) OfUnit() bool {
	return r == EmulationOfficer || r == Leader || r == ClusterHead || r == ClusterDeputy
}

// Label is the role's Vietnamese name, for screens and the journal.
func (r Role) Label() string { return roleLabels[r] }

var roleLabels = map[Role]string{
	EmulationOfficer: "Cán bộ TĐKT đơn vị",
	Leader:           "Lãnh đạo đơn vị",
	ClusterHead:      "Trưởng cụm",
	ClusterDeputy:    "Phó trưởng cụm",
	StandingBody:     "Cơ quan thường trực",
	CouncilMember:    "Ủy viên Hội đồng TĐKT",
	CouncilSecretary: "Thư ký Hội đồng TĐKT",
	Decider:          "Người có thẩm quyền quyết định",
	Admin:            "Quản trị",
	Inspector:        "Thanh tra, kiểm tra",
}

// Actor is whoever does an act: a name as the journal keeps it, the role they
// act in, and the unit they hold it for (an id; empty for the standing body,
// the council and the administrator). A season file and the command line act
// without a person; they are trusted with the clusters and with the order of
// the year, people at their desks are not.
type Actor struct {
	Name    string
	Role    Role
	Unit    string
	Person  string // person id; empty for a season file or the command line
	Cluster string // id of the only cluster this capacity reaches; empty = no such bound
}

// Desk reports whether a person acts from a desk, and not a file or a command.
func (a Actor) Desk() bool { return a.Person != "" }

// Scope is where the actor's capacity holds, as the journal keeps it:
// "unit:01J…", "cluster:01J…"; empty when it is not bound.
func (a Actor) Scope() string {
	switch {
	case a.Unit != "":
		return "unit:" + a.Unit
	case a.Cluster != "":
		return "cluster:" + a.Cluster
	}
	return ""
}
