package target

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/evidence"
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
		year             season.Season // its cluster, phase and day of publication only
		cited            store.JSON[[]string]
	}
	g, err := store.One(ctx, tx, func(g *ground) []any {
		return []any{&g.unit, &g.baseYear, &g.termTo, &g.year.Cluster, &g.year.Phase, &g.year.PublishedOn, &g.cited}
	}, `SELECT t.unit_id, t.base_year, t.term_to, s.cluster_id, s.phase, s.published_on,
			COALESCE((SELECT a.evidence FROM target_actual a WHERE a.target_id = t.id AND a.of_year = $1), '')
		FROM target t JOIN indicator i ON i.id = t.indicator_id JOIN season s ON s.id = i.season_id WHERE t.id = $2`, a.Year, targetID)
	if errors.Is(err, store.ErrNone) {
		return refusal.New(refusal.NotFound, "Không có chỉ tiêu này.")
	}
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.ReportActual, g.unit, g.year); err != nil {
		return err
	}
	if err := g.year.StillOpen(day, "chỉ tiêu"); err != nil {
		return err
	}
	if err := a.check(day, g.baseYear, g.termTo); err != nil {
		return err
	}
	if err := evidence.CheckCited(ctx, tx, g.unit, "evidence", a.Evidence, g.cited.V); err != nil {
		return err
	}
	a.ReportedOn = day
	if _, err := tx.Exec(ctx, `INSERT INTO target_actual (target_id, of_year, amount, as_of, reported_on, evidence, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (target_id, of_year) DO UPDATE
		SET amount = excluded.amount, as_of = excluded.as_of, reported_on = excluded.reported_on, evidence = excluded.evidence, illustrative = excluded.illustrative`,
		targetID, a.Year, a.Value, a.AsOf, a.ReportedOn, store.Text(a.Evidence), a.Sample); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ReportActual, "target:"+targetID, a)
}
