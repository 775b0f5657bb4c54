// Package yearbook reads everything on record about one cluster's year
// together, so that its papers, its bulletin and its result all tell the same.
package yearbook

import (
	"context"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/exemplar"
	"thidua/meeting"
	"thidua/movement"
	"thidua/org"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
	"thidua/voting"
)

// Year is one season with all its records, as they stood when it was read.
type Year struct {
	Season        season.Season
	Cluster       cluster.Cluster
	Members       []cluster.Member // in the roster's order
	Rules         season.Rules
	Registrations []season.Registration
	Notes         []season.Note
	Figures       []season.Figure
	Movements     []movement.Movement
	Exemplars     []exemplar.Exemplar
	Indicators    []target.Indicator
	Sheets        []scoring.Sheet
	Standings     []scoring.Standing // every stage's; Ranking gives the deciding one's
	Conferences   []meeting.Conference
	Votes         []voting.Vote
	Nominations   []dossier.Nomination
	Tallies       []dossier.Tally

	units map[string]org.Unit // every unit the records name, as it was that year
}

// Notes of one kind, in order.
func (y Year) NotesOf(kind season.NoteKind) (notes []season.Note) {
	for _, n := range y.Notes {
		if n.Kind == kind {
			notes = append(notes, n)
		}
	}
	return notes
}

// Unit is the unit as it was that year; the zero Unit when the id is unknown.
func (y Year) Unit(id string) org.Unit { return y.units[id] }

// Name is the unit's full name that year: "Huyện Con Cuông".
func (y Year) Name(id string) string { return y.units[id].Name }

// Short is the unit's name without its kind: "Con Cuông".
func (y Year) Short(id string) string {
	if u := y.units[id]; u.ShortName != "" {
		return u.ShortName
	}
	return y.units[id].Name
}

// InSentence is the unit's name in the middle of a sentence: "huyện Con Cuông".
func (y Year) InSentence(id string) string {
	if !Place(y.units[id]) {
		return y.Name(id)
	}
	return vi.LowerFirst(y.Name(id))
}

// MembersInAll is how many members the cluster has, named or not; 0 when that is
// not known.
func (y Year) MembersInAll() int { return y.Season.Members(len(y.Members)) }

// Outside reports a collective that is surely no member: the roster names every
// member, and not it.
func (y Year) Outside(n dossier.Nomination) bool {
	return n.CandidateKind == dossier.Collective && !n.Member && y.Season.Complete(len(y.Members))
}

// Role returns the member that is head or deputy this year.
func (y Year) Role(role cluster.Role) (cluster.Member, bool) {
	for _, m := range y.Members {
		if m.Role == role {
			return m, true
		}
	}
	return cluster.Member{}, false
}

// Load reads the whole year: one statement a table.
func Load(ctx context.Context, tx *store.Tx, s season.Season) (Year, error) {
	y := Year{Season: s}
	steps := []func() error{
		func() (err error) { y.Cluster, err = cluster.ByID(ctx, tx, s.Cluster); return },
		func() (err error) { y.Members, err = cluster.Roster(ctx, tx, s.Cluster, s.Label); return },
		func() (err error) { y.Rules, err = season.RulesOf(ctx, tx, s.ID); return },
		func() (err error) { y.Registrations, err = season.Registrations(ctx, tx, s.ID); return },
		func() (err error) { y.Notes, err = season.Notes(ctx, tx, s.ID); return },
		func() (err error) { y.Figures, err = season.Figures(ctx, tx, s.ID); return },
		func() (err error) { y.Movements, err = movement.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Exemplars, err = exemplar.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Indicators, err = target.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Sheets, err = scoring.Sheets(ctx, tx, s.ID); return },
		func() (err error) { y.Standings, err = scoring.Standings(ctx, tx, s.ID); return },
		func() (err error) { y.Conferences, err = meeting.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Votes, err = voting.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Nominations, err = dossier.OfSeason(ctx, tx, s.ID); return },
		func() (err error) { y.Tallies, err = dossier.Tallies(ctx, tx, s.ID); return },
		func() (err error) { y.units, err = y.named(ctx, tx); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return Year{}, err
		}
	}
	return y, nil
}
