package org_test

import (
	"io"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

const (
	list2014 = "units_3level_2014-12-31.csv"
	list2025 = "units_3level_2025-03-01.csv"
	listTwo  = "units_2level_2025-07-01.csv"
	list2026 = "units_2level_2026-04-30.csv"
	mapFile  = "map_2025-03-01_to_2025-07-01.csv"
	reform   = "1678/NQ-UBTVQH15"
)

// TestOfficialLists_tellTwelveYearsOfUnits takes the real lists and decrees of
// a province in the order of time, as an office would, and asks what became of
// the units.
func TestOfficialLists_tellTwelveYearsOfUnits(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		take(t, db, ngheAn(t, list2014), "2014-12-31")
		for _, day := range []string{"2020-01-01", "2024-12-01"} {
			takeChanges(t, db, strings.NewReader(mergesOf(t)[day]), day, decreeOf[day])
		}
		take(t, db, ngheAn(t, list2025), "2025-03-01")
		take(t, db, ngheAn(t, listTwo), "2025-07-01")
		takeChanges(t, db, ngheAnChanges(t), "2025-07-01", reform)
		if again := take(t, db, ngheAn(t, listTwo), "2025-07-01"); again.Changed() || again.Same != again.Rows {
			t.Errorf("the same list again changes %+v", again)
		}
		t.Run("the five districts exist until 1/7/2025", func(t *testing.T) { fiveDistricts(t, db) })
		t.Run("Thanh Lĩnh has two successors in a row", func(t *testing.T) { thanhLinh(t, db) })
		t.Run("an award of 2014 keeps its unit's name", func(t *testing.T) { award(t, db) })
		t.Run("Đại Đồng knows everyone it came from", func(t *testing.T) { daiDong(t, db) })
		t.Run("21 districts in 2014, 130 communes after the reform", func(t *testing.T) { unitsBelow(t, db) })
		t.Run("the journal holds one entry for each file", func(t *testing.T) { oneEntryEach(t, db, 6) })
		t.Run("every unit of a list exists on its day, and no other", func(t *testing.T) { agree(t, db, ngheAn(t, listTwo), "2025-07-01") })
	})
}

// TestImportChanges_correctsWhatTheListsOnlyShowedLater takes the lists first,
// which know only that a commune was gone by their day, and the decrees after.
func TestImportChanges_correctsWhatTheListsOnlyShowedLater(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		take(t, db, ngheAn(t, list2014), "2014-12-31")
		take(t, db, ngheAn(t, list2025), "2025-03-01")
		if u := byCode(t, db, "17761", "2014-11-22"); u.Until.String() != "2025-03-01" {
			t.Fatalf("by the lists alone Thanh Lĩnh ends on %v", u.Until)
		}
		for _, day := range []string{"2020-01-01", "2024-12-01"} {
			takeChanges(t, db, strings.NewReader(mergesOf(t)[day]), day, decreeOf[day])
		}
		take(t, db, ngheAn(t, listTwo), "2025-07-01")
		takeChanges(t, db, ngheAnChanges(t), "2025-07-01", reform)
		thanhLinh(t, db)
		award(t, db)
		agree(t, db, ngheAn(t, listTwo), "2025-07-01")
	})
}

// decreeOf are the resolutions by which the communes merged.
var decreeOf = map[string]string{"2020-01-01": "831/NQ-UBTVQH14", "2024-12-01": "1243/NQ-UBTVQH15"}

func fiveDistricts(t *testing.T, db *store.DB) {
	for code, name := range map[string]string{"417": "Huyện Kỳ Sơn", "418": "Huyện Tương Dương", "422": "Huyện Con Cuông",
		"424": "Huyện Anh Sơn", "428": "Huyện Thanh Chương"} {
		u := byCode(t, db, code, "2014-11-22")
		if u.Name != name || u.Kind != org.KindDistrict || u.Level != org.LevelDistrict || u.Sample {
			t.Errorf("%s is %+v", code, u)
		}
		if !u.ExistsIn(2014) || !u.ExistsIn(2025) || u.ExistsIn(2026) || !u.ExistsOn(vi.MustDay("2025-06-30")) || u.ExistsOn(vi.MustDay("2025-07-01")) {
			t.Errorf("%s exists from %v until %v", name, u.From, u.Until)
		}
		if got := u.AbsenceIn(2026); got != name+" không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)." {
			t.Errorf("in 2026: %s", got)
		}
		if gone := byCode(t, db, code, "2025-07-01"); gone.ID != "" {
			t.Errorf("%s is still there: %+v", code, gone)
		}
	}
}

func thanhLinh(t *testing.T, db *store.DB) {
	u := byCode(t, db, "17761", "2014-11-22")
	if u.Until.String() != "2024-12-01" {
		t.Errorf("Thanh Lĩnh ends on %v", u.Until)
	}
	town := byCode(t, db, "17713", "2024-12-01")
	counting, statements := store.CountStatements(ctx)
	var a org.Ancestry
	read(t, db, func(tx *store.Tx) (err error) {
		a, err = org.Lineage(counting, tx, u.ID)
		return err
	})
	want := []org.Step{
		{On: vi.MustDay("2024-12-01"), From: u.ID, FromName: "Xã Thanh Lĩnh", To: town.ID, ToName: "Thị trấn Dùng", Act: "1243/NQ-UBTVQH15", Share: org.Full, Note: "thị trấn Dùng"},
		{On: vi.MustDay("2025-07-01"), From: town.ID, FromName: "Thị trấn Dùng", To: town.ID, ToName: "Xã Đại Đồng", Act: reform, Share: org.Full},
	}
	if len(a.Before) != 0 || len(a.After) != 2 || a.After[0] != want[0] || a.After[1] != want[1] {
		t.Errorf("the lineage reads %+v", a)
	}
	if *statements > 2 {
		t.Errorf("the lineage took %d statements", *statements)
	}
}

func award(t *testing.T, db *store.DB) {
	commune, town := byCode(t, db, "17761", "2014-11-22"), byCode(t, db, "17713", "2014-11-22")
	read(t, db, func(tx *store.Tx) error {
		for _, c := range []struct{ unit, day, want string }{
			{commune.ID, "2014-11-22", "Xã Thanh Lĩnh"},
			{commune.ID, "2026-05-04", "Xã Thanh Lĩnh"}, // after its end, the last name
			{town.ID, "2014-11-22", "Thị trấn Thanh Chương"},
			{town.ID, "2024-11-30", "Thị trấn Thanh Chương"},
			{town.ID, "2024-12-01", "Thị trấn Dùng"},
			{town.ID, "2025-07-01", "Xã Đại Đồng"},
		} {
			got, err := org.ByID(ctx, tx, c.unit, vi.MustDay(c.day))
			if err != nil {
				return err
			}
			if got.Name != c.want {
				t.Errorf("on %s the name is %q, want %q", c.day, got.Name, c.want)
			}
		}
		names, err := org.Names(ctx, tx, town.ID)
		if len(names) != 3 || names[2].Kind != org.KindCommune || names[1].Kind != org.KindTownship {
			t.Errorf("the names of 17713 are %+v", names)
		}
		return err
	})
}

func daiDong(t *testing.T, db *store.DB) {
	u := byCode(t, db, "17713", "2025-07-01")
	var a org.Ancestry
	read(t, db, func(tx *store.Tx) (err error) {
		a, err = org.Lineage(ctx, tx, u.ID)
		return err
	})
	from := make(map[string]string)
	for _, s := range a.Before {
		from[s.FromName] = s.On.String()
	}
	want := map[string]string{
		"Xã Thanh Hưng": "2020-01-01", "Xã Thanh Tường": "2020-01-01", // into Đại Đồng of 2020
		"Xã Thanh Lĩnh": "2024-12-01", "Xã Thanh Đồng": "2024-12-01",
		"Thị trấn Dùng": "2025-07-01", "Xã Thanh Phong": "2025-07-01", "Xã Đại Đồng": "2025-07-01", "Xã Thanh Ngọc": "2025-07-01", "Xã Đồng Văn": "2025-07-01",
	}
	for name, day := range want {
		if from[name] != day {
			t.Errorf("%s should have come in on %s, is %q", name, day, from[name])
		}
	}
	if len(a.After) != 1 || a.After[0].ToName != "Xã Đại Đồng" {
		t.Errorf("afterwards: %+v", a.After)
	}
}

func unitsBelow(t *testing.T, db *store.DB) {
	province := byCode(t, db, "40", "2014-12-31")
	if now := byCode(t, db, "40", "2026-01-01"); now.ID != province.ID || province.Kind != org.KindProvince {
		t.Errorf("the province is %+v, then %+v", province, now)
	}
	read(t, db, func(tx *store.Tx) error {
		for day, want := range map[string]int{"2014-12-31": 21, "2025-03-01": 20, "2025-07-01": 130} {
			children, err := org.Children(ctx, tx, province.ID, vi.MustDay(day))
			if err != nil {
				return err
			}
			if len(children) != want {
				t.Errorf("on %s there are %d units below, want %d", day, len(children), want)
			}
		}
		return nil
	})
}

func oneEntryEach(t *testing.T, db *store.DB, want int64) {
	read(t, db, func(tx *store.Tx) error {
		faults, head, err := journal.Verify(ctx, tx)
		if len(faults) != 0 || head.Seq != want {
			t.Errorf("%d entries, faults %v; want %d", head.Seq, faults, want)
		}
		return err
	})
}

// agree compares the units existing on a day with the codes of the list.
func agree(t *testing.T, db *store.DB, list io.Reader, day string) {
	t.Helper()
	codes := codesOf(t, list)
	read(t, db, func(tx *store.Tx) error {
		existing, err := store.All(ctx, tx, func(code *string) []any { return []any{code} },
			`SELECT code FROM unit WHERE code <> '' AND valid_from <= $1 AND (valid_until = '' OR valid_until > $1)`, day)
		for _, code := range existing {
			if !codes[code] {
				t.Errorf("%s exists but is not in the list", code)
			}
			delete(codes, code)
		}
		for code := range codes {
			t.Errorf("%s is in the list but does not exist", code)
		}
		return err
	})
}
