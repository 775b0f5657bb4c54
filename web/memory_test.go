package web

import (
	"context"
	"strings"
	"testing"

	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// amend changes what the sheets of the demo year say, as an act would: rows and
// journal together.
func amend(t testing.TB, db *store.DB, from, to string) {
	t.Helper()
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE score_sheet SET marks = replace(marks, $1, $2)`, from, to); err != nil {
			return err
		}
		return journal.Append(ctx, tx, journal.Entry{Day: vi.MustDay("2014-11-23"), Actor: "Sở Nội vụ", Role: "standing_body", Act: "state_result", Object: "season"}, nil)
	})
}

func TestScores_followTheRecordsAtOnce(t *testing.T) {
	site, db := ownDemoSite(t)
	address := demoYear + "/xep-hang/con-cuong/1.1"
	for range 2 {
		if h := only(t, page(t, site, address), "h1"); !strings.Contains(h, "91,85") {
			t.Fatalf("before: %q", h)
		}
	}
	amend(t, db, `"actual":"9.1"`, `"actual":"9.2"`)
	if h := only(t, page(t, site, address), "h1"); strings.Contains(h, "91,85") {
		t.Errorf("the page still tells what the sheets said before: %q", h)
	}
}
