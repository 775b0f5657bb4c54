package season

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/cluster"
	"thidua/store"
	"thidua/vi"
)

// Opening is a year about to be opened: what it is called, and what it takes
// over from an earlier year of the cluster.
type Opening struct {
	Cluster  string // id
	Slug     string // its name in addresses; empty = made from the cluster's name and the year
	Label    string // "2015", "2018-2019"
	From     string // id of the earlier year; empty = from scratch
	Rules    bool   // its rules, as a draft
	Calendar bool   // its dates, so many years later
	Members  bool   // its members, with the head and deputy whom they chose
}

// Begin opens a year with what it takes over, and returns its id.
func Begin(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, o Opening) (string, error) {
	if err := errors.Join(access.Check(by, access.OpenSeason, ""), (Season{Cluster: o.Cluster}).Within(by)); err != nil {
		return "", err
	}
	p, err := Plan(ctx, tx, o)
	if err != nil {
		return "", err
	}
	if err := p.enrol(ctx, tx, by, day); err != nil {
		return "", err
	}
	id, err := Open(ctx, tx, by, day, p.Season)
	if err != nil || len(p.Rules.Criteria) == 0 && p.Rules.Version == 0 {
		return id, err
	}
	return id, EditDraft(ctx, tx, by, day, id, 0, "copy "+p.From.Slug, func(r *Rules) error {
		*r = p.Rules
		return nil
	})
}

// enrol records the members, unless they are on record.
func (p Planned) enrol(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day) error {
	if p.Already || len(p.Members) == 0 {
		return nil
	}
	e := cluster.Enrolment{Cluster: p.Season.Cluster, Label: p.Season.Label, SampleRoles: p.From.Elected.Sample}
	for _, m := range p.Members {
		e.Members = append(e.Members, m.Unit)
		switch m.Role {
		case cluster.Head:
			e.Head = m.Unit
		case cluster.Deputy:
			e.Deputy = m.Unit
		}
	}
	return cluster.Enrol(ctx, tx, by, day, e)
}
