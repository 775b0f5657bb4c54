package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"thidua/internal/testkit"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
)

const demoYear = "/nam/duong7-2014"

// record puts the year of a season file on record.
func record(t testing.TB, db *store.DB, text string) (seasonID string) {
	t.Helper()
	id, faults, err := seasonfile.Load(context.Background(), db, []byte(text))
	for _, f := range faults {
		t.Error(f)
	}
	if err != nil || id == "" {
		t.Fatalf("the fixture is not a year: %v", err)
	}
	return id
}

// demo puts the built-in year on record, with its papers and its report.
func demo(t testing.TB, db *store.DB) {
	t.Helper()
	text, ok := seasonfile.Builtin(seasonfile.Demo)
	if !ok {
		t.Fatal("no built-in year")
	}
	finish(t, db, record(t, db, string(text)))
}

// finish draws up the papers and the report of a recorded year.
func finish(t testing.TB, db *store.DB, seasonID string) {
	t.Helper()
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := seasonfile.Finish(ctx, tx, seasonID)
		return err
	})
}

func write(t testing.TB, db *store.DB, work func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := db.Write(ctx, func(tx *store.Tx) error { return work(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

// publishedOn sets the day from which the results on record are public; the zero
// day takes them back.
func publishedOn(t testing.TB, db *store.DB, day vi.Day) {
	t.Helper()
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET published_on = $1`, day)
		return err
	})
}

// quiet is a site whose faults go nowhere.
func quiet(db *store.DB) http.Handler {
	return New(db, Options{Log: slog.New(slog.NewTextHandler(&bytes.Buffer{}, nil))})
}

// get asks the site for an address, with headers in pairs.
func get(site http.Handler, address string, headers ...string) *httptest.ResponseRecorder {
	return ask(site, httptest.NewRequest("GET", "/", nil), address, headers...)
}

// ask sends the request to an address as it stands, however odd it is.
func ask(site http.Handler, r *http.Request, address string, headers ...string) *httptest.ResponseRecorder {
	u, err := r.URL.Parse(address)
	if err != nil {
		panic(err)
	}
	r.URL, r.RequestURI = u, u.RequestURI()
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	return w
}

// demoSite is the site with the demo year that all tests read from.
func demoSite(t testing.TB) http.Handler {
	t.Helper()
	shared.once.Do(func() {
		db, err := store.Open(context.Background(), filepath.Join(shared.dir, "thidua.db"))
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Migrate(context.Background()); err != nil {
			t.Fatal(err)
		}
		db.SetClock(func() time.Time { return testkit.Today })
		demo(t, db)
		shared.db, shared.site = db, quiet(db)
	})
	if shared.site == nil {
		t.Fatal("the demo year could not be recorded; an earlier test says why")
	}
	return shared.site
}

// ownDemoSite is one that the test may change.
func ownDemoSite(t testing.TB) (http.Handler, *store.DB) {
	t.Helper()
	db := testkit.SQLite(t)
	demo(t, db)
	return quiet(db), db
}

var shared struct {
	once sync.Once
	dir  string
	db   *store.DB
	site http.Handler
}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "thidua-web")
	if err != nil {
		panic(err)
	}
	shared.dir = dir
	code := m.Run()
	if shared.db != nil {
		_ = shared.db.Close()
	}
	_ = os.RemoveAll(dir)
	os.Exit(code)
}
