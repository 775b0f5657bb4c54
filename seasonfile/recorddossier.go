package seasonfile

import (
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/season"
	"thidua/vi"
	"thidua/yamlfile"
)

func (r *recorder) conference(path string, number int) string {
	if i := r.numbered(path, number, len(r.conferences)); i >= 0 {
		return r.conferences[i].ID
	}
	return ""
}

// conferenceDay is the day of the conference a vote was taken at.
func (r *recorder) conferenceDay(number int) vi.Day {
	if number == 0 {
		number = len(r.conferences)
	}
	if number < 1 || number > len(r.conferences) {
		return vi.Day{}
	}
	return r.conferences[number-1].Day
}

// recordNominations records who is proposed for what, and a council's counts.
func (r *recorder) recordNominations() {
	for i, x := range r.file.Nominations {
		r.nominate(yamlfile.Item("nominations", i), x)
	}
	for i, x := range r.file.CouncilCounts {
		_, err := dossier.RecordTally(r.ctx, r.tx, r.secretary(), r.day, dossier.Tally{Season: r.season.ID, Title: x.Title, CandidateKind: dossier.CandidateKind(x.Kind),
			Proposed: x.Proposed, Passed: x.Passed, Sample: r.sample(x.Sample)})
		r.try(yamlfile.Item("council_counts", i), err)
	}
}

func (r *recorder) secretary() access.Actor {
	return access.Actor{Name: access.CouncilSecretary.Label(), Role: access.CouncilSecretary}
}

func (r *recorder) nominate(path string, x Nomination) {
	n := dossier.Nomination{Season: r.season.ID, CandidateName: x.Candidate, CandidateKind: dossier.CandidateKind(orElse(x.Kind, string(dossier.Collective))), Title: x.Title,
		Category: rulebook.Category(x.Category), Reason: x.Reason, Path: x.Path, Status: dossier.Status(x.Status), Sample: r.sample(x.Sample)}
	day := r.conferenceDay(0)
	if n.CandidateKind == dossier.Collective {
		if k, ok := r.find(x.Candidate); ok {
			if n.CandidateUnit, n.CandidateName = r.unit(yamlfile.Join(path, "candidate"), x.Candidate), k.name; n.CandidateUnit == "" {
				return // it cannot take part, and that was said
			}
		}
	}
	if x.ProposedBy != "" {
		n.ProposedBy = r.unit(yamlfile.Join(path, "proposed_by"), x.ProposedBy)
	}
	if x.Vote != 0 {
		if i := r.numbered(yamlfile.Join(path, "vote"), x.Vote, len(r.votes)); i >= 0 {
			n.Vote = r.votes[i].ID
			if n.Vote == "" {
				return // the vote itself was refused, and said so
			}
		}
	}
	for _, p := range x.Papers {
		n.Papers = append(n.Papers, dossier.PaperKind(p))
	}
	if x.Decision != nil {
		n.Decision = dossier.Decision{Number: x.Decision.Number, Day: x.Decision.Date, By: x.Decision.By}
	}
	_, err := dossier.Nominate(r.ctx, r.tx, r.clusterHead(), r.on(day), n)
	r.try(path, err)
}

// recordPhase takes the year as far as its records reach.
func (r *recorder) recordPhase() {
	nominated := len(r.file.Nominations) > 0
	reached := map[season.Phase]bool{
		season.Pledging:      r.file.Pledge != nil || len(r.file.Registrations) > 0,
		season.Work:          true,
		season.InterimReview: r.held("interim"),
		season.SelfScoring:   len(r.file.Scores) > 0, // whoever was appraised had a score before
		season.CrossScoring:  r.scored(season.Cross),
		season.Appraisal:     r.scored(season.Appraised),
		season.Conferring:    len(r.file.Conferences) > 0 && !r.onlyInterim() || len(r.file.Votes) > 0 || nominated,
		season.Nomination:    nominated,
		season.Council:       r.stands(dossier.Passed, dossier.Cut, dossier.Decided),
		season.Awarding:      r.stands(dossier.Decided),
	}
	at := season.SetUp
	for _, next := range season.Phases {
		if !reached[next] {
			continue
		}
		for _, t := range season.Transitions {
			if t.From == at && t.To == next {
				if r.try("", season.Move(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, t.Act)) {
					at = next
				}
				break
			}
		}
	}
}

// stands reports whether a nomination has come to one of the statuses.
func (r *recorder) stands(statuses ...dossier.Status) bool {
	return slices.ContainsFunc(r.file.Nominations, func(n Nomination) bool { return slices.Contains(statuses, dossier.Status(n.Status)) })
}

func (r *recorder) held(kind string) bool {
	for _, c := range r.file.Conferences {
		if c.Kind == kind {
			return true
		}
	}
	return false
}

func (r *recorder) onlyInterim() bool {
	for _, c := range r.file.Conferences {
		if c.Kind != "interim" && c.Kind != "signing" {
			return false
		}
	}
	return true
}

func (r *recorder) scored(stage season.Stage) bool {
	for _, s := range r.file.Scores {
		if s.Stage == string(stage) {
			return true
		}
	}
	return false
}

// recordPublication makes the results public on the day the file gives.
func (r *recorder) recordPublication() {
	if r.file.PublishedOn.Date.IsZero() || len(r.Faults) > 0 {
		return
	}
	by := r.standingBody()
	if r.file.Cluster.Kind == "council" {
		by = r.secretary()
	}
	r.try("published_on", season.Publish(r.ctx, r.tx, by, r.file.PublishedOn.Date, r.season.ID, r.sample(r.file.PublishedOn.Sample)))
}
