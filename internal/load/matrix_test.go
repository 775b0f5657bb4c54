package load_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/internal/bigyear"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
)

// BenchmarkMatrix is the whole cluster set side by side, unit by criterion, and
// its Excel file, as twenty people of the standing body ask for them at once.
func BenchmarkMatrix(b *testing.B) {
	engines := map[string]func(testing.TB) string{"SQLite": testkit.SQLiteAddress}
	if os.Getenv("THIDUA_TEST_POSTGRES") != "" {
		engines["PostgreSQL"] = testkit.PostgresAddress
	}
	for engine, address := range engines {
		b.Run(engine, func(b *testing.B) {
			at := address(b)
			y := appraising(b, at)
			b.Run("page", func(b *testing.B) { measure(b, at, y.path("doi-chieu"), y.standing) })
			b.Run("Excel", func(b *testing.B) { measure(b, at, y.path("doi-chieu?dang=xlsx"), y.standing) })
			b.Run("one unit", func(b *testing.B) { measure(b, at, y.path("doi-chieu/mau-1"), y.standing) })
		})
	}
}

// appraising puts the year on record with every sheet sent and nothing
// published.
func appraising(b *testing.B, address string) *busyYear {
	b.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	id, faults, err := seasonfile.Load(ctx, db, bigyear.File())
	if err != nil || len(faults) > 0 {
		b.Fatalf("the year cannot be: %v %v", faults, err)
	}
	y := &busyYear{db: db}
	testkit.Write(b, db, func(ctx context.Context, tx *store.Tx) (err error) {
		if _, err := tx.Exec(ctx, `UPDATE season SET phase = 'appraisal', calendar = '', published_on = '' WHERE id = $1`, id); err != nil {
			return err
		}
		if y.season, err = season.ByID(ctx, tx, id); err != nil {
			return err
		}
		y.members, err = cluster.Roster(ctx, tx, y.season.Cluster, y.season.Label)
		return err
	})
	for i := range people {
		y.standing = append(y.standing, y.seat(b, fmt.Sprintf("standing%d", i), account.Grant{Role: access.StandingBody}))
	}
	return y
}
