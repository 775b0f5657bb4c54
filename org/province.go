package org

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// highestClimb is more steps than lie between any unit and its province.
const highestClimb = 8

// ProvinceOf climbs from a unit to its province or city of the central
// government, as of the day; "" when it lies in none.
func ProvinceOf(ctx context.Context, tx *store.Tx, unit string, day vi.Day) (string, error) {
	for range highestClimb {
		if unit == "" {
			return "", nil
		}
		u, err := ByID(ctx, tx, unit, day)
		if err != nil || u.Kind == KindProvince || u.Kind == KindCity {
			return u.ID, err
		}
		unit = u.Parent
	}
	return "", nil
}
