package org_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

func TestImport_takesTheOfficialListsOfTwelveYearsInOrder(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		for _, c := range []struct {
			file, asOf string
			want       string // added renamed moved ended same
		}{
			{"units_3level_2014-12-31.csv", "2014-12-31", ""},
			{"units_3level_2014-12-31.csv", "2014-12-31", ""},
			{"units_3level_2025-03-01.csv", "2025-03-01", ""},
			{"units_2level_2025-07-01.csv", "2025-07-01", ""},
			{"units_2level_2026-04-30.csv", "2026-04-30", ""},
		} {
			counting, statements := store.CountStatements(ctx)
			began := time.Now()
			var r org.Report
			write(t, db, func(tx *store.Tx) (err error) {
				r, err = org.Import(counting, tx, admin, today, official(t, c.file), vi.MustDay(c.asOf))
				return err
			})
			fmt.Println(c.file, r.Added, r.Renamed, r.Moved, r.Ended, r.Returned, r.Same, len(r.Notes), *statements, time.Since(began))
			for _, n := range r.Notes[:min(5, len(r.Notes))] {
				fmt.Println(n)
			}
		}
		began := time.Now()
		r := takeChanges(t, db, official(t, "map_2025-03-01_to_2025-07-01.csv"), "2025-07-01", "1678/NQ-UBTVQH15")
		fmt.Println(r.Linked, r.Ended, r.Renamed, r.Same, len(r.Notes), time.Since(began))
		for _, n := range r.Notes[:min(50, len(r.Notes))] {
			fmt.Println(n)
		}
	})
}

var _ = io.EOF
var _ = strings.Cut
var _ = journal.Append
var _ refusal.Kind
