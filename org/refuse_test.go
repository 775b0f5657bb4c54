package org_test

import (
	"errors"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

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
		{"with a province under something", head + "40,Tỉnh Nghệ An,1,01,Tỉnh\n", "Dòng 2, cột parent_code: tỉnh, thành phố trực thuộc trung ương không có mã cấp trên; ở đây ghi “01”.", "2014-12-31"},
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

// legacy is a file in an old encoding (testkit.Shared).
func legacy(t *testing.T, name string) string {
	t.Helper()
	return string(testkit.Shared(t, "legacy", name))
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
