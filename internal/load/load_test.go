package load_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"thidua/internal/load"
	"thidua/internal/testkit"
)

func TestMain(m *testing.M) {
	if child, err := load.Child(); child {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// lasting is how long each page is measured.
const lasting = 4 * time.Second

// BenchmarkLoad is what twenty people who never pause get from the site, each
// under their own session, while the clients take their part of the same cores.
func BenchmarkLoad(b *testing.B) {
	engines := map[string]func(testing.TB) string{"SQLite": testkit.SQLiteAddress}
	if os.Getenv("THIDUA_TEST_POSTGRES") != "" {
		engines["PostgreSQL"] = testkit.PostgresAddress
	}
	for engine, address := range engines {
		b.Run(engine, func(b *testing.B) {
			at := address(b)
			y := scoringItself(b, at)
			b.Run("small page", func(b *testing.B) { measure(b, at, "/vi-sao/self_score", y.officers) })
			b.Run("score sheet", func(b *testing.B) { measure(b, at, y.path("tu-cham"), y.officers) })
			b.Run("score sheet never asked before", func(b *testing.B) { measure(b, at, y.path("tu-cham?lan="), y.officers) })
		})
	}
}

// measure serves the database from a process of its own and asks for the page.
func measure(b *testing.B, database, path string, cookies []string) {
	ctx := context.Background()
	server, err := load.Serve(ctx, database)
	if err != nil {
		b.Fatal(err)
	}
	defer server.Stop()
	for b.Loop() {
		before := server.Busy()
		r, err := server.Measure(ctx, path, cookies, lasting)
		if err != nil || r.Failed != "" {
			b.Fatal(err, r.Failed)
		}
		b.ReportMetric(r.PerSecond(), "requests/s")
		b.ReportMetric(float64(r.P50.Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(r.P95.Microseconds())/1000, "p95-ms")
		b.ReportMetric(float64(r.Bytes)/1000, "kB-sent")
		b.ReportMetric(float64((server.Busy()-before).Microseconds())/1000/float64(r.Asked), "server-ms/request")
	}
	b.ReportMetric(float64(server.Memory())/(1<<20), "MB-RSS")
}
