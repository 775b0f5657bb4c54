package meeting

import (
	"fmt"

	"thidua/access"
	"thidua/refusal"
)

// Stage is where a conference stands, from its call to its signed minutes.
type Stage string

// The stages. A conference that a season file records as held is Ended.
const (
	Called  Stage = "called"  // đã triệu tập
	Running Stage = "running" // đang họp
	Paused  Stage = "paused"  // tạm nghỉ
	Ended   Stage = "closed"  // đã bế mạc
	Drafted Stage = "drafted" // đang dự thảo biên bản
	Amended Stage = "amended" // đang góp ý biên bản
	Frozen  Stage = "frozen"  // đã chốt biên bản
	Signed  Stage = "signed"  // đã ký biên bản
)

var stageLabels = map[Stage]string{
	Called:  "Đã triệu tập",
	Running: "Đang họp",
	Paused:  "Tạm nghỉ",
	Ended:   "Đã bế mạc",
	Drafted: "Đang dự thảo biên bản",
	Amended: "Đang góp ý biên bản",
	Frozen:  "Đã chốt biên bản, chờ ký",
	Signed:  "Biên bản đã ký",
}

// Stages are all stages in order.
var Stages = []Stage{Called, Running, Paused, Ended, Drafted, Amended, Frozen, Signed}

// Label is the stage's Vietnamese name; "" for an unknown word.
func (s Stage) Label() string { return stageLabels[s] }

// Live reports whether the conference is sitting, at work or at rest.
func (s Stage) Live() bool { return s == Running || s == Paused }

// Minuted reports whether the conference's minutes are drawn up at the desk.
func (s Stage) Minuted() bool { return s == Drafted || s == Amended || s == Frozen || s == Signed }

// Step takes a conference from one stage to another.
type Step string

// The steps.
const (
	Begin     Step = "begin"     // khai mạc
	Pause     Step = "pause"     // tạm nghỉ
	Resume    Step = "resume"    // họp tiếp
	End       Step = "end"       // bế mạc
	Draft     Step = "draft"     // dự thảo biên bản
	Circulate Step = "circulate" // gửi các đơn vị góp ý
	Freeze    Step = "freeze"    // chốt biên bản
	Sign      Step = "sign"      // ký biên bản
	Correct   Step = "correct"   // lập biên bản đính chính
)

var stepLabels = map[Step]string{
	Begin:     "khai mạc",
	Pause:     "tạm nghỉ",
	Resume:    "họp tiếp",
	End:       "bế mạc",
	Draft:     "dự thảo biên bản",
	Circulate: "gửi các đơn vị góp ý biên bản",
	Freeze:    "chốt biên bản",
	Sign:      "ký biên bản",
	Correct:   "lập biên bản đính chính",
}

// Label is the step in the middle of a Vietnamese sentence.
func (s Step) Label() string { return stepLabels[s] }

// Transition is one row of the conference's state machine.
type Transition struct {
	From  Stage
	Step  Step
	To    Stage
	Act   access.Act // whose permission it takes
	Guard string     // what must hold besides, as the docs print it
}

// Transitions is the whole machine; what is not in it cannot happen. Signed
// minutes stay as they are: a correction is a document of its own.
var Transitions = []Transition{
	{Called, Begin, Running, access.HoldConference, "đã điểm danh mọi đơn vị thành viên; đủ số có mặt theo bộ quy tắc"},
	{Running, Pause, Paused, access.HoldConference, ""},
	{Paused, Resume, Running, access.HoldConference, ""},
	{Running, End, Ended, access.HoldConference, "không còn cuộc biểu quyết nào đang mở"},
	{Ended, Draft, Drafted, access.TakeMinutes, "thư ký hội nghị, hoặc người được tổ chức hội nghị"},
	{Drafted, Circulate, Amended, access.TakeMinutes, "như trên; biên bản có nội dung"},
	{Amended, Freeze, Frozen, access.HoldConference, "mọi đề nghị sửa đã được chủ tọa quyết định"},
	{Frozen, Sign, Signed, access.SignMinutes, "chủ tọa và thư ký đã ký, là hai người; mới một người ký thì vẫn ở bước này"},
	{Signed, Correct, Drafted, access.HoldConference, "ghi rõ lý do; biên bản đã ký giữ nguyên, bản đính chính là văn bản mới"},
}

// May reports whether a conference at the stage can take the step.
func (s Stage) May(step Step) bool { return s.next(step) != nil }

func (s Stage) next(step Step) *Transition {
	for i, t := range Transitions {
		if t.From == s && t.Step == step {
			return &Transitions[i]
		}
	}
	return nil
}

// after is the transition that the step names from here, or a refusal.
func (s Stage) after(step Step) (Transition, error) {
	if t := s.next(step); t != nil {
		return *t, nil
	}
	return Transition{}, refusal.New(refusal.Closed, fmt.Sprintf("Hội nghị đang ở bước “%s”, không %s được.", s.Label(), step.Label()))
}
