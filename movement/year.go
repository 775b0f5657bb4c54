package movement

import (
	"context"

	"thidua/store"
)

// Launched is a movement with whose cluster launched it.
type Launched struct {
	Movement
	StandingBody string // unit id of the cluster's standing body; empty when none is on record
}

// OfYear returns the movements of every cluster's season of that year, without
// their responses and reviews, in one statement.
func OfYear(ctx context.Context, tx *store.Tx, year int) ([]Launched, error) {
	return store.All(ctx, tx, func(m *Launched) []any {
		return []any{&m.ID, &m.Season, &m.Name, &m.Kind, &m.LaunchedOn, &m.EndsOn, &m.LaunchedBy, &m.Period, &m.Results, &m.Sample, &m.StandingBody}
	}, `SELECT m.id, m.season_id, m.name, m.kind, m.launched_on, m.ends_on, m.launched_by, m.period_text, m.results, m.illustrative, COALESCE(c.standing_body_unit, '')
		FROM movement m JOIN season s ON s.id = m.season_id JOIN cluster c ON c.id = s.cluster_id WHERE s.year = $1 ORDER BY m.id`, year)
}
