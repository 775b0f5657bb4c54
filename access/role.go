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
)

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
}

// Actor is whoever does an act: a name as the journal keeps it, the role they
// act in, and the unit they hold it for (an id; empty for the standing body,
// the council and the administrator).
type Actor struct {
	Name string
	Role Role
	Unit string
}
