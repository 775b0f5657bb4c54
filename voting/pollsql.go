package voting

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

// pollRow is a Poll as its columns hold it.
type pollRow struct {
	Poll
	body    store.JSON[Vote]
	voters  store.JSON[[]string]
	board   store.JSON[[]Teller]
	differs store.JSON[[]string]
}

const selectedPoll = `SELECT id, season_id, state, body, voters, board, attempt, differs, reason, opened_at, ended_at FROM poll`

func (r *pollRow) into() []any {
	return []any{&r.ID, &r.Season, &r.State, &r.body, &r.voters, &r.board, &r.Attempt, &r.differs, &r.Reason, &r.OpenedAt, &r.EndedAt}
}

func (r pollRow) poll() Poll {
	p := r.Poll
	p.Vote = r.body.V
	p.ID, p.Season = r.ID, r.Season
	p.Voters, p.Board, p.Differs = r.voters.V, r.board.V, r.differs.V
	return p
}

// PollByID returns the vote under way, or a refusal of kind NotFound.
func PollByID(ctx context.Context, tx *store.Tx, id string) (Poll, error) {
	r, err := store.One(ctx, tx, (*pollRow).into, selectedPoll+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Poll{}, refusal.New(refusal.NotFound, "Không có cuộc biểu quyết này.")
	}
	return r.poll(), err
}

// Polls returns the season's votes that were prepared at a desk, in the order
// of their preparation. One statement.
func Polls(ctx context.Context, tx *store.Tx, seasonID string) ([]Poll, error) {
	return polls(ctx, tx, ` WHERE season_id = $1 ORDER BY id`, seasonID)
}

func polls(ctx context.Context, tx *store.Tx, where string, args ...any) ([]Poll, error) {
	rows, err := store.All(ctx, tx, (*pollRow).into, selectedPoll+where, args...)
	all := make([]Poll, len(rows))
	for i, r := range rows {
		all[i] = r.poll()
	}
	return all, err
}

func savePoll(ctx context.Context, tx *store.Tx, p Poll) error {
	_, err := tx.Exec(ctx, `INSERT INTO poll (id, season_id, conference_id, state, question_key, ballot_round, body, voters, board, salt,
		attempt, differs, reason, opened_at, ended_at)
		VALUES ($1, $2, NULLIF(CAST($3 AS text), ''), $4, $5, $6, $7, $8, $9, '', $10, $11, $12, $13, $14)
		ON CONFLICT (id) DO UPDATE SET conference_id = excluded.conference_id, state = excluded.state,
		question_key = excluded.question_key, ballot_round = excluded.ballot_round, body = excluded.body, voters = excluded.voters,
		board = excluded.board, attempt = excluded.attempt, differs = excluded.differs, reason = excluded.reason,
		opened_at = excluded.opened_at, ended_at = excluded.ended_at`,
		p.ID, p.Season, p.Conference, p.State, key(p.Question), p.Round, store.Text(p.Vote), store.Text(p.Voters), store.Text(p.Board),
		p.Attempt, store.Text(p.Differs), p.Reason, p.OpenedAt, p.EndedAt)
	return err
}
