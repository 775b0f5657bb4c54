package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestAwards_areImportedExportedAlikeAndUndone(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	list := filepath.Join(dir, "so.csv")
	rows := "Số quyết định,Ngày quyết định,Cơ quan quyết định,Họ và tên,Danh hiệu\n" +
		"12/QĐ-UBND,20/01/2014,UBND tỉnh,Nguyễn Đức Hoà,Chiến sĩ thi đua cơ sở\n12/QĐ-UBND,20/01/2014,UBND tỉnh,Lô Thị Thúy,Lao động tiên tiến\n"
	write := func(text string) {
		if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(rows + "12/QĐ-UBND,20/01/2014,UBND tỉnh,Vi Văn Sơn,Danh hiệu lạ\n")
	faulty := filepath.Join(dir, "loi.csv")
	code, out, errs := thidua(t, "awards", "import", list, "--errors", faulty, "--data", data)
	if code != 1 || !strings.Contains(errs, "Dòng 4") || !strings.Contains(errs, "Chưa ghi gì vào sổ") {
		t.Fatal(code, out, errs)
	}
	if kept, err := os.ReadFile(faulty); err != nil || !strings.Contains(string(kept), "Vi Văn Sơn") || strings.Contains(string(kept), "Thúy") {
		t.Errorf("the rows at fault: %s, %v", kept, err)
	}
	write(rows)
	code, out, errs = thidua(t, "awards", "import", list, "--data", data)
	batch := regexp.MustCompile(`Mã lần nạp: (\w+)`).FindStringSubmatch(out)
	if code != 0 || batch == nil || !strings.Contains(out, "Đã ghi 2 khen thưởng của 1 quyết định mới") {
		t.Fatal(code, out, errs)
	}
	if code, out, errs := thidua(t, "awards", "import", list, "--data", data); code != 0 || !strings.Contains(out, "Không có gì phải ghi thêm") {
		t.Fatal(code, out, errs)
	}
	first, second, other := filepath.Join(dir, "1.csv"), filepath.Join(dir, "2.csv"), t.TempDir()
	for _, step := range [][]string{{"awards", "export", first, "--data", data}, {"awards", "import", first, "--data", other}, {"awards", "export", second, "--data", other},
		{"awards", "undo", batch[1], "--why", "Nạp nhầm tệp", "--data", data}} {
		if code, out, errs := thidua(t, step...); code != 0 {
			t.Fatal(step, code, out, errs)
		}
	}
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(second)
	if len(a) == 0 || string(a) != string(b) {
		t.Errorf("exported\n%s\nand after another import\n%s", a, b)
	}
	if code, _, errs := thidua(t, "awards", "undo", batch[1], "--why", "lần nữa", "--data", data); code != 1 || !strings.Contains(errs, "đã được bỏ") {
		t.Error(code, errs)
	}
}
