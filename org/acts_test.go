package org_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

func add(t *testing.T, db *store.DB, u org.Unit) (id string) {
	t.Helper()
	write(t, db, func(tx *store.Tx) (err error) {
		id, err = org.Add(ctx, tx, admin, today, u)
		return err
	})
	return id
}

func TestAdd_fillsInWhatTheNameSays(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		province := add(t, db, org.Unit{Name: "Tỉnh Nghệ An", Code: "40"})
		id := add(t, db, org.Unit{Name: "Huyện  Con Cuông", Code: "422", Parent: province, Sample: true})
		read(t, db, func(tx *store.Tx) error {
			u, err := org.ByID(ctx, tx, id, vi.MustDay("2014-11-22"))
			want := org.Unit{ID: id, Code: "422", Level: org.LevelDistrict, Until: vi.MustDay("2025-07-01"), Name: "Huyện Con Cuông",
				ShortName: "Con Cuông", Kind: org.KindDistrict, Parent: province, Sample: true}
			if u != want {
				t.Errorf("got %+v", u)
			}
			if err != nil {
				return err
			}
			_, err = org.ByID(ctx, tx, "không có", vi.Day{})
			if !refusal.Is(err, refusal.NotFound) {
				t.Errorf("an unknown id: %v", err)
			}
			return nil
		})
		// The code is free again once the district has ended.
		add(t, db, org.Unit{Name: "Xã Con Cuông", Code: "422", From: vi.MustDay("2025-07-01")})
	})
}

func TestActs_refuseWithFieldAndSentence(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		district := add(t, db, org.Unit{Name: "Huyện Con Cuông", Code: "422"})
		young := add(t, db, org.Unit{Name: "Xã Đại Đồng", Code: "17713", From: vi.MustDay("2020-01-01")})
		addUnit := func(u org.Unit) func(tx *store.Tx) error {
			return func(tx *store.Tx) error {
				_, err := org.Add(ctx, tx, admin, today, u)
				return err
			}
		}
		rename := func(n org.NewName) func(tx *store.Tx) error {
			return func(tx *store.Tx) error { return org.Rename(ctx, tx, admin, today, n) }
		}
		succeed := func(s org.Succession) func(tx *store.Tx) error {
			return func(tx *store.Tx) error { return org.Succeed(ctx, tx, admin, today, s) }
		}
		end := vi.MustDay("2025-07-01")
		for _, c := range []struct {
			name     string
			act      func(tx *store.Tx) error
			kind     refusal.Kind
			field    string
			sentence string
		}{
			{"a unit without a name", addUnit(org.Unit{Name: " "}), refusal.Invalid, "name", "Thiếu tên đơn vị."},
			{"a name without end", addUnit(org.Unit{Name: strings.Repeat("Xã ", 100)}), refusal.Invalid, "name", "Tên dài 299 chữ cái, nhiều nhất là 200."},
			{"an unknown kind", addUnit(org.Unit{Name: "A", Kind: "làng"}), refusal.Invalid, "kind", "Không có loại đơn vị “làng”."},
			{"an unknown level", addUnit(org.Unit{Name: "A", Level: "thôn"}), refusal.Invalid, "level", "Không có cấp “thôn”."},
			{"a district at another level", addUnit(org.Unit{Name: "Huyện Anh Sơn", Level: org.LevelCommune}), refusal.Invalid, "level", "Huyện Anh Sơn là đơn vị cấp huyện."},
			{"a district that outlives its level", addUnit(org.Unit{Name: "Huyện Anh Sơn", Until: end.AddDays(1)}), refusal.Invalid, "until",
				"Huyện Anh Sơn không thể còn sau ngày này: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
			{"a district founded after the end", addUnit(org.Unit{Name: "Huyện Anh Sơn", From: end}), refusal.Invalid, "from",
				"Huyện Anh Sơn không thể có từ ngày 01/07/2025: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
			{"an end before the beginning", addUnit(org.Unit{Name: "Sở Nội vụ", From: end, Until: end}), refusal.Invalid, "from", "Ngày bắt đầu (01/07/2025) phải trước ngày kết thúc (01/07/2025)."},
			{"an unknown parent", addUnit(org.Unit{Name: "Xã Môn Sơn", Parent: "x"}), refusal.Invalid, "parent", "Không có đơn vị cấp trên này."},
			{"a code that another unit bears", addUnit(org.Unit{Name: "Huyện Anh Sơn", Code: "422"}), refusal.Conflict, "code", "Mã “422” là của huyện Con Cuông."},
			{"a new name for nobody", rename(org.NewName{Unit: "x", On: end, Name: "Xã A"}), refusal.NotFound, "", "Không có đơn vị này."},
			{"a new name without a name", rename(org.NewName{Unit: young, On: end}), refusal.Invalid, "name", "Thiếu tên đơn vị."},
			{"a unit moved under itself", rename(org.NewName{Unit: young, On: end, Name: "Xã A", Parent: young}), refusal.Invalid, "parent", "Đơn vị không thể thuộc chính nó hay thuộc một đơn vị ở dưới nó."},
			{"a unit moved under nobody", rename(org.NewName{Unit: young, On: end, Name: "Xã A", Parent: "x"}), refusal.Invalid, "parent", "Không có đơn vị cấp trên này."},
			{"a new name without a day", rename(org.NewName{Unit: young, Name: "Xã A"}), refusal.Invalid, "on", "Phải ghi ngày bắt đầu mang tên mới."},
			{"a new name after the end", rename(org.NewName{Unit: district, On: end, Name: "Huyện A"}), refusal.Invalid, "on", "Huyện Con Cuông không tồn tại vào ngày 01/07/2025."},
			{"a merge of nobody", succeed(org.Succession{To: []string{young}, On: end}), refusal.Invalid, "from", "Phải ghi đơn vị cũ."},
			{"a merge into nobody", succeed(org.Succession{From: []string{young}, On: end}), refusal.Invalid, "to", "Phải ghi đơn vị mới."},
			{"a merge on no day", succeed(org.Succession{From: []string{district}, To: []string{young}}), refusal.Invalid, "on", "Phải ghi ngày sáp nhập, chia tách."},
			{"a merge of an unknown unit", succeed(org.Succession{From: []string{"x"}, To: []string{young}, On: end}), refusal.Invalid, "from", "Không có đơn vị cũ này."},
			{"a merge into an unknown unit", succeed(org.Succession{From: []string{young}, To: []string{"x"}, On: end}), refusal.Invalid, "to", "Không có đơn vị mới này."},
			{"a merge of a unit that is not there yet", succeed(org.Succession{From: []string{young}, To: []string{district}, On: vi.MustDay("2020-01-01")}), refusal.Invalid, "on",
				"Xã Đại Đồng có từ ngày 01/01/2020, không thể là đơn vị cũ vào ngày 01/01/2020."},
			{"a merge into a unit that has ended", succeed(org.Succession{From: []string{young}, To: []string{district}, On: end}), refusal.Invalid, "to", "Huyện Con Cuông không tồn tại vào ngày 01/07/2025."},
		} {
			t.Run(c.name, func(t *testing.T) {
				r := refusal.Of(db.Write(ctx, c.act))
				if r == nil || r.Kind != c.kind || r.Field != c.field || r.Sentence != c.sentence {
					t.Errorf("got %#v, want %s %q: %s", r, c.kind, c.field, c.sentence)
				}
			})
		}
		oneEntryEach(t, db, 2)
	})
}

func TestRename_keepsTheOldNameForItsDays(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := add(t, db, org.Unit{Name: "Thị xã Thái Hòa"})
		rename := func(on, name string) error {
			return db.Write(ctx, func(tx *store.Tx) error {
				return org.Rename(ctx, tx, admin, today, org.NewName{Unit: id, On: vi.MustDay(on), Name: name})
			})
		}
		for _, step := range []struct{ on, name string }{
			{"2016-03-01", "Thành phố Thái Hòa"}, {"2016-03-01", "Thành phố  Thái Hoà"}, // the same day again corrects it
			{"2020-01-01", "Thành phố Nghĩa Đàn"}, {"2019-06-01", "Thành phố Nghĩa Đàn"}, // known earlier after all
		} {
			if err := rename(step.on, step.name); err != nil {
				t.Fatal(err)
			}
		}
		for on, want := range map[string]string{
			"2018-01-01": "Từ ngày 01/06/2019 đơn vị đã mang tên Thành phố Nghĩa Đàn; không thể đặt tên khác cho thời gian trước đó.",
			"2015-01-01": "Ngày này rơi vào một tên cũ hơn của đơn vị.",
		} {
			name := "Thành phố Nghĩa Đàn"
			if on == "2018-01-01" {
				name = "Thành phố Khác"
			}
			if r := refusal.Of(rename(on, name)); r == nil || r.Kind != refusal.Conflict || r.Sentence != want {
				t.Errorf("%s: %v", on, r)
			}
		}
		read(t, db, func(tx *store.Tx) error {
			names, err := org.Names(ctx, tx, id)
			want := []org.Name{
				{Until: vi.MustDay("2016-03-01"), Name: "Thị xã Thái Hòa", ShortName: "Thái Hòa", Kind: org.KindTown},
				{From: vi.MustDay("2016-03-01"), Until: vi.MustDay("2019-06-01"), Name: "Thành phố Thái Hoà", ShortName: "Thái Hoà", Kind: org.KindDistrictCity},
				{From: vi.MustDay("2019-06-01"), Name: "Thành phố Nghĩa Đàn", ShortName: "Nghĩa Đàn", Kind: org.KindDistrictCity},
			}
			if len(names) != 3 || names[0] != want[0] || names[1] != want[1] || names[2] != want[2] {
				t.Errorf("the names are %+v", names)
			}
			return err
		})
	})
}

func TestSucceed_splitsAndMergesInTheOrderOfTime(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		old, north, south := add(t, db, org.Unit{Name: "Xã Cũ"}), add(t, db, org.Unit{Name: "Xã Bắc"}), add(t, db, org.Unit{Name: "Xã Nam"})
		one := add(t, db, org.Unit{Name: "Xã Một"})
		succeed := func(on string, share org.Share, from, to []string) {
			write(t, db, func(tx *store.Tx) error {
				return org.Succeed(ctx, tx, admin, today, org.Succession{From: from, To: to, On: vi.MustDay(on), Share: share})
			})
		}
		succeed("2010-01-01", org.Full, []string{old}, []string{north, south})
		succeed("2020-01-01", org.Full, []string{north, one}, []string{one})
		succeed("2015-01-01", org.Partial, []string{one}, []string{south}) // before North came in
		read(t, db, func(tx *store.Tx) error {
			a, err := org.Lineage(ctx, tx, north)
			if err != nil {
				return err
			}
			if len(a.Before) != 1 || a.Before[0].From != old || len(a.After) != 1 || a.After[0].To != one {
				t.Errorf("North inherits what One lost before: %+v", a)
			}
			a, err = org.Lineage(ctx, tx, south)
			if err != nil {
				return err
			}
			if len(a.Before) != 2 || a.Before[0].From != old || a.Before[1].From != one || len(a.After) != 0 {
				t.Errorf("South's lineage: %+v", a)
			}
			for id, until := range map[string]string{old: "2010-01-01", north: "2020-01-01", one: "", south: ""} {
				u, err := org.ByID(ctx, tx, id, vi.Day{})
				if err != nil {
					return err
				}
				if u.Until.String() != until {
					t.Errorf("%s ends on %q, want %q", u.Name, u.Until, until)
				}
			}
			return nil
		})
	})
}

func TestLineage_comesToAnEndWhenUnitsGoBackAndForth(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		a, b := add(t, db, org.Unit{Name: "Xã A"}), add(t, db, org.Unit{Name: "Xã B"})
		for i, pair := range [][]string{{a, b}, {b, a}, {a, b}, {a, a}, {b, a}} {
			write(t, db, func(tx *store.Tx) error {
				return org.Succeed(ctx, tx, admin, today, org.Succession{From: pair[:1], To: pair[1:], On: vi.MustDay("2010-01-01").AddDays(i / 2), Share: org.Partial})
			})
		}
		read(t, db, func(tx *store.Tx) error {
			l, err := org.Lineage(ctx, tx, a)
			if len(l.After) != 4 || len(l.Before) != 5 {
				t.Errorf("%d steps before, %d after: %+v", len(l.Before), len(l.After), l)
			}
			return err
		})
	})
}

func TestFind_takesNamesHoweverTheyAreTyped(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := make(map[string]string)
		for _, name := range []string{"Huyện Anh Sơn", "Thị trấn Anh Sơn", "Huyện Con Cuông", "Xã Hoa Sơn", "Xã Hòa Sơn", "Sở Nội vụ", "UBND huyện Đô Lương", "Xã Xá Lượng", "Thị xã Hoàng Mai"} {
			ids[name] = add(t, db, org.Unit{Name: name})
		}
		write(t, db, func(tx *store.Tx) error {
			return org.Rename(ctx, tx, admin, today, org.NewName{Unit: ids["Thị trấn Anh Sơn"], On: vi.MustDay("2024-12-01"), Name: "Thị trấn Kim Nhan"})
		})
		for _, c := range []struct {
			typed, day string
			want       []string
		}{
			{"Con Cuông", "2014-11-22", []string{"Huyện Con Cuông"}},
			{"con cuong", "2014-11-22", []string{"Huyện Con Cuông"}},
			{"H. Con Cuông", "2014-11-22", []string{"Huyện Con Cuông"}},
			{"UBND huyện Con Cuông", "2014-11-22", []string{"Huyện Con Cuông"}},
			{"Con Cuông", "2026-01-01", nil},
			{"Con Cuông", "", []string{"Huyện Con Cuông"}},
			{"huyện Anh Sơn", "2014-11-22", []string{"Huyện Anh Sơn"}},
			{"Anh Sơn", "2014-11-22", []string{"Huyện Anh Sơn", "Thị trấn Anh Sơn"}},
			{"Anh Sơn", "2025-01-01", []string{"Huyện Anh Sơn"}},
			{"thị trấn Anh Sơn", "", []string{"Thị trấn Anh Sơn"}}, // found under its old name
			{"Kim Nhan", "2025-01-01", []string{"Thị trấn Kim Nhan"}},
			{"xã Hòa Sơn", "2014-11-22", []string{"Xã Hòa Sơn"}},
			{"Hoà Sơn", "2014-11-22", []string{"Xã Hòa Sơn"}},
			{"hòa  sơn", "2014-11-22", []string{"Xã Hòa Sơn"}},
			{"xa xa luong", "2014-11-22", []string{"Xã Xá Lượng"}},
			{"thi xa hoang mai", "2014-11-22", []string{"Thị xã Hoàng Mai"}},
			{"so noi vu", "2014-11-22", []string{"Sở Nội vụ"}},
			{"ubnd huyen do luong", "2014-11-22", []string{"UBND huyện Đô Lương"}},
			{"phường Con Cuông", "2014-11-22", nil},
			{"–", "2014-11-22", nil},
			{"", "", nil},
		} {
			var day vi.Day
			if c.day != "" {
				day = vi.MustDay(c.day)
			}
			read(t, db, func(tx *store.Tx) error {
				found, err := org.Find(ctx, tx, c.typed, day)
				names := make([]string, len(found))
				for i, u := range found {
					names[i] = u.Name
				}
				if strings.Join(names, "; ") != strings.Join(c.want, "; ") {
					t.Errorf("%q on %s found %q, want %q", c.typed, c.day, names, c.want)
				}
				if all, err := org.FindAll(ctx, tx, []string{"Sở Nội vụ", c.typed}); c.day == "" && (err != nil || !slices.Equal(all[c.typed], found)) {
					t.Errorf("%q among others found %v, alone %v: %v", c.typed, all[c.typed], found, err)
				}
				return err
			})
		}
	})
}

func TestByIDs_readsAnyNumberInOneStatement(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		first, second := add(t, db, org.Unit{Name: `Công ty "A" \ 'B'`}), add(t, db, org.Unit{Name: "Sở Nội vụ"})
		counting, statements := store.CountStatements(ctx)
		read(t, db, func(tx *store.Tx) error {
			units, err := org.ByIDs(counting, tx, []string{first, second, first, "không có", `"`}, vi.Day{})
			if len(units) != 2 || units[first].Name != `Công ty "A" \ 'B'` || units[second].Kind != org.KindDepartment || *statements != 1 {
				t.Errorf("%d statements: %+v", *statements, units)
			}
			if err != nil {
				return err
			}
			none, err := org.ByIDs(ctx, tx, nil, vi.Day{})
			if len(none) != 0 {
				t.Errorf("%+v", none)
			}
			return err
		})
	})
}
