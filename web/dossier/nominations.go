// Package dossier sets the page of what the cluster proposes and leaves behind:
// nominations with their votes, conditions and papers, then findings, next
// year's tasks and who leads next.
package dossier

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/dossier"
	"thidua/season"
	"thidua/store"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/year"
)

const nominationsOnPage = 20

// outcome is everything a year ends with.
type outcome struct {
	Nominations []dossier.Nomination
	Tallies     []dossier.Tally
	Votes       []voting.Vote
	Notes       []season.Note
}

// Nominations sets what the year ends with.
func Nominations(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	var o outcome
	for _, step := range []func() error{
		func() (err error) { o.Nominations, err = dossier.OfSeason(ctx, tx, v.Season.ID); return },
		func() (err error) { o.Tallies, err = dossier.Tallies(ctx, tx, v.Season.ID); return },
		func() (err error) { o.Votes, err = voting.OfSeason(ctx, tx, v.Season.ID); return },
		func() (err error) { o.Notes, err = season.Notes(ctx, tx, v.Season.ID); return },
		func() (err error) { v, err = v.Knows(ctx, tx, o.units(v.Season)); return },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	o.hide()
	return nominationsPage(v, o, ui.Cut(o.Nominations, nominationsOnPage, v.Here(), ui.PageKey)), nil
}

// hide takes out what must not be told yet.
func (o *outcome) hide() {
	withheld := dossier.Withheld(o.Votes, o.Nominations)
	o.Votes = slices.DeleteFunc(o.Votes, func(v voting.Vote) bool { return withheld[v.ID] })
	o.Nominations = shown(o.Nominations)
}

// units are the units that the outcome names.
func (o outcome) units(s season.Season) []string {
	ids := []string{s.Elected.Head, s.Elected.Deputy}
	for _, n := range o.Nominations {
		ids = append(ids, n.ProposedBy)
	}
	for _, n := range o.Notes {
		ids = append(ids, n.Owner)
	}
	return ids
}

// vote is the vote on a nomination, if one is on record.
func (o outcome) vote(id string) (voting.Vote, bool) {
	for _, v := range o.Votes {
		if id != "" && v.ID == id {
			return v, true
		}
	}
	return voting.Vote{}, false
}

// otherVotes are those that decided no nomination.
func (o outcome) otherVotes() (others []voting.Vote) {
	decided := map[string]bool{}
	for _, n := range o.Nominations {
		decided[n.Vote] = true
	}
	for _, v := range o.Votes {
		if !decided[v.ID] {
			others = append(others, v)
		}
	}
	return others
}

// notes are the year's notes of one kind.
func (o outcome) notes(kind season.NoteKind) (all []season.Note) {
	for _, n := range o.Notes {
		if n.Kind == kind {
			all = append(all, n)
		}
	}
	return all
}

// empty reports whether the year left nothing at all.
func (o outcome) empty(s season.Season) bool {
	return len(o.Nominations)+len(o.Tallies)+len(o.Votes)+len(o.notes(season.Finding))+len(o.notes(season.Task)) == 0 && s.Elected.Head+s.Elected.Deputy == ""
}
