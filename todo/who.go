package todo

import (
	"thidua/access"
	"thidua/account"
	"thidua/season"
	"thidua/vi"
)

// who is somebody in one capacity on one day.
type who struct {
	person string // person id
	role   access.Role
	unit   string // unit id; empty when the role is of no unit
	day    vi.Day
}

// asking is one reason why something waits: nothing when it does not.
type asking func(y Year, w who) []Item

// byRole is what each role is asked for, in the order of the year.
var byRole = map[access.Role][]asking{
	access.EmulationOfficer: {register, respond, report, exemplar, selfScore, correct, answer, crossScore, amend},
	access.Leader:           {pledge, register, selfScore, correct, answer, crossScore, amend},
	access.ClusterHead:      {signRules, recordPledge, planCross, nextPhase, missing, appraise, convene, hold, minute, vote, nominate, confirm},
	access.ClusterDeputy:    {missing, appraise, minute},
	access.StandingBody:     {setUp, signRules, assignTargets, verify, planCross, missing, appraise, reconcile, convene, hold, minute, vote, nominate, publish, confirm},
	access.CouncilSecretary: {councilVote, publish},
	access.Decider:          {decide},
}

// Items returns what waits for the holder in the year on the day, by day due.
func (y Year) Items(h account.Holder, day vi.Day) []Item {
	if !h.Grant.Reaches(y.Reach()) {
		return nil
	}
	w := who{person: h.Person.ID, role: h.Grant.Role, unit: h.Grant.Unit, day: day}
	var all []Item
	for _, ask := range append(byRole[h.Grant.Role], count, signMinutes) {
		all = append(all, ask(y, w)...)
	}
	return sorted(all)
}

// Merge puts the items of several capacities and years together, each once, by
// day due.
func Merge(lists ...[]Item) []Item {
	seen := map[string]bool{}
	var all []Item
	for _, list := range lists {
		for _, t := range list {
			if !seen[t.Key()] {
				seen[t.Key()] = true
				all = append(all, t)
			}
		}
	}
	return sorted(all)
}

// item begins a item of the year on one of its working pages, due when the
// phase ends.
func (y Year) item(k Kind, until season.Phase, vietnamese, english string, page ...string) Item {
	due := y.due(until)
	return Item{Kind: k, Season: y.Season, Of: y.Name(), Say: Words{vietnamese, english}, Link: y.Lam(page...), Due: due.To, Sample: due.Sample}
}

// undated is a item without a day of its own.
func (y Year) undated(k Kind, vietnamese, english string, page ...string) Item {
	t := y.item(k, "", vietnamese, english, page...)
	t.Due, t.Sample = vi.Day{}, false
	return t
}
