package movement

import (
	"context"

	"thidua/store"
)

// OfYear returns the movements of every cluster's season of that year, without
// their responses and reviews, in one statement.
func OfYear(ctx context.Context, tx *store.Tx, year int) ([]Movement, error) {
	return store.All(ctx, tx, func(m *Movement) []any {
		return []any{&m.ID, &m.Season, &m.Name, &m.Kind, &m.LaunchedOn, &m.EndsOn, &m.LaunchedBy, &m.Period, &m.Results, &m.Sample}
	}, `SELECT m.id, m.season_id, m.name, m.kind, m.launched_on, m.ends_on, m.launched_by, m.period_text, m.results, m.illustrative
		FROM movement m JOIN season s ON s.id = m.season_id WHERE s.year = $1 ORDER BY m.id`, year)
}
