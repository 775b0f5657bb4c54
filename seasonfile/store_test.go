package seasonfile_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
)

// TestRun_aYearOnRecordIsToldInOneSentence runs a file whose units have ended
// since: they must be found again on record, not doubled.
func TestRun_aYearOnRecordIsToldInOneSentence(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		raw, _ := seasonfile.Builtin(seasonfile.Demo)
		if _, faults, err := seasonfile.Run(context.Background(), db, raw); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
		_, faults, err := seasonfile.Run(context.Background(), db, raw)
		if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Sentence, "đã có trong sổ") {
			t.Fatal(faults, err)
		}
	})
}

func TestRun_aYearOfEndedUnitsFollowsOneOnRecord(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		for _, year := range []string{"small-2024", "small-2023"} {
			text := "thidua: 1\nid: " + year + "\ncluster: Cụm thi đua số 7\nseason: \"" + year[6:] + "\"\nmembers:\n" +
				"  - {name: Huyện Con Cuông, code: \"422\"}\n  - {name: Huyện Anh Sơn, code: \"424\"}\n"
			if _, faults, err := seasonfile.Run(context.Background(), db, []byte(text)); err != nil || len(faults) > 0 {
				t.Fatal(year, faults, err)
			}
		}
		if n := rowsOf(t, db, "unit"); n != 2 {
			t.Fatalf("two units became %d", n)
		}
	})
}

func TestRun_takesItsUnitsFromTheOfficialList(t *testing.T) {
	db := testkit.SQLite(t)
	list := testkit.Shared(t, "admin", "units_3level_2014-12-31.csv")
	if err := db.Write(context.Background(), func(tx *store.Tx) error {
		_, err := org.Import(context.Background(), tx, access.Actor{Name: "Quản trị", Role: access.Admin}, vi.MustDay("2015-01-05"), bytes.NewReader(list), vi.MustDay("2014-12-31"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	before := rowsOf(t, db, "unit")
	raw, _ := seasonfile.Builtin(seasonfile.Demo)
	if _, faults, err := seasonfile.Run(context.Background(), db, raw); err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	// New are the department and the two communes that came after 2014.
	if n := rowsOf(t, db, "unit") - before; n != 3 {
		t.Fatalf("%d units were added", n)
	}
}

func rowsOf(t *testing.T, db *store.DB, table string) (n int) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = store.One(context.Background(), tx, func(n *int) []any { return []any{n} }, "SELECT count(*) FROM "+table)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}
