package season

import (
	"fmt"
	"strings"

	"thidua/exact"
)

// LeafKinds are all kinds, in the order in which forms offer them.
var LeafKinds = []LeafKind{Linear, Quantitative, Qualitative, Direct, BonusPenalty, RankPoints, External, Grade}

// Label is the kind in few words; empty for a group or an unknown kind.
func (k LeafKind) Label() string { return kindLabels[k] }

var kindLabels = map[LeafKind]string{
	Linear:       "Tỷ lệ so với chỉ tiêu",
	Quantitative: "Định lượng, so với đơn vị dẫn đầu",
	Qualitative:  "Định tính: đạt hoặc không đạt",
	Direct:       "Chấm thẳng theo số việc",
	BonusPenalty: "Cộng, trừ theo số việc",
	RankPoints:   "Điểm theo thứ hạng",
	External:     "Lấy điểm của cơ quan khác",
	Grade:        "Điểm theo mức xếp loại",
}

// CrossRules are the ways of cross-scoring, in the order in which forms offer
// them, and CrossLabels the same in words.
var (
	CrossRules  = []string{CrossRing, CrossPairs, CrossAll, CrossDepartments}
	CrossLabels = map[string]string{
		CrossRing: "Vòng tròn: mỗi đơn vị chấm đơn vị kế tiếp", CrossPairs: "Từng cặp chấm lẫn nhau",
		CrossAll: "Mỗi đơn vị chấm mọi đơn vị khác", CrossDepartments: "Các sở, ngành chấm theo lĩnh vực",
	}
)

// StageLabels are the readings of a score that may decide, in words.
var StageLabels = map[Stage]string{Self: "Tự chấm", Cross: "Chấm chéo (trung bình các phiếu)", Appraised: "Thẩm định"}

// The ballot's ways and denominators, in the order in which forms offer them,
// and in words.
var (
	BallotMethods = []string{"consensus", "open", "paper"}
	MethodLabels  = map[string]string{"consensus": "Thảo luận, thống nhất", "open": "Biểu quyết giơ tay", "paper": "Bỏ phiếu kín trên giấy"}
	Denominators  = []string{"establishment", "present", "issued", "returned", "valid"}
	OfLabels      = map[string]string{
		"establishment": "Tổng số thành viên", "present": "Số có mặt", "issued": "Số phiếu phát ra",
		"returned": "Số phiếu thu vào", "valid": "Số phiếu hợp lệ",
	}
)

// TieSteps are all steps of the tie chain, and TieLabels the same in words.
var (
	TieSteps  = []TieStep{TieVotes, TieEarlier, TieHead, TieWomen, TieEqual}
	TieLabels = map[TieStep]string{
		TieVotes: "Nhiều phiếu hơn", TieEarlier: "Thành tích những năm trước cao hơn",
		TieHead: "Trưởng cụm, phó trưởng cụm quyết định", TieWomen: "Tập thể có từ 70 % là nữ", TieEqual: "Xếp đồng hạng",
	}
)

// Words is the way of rounding: "Làm tròn đến 2 chữ số thập phân, ở từng tiêu
// chí"; "Không làm tròn".
func (r Rounding) Words() string {
	at := "ở từng tiêu chí"
	if r.At == RoundTotal {
		at = "ở tổng điểm"
	}
	switch r.Mode {
	case exact.HalfUp:
		return fmt.Sprintf("Làm tròn đến %d chữ số thập phân, %s", r.Decimals, at)
	case exact.Cut:
		return fmt.Sprintf("Lấy %d chữ số thập phân, bỏ phần sau, %s", r.Decimals, at)
	}
	return "Không làm tròn"
}

// Words is the way of scoring in words, sentence by sentence; nothing that was
// not stated.
func (s Scoring) Words() (lines []string) {
	if l := CrossLabels[s.Cross]; l != "" {
		lines = append(lines, "Chấm chéo: "+l+".")
	}
	if l := StageLabels[s.Decides]; l != "" {
		lines = append(lines, "Điểm cuối cùng lấy theo: "+l+".")
	}
	if s.GapNeedsReason.Known() {
		lines = append(lines, fmt.Sprintf("Chênh quá %s %% thang của một tiêu chí thì phải ghi lý do.", number(s.GapNeedsReason)))
	}
	return lines
}

// Words is the ballot's rule in words, sentence by sentence.
func (b Ballot) Words() (lines []string) {
	if l := MethodLabels[b.Method]; l != "" {
		lines = append(lines, l+".")
	}
	if b.Threshold.Known() {
		than := "Đạt từ "
		if b.Strict {
			than = "Đạt trên "
		}
		lines = append(lines, than+Share(b.Threshold)+" "+of(b.Denominator)+".")
	} else if l := OfLabels[b.Denominator]; l != "" {
		lines = append(lines, "Tính trên: "+l+".")
	}
	if b.Quorum.Known() {
		lines = append(lines, "Họp khi có mặt từ "+Share(b.Quorum)+" tổng số thành viên.")
	}
	if b.Rounds > 0 {
		lines = append(lines, fmt.Sprintf("Bỏ phiếu nhiều nhất %d vòng.", b.Rounds))
	}
	return lines
}

func of(denominator string) string {
	if l := OfLabels[denominator]; l != "" {
		return strings.ToLower(l[:1]) + l[1:]
	}
	return "số phiếu"
}

// Share prints a share of one as rules write it: "2/3", "80 %".
func Share(n exact.Number) string {
	percent := n.Mul(exact.Int(100))
	if percent.Round(exact.Cut, 2).Cmp(percent) == 0 {
		return number(percent) + " %"
	}
	return n.String()
}

// Words is a band with its floors: "từ 90 %, không nhóm nào dưới 85 %".
func (b Band) Words() string {
	words := "từ " + number(b.From) + " %"
	if b.Floor.Known() {
		what := "nhóm"
		if b.FloorOn == FloorLeaves {
			what = "tiêu chí"
		}
		words += fmt.Sprintf(", không %s nào dưới %s %%", what, number(b.Floor))
	}
	return words
}

// Words is how many the quota allows: "1", "20 % số thành viên, làm tròn xuống".
func (q Quota) Words() string {
	words := fmt.Sprint(q.Max)
	if q.Percent.Known() {
		words = number(q.Percent) + " % số thành viên, làm tròn " + map[string]string{"up": "lên", "half_up": "theo nửa"}[q.Round]
		if q.Round == "" || q.Round == "down" {
			words += "xuống"
		}
	}
	if q.Outside {
		words += ", tính cả đề nghị ngoài cụm"
	}
	return words
}
