package target

import (
	"context"

	"thidua/access"
	"thidua/store"
	"thidua/vi"
)

// Carry defines in one year the indicators of an earlier one, without targets
// and figures, and returns how many. Which movement they belonged to is left to
// be said anew.
func Carry(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, from, to string) (int, error) {
	all, err := OfSeason(ctx, tx, from)
	if err != nil {
		return 0, err
	}
	for _, i := range all {
		i.Season, i.Movement = to, ""
		if _, err := Define(ctx, tx, by, day, i); err != nil {
			return 0, err
		}
	}
	return len(all), nil
}
