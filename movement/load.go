package movement

import (
	"context"

	"thidua/store"
)

// OfSeason returns the season's movements in the order they were recorded, each
// with its responses and reviews, in three statements.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Movement, error) {
	all, err := store.All(ctx, tx, func(m *Movement) []any {
		return []any{&m.ID, &m.Season, &m.Name, &m.Kind, &m.LaunchedOn, &m.EndsOn, &m.LaunchedBy, &m.Period, &m.Results, &m.Sample}
	}, `SELECT id, season_id, name, kind, launched_on, ends_on, launched_by, period_text, results, illustrative
		FROM movement WHERE season_id = $1 ORDER BY id`, seasonID)
	if err != nil || len(all) == 0 {
		return all, err
	}
	responses, err := responsesOf(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	reviews, err := reviewsOf(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	for i := range all {
		all[i].Responses, all[i].Reviews = responses[all[i].ID], reviews[all[i].ID]
	}
	return all, nil
}

// responsesOf returns the season's responses by movement id.
func responsesOf(ctx context.Context, tx *store.Tx, seasonID string) (map[string][]Response, error) {
	type row struct {
		Response
		figures  store.JSON[[]Figure]
		evidence store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.Movement, &r.Unit, &r.On, &r.Summary, &r.figures, &r.evidence, &r.Sample}
	}, `SELECT r.movement_id, r.unit_id, r.on_day, r.summary, r.figures, r.evidence, r.illustrative
		FROM movement_response r JOIN movement m ON m.id = r.movement_id
		WHERE m.season_id = $1 ORDER BY r.movement_id, r.unit_id`, seasonID)
	byMovement := map[string][]Response{}
	for _, r := range rows {
		r.Figures, r.Evidence = r.figures.V, r.evidence.V
		byMovement[r.Movement] = append(byMovement[r.Movement], r.Response)
	}
	return byMovement, err
}

// reviewsOf returns the season's reviews by movement id, earliest first.
func reviewsOf(ctx context.Context, tx *store.Tx, seasonID string) (map[string][]Review, error) {
	rows, err := store.All(ctx, tx, func(r *Review) []any {
		return []any{&r.ID, &r.Movement, &r.Kind, &r.On, &r.Text, &r.Sample}
	}, `SELECT r.id, r.movement_id, r.kind, r.on_day, r.wording, r.illustrative
		FROM movement_review r JOIN movement m ON m.id = r.movement_id
		WHERE m.season_id = $1 ORDER BY r.movement_id, r.on_day, r.id`, seasonID)
	byMovement := map[string][]Review{}
	for _, r := range rows {
		byMovement[r.Movement] = append(byMovement[r.Movement], r)
	}
	return byMovement, err
}
