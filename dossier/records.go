package dossier

import (
	"context"
	"slices"

	"thidua/award"
	"thidua/cluster"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
)

// records are what is on record of a candidate, from which facts are drawn.
type records struct {
	Nomination
	year      season.Season
	today     vi.Day
	awards    []award.Award // in force, of the candidate itself, oldest first
	ranking   []scoring.Standing
	targets   []target.Indicator
	holds     []Hold
	stated    []StatedFact
	others    []Nomination // the year's other nominations
	stranger  bool         // surely no member of the cluster
	recipient award.Who    // whose awards these are; zero when the register has nobody of that name, or several
	namesakes int          // how many of that name the register has, when it has several
}

// recordsOf reads them, in a fixed number of statements.
func recordsOf(ctx context.Context, tx *store.Tx, n Nomination, today vi.Day) (r records, err error) {
	r = records{Nomination: n, today: today}
	for _, read := range []func() error{
		func() (err error) { r.year, err = season.ByID(ctx, tx, n.Season); return },
		func() (err error) { r.targets, err = target.OfSeason(ctx, tx, n.Season); return },
		func() (err error) { r.holds, err = Holds(ctx, tx); return },
		func() (err error) { r.stated, err = StatedFacts(ctx, tx, n.ID); return },
		func() error { return r.readOthers(ctx, tx) },
		func() (err error) { return r.readRoster(ctx, tx) },
		func() (err error) { return r.readRanking(ctx, tx) },
		func() (err error) { return r.readAwards(ctx, tx) },
	} {
		if err := read(); err != nil {
			return r, err
		}
	}
	return r, nil
}

// readRoster tells whether the candidate is surely no member of the year.
func (r *records) readRoster(ctx context.Context, tx *store.Tx) error {
	roster, err := cluster.Roster(ctx, tx, r.year.Cluster, r.year.Label)
	r.stranger = r.CandidateKind == Collective && !r.Member && r.year.Complete(len(roster))
	return err
}

// readRanking keeps the ranking that decides, once it is public: nobody learns
// a mark here before they may.
func (r *records) readRanking(ctx context.Context, tx *store.Tx) error {
	if !r.year.Public(r.today) {
		return nil
	}
	all, err := scoring.Standings(ctx, tx, r.year.ID)
	r.ranking = slices.DeleteFunc(all, func(s scoring.Standing) bool { return s.Stage != season.Final })
	return err
}

// readOthers keeps the year's other nominations.
func (r *records) readOthers(ctx context.Context, tx *store.Tx) error {
	all, err := OfSeason(ctx, tx, r.Season)
	r.others = slices.DeleteFunc(all, func(n Nomination) bool { return n.ID == r.ID })
	return err
}

// readAwards keeps the awards of the candidate itself that are in force.
func (r *records) readAwards(ctx context.Context, tx *store.Tx) (err error) {
	r.recipient, r.namesakes, err = recipientOf(ctx, tx, r.Nomination)
	if err == nil {
		r.awards, err = awardsOf(ctx, tx, r.recipient, r.CandidateKind)
	}
	return err
}
