package org_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/org"
	"thidua/vi"
)

// A unit exists in a year exactly when there is a day of the year on which it
// exists, and a sentence is there exactly when it does not.
func TestExistsIn_agreesWithTheDaysOfTheYear(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) vi.Day {
		if rapid.IntRange(0, 3).Draw(t, "open") == 0 {
			return vi.Day{}
		}
		return vi.MustDay("2011-12-30").AddDays(rapid.IntRange(0, 800).Draw(t, "days"))
	})
	rapid.Check(t, func(t *rapid.T) {
		u := org.Unit{Name: "Xã Thanh Lĩnh", Kind: org.KindCommune, Level: org.LevelCommune, From: day.Draw(t, "from"), Until: day.Draw(t, "until")}
		year := rapid.IntRange(2011, 2014).Draw(t, "year")
		some := false
		for d := mustDay(t, year, 1, 1); d.Year() == year; d = d.AddDays(1) {
			some = some || u.ExistsOn(d)
		}
		if u.ExistsIn(year) != some || (u.AbsenceIn(year) == "") != some {
			t.Errorf("from %v until %v in %d: %v, %q; want %v", u.From, u.Until, year, u.ExistsIn(year), u.AbsenceIn(year), some)
		}
	})
}

func mustDay(t *rapid.T, year, month, day int) vi.Day {
	d, err := vi.NewDay(year, month, day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestExistsOn_isNeverSoOnAnUnknownDay(t *testing.T) {
	if (org.Unit{}).ExistsOn(vi.Day{}) {
		t.Error("a unit exists on no day at all")
	}
	if !(org.Unit{}).ExistsOn(vi.MustDay("2014-11-22")) {
		t.Error("a unit without days does not exist")
	}
}

func TestAbsenceIn_saysWhy(t *testing.T) {
	from2025, until2020 := vi.MustDay("2025-07-01"), vi.MustDay("2020-01-01")
	for _, c := range []struct {
		name string
		unit org.Unit
		year int
		want string
	}{
		{"it exists", org.Guess("Huyện Con Cuông"), 2025, ""},
		{"the law ended its kind", org.Guess("thị xã Hoàng Mai"), 2026, "Thị xã Hoàng Mai không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
		{"so did its people's committee", org.Guess("UBND huyện Đô Lương"), 2026, "UBND huyện Đô Lương không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
		{"a list ended it", org.Unit{Name: "Xã Thanh Hưng", Kind: org.KindCommune, Until: until2020}, 2021, "Xã Thanh Hưng không còn trong năm 2021: đơn vị kết thúc từ ngày 01/01/2020."},
		{"a decree ended a district before the law did", org.Unit{Name: "Thị xã Cửa Lò", Kind: org.KindTown, Level: org.LevelDistrict, Until: until2020}, 2021, "Thị xã Cửa Lò không còn trong năm 2021: đơn vị kết thúc từ ngày 01/01/2020."},
		{"it was not there yet", org.Unit{Name: "Xã Đại Đồng", From: from2025}, 2014, "Xã Đại Đồng chưa có trong năm 2014: đơn vị có từ ngày 01/07/2025."},
		{"nothing but dates is known", org.Unit{Until: until2020}, 2021, "Đơn vị này không còn trong năm 2021: đơn vị kết thúc từ ngày 01/01/2020."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.unit.AbsenceIn(c.year); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestValidityOf_endsTheDistrictLevelOnly(t *testing.T) {
	ended := map[org.Kind]bool{org.KindDistrict: true, org.KindUrbanDistrict: true, org.KindTown: true, org.KindDistrictCity: true}
	for _, kind := range org.Kinds {
		v := org.ValidityOf(kind, "")
		if ended[kind] != (v.Until.String() == "2025-07-01") || ended[kind] == (v.Because == "") {
			t.Errorf("%s: %+v", kind, v)
		}
	}
	if v := org.ValidityOf(org.KindFront, org.LevelDistrict); !v.Until.IsZero() {
		t.Errorf("the law that is cited says nothing of the Front: %+v", v)
	}
}

func TestLabels_areThereForEveryKindAndLevel(t *testing.T) {
	for _, kind := range org.Kinds {
		if kind.Label() == "" {
			t.Errorf("%s has no Vietnamese label", kind)
		}
	}
	for _, level := range []org.Level{org.LevelState, org.LevelProvince, org.LevelDepartment, org.LevelDistrict, org.LevelCommune} {
		if level.Label() == "" {
			t.Errorf("%s has no Vietnamese label", level)
		}
	}
}
