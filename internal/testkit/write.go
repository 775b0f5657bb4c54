package testkit

import (
	"context"
	"fmt"
	"testing"

	"thidua/store"
)

// Try runs the work in one writing transaction.
func Try(db *store.DB, work func(context.Context, *store.Tx) error) error {
	ctx := context.Background()
	return db.Write(ctx, func(tx *store.Tx) error { return work(ctx, tx) })
}

// Write is Try for work that must succeed.
func Write(t testing.TB, db *store.DB, work func(context.Context, *store.Tx) error) {
	t.Helper()
	if err := Try(db, work); err != nil {
		t.Fatal(err)
	}
}

// Exec runs the statements in one transaction.
func Exec(t testing.TB, db *store.DB, statements ...string) {
	t.Helper()
	Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		for _, s := range statements {
			if _, err := tx.Exec(ctx, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// Season is the statement that puts a bare year of a cluster of so many members
// on record, in the phase.
func Season(id, cluster string, year int, phase string, members int) string {
	return fmt.Sprintf(`INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
		VALUES ('%s', '%s', '%[2]s-%[3]d', '%[3]d', %[3]d, '%s', '', %d, '', '', '', '', false)`, id, cluster, year, phase, members)
}
