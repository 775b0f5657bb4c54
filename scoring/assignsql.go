package scoring

import (
	"context"
	"errors"

	"thidua/store"
)

// PlanOf returns who cross-scores whom in the season, in one statement; an
// empty plan when none is on record.
func PlanOf(ctx context.Context, tx *store.Tx, seasonID string) (Plan, error) {
	type row struct {
		Plan
		pairs store.JSON[[]Assignment]
	}
	r, err := store.One(ctx, tx, func(r *row) []any { return []any{&r.pairs, &r.ConfirmedOn, &r.ConfirmedBy, &r.Reason} },
		`SELECT pairs, confirmed_on, confirmed_by, reason FROM cross_plan WHERE season_id = $1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return Plan{}, nil
	}
	r.Assignments = r.pairs.V
	return r.Plan, err
}

func putPlan(ctx context.Context, tx *store.Tx, seasonID string, p Plan) error {
	_, err := tx.Exec(ctx, `INSERT INTO cross_plan (season_id, pairs, confirmed_on, confirmed_by, reason) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (season_id) DO UPDATE SET pairs = excluded.pairs, confirmed_on = excluded.confirmed_on,
			confirmed_by = excluded.confirmed_by, reason = excluded.reason`,
		seasonID, store.Text(p.Assignments), p.ConfirmedOn, p.ConfirmedBy, p.Reason)
	return err
}
