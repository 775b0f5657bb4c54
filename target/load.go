package target

import (
	"context"

	"thidua/exact"
	"thidua/store"
)

// OfSeason returns the season's indicators in the order they were defined, each
// with its targets and their figures, in three statements.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Indicator, error) {
	all, err := store.All(ctx, tx, func(i *Indicator) []any {
		return []any{&i.ID, &i.Season, &i.Code, &i.Name, &i.Measure, &i.Direction, &i.Movement, &i.AssignedBy, &i.Sample}
	}, `SELECT id, season_id, code, name, measure, direction, COALESCE(movement_id, ''), assigned_by, illustrative
		FROM indicator WHERE season_id = $1 ORDER BY id`, seasonID)
	if err != nil || len(all) == 0 {
		return all, err
	}
	actuals, err := actualsOf(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	targets, err := targetsOf(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	byIndicator := map[string][]Target{}
	for _, t := range targets {
		t.Actuals = actuals[t.ID]
		byIndicator[t.Indicator] = append(byIndicator[t.Indicator], t)
	}
	for n := range all {
		all[n].Targets = byIndicator[all[n].ID]
	}
	return all, nil
}

func targetsOf(ctx context.Context, tx *store.Tx, seasonID string) ([]Target, error) {
	type row struct {
		Target
		yearly store.JSON[map[int]exact.Number]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Indicator, &r.Unit, &r.BaseYear, &r.BaseValue, &r.TermFrom, &r.TermTo, &r.TermValue, &r.yearly, &r.AssignedOn, &r.Sample}
	}, `SELECT t.id, t.indicator_id, t.unit_id, t.base_year, t.base_value, t.term_from, t.term_to, t.term_value, t.yearly, t.assigned_on, t.illustrative
		FROM target t JOIN indicator i ON i.id = t.indicator_id WHERE i.season_id = $1 ORDER BY t.id`, seasonID)
	targets := make([]Target, len(rows))
	for n, r := range rows {
		targets[n] = r.Target
		targets[n].Yearly = r.yearly.V
	}
	return targets, err
}

// actualsOf returns the season's figures by target id, earliest year first.
func actualsOf(ctx context.Context, tx *store.Tx, seasonID string) (map[string][]Actual, error) {
	type row struct {
		target string
		Actual
		evidence store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.target, &r.Year, &r.Value, &r.AsOf, &r.ReportedOn, &r.evidence, &r.Sample}
	}, `SELECT a.target_id, a.of_year, a.amount, a.as_of, a.reported_on, a.evidence, a.illustrative
		FROM target_actual a JOIN target t ON t.id = a.target_id JOIN indicator i ON i.id = t.indicator_id
		WHERE i.season_id = $1 ORDER BY a.target_id, a.of_year`, seasonID)
	byTarget := map[string][]Actual{}
	for _, r := range rows {
		r.Evidence = r.evidence.V
		byTarget[r.target] = append(byTarget[r.target], r.Actual)
	}
	return byTarget, err
}
