package dossier

import (
	"slices"

	"thidua/access"
)

// StepName names a step of a dossier on its way.
type StepName string

// The steps.
const (
	Send       StepName = "send"
	Recall     StepName = "recall"
	Receive    StepName = "receive"
	Return     StepName = "return"
	Reopen     StepName = "reopen"
	Complete   StepName = "complete"
	ToCouncil  StepName = "to_council"
	ToChair    StepName = "to_chair"
	ToMinistry StepName = "to_ministry"
	Arrived    StepName = "arrived"
	ToDecider  StepName = "to_decider"
)

var stepLabels = map[StepName]string{
	Send:       "Gửi cơ quan thường trực",
	Recall:     "Rút về",
	Receive:    "Tiếp nhận",
	Return:     "Trả lại",
	Reopen:     "Mở lại một số phần",
	Complete:   "Nộp phần bổ sung",
	ToCouncil:  "Trình Hội đồng",
	ToChair:    "Trình Chủ tịch UBND tỉnh",
	ToMinistry: "Trình Bộ Nội vụ",
	Arrived:    "Ghi ngày Bộ Nội vụ tiếp nhận",
	ToDecider:  "Trình cấp quyết định",
}

// Label is the step's Vietnamese name; "" for an unknown word.
func (s StepName) Label() string { return stepLabels[s] }

// Guard is what must hold besides the place; the text is printed in the tables.
type Guard string

// The guards.
const (
	Unguarded   Guard = ""
	NotRefused  Guard = "không điều kiện nào đã kiểm chứng bị trái; không đang tạm dừng; người tiếp nhận không phải người gửi, không thuộc đơn vị được đề nghị"
	NotHeld     Guard = "không đang tạm dừng"
	OpinionsIn  Guard = "không đang tạm dừng; hiệp y đã trả lời hoặc quá hạn; lấy ý kiến công khai đã kết thúc"
	CouncilSays Guard = "không đang tạm dừng; Hội đồng đã thông qua"
	Higher      Guard = "không đang tạm dừng; danh hiệu không do tỉnh quyết định"
)

// Step is one row of the way up the levels. Limit names the working-day limit
// in the rulebook that begins to run with it for whoever then has the dossier;
// empty where none runs. With Why set a reason must be given.
type Step struct {
	From  Place
	Name  StepName
	To    Place
	Act   access.Act
	Limit string
	Why   bool
	Guard Guard
}

// Way is the whole way a dossier goes, up and back; what is not in it cannot
// happen.
var Way = []Step{
	{AtCluster, Send, SentStanding, access.SendDossier, "", false, NotHeld},
	{SentStanding, Recall, AtCluster, access.SendDossier, "", true, Unguarded},
	{SentStanding, Receive, AtStanding, access.ReceiveDossier, "province_appraise", false, NotRefused},
	{SentStanding, Return, AtCluster, access.ReceiveDossier, "", true, Unguarded},
	{AtStanding, Return, AtCluster, access.ReceiveDossier, "", true, Unguarded},
	{AtStanding, Reopen, Reopened, access.ReceiveDossier, "complete", true, Unguarded},
	{Reopened, Complete, AtStanding, access.SendDossier, "province_appraise", false, Unguarded},
	{Reopened, Return, AtCluster, access.ReceiveDossier, "", true, Unguarded},
	{AtStanding, ToCouncil, AtCouncil, access.ForwardDossier, "", false, OpinionsIn},
	{AtCouncil, Return, AtStanding, access.ForwardDossier, "province_appraise", true, Unguarded},
	{AtCouncil, ToChair, AtChair, access.ForwardDossier, "", false, CouncilSays},
	{AtChair, Return, AtStanding, access.ForwardDossier, "province_appraise", true, Unguarded},
	{AtChair, ToMinistry, SentMinistry, access.ForwardDossier, "return", false, Higher},
	{SentMinistry, Recall, AtChair, access.ForwardDossier, "", true, Unguarded},
	{SentMinistry, Arrived, AtMinistry, access.ForwardDossier, "appraise", false, Unguarded},
	{AtMinistry, Return, AtStanding, access.ForwardDossier, "province_appraise", true, Unguarded},
	{AtMinistry, ToDecider, AtDecider, access.ForwardDossier, "", false, NotHeld},
	{AtDecider, Return, AtMinistry, access.ForwardDossier, "appraise", true, Unguarded},
}

// StepFrom is the row of that step from that place; false when none leads on.
func StepFrom(p Place, name StepName) (Step, bool) {
	i := slices.IndexFunc(Way, func(s Step) bool { return s.From == p && s.Name == name })
	if i < 0 {
		return Step{}, false
	}
	return Way[i], true
}

// StepsFrom are the steps that lead on from the place.
func StepsFrom(p Place) (all []Step) {
	for _, s := range Way {
		if s.From == p {
			all = append(all, s)
		}
	}
	return all
}
