package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// notAFolder is the path of a file, for where a folder is asked for.
func notAFolder(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tep")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func absent(t *testing.T, path string) {
	t.Helper()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("%s was written: %v", path, err)
	}
}

func TestCommandLine_whatCannotBeMeantExitsTwoInVietnamese(t *testing.T) {
	file, blocked, free := seasonFile(t, same), notAFolder(t), filepath.Join(t.TempDir(), "moi")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"season", "run", file}, "thiếu tùy chọn --out"},
		{[]string{"season", "run", file, "--out"}, "thiếu giá trị"},
		{[]string{"season", "run", file, "--out", ""}, "--out phải ghi tên thư mục"},
		{[]string{"season", "run", file, "--out", blocked}, "một tệp, không phải thư mục"},
		{[]string{"season", "run", file, "--out", filepath.Join(blocked, "x")}, "một tệp, không phải thư mục"},
		{[]string{"season", "check", t.TempDir()}, "đây là thư mục"},
		{[]string{"season", "check", "khong-co.yaml"}, "không có tệp hoặc thư mục này"},
		{[]string{"season", "chekc"}, "Xem cách dùng"},
		{[]string{"journal", "verify", "--data", free}, "không có dữ liệu"},
		{[]string{"demo", "--data", blocked, "--listen", "127.0.0.1:0"}, "không ghi được vào thư mục dữ liệu"},
		{[]string{"serve", "--db", "mysql://may/so", "--listen", "127.0.0.1:0"}, "postgres://"},
	} {
		if code, out, errs := thidua(t, c.args...); code != 2 || !strings.Contains(errs, c.says) {
			t.Errorf("%v: exit %d, want 2 and %q\n%s%s", c.args, code, c.says, out, errs)
		}
	}
	absent(t, free)
}

func TestHelp_isInVietnamese(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"demo", "--help"}, {"season", "run", "--help"}, {"units", "import", "--help"}, {"journal", "verify", "--help"}, {"law", "show", "--help"}, {"awards", "undo", "--help"}} {
		code, out, _ := thidua(t, args...)
		if code != 0 || !strings.Contains(out, "Cách dùng:") {
			t.Errorf("%v: exit %d\n%s", args, code, out)
		}
		for _, english := range []string{"Usage", "Flags", "Show ", "STRING", "Commands", "Run "} {
			if strings.Contains(out, english) {
				t.Errorf("%v: English %q in\n%s", args, english, out)
			}
		}
	}
}

func TestSeasonRun_aFolderThatCannotBeWrittenLeavesTheRecordsFreeForASecondTry(t *testing.T) {
	file, data, out := seasonFile(t, same), filepath.Join(t.TempDir(), "so"), filepath.Join(t.TempDir(), "ra")
	if code, _, errs := thidua(t, "season", "run", file, "--data", data, "--out", notAFolder(t)); code != 2 {
		t.Fatal(code, errs)
	}
	absent(t, data)
	if code, _, errs := thidua(t, "season", "run", file, "--data", data, "--out", out); code != 0 {
		t.Fatal(code, errs)
	}
}

func TestSeasonRun_aFaultyFileBeginsNoDataFolder(t *testing.T) {
	file := seasonFile(t, func(s string) string { return strings.Replace(s, "2014-11-22", "2014-11-31", 1) })
	data, out := filepath.Join(t.TempDir(), "so"), filepath.Join(t.TempDir(), "ra")
	if code, _, errs := thidua(t, "season", "run", file, "--data", data, "--out", out); code != 1 {
		t.Fatal(code, errs)
	}
	absent(t, data)
	absent(t, out)
}

func TestSeasonRun_saysWhatElseLiesInTheFolder(t *testing.T) {
	file, dir := seasonFile(t, same), t.TempDir()
	if code, out, _ := thidua(t, "season", "run", file, "--out", dir); code != 0 || strings.Contains(out, "Lưu ý") {
		t.Fatal(code, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "to-trinh-9.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := thidua(t, "season", "run", file, "--out", dir); code != 0 || !strings.Contains(out, "còn 1 tệp") {
		t.Fatal(code, out)
	}
}

// TestDemo_cutOffAtAnyMomentGoesOnWell kills a filling demo at several moments:
// the year is then on record with its papers, or not at all.
func TestDemo_cutOffAtAnyMomentGoesOnWell(t *testing.T) {
	for _, after := range []time.Duration{50, 150, 300, 450} {
		data := filepath.Join(t.TempDir(), "demo")
		cmd := exec.Command(binary, "demo", "--listen", "127.0.0.1:0", "--data", data)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		address, _ := demo(t, data)
		if _, body := get(t, address+"nam/duong7-2014/hoi-nghi"); !strings.Contains(body, ".pdf") {
			t.Fatalf("cut off after %d ms, the papers are missing for good", after)
		}
		if status, _ := get(t, address+"nam/duong7-2014/ban-tin"); status != 200 {
			t.Fatalf("cut off after %d ms, the report is missing for good: %d", after, status)
		}
	}
}

func TestUnitsImport_isDoneEvenWhenNobodyReadsTheReport(t *testing.T) {
	list, data := filepath.Join(t.TempDir(), "danh-muc.csv"), t.TempDir()
	if err := os.WriteFile(list, []byte("code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	unread(t, "units", "import", list, "--on", "2014-12-31", "--data", data)
	if code, out, errs := thidua(t, "units", "import", list, "--on", "2014-12-31", "--data", data); code != 0 || !strings.Contains(out, "1 đơn vị không đổi") {
		t.Fatal(code, out, errs)
	}
}

// unread runs the program with an output that nobody reads, as "| head" may leave it.
func unread(t *testing.T, args ...string) {
	t.Helper()
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	_ = reader.Close()
	defer writer.Close()
	cmd := exec.Command(binary, args...)
	cmd.Stdout = writer
	_ = cmd.Run() // it ends by the broken pipe
}
