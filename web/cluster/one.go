package cluster

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// matter is what is told of one cluster.
type matter struct {
	cluster.Cluster
	Body  org.Unit // its standing body; zero when none is on record
	Years []year   // newest first
	Runs  bool     // the reader works for it
}

// year is one year of a cluster: its members, and its season once it is open.
type year struct {
	cluster.Enrolled
	Season season.Season // zero when the year is not open
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	c, err := asked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	m := matter{Cluster: c, Runs: runs(v, c)}
	if m.Body, err = org.ByID(ctx, tx, c.StandingBody, vi.Day{}); err != nil && !refusal.Is(err, refusal.NotFound) {
		return nil, err
	}
	if m.Years, err = yearsOf(ctx, tx, c.ID); err != nil {
		return nil, err
	}
	return onePage(v, m), nil
}

// yearsOf joins the years that have members with those that are open.
func yearsOf(ctx context.Context, tx *store.Tx, id string) (years []year, err error) {
	enrolled, err := cluster.EnrolledYears(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	open, err := season.OfCluster(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	for _, e := range enrolled {
		years = append(years, year{Enrolled: e})
	}
	for _, s := range open {
		at := slices.IndexFunc(years, func(y year) bool { return y.Label == s.Label })
		if at < 0 {
			years = append(years, year{Enrolled: cluster.Enrolled{Cluster: id, Label: s.Label}, Season: s})
			continue
		}
		years[at].Season = s
	}
	slices.SortStableFunc(years, func(a, b year) int { return vi.Compare(b.Label, a.Label) })
	return years, nil
}
