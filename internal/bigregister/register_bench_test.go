package bigregister_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
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

// clients is how many look up at the same time.
const clients = 20

var ctx = context.Background()

// BenchmarkRegister imports a made-up history and looks things up in it, on the
// engine that THIDUA_REGISTER_ENGINE names (sqlite unless said).
func BenchmarkRegister(b *testing.B) {
	db := testkit.SQLite
	if os.Getenv("THIDUA_REGISTER_ENGINE") == "postgres" {
		db = testkit.Postgres
	}
	kept := db(b)
	n := rows(b)
	b.Run("import", func(b *testing.B) { importOnce(b, kept, n) })
	people := sample(b, kept)
	b.Run("lookup by accentless name", func(b *testing.B) {
		ask(b, func(dice *rand.Rand) error {
			return kept.Read(ctx, func(tx *store.Tx) error {
				_, err := award.Search(ctx, tx, award.Query{Name: asked(dice, people)}, award.Whole)
				return err
			})
		})
	})
	b.Run("history of a person", func(b *testing.B) {
		ask(b, func(dice *rand.Rand) error {
			return kept.Read(ctx, func(tx *store.Tx) error {
				_, err := award.HistoryOf(ctx, tx, award.Who{Person: people[dice.IntN(len(people))].Person})
				return err
			})
		})
	})
}

// importOnce imports once however often it is asked: the register takes the same
// list only once.
func importOnce(b *testing.B, db *store.DB, n int) {
	path := filepath.Join(b.TempDir(), "so.csv")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	if err := bigregister.WriteCSV(file, 1, n); err != nil {
		b.Fatal(err)
	}
	size, err := file.Seek(0, 1)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	b.ResetTimer()
	began := time.Now()
	var report award.Report
	if err := db.Write(ctx, func(tx *store.Tx) (err error) {
		report, err = award.Import(ctx, tx, access.Actor{Name: "Đo", Role: access.StandingBody}, vi.MustDay("2026-11-22"), "so.csv", file, size)
		return err
	}); err != nil {
		b.Fatal(err)
	}
	if report.Same > 0 {
		return
	}
	b.ReportMetric(float64(report.Added)/time.Since(began).Seconds(), "rows/s")
	b.ReportMetric(time.Since(began).Seconds(), "s")
	b.ReportMetric(float64(mostMemory())/(1<<20), "peak-MiB")
}

// mostMemory is the most memory the process has held so far, in bytes, as the
// system counts it; 0 where it does not.
func mostMemory() (n int64) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, l := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(l, "VmHWM:"); ok {
			_, _ = fmt.Sscan(rest, &n)
		}
	}
	return n << 10
}

// sample are awards of people of the register, to ask for.
func sample(b *testing.B, db *store.DB) (people []award.Award) {
	b.Helper()
	if err := db.Read(ctx, func(tx *store.Tx) error {
		for year := 2005; year < 2024; year++ {
			page, err := award.Search(ctx, tx, award.Query{Year: year, Kind: award.Individual, Limit: 200}, award.Whole)
			if err != nil {
				return err
			}
			people = append(people, page.Awards...)
		}
		return nil
	}); err != nil || len(people) == 0 {
		b.Fatal(err, len(people))
	}
	return people
}

// asked is what people type: mostly a whole name, sometimes the end of one, or a
// given name.
func asked(dice *rand.Rand, people []award.Award) string {
	words := strings.Fields(vi.Fold(people[dice.IntN(len(people))].Name))
	switch dice.IntN(10) {
	case 0:
		return words[len(words)-1]
	case 1, 2:
		return strings.Join(words[len(words)-2:], " ")
	case 3:
		return strings.Join(strings.Fields(vi.Fold(bigregister.Name(dice))), " ")
	}
	return strings.Join(words, " ")
}

// ask lets all clients ask one question after another, and reports how long the
// slowest of twenty answers took.
func ask(b *testing.B, question func(*rand.Rand) error) {
	var mu sync.Mutex
	var took []time.Duration
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			dice := rand.New(rand.NewPCG(uint64(c), 1))
			for range max(b.N/clients, 1) {
				began := time.Now()
				if err := question(dice); err != nil {
					b.Error(err)
				}
				d := time.Since(began)
				mu.Lock()
				took = append(took, d)
				mu.Unlock()
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
}
