package org_test

import (
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/access"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx   = context.Background()
	admin = access.Actor{Name: "Quản trị", Role: access.Admin}
	today = vi.MustDay("2026-05-04")
)

// official opens a list of the shared data, which lies beside the checkout.
func official(t testing.TB, name string) io.Reader {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "data", "admin", name))
	if err != nil {
		t.Fatalf("the official lists must lie in ../shared/data/admin beside the checkout: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// take imports a list and fails the test if it is refused.
func take(t testing.TB, db *store.DB, list io.Reader, asOf string) (report org.Report) {
	t.Helper()
	write(t, db, func(tx *store.Tx) (err error) {
		report, err = org.Import(ctx, tx, admin, today, list, vi.MustDay(asOf))
		return err
	})
	return report
}

func takeChanges(t testing.TB, db *store.DB, list io.Reader, on, act string) (report org.Report) {
	t.Helper()
	write(t, db, func(tx *store.Tx) (err error) {
		report, err = org.ImportChanges(ctx, tx, admin, today, list, vi.MustDay(on), act)
		return err
	})
	return report
}

func write(t testing.TB, db *store.DB, work func(tx *store.Tx) error) {
	t.Helper()
	if err := db.Write(ctx, work); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, db *store.DB, work func(tx *store.Tx) error) {
	t.Helper()
	if err := db.Read(ctx, work); err != nil {
		t.Fatal(err)
	}
}

// byCode is the unit that bears the code on the day, or a zero unit.
func byCode(t testing.TB, db *store.DB, code, day string) (u org.Unit) {
	t.Helper()
	_ = db.Read(ctx, func(tx *store.Tx) (err error) {
		u, err = org.ByCode(ctx, tx, code, vi.MustDay(day))
		return err
	})
	return u
}

// mergesOf turns the five districts' lineage into change lists, one for each
// day on which communes merged between 2014 and 1/3/2025.
func mergesOf(t testing.TB) map[string]string {
	t.Helper()
	records, err := csv.NewReader(official(t, "five_districts_lineage_2014_2025.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const head = "old_code,old_name,new_code,new_name,share,note\n"
	lists := make(map[string]*strings.Builder)
	for _, r := range records[1:] {
		day := r[5]
		if day == "" {
			continue
		}
		if lists[day] == nil {
			lists[day] = new(strings.Builder)
			lists[day].WriteString(head)
		}
		w := csv.NewWriter(lists[day])
		if err := w.Write([]string{r[0], r[1], r[3], r[4], "full", r[6]}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
	}
	result := make(map[string]string)
	for day, list := range lists {
		result[day] = list.String()
	}
	return result
}
