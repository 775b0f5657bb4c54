package document

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// partsOf reads a Word file part by part.
func partsOf(t testing.TB, docx []byte) []Part {
	t.Helper()
	parts, err := ReadDOCX(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func TestReadDOCX_tellsEveryPartByItsName(t *testing.T) {
	d := minutes(Decree30, 1)
	d.Body = append(d.Body, Heading{1, "I. KẾT QUẢ"}, Bullet{Plain("Một;")}, Text("a\nb"))
	got := ""
	for _, p := range partsOf(t, docxOf(t, d)) {
		switch {
		case p.Table():
			got += fmt.Sprintln("table", p.Heads(), p.Body())
		case p.Level > 0:
			got += fmt.Sprintf("%s %d: %q\n", p.Name, p.Level, p.Text)
		default:
			got += fmt.Sprintf("%s: %q\n", p.Name, p.Text)
		}
	}
	for _, want := range []string{
		"Cơ quan chủ quản: \"UBND TỈNH NGHỆ AN\"\n", "Quốc hiệu: \"CỘNG HÒA", "Tên loại: \"BIÊN BẢN\"\nTrích yếu: \"Hội nghị giao ban\"\n",
		"Tên bảng: \"Bảng tổng hợp điểm\"\nĐơn vị tính: \"Đơn vị tính: điểm\"\n" +
			"table [{true [{TT 1 2} {Đơn vị 1 2} {Điểm 2 1}]} {true [{Tự chấm 1 1} {Thẩm định 1 1}]}] [{false [{1 1 1} {Huyện Kỳ Sơn 1 1} {91,5 1 1} {90,0 1 1}]}]\nGhi chú bảng: ",
		"Tiêu đề 1: \"I. KẾT QUẢ\"\nNội dung: \"- Một;\"\nNội dung: \"a\\nb\"\n", "Quyền hạn, chức vụ: \"CHỦ TỌA\"\n", "Nơi nhận: \"Nơi nhận:\"\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the parts lack %s:\n%s", want, got)
		}
	}
}

func TestReadDOCX_refusesWhatIsNoWordFile(t *testing.T) {
	if parts, err := ReadDOCX(strings.NewReader("biên bản"), 9); err == nil || parts != nil {
		t.Errorf("%v, %v", parts, err)
	}
}

func FuzzReadDOCX(f *testing.F) {
	f.Add(docxOf(f, minutes(Decree30, 2)))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if parts, err := ReadDOCX(bytes.NewReader(content), int64(len(content))); err != nil && parts != nil {
			t.Errorf("%d parts beside error %v", len(parts), err)
		}
	})
}

// resaved opens files in LibreOffice and saves them again in their own format.
func resaved(t *testing.T, ending string, files map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", ending, "--outdir", out}
	for name, content := range files {
		file := filepath.Join(dir, name+"."+ending)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice (Debian packages libreoffice-writer-nogui, libreoffice-calc-nogui) is needed: %v\n%s", err, said)
	}
	again := map[string][]byte{}
	for name := range files {
		content, err := os.ReadFile(filepath.Join(out, name+"."+ending))
		if err != nil {
			t.Fatal(err)
		}
		again[name] = content
	}
	return again
}

func TestDOCX_savedAgainByLibreOfficeReadsBackTheSame(t *testing.T) {
	files := map[string][]byte{"letter": docxOf(t, letter(Circular01)), "minutes": docxOf(t, minutes(Decree30, 40)), "whole": docxOf(t, whole(Decree30)), "official": docxOf(t, official(Decree30))}
	for name, content := range resaved(t, "docx", files) {
		if got, want := partsOf(t, content), partsOf(t, files[name]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s reads back as\n%+v\nwant\n%+v", name, got, want)
		}
	}
}

func TestXLSX_savedAgainByLibreOfficeReadsBackTheSame(t *testing.T) {
	var list, form bytes.Buffer
	if err := WriteXLSX(&list, Grid{Title: "Danh sách", Columns: []GridColumn{{Name: "Đơn vị"}, {Name: "Điểm"}}, Rows: [][]any{{"Huyện Kỳ Sơn", 91.5}, {"Huyện Con Cuông", nil}, {"=1+1", 0.25}}}); err != nil {
		t.Fatal(err)
	}
	if err := WriteGridForm(&form, GridForm{Mark: "m", Remarks: []string{"Tự chấm", "Ghi vào cột điểm."}, Columns: []GridColumn{{Name: "Tiêu chí"}, {Name: "Điểm"}},
		Rows: [][]FormCell{{{Value: "Kinh tế"}, {Value: 60.5, Open: true, Number: true}}, {{Value: "Văn hóa"}, {Open: true}}}}); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"list": list.Bytes(), "form": form.Bytes()}
	for name, content := range resaved(t, "xlsx", files) {
		for reader, read := range map[string]func([]byte) (any, error){
			"ReadXLSX": func(b []byte) (any, error) { return ReadXLSX(bytes.NewReader(b), int64(len(b))) },
			"ReadGrid": func(b []byte) (any, error) { return ReadGrid(bytes.NewReader(b), int64(len(b))) },
		} {
			want, err := read(files[name])
			if err != nil {
				t.Fatal(err)
			}
			if got, err := read(content); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %s gives %v, %v; want %v", name, reader, got, err, want)
			}
		}
	}
}
