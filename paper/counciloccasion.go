package paper

import (
	"fmt"
	"slices"

	"thidua/cluster"
	"thidua/council"
	"thidua/dossier"
	"thidua/meeting"
	"thidua/rulebook"
	"thidua/season"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// occasion is the meeting as the fields of a locality's template ask for it: its
// list as the nominations of a year, its ballot as one vote.
func (m CouncilMeeting) occasion() occasion {
	o := occasion{number: 1, Year: yearbook.Year{
		Cluster: cluster.Cluster{Name: m.office().name, Kind: cluster.Council, Sample: m.Of.Sample},
		Season:  season.Season{Year: m.Day.Year(), Label: fmt.Sprint(m.Day.Year()), Sample: m.Sample}}}
	o.conference = meeting.Conference{ID: m.ID, Title: m.Name, Day: m.Day, Place: m.Place, Chair: m.seated(council.Chair), Sample: m.Sample}
	o.vote = voting.Vote{Sample: m.Sample}
	for _, l := range m.Lines {
		o.Nominations = append(o.Nominations, l.Nomination)
		option := voting.Option{Label: judged(l.Nomination)}
		if len(l.Poll.Options) > 0 && l.Passed(m.Meeting) != nil {
			option.For, option.Against = l.Poll.Options[0].For, l.Poll.Options[0].Against
		}
		o.vote.Options = append(o.vote.Options, option)
	}
	return o
}

// on is the meeting with those dossiers alone that a decision is about: they
// passed, whatever came after.
func (m CouncilMeeting) on(some []dossier.Nomination) CouncilMeeting {
	var lines []council.Line
	for _, l := range m.Lines {
		if slices.ContainsFunc(some, func(n dossier.Nomination) bool { return n.ID == l.Nomination.ID }) {
			l.Nomination.Status = dossier.Passed
			lines = append(lines, l)
		}
	}
	m.Lines = lines
	return m
}

// judged is how the council's papers name what it votes on; whoever is proposed
// for a title twice is told apart by the kind of achievement.
func judged(n dossier.Nomination) string {
	label := n.CandidateName + ": " + bare(n.Title)
	if n.Category != rulebook.Merit && n.Category != "" {
		label += " (" + vi.LowerFirst(n.Category.Label()) + ")"
	}
	return label
}
