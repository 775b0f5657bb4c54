package dossier

// PaperKind names a paper of a dossier.
type PaperKind string

// The kinds of paper.
const (
	SubmissionLetter  PaperKind = "submission_letter"  // tờ trình
	AchievementReport PaperKind = "achievement_report" // báo cáo thành tích
	ReviewMinutes     PaperKind = "review_minutes"     // biên bản bình xét, họp hội đồng
	VoteResult        PaperKind = "vote_result"        // kết quả bỏ phiếu
	InitiativeProof   PaperKind = "initiative_proof"   // chứng nhận sáng kiến
	Opinions          PaperKind = "opinions"           // ý kiến hiệp y, xác nhận
	Originals         PaperKind = "originals"          // number of originals and the e-files
)

// PaperKinds are all kinds in order.
var PaperKinds = []PaperKind{SubmissionLetter, AchievementReport, ReviewMinutes, VoteResult, InitiativeProof, Opinions, Originals}

var paperLabels = map[PaperKind]string{
	SubmissionLetter:  "Tờ trình",
	AchievementReport: "Báo cáo thành tích",
	ReviewMinutes:     "Biên bản bình xét",
	VoteResult:        "Kết quả bỏ phiếu",
	InitiativeProof:   "Chứng nhận sáng kiến",
	Opinions:          "Ý kiến hiệp y, xác nhận",
	Originals:         "Bản chính, tệp điện tử",
}

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k PaperKind) Label() string { return paperLabels[k] }

// known reports whether the word names a kind of paper.
func (k PaperKind) known() bool { return k.Label() != "" }
