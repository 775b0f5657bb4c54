package report

import (
	"context"

	"thidua/award"
	"thidua/movement"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// MovementsOf are the year's movements that the reporting unit's form counts:
// those of every cluster but the ones whose standing body lies in another
// province than the scope's.
func MovementsOf(ctx context.Context, tx *store.Tx, year int, scope award.Scope) (counted []movement.Movement, err error) {
	all, err := movement.OfYear(ctx, tx, year)
	provinces := map[string]string{"": scope.Province} // of standing bodies; where none is on record, nobody says it is another's
	for _, m := range all {
		at, climbed := provinces[m.StandingBody]
		if !climbed {
			if at, err = org.ProvinceOf(ctx, tx, m.StandingBody, vi.Day{}); err != nil {
				return nil, err
			}
			provinces[m.StandingBody] = at
		}
		if at == scope.Province || at == "" || scope.Province == "" {
			counted = append(counted, m.Movement)
		}
	}
	return counted, err
}
