package store_test

import (
	"context"
	"runtime"
	"testing"

	"thidua/internal/testkit"
	"thidua/store"
)

// TestWrite_remembersNothingOfStatementsAskedAgainAndAgain asks the same in one
// transaction as often as a long list does.
func TestWrite_remembersNothingOfStatementsAskedAgainAndAgain(t *testing.T) {
	const times, most = 20_000, 2 << 20
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		ask := func(n int) (grown int64) {
			if err := db.Write(ctx, func(tx *store.Tx) error {
				before := inUse()
				for range n {
					if _, err := store.One(ctx, tx, func(x *int) []any { return []any{x} }, `SELECT count(*) FROM write_turn`); err != nil {
						return err
					}
				}
				grown = inUse() - before
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			return grown
		}
		ask(1) // from now on it is ready
		if grown := ask(times); grown > most {
			t.Errorf("%d statements left %d bytes in use", times, grown)
		}
	})
}

// inUse is how many bytes are in use after a sweep.
func inUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
