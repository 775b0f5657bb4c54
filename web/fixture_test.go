package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
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

// demo puts the built-in year on record, with its papers issued.
func demo(t testing.TB, db *store.DB) {
	t.Helper()
	text, ok := seasonfile.Builtin(seasonfile.Demo)
	if !ok {
		t.Fatal("no built-in year")
	}
	id := record(t, db, string(text))
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		s, err := season.ByID(ctx, tx, id)
		if err != nil {
			return err
		}
		y, err := yearbook.Load(ctx, tx, s)
		if err != nil {
			return err
		}
		all, err := paper.RenderAll(paper.Compose(y))
		if err != nil {
			return err
		}
		clerk := access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}
		return paper.Issue(ctx, tx, clerk, vi.MustDay("2014-11-22"), id, all)
	})
}

func write(t testing.TB, db *store.DB, work func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := db.Write(ctx, func(tx *store.Tx) error { return work(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

// publishedOn sets the day from which the demo year's results are public; the
// zero day takes them back.
func publishedOn(t testing.TB, db *store.DB, day vi.Day) {
	t.Helper()
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET published_on = $1 WHERE slug = 'duong7-2014'`, day)
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

// demoSite is a site with the demo year on an SQLite database.
func demoSite(t testing.TB) (http.Handler, *store.DB) {
	t.Helper()
	db := testkit.SQLite(t)
	demo(t, db)
	return quiet(db), db
}
