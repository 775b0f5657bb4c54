package account

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// Named returns the ids of the people whose name holds the text, accents and
// case aside.
func Named(ctx context.Context, tx *store.Tx, text string) ([]string, error) {
	ids, err := store.All(ctx, tx, func(id *string) []any { return []any{id} },
		`SELECT id FROM person WHERE fold LIKE $1 ORDER BY id`, "%"+vi.Fold(text)+"%")
	if ids == nil {
		ids = []string{}
	}
	return ids, err
}
