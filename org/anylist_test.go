package org_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/testkit"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

var errRollback = errors.New("rolled back")

// Whatever two lists say, after the second exactly its units exist on its day,
// each under the id its code had if it existed, and reading it again changes
// nothing.
func TestImport_makesAnyListTrueAndIsIdempotent(t *testing.T) {
	db := testkit.SQLite(t)
	rapid.Check(t, func(t *rapid.T) {
		first, second := drawList(t, "first"), drawList(t, "second")
		err := db.Write(ctx, func(tx *store.Tx) error {
			if _, err := org.Import(ctx, tx, admin, today, strings.NewReader(first.text), vi.MustDay("2014-12-31")); err != nil {
				return err
			}
			before := idsOn(t, tx, "2014-12-31")
			r, err := org.Import(ctx, tx, admin, today, strings.NewReader(second.text), vi.MustDay("2020-01-01"))
			if err != nil {
				return err
			}
			after := idsOn(t, tx, "2020-01-01")
			for code, name := range second.names {
				u, ok := after[code]
				if !ok || u.Name != name {
					t.Errorf("%s should be %q, is %+v", code, name, u)
				}
				if old, was := before[code]; was && old.ID != u.ID {
					t.Errorf("%s changed its id", code)
				}
			}
			if len(after) != len(second.names) || r.Added+len(before)-r.Ended != len(after) {
				t.Errorf("%d units after %d; %+v", len(after), len(before), r)
			}
			again, err := org.Import(ctx, tx, admin, today, strings.NewReader(second.text), vi.MustDay("2020-01-01"))
			if err != nil {
				return err
			}
			if again.Changed() || again.Same != again.Rows {
				t.Errorf("again: %+v", again)
			}
			return errRollback
		})
		if !errors.Is(err, errRollback) {
			t.Error(err)
		}
	})
}

type drawn struct {
	text  string
	names map[string]string // by code
}

// drawList draws a list of one province with up to three districts and their
// communes, named out of a few names.
func drawList(t *rapid.T, label string) drawn {
	name := rapid.SampledFrom([]string{"Anh Sơn", "Hòa Sơn", "Hoa Sơn", "Đại Đồng", "Kỳ Sơn"})
	d := drawn{text: head + "40,Tỉnh Nghệ An,1,,Tỉnh\n", names: map[string]string{"40": "Tỉnh Nghệ An"}}
	add := func(code, full, depth, parent, kind string) {
		d.text += strings.Join([]string{code, full, depth, parent, kind}, ",") + "\n"
		d.names[code] = full
	}
	districts := rapid.SliceOfNDistinct(rapid.IntRange(411, 415), 1, 3, rapid.ID).Draw(t, label+" districts")
	for _, district := range districts {
		code := fmt.Sprint(district)
		add(code, "Huyện "+name.Draw(t, label+" name"), "2", "40", "Huyện")
	}
	for _, commune := range rapid.SliceOfNDistinct(rapid.IntRange(17001, 17006), 1, 5, rapid.ID).Draw(t, label+" communes") {
		kind := rapid.SampledFrom([]string{"Xã", "Thị trấn", "Phường"}).Draw(t, label+" kind")
		add(fmt.Sprint(commune), kind+" "+name.Draw(t, label+" name"), "3", fmt.Sprint(rapid.SampledFrom(districts).Draw(t, label+" parent")), kind)
	}
	return d
}

func idsOn(t *rapid.T, tx *store.Tx, day string) map[string]org.Unit {
	units, err := store.All(ctx, tx, func(id *string) []any { return []any{id} }, `SELECT id FROM unit ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	byID, err := org.ByIDs(ctx, tx, units, vi.MustDay(day))
	if err != nil {
		t.Fatal(err)
	}
	existing := make(map[string]org.Unit)
	for _, u := range byID {
		if u.ExistsOn(vi.MustDay(day)) {
			existing[u.Code] = u
		}
	}
	return existing
}
