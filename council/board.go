package council

import (
	"context"
	"fmt"
	"slices"

	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Tellers may sit on the tally board: people of the council and of the standing
// body who may count ballots in every year whose dossiers are on the list, and
// have no conflict of interest with any of them.
func Tellers(ctx context.Context, tx *store.Tx, m Meeting, day vi.Day) (may []voting.Teller, err error) {
	_, _, e, err := whole(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	lines, err := Lines(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	own, err := ownPeople(ctx, tx, day)
	if err != nil {
		return nil, err
	}
	done := map[string]bool{}
	for _, l := range lines {
		if done[l.Nomination.Season] {
			continue
		}
		here, err := tellersOf(ctx, tx, l.Nomination.Season, day)
		if err != nil {
			return nil, err
		}
		if len(done) == 0 {
			may = here
		}
		may = slices.DeleteFunc(may, func(t voting.Teller) bool { return !own[t.Person] || !slices.Contains(here, t) })
		done[l.Nomination.Season] = true
	}
	return slices.DeleteFunc(may, func(t voting.Teller) bool {
		return slices.ContainsFunc(lines, func(l Line) bool { return impartial(e, l.conflicts(e), []string{t.Person}) != nil })
	}), nil
}

// conflicts are those on record and those the records tell by now.
func (l Line) conflicts(e Establishment) []Conflict {
	return merged(l.Item.Conflicts, ConflictsOf(e.Seats, l.Nomination))
}

// tellersOf may count ballots in that year.
func tellersOf(ctx context.Context, tx *store.Tx, seasonID string, day vi.Day) ([]voting.Teller, error) {
	s, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return nil, err
	}
	may, _, err := voting.Tellers(ctx, tx, voting.Poll{Vote: voting.Vote{Body: voting.Council}}, s, roster, day)
	return may, err
}

// ownPeople are the people of the council and of the standing body on the day.
func ownPeople(ctx context.Context, tx *store.Tx, day vi.Day) (map[string]bool, error) {
	all, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT DISTINCT person_id FROM role_grant
		WHERE role IN ('council_member', 'council_secretary', 'standing_body') AND from_day <= $1 AND (until_day = '' OR until_day > $2)`, day, day)
	own := map[string]bool{}
	for _, person := range all {
		own[person] = true
	}
	return own, err
}

// checkBoard refuses a board whose people may not count these ballots. That it
// has at least two people, every vote checks itself.
func (m Meeting) checkBoard(ctx context.Context, tx *store.Tx, day vi.Day, board []string) error {
	_, _, e, err := whole(ctx, tx, m.ID)
	if err != nil {
		return err
	}
	lines, err := Lines(ctx, tx, m)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if err := impartial(e, l.conflicts(e), board); err != nil {
			return err
		}
	}
	may, err := Tellers(ctx, tx, m, day)
	for _, person := range board {
		if !slices.ContainsFunc(may, func(t voting.Teller) bool { return t.Person == person }) {
			return refusal.Field("board", "Phiếu của Hội đồng do người của Hội đồng hoặc cơ quan thường trực kiểm; có người không thuộc các nơi ấy, hoặc không được nhập số phiếu.")
		}
	}
	return err
}

// impartial refuses a teller who has a conflict of interest with a dossier.
func impartial(e Establishment, conflicts []Conflict, board []string) error {
	for _, k := range conflicts {
		if s, _ := e.Seat(k.Seat); s.Person != "" && slices.Contains(board, s.Person) {
			return &refusal.Error{Kind: refusal.NotAllowed, Field: "board", Rule: "own_ballot", Sentence: fmt.Sprintf("%s có xung đột lợi ích với một hồ sơ trong danh sách (%s), nên không kiểm phiếu.", s.Name, k.Why)}
		}
	}
	return nil
}
