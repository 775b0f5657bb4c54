package org_test

import (
	"bytes"
	"io"
	"testing"

	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// TestCountry_followsTheOfficialLists reads the lists of the whole country and
// compares each report with the differences found by looking at the codes only.
func TestCountry_followsTheOfficialLists(t *testing.T) {
	db := testkit.SQLite(t)
	previous := make(map[string]bool)
	for _, c := range []struct {
		file, day string
	}{{list2014, "2014-12-31"}, {list2025, "2025-03-01"}, {listTwo, "2025-07-01"}} {
		counting, statements := store.CountStatements(ctx)
		var r org.Report
		write(t, db, func(tx *store.Tx) (err error) {
			r, err = org.Import(counting, tx, admin, today, official(t, c.file), vi.MustDay(c.day))
			return err
		})
		codes := codesOf(t, official(t, c.file))
		added, ended := missing(codes, previous, ""), missing(previous, codes, c.file)
		if r.Rows != len(codes) || r.Added != added || r.Ended != ended || r.Returned != 0 {
			t.Errorf("%s: %+v; want %d added, %d ended", c.file, r, added, ended)
		}
		if r.Country != (len(previous) > 0) || *statements > 10 {
			t.Errorf("%s: country %v, %d statements", c.file, r.Country, *statements)
		}
		previous = codes
	}
	t.Run("the journal holds one entry for each list", func(t *testing.T) { oneEntryEach(t, db, 3) })
	t.Run("a new town took the kind of its name, not of a swapped column", func(t *testing.T) { swappedTypes(t, db) })
	t.Run("a map with a commune that no list has is refused", func(t *testing.T) { unknownCommune(t, db) })
	t.Run("the map without it is taken", func(t *testing.T) { reformMap(t, db) })
	t.Run("the units are those of the list", func(t *testing.T) { agree(t, db, official(t, listTwo), "2025-07-01") })
	t.Run("Đồng Nai becomes a city and keeps its id", func(t *testing.T) { dongNai(t, db) })
}

func TestCountry_isReadByPostgreSQLToo(t *testing.T) {
	db := testkit.Postgres(t)
	if r := take(t, db, official(t, listTwo), "2025-07-01"); r.Added != len(codesOf(t, official(t, listTwo))) {
		t.Errorf("%+v", r)
	}
	agree(t, db, official(t, listTwo), "2025-07-01")
}

// missing counts the codes of a that b lacks. Districts are not counted against
// a list without them: the law ended those, not the list.
func missing(a, b map[string]bool, list string) (n int) {
	for code := range a {
		if !b[code] && (len(code) != 3 || list != listTwo) {
			n++
		}
	}
	return n
}

func swappedTypes(t *testing.T, db *store.DB) {
	for code, kind := range map[string]org.Kind{"458": org.KindTown, "454": org.KindDistrict, "817": org.KindTown, "820": org.KindDistrict} {
		if u := byCode(t, db, code, "2014-12-31"); u.Kind != kind {
			t.Errorf("%s (%s) is %q, want %q", u.Name, code, u.Kind, kind)
		}
	}
}

func unknownCommune(t *testing.T, db *store.DB) {
	err := db.Write(ctx, func(tx *store.Tx) error {
		_, err := org.ImportChanges(ctx, tx, admin, today, official(t, mapFile), vi.MustDay("2025-07-01"), reform)
		return err
	})
	want := "Dòng 8174, cột old_code: chưa có đơn vị nào mang mã “25186” (Xã Phù Mỹ) trước ngày 01/07/2025; hãy nạp danh mục trước ngày đó."
	if err == nil || err.Error() != want || !refusal.Is(err, refusal.Invalid) {
		t.Errorf("got %v", err)
	}
	oneEntryEach(t, db, 3)
}

func reformMap(t *testing.T, db *store.DB) {
	r := takeChanges(t, db, withoutUnknown(t), "2025-07-01", reform)
	if r.Linked+r.Same != r.Rows || r.Linked < 10_000 || r.Ended != 0 || r.Renamed != 0 {
		t.Errorf("%d rows, %d linked, %d same, %d ended, %d renamed", r.Rows, r.Linked, r.Same, r.Ended, r.Renamed)
	}
}

// withoutUnknown is the map of 1/7/2025 without its one line about a commune
// that neither list has (25186, ended between them).
func withoutUnknown(t *testing.T) io.Reader {
	t.Helper()
	content, err := io.ReadAll(official(t, mapFile))
	if err != nil {
		t.Fatal(err)
	}
	var kept [][]byte
	for _, line := range bytes.Split(content, []byte("\n")) {
		if !bytes.HasPrefix(line, []byte("3,25186,")) {
			kept = append(kept, line)
		}
	}
	return bytes.NewReader(bytes.Join(kept, []byte("\n")))
}

func dongNai(t *testing.T, db *store.DB) {
	before := byCode(t, db, "75", "2026-04-29")
	r := take(t, db, official(t, list2026), "2026-04-30")
	after := byCode(t, db, "75", "2026-04-30")
	if before.Kind != org.KindProvince || after.Kind != org.KindCity || after.Name != "Thành phố Đồng Nai" || after.ID != before.ID {
		t.Errorf("%+v became %+v", before, after)
	}
	if r.Added+r.Ended+r.Moved != 0 || r.Renamed < 11 {
		t.Errorf("%+v", r)
	}
}
