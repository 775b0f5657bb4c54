package org_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx   = context.Background()
	admin = access.Actor{Name: "Quản trị", Role: access.Admin}
	today = vi.MustDay("2026-05-04")
)

// official is one of the official lists (testkit.Shared).
func official(t testing.TB, name string) io.Reader {
	t.Helper()
	return bytes.NewReader(testkit.Shared(t, "admin", name))
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
	read(t, db, func(tx *store.Tx) (err error) {
		u, err = org.ByCode(ctx, tx, code, vi.MustDay(day))
		if refusal.Is(err, refusal.NotFound) {
			return nil
		}
		return err
	})
	return u
}

// ngheAn is the part of an official list that is of Nghệ An (code 40), so that
// most tests need not read the whole country.
func ngheAn(t testing.TB, name string) io.Reader {
	t.Helper()
	records, err := csv.NewReader(official(t, name)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kept, within := records[:1], map[string]bool{"40": true}
	for depth := range 3 {
		for _, r := range records[1:] {
			if depth == 0 && r[0] == "40" || depth > 0 && within[r[3]] && !within[r[0]] {
				within[r[0]] = true
				kept = append(kept, r)
			}
		}
	}
	return table(t, kept)
}

// ngheAnChanges is the map of 1/7/2025 for the communes of Nghệ An, whose codes
// lie between 16663 and 18070, and the province.
func ngheAnChanges(t testing.TB) io.Reader {
	t.Helper()
	records, err := csv.NewReader(official(t, mapFile)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kept := records[:1]
	for _, r := range records[1:] {
		if r[1] == "40" || len(r[1]) == 5 && "16663" <= r[1] && r[1] <= "18070" {
			kept = append(kept, r)
		}
	}
	return table(t, kept)
}

func table(t testing.TB, records [][]string) io.Reader {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(records); err != nil {
		t.Fatal(err)
	}
	return &b
}

// codesOf are the codes of a list, read without the package under test.
func codesOf(t testing.TB, list io.Reader) map[string]bool {
	t.Helper()
	records, err := csv.NewReader(list).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string]bool)
	for _, r := range records[1:] {
		codes[r[0]] = true
	}
	return codes
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
