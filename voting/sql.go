package voting

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// row is a Vote as its columns hold it.
type row struct {
	Vote
	options store.JSON[[]Option]
	roll    store.JSON[[]Ballot]
	tie     store.JSON[Tie]
	board   store.JSON[[]string]
}

const selected = `SELECT id, season_id, COALESCE(conference_id, ''), question, ballot_round, method, body, establishment, present,
	absent_in_writing, issued, returned, valid, invalid, options, roll, objections, unanimous, denominator, threshold, strict,
	quorum, seats, tie, tally_board, stated, illustrative, personal FROM vote`

func (r *row) into() []any {
	return []any{&r.ID, &r.Season, &r.Conference, &r.Question, &r.Round, &r.Method, &r.Body, &r.Establishment, &r.Present,
		&r.AbsentInWriting, &r.Issued, &r.Returned, &r.Valid, &r.Invalid, &r.options, &r.roll, &r.Objections, &r.Unanimous,
		&r.Denominator, &r.Threshold, &r.Strict, &r.Quorum, &r.Seats, &r.tie, &r.board, &r.Stated, &r.Sample, &r.Personal}
}

func (r row) vote() Vote {
	v := r.Vote
	v.Options, v.Roll, v.Tie, v.TallyBoard = r.options.V, r.roll.V, r.tie.V, r.board.V
	return v
}

// ByID returns the vote, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Vote, error) {
	r, err := store.One(ctx, tx, (*row).into, selected+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Vote{}, refusal.New(refusal.NotFound, "Không có cuộc biểu quyết này.")
	}
	return r.vote(), err
}

// OfSeason returns the season's votes as they were recorded. One statement.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Vote, error) {
	rows, err := store.All(ctx, tx, (*row).into, selected+` WHERE season_id = $1 ORDER BY id`, seasonID)
	all := make([]Vote, len(rows))
	for i, r := range rows {
		all[i] = r.vote()
	}
	return all, err
}

// key is the question by which two records are of the same vote, however it was
// typed.
func key(question string) string { return vi.SpellingKey(question) }

func insert(ctx context.Context, tx *store.Tx, v Vote) error {
	_, err := tx.Exec(ctx, `INSERT INTO vote (id, season_id, conference_id, question, question_key, ballot_round, method, body,
		establishment, present, absent_in_writing, issued, returned, valid, invalid, options, roll, objections, unanimous,
		denominator, threshold, strict, quorum, seats, tie, tally_board, stated, illustrative, personal)
		VALUES ($1, $2, NULLIF(CAST($3 AS text), ''), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
		$20, $21, $22, $23, $24, $25, $26, $27, $28, $29)`,
		v.ID, v.Season, v.Conference, v.Question, key(v.Question), v.Round, v.Method, v.Body, v.Establishment, v.Present,
		v.AbsentInWriting, v.Issued, v.Returned, v.Valid, v.Invalid, store.Text(v.Options), store.Text(v.Roll), v.Objections,
		v.Unanimous, v.Denominator, v.Threshold, v.Strict, v.Quorum, v.Seats, store.Text(v.Tie), store.Text(v.TallyBoard), v.Stated, v.Sample, v.Personal)
	return err
}
