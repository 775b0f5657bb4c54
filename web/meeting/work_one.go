package meeting

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/voting"
	"thidua/web/work"
)

// view is one conference as its working pages show it.
type view struct {
	meeting.Conference
	events  []meeting.Event // newest first
	turnout voting.Turnout
	polls   []voting.Poll
	holds   bool // the visitor may hold it
	writes  bool // the visitor writes it down
}

// viewOf reads what the pages of a conference show.
func viewOf(ctx context.Context, tx *store.Tx, v work.Visit) (x view, _ work.Visit, err error) {
	if x.Conference, v, err = asked(ctx, tx, v); err != nil {
		return x, v, err
	}
	if x.events, err = meeting.EventsOf(ctx, tx, x.ID); err != nil {
		return x, v, err
	}
	slices.Reverse(x.events)
	if x.turnout, err = turnout(ctx, tx, v, x.Conference); err != nil {
		return x, v, err
	}
	if x.polls, err = pollsOf(ctx, tx, x.Conference); err != nil {
		return x, v, err
	}
	x.holds, x.writes = may(v, access.HoldConference), writes(v, x.Conference)
	return x, v, nil
}

func turnout(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference) (voting.Turnout, error) {
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	return c.Turnout(rules, v.Season.Members(len(v.Members))), err
}

// pollsOf are the votes of the conference that were prepared at a desk.
func pollsOf(ctx context.Context, tx *store.Tx, c meeting.Conference) ([]voting.Poll, error) {
	all, err := voting.Polls(ctx, tx, c.Season)
	return slices.DeleteFunc(all, func(p voting.Poll) bool { return p.Conference != c.ID || p.State == voting.Cancelled }), err
}

func readOne(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	x, v, err := viewOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	var people []meeting.Signer
	if x.holds && x.Stage != meeting.Signed {
		people, err = meeting.Signers(ctx, tx, v.Season, v.Today)
	}
	return onePage(v, f, x, people), err
}

// nameSigners names the chair and the secretary, also after the invitation.
func nameSigners(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	return say("Đã cử chủ tọa và thư ký.", "Chair and secretary have been named."),
		meeting.NameSigners(ctx, tx, v.By, v.Today, c.ID, f.Get("chair_person"), f.Get("secretary_person"))
}
