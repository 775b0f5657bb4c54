// Package meeting sets the page of the year's conferences, from the invitation
// to the conclusions, with their votes and papers.
package meeting

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/dossier"
	"thidua/meeting"
	"thidua/store"
	"thidua/voting"
	"thidua/web/paper"
	"thidua/web/ui"
	"thidua/web/year"
)

const conferencesOnPage = 6

// Conferences sets the year's conferences. Until the results are public it
// tells when and where, and the agenda; the minutes wait.
func Conferences(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	all, err := meeting.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var after aftermath
	if v.Published() {
		if after, err = readAftermath(ctx, tx, v); err != nil {
			return nil, err
		}
	}
	if v, err = v.Knows(ctx, tx, units(all)); err != nil {
		return nil, err
	}
	return conferencesPage(v, ui.Cut(all, conferencesOnPage, v.Here(), ui.PageKey), byConference(after.votes), after.papers), nil
}

// aftermath is what is told of the conferences once the results are public.
type aftermath struct {
	votes  []voting.Vote
	papers []paper.Link
}

// readAftermath leaves out votes and papers that would name somebody who may
// not be named yet.
func readAftermath(ctx context.Context, tx *store.Tx, v year.Visit) (a aftermath, err error) {
	nominations, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return a, err
	}
	if a.votes, err = voting.OfSeason(ctx, tx, v.Season.ID); err != nil {
		return a, err
	}
	if a.papers, err = paper.Links(ctx, tx, v, a.votes, nominations); err != nil {
		return a, err
	}
	withheld := dossier.Withheld(a.votes, nominations)
	a.votes = slices.DeleteFunc(a.votes, func(v voting.Vote) bool { return withheld[v.ID] })
	return a, nil
}

// byConference sorts the votes to where they were taken.
func byConference(votes []voting.Vote) map[string][]voting.Vote {
	at := map[string][]voting.Vote{}
	for _, v := range votes {
		at[v.Conference] = append(at[v.Conference], v)
	}
	return at
}

// units are the units that the conferences name.
func units(all []meeting.Conference) (ids []string) {
	for _, c := range all {
		ids = append(ids, c.Host, c.ConvenedByUnit)
		ids = append(ids, c.Attendance.Present...)
		for _, p := range c.Attendance.Proxies {
			ids = append(ids, p.Unit)
		}
		for _, a := range c.Attendance.Absent {
			ids = append(ids, a.Unit)
		}
		for _, s := range c.Speeches {
			ids = append(ids, s.Unit)
		}
	}
	return ids
}
