package dossier

// Place is where a dossier lies on its way up the levels.
type Place string

// The places, from the cluster up.
const (
	AtCluster    Place = ""               // đang lập ở cụm; again after a return or a recall
	SentStanding Place = "sent_standing"  // gửi cơ quan thường trực, chờ tiếp nhận
	AtStanding   Place = "standing_body"  // đã tiếp nhận, đang thẩm định
	Reopened     Place = "reopened"       // mở lại một số phần cho cụm bổ sung
	AtCouncil    Place = "council"        // trình Hội đồng
	AtChair      Place = "province_chair" // trình Chủ tịch UBND tỉnh
	SentMinistry Place = "sent_ministry"  // trình Bộ Nội vụ, chờ tiếp nhận
	AtMinistry   Place = "ministry"       // Bộ Nội vụ thẩm định
	AtDecider    Place = "decider"        // trình cấp quyết định
)

// EveryPlace is every place in order.
var EveryPlace = []Place{AtCluster, SentStanding, AtStanding, Reopened, AtCouncil, AtChair, SentMinistry, AtMinistry, AtDecider}

var placeLabels = map[Place]string{
	AtCluster:    "Đang lập ở cụm",
	SentStanding: "Chờ cơ quan thường trực tiếp nhận",
	AtStanding:   "Cơ quan thường trực đang thẩm định",
	Reopened:     "Mở lại để bổ sung",
	AtCouncil:    "Trình Hội đồng",
	AtChair:      "Trình Chủ tịch UBND tỉnh",
	SentMinistry: "Chờ Bộ Nội vụ tiếp nhận",
	AtMinistry:   "Bộ Nội vụ đang thẩm định",
	AtDecider:    "Trình cấp quyết định",
}

// Label is the place's Vietnamese name; "" for an unknown word.
func (p Place) Label() string { return placeLabels[p] }

// Received reports whether the dossier has been received for appraisal: from
// then on its law is fixed.
func (p Place) Received() bool { return p != AtCluster && p != SentStanding }
