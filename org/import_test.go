package org_test

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/org"
	"thidua/store"
)

const head = "code,full_name,level,parent_code,type\n"

// small is a province with two districts and three communes.
const small = head + "40,Tỉnh Nghệ An,1,,Tỉnh\n" +
	"422,Huyện Con Cuông,2,40,Huyện\n" +
	"424,Huyện Anh Sơn,2,40,Huyện\n" +
	"17230,Xã Bình Chuẩn,3,422,Xã\n" +
	"17239,Xã Mậu Đức,3,422,Xã\n" +
	"17335,Xã Thọ Sơn,3,424,Xã\n"

func list(rows ...string) *strings.Reader {
	return strings.NewReader(head + strings.Join(rows, "\n"))
}

func TestImport_seesWhatIsNoChange(t *testing.T) {
	for _, c := range []struct{ name, was, now string }{
		{"another tone placement", "Xã Hòa Sơn", "Xã Hoà Sơn"},
		{"two spaces and one at the end", "Xã  Bắc Sơn ", "Xã Bắc Sơn"},
		{"the Icelandic Ð", "Xã Ðại Ðồng", "Xã Đại Đồng"},
		{"accents written apart", "Xã Thanh Li\u0303nh", "Xã Thanh Lĩnh"},
		{"i or y", "Xã Kỳ Sơn", "Xã Kì Sơn"},
		{"capitals", "XÃ MÔN SƠN", "Xã Môn Sơn"},
		{"a name without its kind", "Xã Châu Khê", "Châu Khê"},
		{"a zero-width space", "Xã Lạng\u200b Khê", "Xã Lạng Khê"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			row := func(name string) *strings.Reader {
				return list("40,Tỉnh Nghệ An,1,,Tỉnh", "422,Huyện Con Cuông,2,40,Huyện", "17230,"+name+",3,422,Xã")
			}
			take(t, db, row(c.was), "2014-12-31")
			if r := take(t, db, row(c.now), "2020-01-01"); r.Changed() || r.Same != 3 {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestImport_takesTheTonePlacementsOfTheOfficialListsAsOneName(t *testing.T) {
	records, err := csv.NewReader(official(t, "tone_placement_variants.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	style := func(column int) *strings.Reader {
		rows := []string{"01,Thành phố Hà Nội,1,,Thành phố"}
		for _, r := range records[1:] {
			word, _, _ := strings.Cut(r[column], " ")
			if depth := map[int]string{2: "1", 5: "2"}[len(r[0])]; depth == "2" {
				rows = append(rows, fmt.Sprintf("%s,%s,2,01,%s", r[0], r[column], word))
			}
		}
		return list(rows...)
	}
	db := testkit.SQLite(t)
	first := take(t, db, style(1), "2025-07-01")
	second := take(t, db, style(2), "2026-04-30")
	if first.Added < 150 || second.Changed() || second.Same != first.Added {
		t.Errorf("first %+v, then %+v", first, second)
	}
}

func TestImport_seesWhatIsAChange(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		take(t, db, strings.NewReader(small), "2014-12-31")
		id := byCode(t, db, "17230", "2014-12-31").ID
		for _, c := range []struct {
			name string
			row  string
			day  string
			want org.Report
		}{
			{"another name", "17230,Xã Bình Chuẩn Mới,3,422,Xã", "2016-01-01", org.Report{Renamed: 1, Same: 5}},
			{"an accent that makes another word", "17230,Xã Bình Chuân Mới,3,422,Xã", "2017-01-01", org.Report{Renamed: 1, Same: 5}},
			{"another kind", "17230,Thị trấn Bình Chuân Mới,3,422,Thị trấn", "2018-01-01", org.Report{Renamed: 1, Same: 5}},
			{"another district", "17230,Thị trấn Bình Chuân Mới,3,424,Thị trấn", "2019-01-01", org.Report{Moved: 1, Same: 5}},
			{"name and district", "17230,Xã Bình Chuẩn,3,422,Xã", "2020-01-01", org.Report{Renamed: 1, Moved: 1, Same: 5}},
		} {
			text := strings.Replace(small, "17230,Xã Bình Chuẩn,3,422,Xã", c.row, 1)
			r := take(t, db, strings.NewReader(text), c.day)
			if r.Renamed != c.want.Renamed || r.Moved != c.want.Moved || r.Same != c.want.Same || r.Added+r.Ended+r.Returned != 0 {
				t.Errorf("%s: %+v", c.name, r)
			}
			if now := byCode(t, db, "17230", c.day); now.ID != id {
				t.Errorf("%s: the id changed", c.name)
			}
		}
		if u := byCode(t, db, "17230", "2019-06-01"); u.Name != "Thị trấn Bình Chuân Mới" || u.Parent != byCode(t, db, "424", "2019-06-01").ID {
			t.Errorf("in 2019 it was %+v", u)
		}
	})
}

func TestImport_givesACodeThatComesBackToAnotherUnit(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		without := strings.Replace(small, "17239,Xã Mậu Đức,3,422,Xã\n", "", 1)
		take(t, db, strings.NewReader(small), "2014-12-31")
		old := byCode(t, db, "17239", "2014-12-31")
		if r := take(t, db, strings.NewReader(without), "2020-01-01"); r.Ended != 1 {
			t.Fatalf("%+v", r)
		}
		r := take(t, db, strings.NewReader(strings.Replace(small, "Mậu Đức", "Mậu Thạch", 1)), "2025-03-01")
		now := byCode(t, db, "17239", "2025-03-01")
		if r.Added != 1 || now.ID == old.ID || now.From.String() != "2025-03-01" || now.Name != "Xã Mậu Thạch" {
			t.Errorf("%+v: %+v", r, now)
		}
		if gone := byCode(t, db, "17239", "2022-01-01"); gone.ID != "" {
			t.Errorf("in between there was %+v", gone)
		}
	})
}

func TestImport_readAgainWithAMissingLineBroughtBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		take(t, db, strings.NewReader(small), "2014-12-31")
		old := byCode(t, db, "17239", "2014-12-31")
		take(t, db, strings.NewReader(strings.Replace(small, "17239,Xã Mậu Đức,3,422,Xã\n", "", 1)), "2020-01-01")
		r := take(t, db, strings.NewReader(small), "2020-01-01")
		if now := byCode(t, db, "17239", "2020-06-01"); r.Returned != 1 || r.Added != 0 || now.ID != old.ID || !now.Until.IsZero() {
			t.Errorf("%+v: %+v", r, now)
		}
	})
}

func TestImport_ofOneProvinceEndsNothingElsewhere(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		two := small + "42,Tỉnh Hà Tĩnh,1,,Tỉnh\n" + "436,Huyện Hương Sơn,2,42,Huyện\n" + "18073,Xã Sơn Hồng,3,436,Xã\n" + "44,Tỉnh Quảng Bình,1,,Tỉnh\n"
		take(t, db, strings.NewReader(two), "2014-12-31")
		r := take(t, db, list("40,Tỉnh Nghệ An,1,,Tỉnh", "422,Huyện Con Cuông,2,40,Huyện", "17230,Xã Bình Chuẩn,3,422,Xã"), "2020-01-01")
		if r.Country || r.Ended != 3 {
			t.Errorf("%+v", r)
		}
		for _, code := range []string{"42", "436", "18073", "44"} {
			if byCode(t, db, code, "2020-01-01").ID == "" {
				t.Errorf("%s ended with the list of another province", code)
			}
		}
		// A list of communes only leaves the districts alone.
		r = take(t, db, list("17230,Xã Bình Chuẩn,3,422,Xã"), "2021-01-01")
		if r.Ended != 0 || byCode(t, db, "422", "2021-01-01").ID == "" {
			t.Errorf("%+v", r)
		}
	})
}

func TestImport_takesWhatSpreadsheetsWrite(t *testing.T) {
	for name, content := range map[string]string{
		"a byte order mark": "\ufeff" + small,
		"semicolons":        strings.ReplaceAll(small, ",", ";"),
		"Windows line ends": strings.ReplaceAll(small, "\n", "\r\n"),
		"more columns, in another order": "stt,type,parent_code,level,full_name,code\n1,Tỉnh,,1,Tỉnh Nghệ An,40\n2,Huyện,40,2,Huyện Con Cuông,422\n3,Huyện,40,2,Huyện Anh Sơn,424\n" +
			"4,Xã,422,3,Xã Bình Chuẩn,17230\n5,Xã,422,3,Xã Mậu Đức,17239\n6,Xã,424,3,Xã Thọ Sơn,17335\n",
	} {
		t.Run(name, func(t *testing.T) {
			if r := take(t, testkit.SQLite(t), strings.NewReader(content), "2014-12-31"); r.Added != 6 || len(r.SHA256) != 64 {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestReportLines_tellTheOfficerWhatWasDone(t *testing.T) {
	db := testkit.SQLite(t)
	first := take(t, db, strings.NewReader(strings.Replace(small, "Xã Thọ Sơn,3,424,Xã", "Xã Thọ Sơn,3,424,Phường", 1)), "2014-12-31")
	second := take(t, db, strings.NewReader(small), "2014-12-31")
	got := strings.Join(append(first.Lines(), second.Lines()...), "\n")
	want := `Đã đọc 6 dòng, theo danh mục ngày 31/12/2014.
6 đơn vị mới.
Lưu ý: Dòng 7, cột type: cột type ghi “Phường” nhưng tên là “Xã Thọ Sơn”; lấy theo tên.
Đã đọc 6 dòng, theo danh mục ngày 31/12/2014.
6 đơn vị không đổi.
Không có gì phải ghi thêm.`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func BenchmarkImport_nationalListOfElevenThousand(b *testing.B) {
	for b.Loop() {
		take(b, testkit.SQLite(b), official(b, list2014), "2014-12-31")
	}
}
