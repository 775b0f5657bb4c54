// Package meeting sets the page of the year's conferences, from the invitation
// to the conclusions, with their votes and papers.
package meeting

import (
	"context"

	"github.com/a-h/templ"

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
	var votes []voting.Vote
	var papers []paper.Link
	if v.Published() {
		if votes, err = voting.OfSeason(ctx, tx, v.Season.ID); err != nil {
			return nil, err
		}
		if papers, err = paper.Links(ctx, tx, v); err != nil {
			return nil, err
		}
	}
	if v, err = v.Knows(ctx, tx, units(all)); err != nil {
		return nil, err
	}
	return conferencesPage(v, ui.Cut(all, conferencesOnPage, v.Here(), ui.PageKey), byConference(votes), papers), nil
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
