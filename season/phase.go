package season

import (
	"thidua/access"
	"thidua/refusal"
)

// Phase is where a year stands. The phases follow one another; a cluster that
// does not hold one of them (no cross-scoring, say) steps over it.
type Phase string

// The phases, in order.
const (
	SetUp         Phase = "set_up"
	Pledging      Phase = "pledge"
	Work          Phase = "work"
	InterimReview Phase = "interim_review"
	SelfScoring   Phase = "self_scoring"
	CrossScoring  Phase = "cross_scoring"
	Appraisal     Phase = "appraisal"
	Conferring    Phase = "conference"
	Nomination    Phase = "nomination"
	Council       Phase = "council"
	Awarding      Phase = "award"
	Closed        Phase = "closed"
)

// Phases are all phases in order.
var Phases = []Phase{SetUp, Pledging, Work, InterimReview, SelfScoring, CrossScoring, Appraisal, Conferring, Nomination, Council, Awarding, Closed}

// Label is the phase's name on the year's spine.
func (p Phase) Label() string { return phaseLabels[p] }

var phaseLabels = map[Phase]string{
	SetUp:         "Lập cụm, chuẩn bị",
	Pledging:      "Giao ước, đăng ký",
	Work:          "Phong trào, chỉ tiêu",
	InterimReview: "Sơ kết",
	SelfScoring:   "Tự chấm điểm",
	CrossScoring:  "Chấm chéo",
	Appraisal:     "Thẩm định",
	Conferring:    "Hội nghị, suy tôn",
	Nomination:    "Hồ sơ đề nghị",
	Council:       "Hội đồng, quyết định",
	Awarding:      "Trao thưởng, công bố",
	Closed:        "Kết thúc",
}

// Index is the phase's place in the order, −1 for an unknown word.
func (p Phase) Index() int {
	for i, q := range Phases {
		if p == q {
			return i
		}
	}
	return -1
}

// Transition is one row of the year's state machine.
type Transition struct {
	From  Phase
	Act   string // the step's name, as the journal keeps it
	To    Phase
	Who   []access.Role
	Guard Guard // what must hold besides; empty = nothing
}

// Guard is a condition of a transition; the text is the condition as the docs
// print it.
type Guard string

// The guards.
const (
	Unguarded Guard = ""
	NoPledge  Guard = "không có giao ước nào đã ký"
)

// hold refuses the step unless the guard is satisfied.
func (g Guard) hold(s Season) error {
	if g == NoPledge && s.Pledge.Signed() {
		return refusal.New(refusal.Unsatisfied, "Năm này có giao ước đã ký: phải qua bước “"+Pledging.Label()+"”.")
	}
	return nil
}

// Transitions is the whole machine; what is not in it cannot happen.
var Transitions = buildTransitions()

var movers = []access.Role{access.ClusterHead, access.StandingBody}

func buildTransitions() []Transition {
	var all []Transition
	step := func(from Phase, act string, to Phase, guard Guard) {
		all = append(all, Transition{from, act, to, movers, guard})
	}
	step(SetUp, "open_pledge", Pledging, Unguarded)
	step(SetUp, "start_work", Work, NoPledge)
	step(Pledging, "start_work", Work, Unguarded)
	step(Work, "hold_interim", InterimReview, Unguarded)
	for _, from := range []Phase{Work, InterimReview} {
		step(from, "open_self_scoring", SelfScoring, Unguarded)
		step(from, "convene", Conferring, Unguarded)
	}
	step(SelfScoring, "open_cross_scoring", CrossScoring, Unguarded)
	for _, from := range []Phase{SelfScoring, CrossScoring} {
		step(from, "open_appraisal", Appraisal, Unguarded)
		step(from, "convene", Conferring, Unguarded)
	}
	step(Appraisal, "convene", Conferring, Unguarded)
	step(Conferring, "open_nomination", Nomination, Unguarded)
	step(Nomination, "forward", Council, Unguarded)
	step(Council, "decide", Awarding, Unguarded)
	step(Conferring, "close", Closed, Unguarded)
	step(Awarding, "close", Closed, Unguarded)
	return all
}

// Step finds the transition that act names from the phase.
func Step(from Phase, act string) (Transition, bool) {
	for _, t := range Transitions {
		if t.From == from && t.Act == act {
			return t, true
		}
	}
	return Transition{}, false
}
