package council

import (
	"context"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/voting"
)

// Whole reads a meeting with its council and who sat then, or a refusal of kind
// NotFound.
func Whole(ctx context.Context, tx *store.Tx, id string) (Meeting, Council, Establishment, error) {
	return whole(ctx, tx, id)
}

// Candidates are the nominations the council could judge now and that are on no
// list that is not over: of every year that stands at the nomination or the
// council, of clusters its standing body serves.
func Candidates(ctx context.Context, tx *store.Tx, by access.Actor, c Council) (all []dossier.Nomination, err error) {
	seasons, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT s.id FROM season s JOIN cluster k ON k.id = s.cluster_id
		WHERE s.phase IN ($1, $2) ORDER BY s.id`, season.Nomination, season.Council)
	if err != nil {
		return nil, err
	}
	taken, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT i.nomination_id FROM council_item i
		JOIN council_meeting m ON m.id = i.meeting_id WHERE m.state IN ('called', 'voting')`)
	if err != nil {
		return nil, err
	}
	for _, s := range seasons {
		switch err := served(ctx, tx, by, c, s); {
		case refusal.Of(err) != nil:
			continue
		case err != nil:
			return nil, err
		}
		list, err := dossier.OfSeason(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		for _, n := range list {
			if n.Status.MayBecome(dossier.Passed) && !slices.Contains(taken, n.ID) {
				all = append(all, n)
			}
		}
	}
	return all, nil
}

// Tallying is how far the tally board is, dossier by dossier; it holds no count.
type Tallying struct {
	Entered []string // names of those who have counted a dossier that is still open
	Waits   []Line   // open dossiers which this person may count now
	Differs []Line   // open dossiers in which two counts differ
	Open    int      // dossiers whose vote is not over
	Third   bool     // two have counted one of them differently, and this person would be the third
}

// TallyingOf tells a reader how far the board is.
func TallyingOf(ctx context.Context, tx *store.Tx, m Meeting, lines []Line, person string) (t Tallying, err error) {
	for _, l := range lines {
		if l.Poll.State != voting.Opened {
			continue
		}
		t.Open++
		entered, err := voting.Entered(ctx, tx, l.Poll)
		if err != nil {
			return t, err
		}
		for _, b := range m.Board {
			if slices.Contains(entered, b.Person) && !slices.Contains(t.Entered, b.Name) {
				t.Entered = append(t.Entered, b.Name)
			}
		}
		if len(l.Poll.Differs) > 0 {
			t.Differs = append(t.Differs, l)
		}
		mine := slices.Contains(entered, person)
		if m.Counts(person) && !(mine && len(entered) == 1) {
			t.Waits = append(t.Waits, l)
			t.Third = t.Third || !mine && len(entered) == 2
		}
	}
	return t, nil
}
