package journal

import (
	"context"

	"thidua/store"
)

// After returns the entries after the seq-th, oldest first, at most so many. Who
// reads on from the last one's Seq misses none.
func After(ctx context.Context, tx *store.Tx, seq int64, most int) ([]Entry, error) {
	return store.All(ctx, tx, func(e *Entry) []any {
		return []any{&e.Seq, &e.At, &e.Day, &e.Actor, &e.Role, &e.Act, &e.Object, &e.Detail, &e.Person, &e.Scope, &e.Prev, &e.Hash}
	}, `SELECT seq, at, day, actor, role, act, object, detail, person, scope, prev, hash FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2`, seq, most)
}
