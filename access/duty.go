package access

// Duty is one of the five duties on a unit's result that never lie in one hand
// (product.md, invariant 3).
type Duty string

// The duties, in the year's order.
const (
	SetsTarget  Duty = "sets_target"
	SelfScores  Duty = "self_scores"
	CrossScores Duty = "cross_scores"
	Appraises   Duty = "appraises"
	Publishes   Duty = "publishes"
)

// Duties are all duties in order.
var Duties = []Duty{SetsTarget, SelfScores, CrossScores, Appraises, Publishes}

// Label is the duty in the middle of a Vietnamese sentence: "tự chấm điểm".
func (d Duty) Label() string { return dutyLabels[d] }

var dutyLabels = map[Duty]string{
	SetsTarget:  "giao chỉ tiêu",
	SelfScores:  "tự chấm điểm",
	CrossScores: "chấm chéo",
	Appraises:   "thẩm định",
	Publishes:   "công bố kết quả",
}

// Separation says that one person never does both duties for one unit in one
// year; for a publication, for any unit of the year.
type Separation struct {
	One, Other Duty
}

// Separations are all pairs of duties: each has another's hands.
var Separations = pairs(Duties)

func pairs(duties []Duty) (all []Separation) {
	for i, one := range duties {
		for _, other := range duties[i+1:] {
			all = append(all, Separation{one, other})
		}
	}
	return all
}

// Name is the separation's name in refusals: "sets_target/appraises".
func (s Separation) Name() string { return string(s.One) + "/" + string(s.Other) }

// Says is the rule in the users' words.
func (s Separation) Says() string {
	if s.Other == Publishes {
		return "Người đã " + s.One.Label() + " trong năm này không được " + s.Other.Label() + " của năm."
	}
	return "Người đã " + s.One.Label() + " cho một đơn vị không được " + s.Other.Label() + " cho chính đơn vị ấy; và ngược lại."
}

// Between is the separation of two duties; false for a duty and itself.
func Between(a, b Duty) (Separation, bool) {
	for _, s := range Separations {
		if s.One == a && s.Other == b || s.One == b && s.Other == a {
			return s, true
		}
	}
	return Separation{}, false
}
