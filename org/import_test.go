package org_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
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

func TestImport_refusesAllFaultsAtOnceAndWritesNothing(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		err := db.Write(ctx, func(tx *store.Tx) error {
			_, err := org.Import(ctx, tx, admin, today, list(
				"40,Tỉnh Nghệ An,1,,Tỉnh",
				"1,Thành phố Hà Nội,1,,Thành phố",
				"422,Huyện Con Cuông,3,40,Huyện",
				"424,Huyện Anh Sơn,2,,Huyện",
				"17230,,3,424,Xã",
				"17239,Xã Mậu Đức,3,999,Xã",
				"17242,Xã Cam Lâm,3,424",
				"17245,Huyện Chi Khê,3,424,Xã",
				"17248,Châu Khê,3,424,Làng",
				"40,Tỉnh Hà Tĩnh,1,,Tỉnh",
				`17251,"Xã "Lạng" Khê",3,424,Xã`,
				"17254,Xã Bồng\u202e Khê,3,424,Xã",
			), vi.MustDay("2014-12-31"))
			return err
		})
		want := []string{
			"Dòng 3, cột code: mã “1” không phải mã đơn vị hành chính: mã tỉnh có 2 chữ số, mã huyện 3, mã xã 5 (bảng tính có thể đã bỏ số 0 ở đầu).",
			"Dòng 4, cột level: cấp “3” không hợp với mã “422”: mã tỉnh (cấp 1) có 2 chữ số, mã huyện (cấp 2) 3, mã xã (cấp 3; cấp 2 khi không còn cấp huyện) 5.",
			"Dòng 5, cột parent_code: mã cấp trên “” không đúng: phải có 2 chữ số.",
			"Dòng 6, cột full_name: thiếu tên đơn vị.",
			"Dòng 8: có 4 ô, phải có 5 ô như dòng đầu.",
			"Dòng 9, cột full_name: “Huyện Chi Khê” không phải tên của một đơn vị cấp xã.",
			"Dòng 10, cột type: không rõ “Châu Khê” là loại đơn vị gì: tên không ghi và cột type ghi “Làng”.",
			"Dòng 11, cột code: mã “40” đã có ở dòng 2.",
			`Dòng 12: dấu ngoặc kép (") đặt sai chỗ.`,
		}
		var faults org.Faults
		if !errors.As(err, &faults) || !refusal.Is(err, refusal.Invalid) {
			t.Fatalf("got %v", err)
		}
		got := strings.Split(err.Error(), "\n")
		for i, line := range want {
			if i >= len(got) || got[i] != line {
				t.Fatalf("fault %d:\n got %v\nwant %s", i+1, got[min(i, len(got)-1):], line)
			}
		}
		if last := got[len(got)-1]; len(got) != len(want)+1 || !strings.HasPrefix(last, "Dòng 13, cột full_name: ") {
			t.Errorf("the last faults are %v", got[len(want):])
		}
		if r := refusal.Of(err); r.Field != "code" || !strings.HasSuffix(r.Sentence, "(và 9 lỗi khác)") {
			t.Errorf("as a refusal: %+v", r)
		}
		oneEntryEach(t, db, 0)
	})
}

func TestImport_refusesAFile(t *testing.T) {
	for _, c := range []struct {
		name, content, sentence string
		asOf                    string
	}{
		{"that is empty", "", "Dòng 1: Không đọc được dòng đầu; dòng này phải ghi tên các cột.", "2014-12-31"},
		{"without rows", head, "Tệp không có dòng nào ngoài dòng tên cột.", "2014-12-31"},
		{"without columns", "code,full_name,level\n40,Tỉnh Nghệ An,1\n", "Dòng 1, cột parent_code: thiếu cột “parent_code”.\nDòng 1, cột type: thiếu cột “type”.", "2014-12-31"},
		{"in TCVN3", legacy(t, "emulation_lines.tcvn3.cp1252.txt"), "Tệp này có vẻ dùng mã TCVN3; hãy chuyển sang Unicode rồi lưu lại bằng UTF-8.", "2014-12-31"},
		{"of more than 20 MB", head + strings.Repeat("x", 20<<20), "Tệp lớn hơn 20 MB; danh mục cả nước chưa đến 1 MB, hãy kiểm tra lại tệp.", "2014-12-31"},
		{"with a parent nobody knows", head + "17239,Xã Mậu Đức,3,999,Xã\n", "Dòng 2, cột parent_code: mã cấp trên “999” không có trong danh mục.", "2014-12-31"},
		{"with districts after their end", head + "40,Tỉnh Nghệ An,1,,Tỉnh\n422,Huyện Con Cuông,2,40,Huyện\n",
			"Dòng 3, cột level: danh mục ngày 01/07/2025 không thể có huyện Con Cuông: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15).", "2025-07-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			err := db.Write(ctx, func(tx *store.Tx) error {
				_, err := org.Import(ctx, tx, admin, today, strings.NewReader(c.content), vi.MustDay(c.asOf))
				return err
			})
			if err == nil || err.Error() != c.sentence || !refusal.Is(err, refusal.Invalid) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// legacy is a file in an old encoding from the shared data.
func legacy(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "legacy", name))
	if err != nil {
		t.Fatalf("the old files must lie in ../shared/data/legacy beside the checkout: %v", err)
	}
	return string(content)
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

func TestImport_refusesAnOlderListThanTheOneRecorded(t *testing.T) {
	db := testkit.SQLite(t)
	take(t, db, strings.NewReader(small), "2014-12-31")
	take(t, db, strings.NewReader(strings.Replace(small, "Mậu Đức", "Mậu Thạch", 1)), "2020-01-01")
	err := db.Write(ctx, func(tx *store.Tx) error {
		_, err := org.Import(ctx, tx, admin, today, strings.NewReader(small), vi.MustDay("2018-01-01"))
		return err
	})
	if r := refusal.Of(err); r == nil || r.Kind != refusal.Conflict || r.Sentence != "Xã Mậu Thạch (mã 17239) đã có thay đổi ghi từ ngày 01/01/2020; danh mục ngày 01/01/2018 cũ hơn, phải nạp các danh mục theo thứ tự thời gian." {
		t.Errorf("got %v", err)
	}
}

func TestImport_isForTheAdministratorAndTheStandingBodyOnly(t *testing.T) {
	db := testkit.SQLite(t)
	for _, role := range []access.Role{access.EmulationOfficer, access.Leader, access.ClusterHead, access.CouncilMember, access.Decider} {
		for name, act := range map[string]func(tx *store.Tx, by access.Actor) error{
			"import": func(tx *store.Tx, by access.Actor) error {
				_, err := org.Import(ctx, tx, by, today, strings.NewReader(small), vi.MustDay("2014-12-31"))
				return err
			},
			"changes": func(tx *store.Tx, by access.Actor) error {
				_, err := org.ImportChanges(ctx, tx, by, today, strings.NewReader(""), vi.MustDay("2014-12-31"), "")
				return err
			},
			"add": func(tx *store.Tx, by access.Actor) error {
				_, err := org.Add(ctx, tx, by, today, org.Unit{Name: "Sở Nội vụ"})
				return err
			},
			"rename":  func(tx *store.Tx, by access.Actor) error { return org.Rename(ctx, tx, by, today, org.NewName{}) },
			"succeed": func(tx *store.Tx, by access.Actor) error { return org.Succeed(ctx, tx, by, today, org.Succession{}) },
		} {
			err := db.Write(ctx, func(tx *store.Tx) error { return act(tx, access.Actor{Name: "Ai đó", Role: role}) })
			if !refusal.Is(err, refusal.NotAllowed) {
				t.Errorf("%s may %s: %v", role, name, err)
			}
		}
	}
}

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

func BenchmarkImport_nationalListOfElevenThousand(b *testing.B) {
	for b.Loop() {
		take(b, testkit.SQLite(b), official(b, list2014), "2014-12-31")
	}
}
