package bigregister_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"thidua/access"
	"thidua/award"
	"thidua/internal/bigregister"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
)

// rows is how long the history is: THIDUA_REGISTER_ROWS, or enough for a smoke
// run.
func rows(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("THIDUA_REGISTER_ROWS"))
	if os.Getenv("THIDUA_REGISTER_ROWS") == "" {
		return 5000
	}
	if err != nil {
		b.Fatal(err)
	}
	return n
}

var ctx = context.Background()

// BenchmarkRegister imports a made-up history and looks things up in it, on
// SQLite and, where THIDUA_TEST_POSTGRES names a server, on PostgreSQL, with how
// many times as long as on SQLite each took.
func BenchmarkRegister(b *testing.B) {
	first := figures{}
	b.Run("SQLite", func(b *testing.B) { measure(b, testkit.SQLite(b), first, nil) })
	if os.Getenv("THIDUA_TEST_POSTGRES") != "" {
		b.Run("PostgreSQL", func(b *testing.B) { measure(b, testkit.Postgres(b), figures{}, first) })
	}
}

// figures are how long each question took, in milliseconds: an import in all,
// the others at the 95th of 100 answers.
type figures map[string]float64

// measure asks all questions of one engine; before are the other's figures.
func measure(b *testing.B, db *store.DB, own, before figures) {
	tell := func(b *testing.B, name string, ms, most float64) {
		own[name] = ms
		if before[name] > 0 {
			b.ReportMetric(ms/before[name], "times-SQLite")
		}
		b.ReportMetric(most, "peak-MiB")
	}
	n := rows(b)
	// Once, however often it is asked: what takes minutes is not repeated, and
	// the register takes the same list only once.
	once := func(name string, did func(b *testing.B) (ms float64)) {
		var ms, most float64
		b.Run(name, func(b *testing.B) {
			if ms == 0 {
				ms = did(b)
				most = testkit.MostMemory()
			}
			tell(b, name, ms, most)
			b.ReportMetric(ms/1000, "s")
		})
	}
	once("refuse a list cut in the middle", func(b *testing.B) float64 { return refuseCut(b, db, n/2) })
	once("import", func(b *testing.B) float64 { return importOnce(b, db, n) })
	people := sample(b, db)
	for _, q := range questions {
		b.Run(q.name, func(b *testing.B) {
			testkit.ForgetMemory()
			ms := ask(b, func(dice *rand.Rand) error {
				return db.Read(ctx, func(tx *store.Tx) error { return q.ask(tx, dice, people) })
			})
			tell(b, q.name, ms, testkit.MostMemory())
		})
	}
}

func importOnce(b *testing.B, db *store.DB, n int) (ms float64) {
	file, size := listed(b, n)
	began := time.Now()
	if _, err := imported(db, file, size); err != nil {
		b.Fatal(err)
	}
	return float64(time.Since(began).Milliseconds())
}

// refuseCut imports a list that ends in the middle of a row: all of it is
// refused, and nothing stays.
func refuseCut(b *testing.B, db *store.DB, n int) (ms float64) {
	file, size := listed(b, n)
	began := time.Now()
	_, err := imported(db, file, size-30)
	faults, ok := award.FaultsOf(err)
	if !ok || faults.Rows != 1 || faults.List[0].Line != n+1 {
		b.Fatalf("a list cut short: %v", err)
	}
	return float64(time.Since(began).Milliseconds())
}

func imported(db *store.DB, file *os.File, size int64) (report award.Report, err error) {
	err = db.Write(ctx, func(tx *store.Tx) error {
		report, err = award.Import(ctx, tx, access.Actor{Name: "Đo", Role: access.StandingBody}, vi.MustDay("2026-11-22"), "so.csv", file, size)
		return err
	})
	return report, err
}

// listed is a list of so many rows, and how long it is in bytes.
func listed(b *testing.B, n int) (file *os.File, size int64) {
	file, err := os.Create(filepath.Join(b.TempDir(), "so.csv"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = file.Close() })
	if err := bigregister.WriteCSV(file, 1, n); err != nil {
		b.Fatal(err)
	}
	if size, err = file.Seek(0, 1); err != nil {
		b.Fatal(err)
	}
	testkit.ForgetMemory()
	b.ResetTimer()
	return file, size
}
