package target

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Report records what the actor's own unit had reached in a year. Reporting a
// year again puts the figure right, and the journal keeps both.
func Report(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, targetID string, a Actual) error {
	type ground struct {
		unit             string
		baseYear, termTo int
		year             season.Season // its phase and day of publication only
	}
	g, err := store.One(ctx, tx, func(g *ground) []any {
		return []any{&g.unit, &g.baseYear, &g.termTo, &g.year.Phase, &g.year.PublishedOn}
	}, `SELECT t.unit_id, t.base_year, t.term_to, s.phase, s.published_on
		FROM target t JOIN indicator i ON i.id = t.indicator_id JOIN season s ON s.id = i.season_id WHERE t.id = $1`, targetID)
	if errors.Is(err, store.ErrNone) {
		return refusal.New(refusal.NotFound, "Không có chỉ tiêu này.")
	}
	if err != nil {
		return err
	}
	if err := access.Check(by, access.ReportActual, g.unit); err != nil {
		return err
	}
	if err := g.year.StillOpen(day, "chỉ tiêu"); err != nil {
		return err
	}
	if err := a.check(day, g.baseYear, g.termTo); err != nil {
		return err
	}
	a.ReportedOn = day
	if _, err := tx.Exec(ctx, `INSERT INTO target_actual (target_id, of_year, amount, as_of, reported_on, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (target_id, of_year) DO UPDATE
		SET amount = excluded.amount, as_of = excluded.as_of, reported_on = excluded.reported_on, illustrative = excluded.illustrative`,
		targetID, a.Year, a.Value, a.AsOf, a.ReportedOn, a.Sample); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ReportActual, "target:"+targetID, a)
}
