package document_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua/document"
)

func written(t testing.TB, g document.Grid) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := document.WriteXLSX(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadXLSX_readsWhatWasWritten(t *testing.T) {
	rows, err := document.ReadXLSX(bytes.NewReader(written(t, document.Grid{Title: "Tiêu chí", Columns: []document.GridColumn{{Name: "Mã"}, {Name: "Điểm"}},
		Rows: [][]any{{"1.10", 12.5}, {"=1+1", 1000}, {"Hòa Sơn", 0.0001}, {"1.5", nil}}})))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Tiêu chí"}, {"Mã", "Điểm"}, {"1.10", "12,5"}, {"=1+1", "1000"}, {"Hòa Sơn", "0,0001"}, {"1.5"}}
	if !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got %q", rows)
	}
}

func TestReadXLSX_refusesWhatIsNoExcelFile(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		part, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 40 {
			if _, err := part.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{"nothing": "", "a text": "Mã;Tên", "a program": "MZ\x90\x00", "an empty archive": "PK\x05\x06" + strings.Repeat("\x00", 18), "a bomb": bomb.String()} {
		if rows, err := document.ReadXLSX(strings.NewReader(file)); !errors.Is(err, document.ErrNotXLSX) {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(written(f, document.Grid{Title: "a", Columns: []document.GridColumn{{Name: "Mã"}}, Rows: [][]any{{1.5}}}))
	f.Fuzz(func(t *testing.T, file []byte) {
		if rows, err := document.ReadXLSX(bytes.NewReader(file)); err != nil && rows != nil {
			t.Fatal("rows beside an error")
		}
	})
}
