package todo

import (
	"thidua/access"
	"thidua/season"
)

// Step is something every member owes in its turn of the year.
type Step struct {
	Kind    Kind
	Say     Words
	Act     access.Act
	Until   season.Phase // its days are that phase's
	missing func(y Year, unit string) bool
	has     func(y Year) bool // whether the year asks for it at all
}

// Steps are all of them, in the order of the year.
var Steps = []Step{
	{Pledging, Words{"chữ ký giao ước", "signature under the pledge"}, access.JoinPledge, season.Pledging,
		func(y Year, unit string) bool { return !y.joined[unit] }, func(y Year) bool { return y.drafted && !y.Season.Pledge.Signed() }},
	{Registering, Words{"đăng ký thi đua", "registration"}, access.Register, season.Pledging,
		func(y Year, unit string) bool { return !y.registered[unit] }, func(Year) bool { return true }},
	{Responding, Words{"báo cáo hưởng ứng phong trào", "responses to movements"}, access.RespondMovement, season.Work,
		func(y Year, unit string) bool { n, _ := y.unanswered(unit); return n > 0 }, func(y Year) bool { return len(y.movements) > 0 }},
	{Reporting, Words{"báo cáo kết quả chỉ tiêu", "results on targets"}, access.ReportActual, season.Work,
		func(y Year, unit string) bool { t := y.targets[unit]; return t.done < t.all }, func(y Year) bool { return y.indicators > 0 }},
	{SelfScoring, Words{"phiếu tự chấm điểm", "self-score"}, access.SelfScore, season.SelfScoring,
		func(y Year, unit string) bool { return !y.sent(unit, season.Self, unit) }, func(y Year) bool { return y.RulesKnown }},
	{CrossScoring, Words{"phiếu chấm chéo", "cross-scores"}, access.CrossScore, season.CrossScoring,
		func(y Year, unit string) bool { return len(y.uncrossed(unit)) > 0 }, func(y Year) bool { return y.plan.Confirmed() }},
}

// StepOf finds a step by its kind.
func StepOf(k Kind) (Step, bool) {
	for _, s := range Steps {
		if s.Kind == k {
			return s, true
		}
	}
	return Step{}, false
}

// Open reports whether units do the step in the year's phase of now. The
// self-score is asked for in its own phase only, though a part of it may be
// reopened later.
func (s Step) Open(y Year) bool {
	if s.Kind == SelfScoring {
		return y.in(season.SelfScoring) && s.has(y)
	}
	return y.now(s.Act) && s.has(y)
}

// Due is the step's last day.
func (s Step) Due(y Year) season.Span { return y.due(s.Until) }

// Missing are the members that still owe the step, by unit id, in the cluster's
// order. It says nothing of what they have filled in.
func (s Step) Missing(y Year) (units []string) {
	if !s.has(y) {
		return nil
	}
	for _, m := range y.Members {
		if s.missing(y, m.Unit) {
			units = append(units, m.Unit)
		}
	}
	return units
}
