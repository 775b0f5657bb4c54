package document_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"thidua/document"
	"thidua/refusal"
)

func written(t testing.TB, g document.Grid) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := document.WriteXLSX(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(file []byte) ([][]string, error) {
	return document.ReadXLSX(bytes.NewReader(file), int64(len(file)))
}

func TestReadXLSX_readsWhatWasWritten(t *testing.T) {
	rows, err := read(written(t, document.Grid{Title: "Tiêu chí", Columns: []document.GridColumn{{Name: "Mã"}, {Name: "Điểm"}},
		Rows: [][]any{{"1.10", 12.5}, {"=1+1", 1000}, {"Hòa Sơn", 0.0001}, {"1.5", nil}}}))
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
		if rows, err := read([]byte(file)); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

// sheetOf is an Excel file of these parts beside those that every one has.
func sheetOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`)
	for name, text := range parts {
		put(name, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sheetPart = "xl/worksheets/sheet1.xml"

func TestReadXLSX_keepsItsMemoryBeforeFilesThatUnfold(t *testing.T) {
	var far strings.Builder
	for row := range 4000 {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%d"><v>1.5</v></c></row>`, row+1, row+1)
	}
	one := `<sheetData><row r="1"><c r="A1"><v>1.5</v></c></row></sheetData>`
	for name, parts := range map[string]map[string]string{
		"the last column of each row":    {sheetPart: `<sheetData><row r="1"><c r="A1"><v>1.5</v></c></row>` + strings.ReplaceAll(far.String(), `r="1"`, `r="2"`) + `</sheetData>`},
		"the last row":                   {sheetPart: `<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`},
		"millions of texts":              {sheetPart: one, "xl/sharedStrings.xml": `<sst>` + strings.Repeat(`<si/>`, 5_000_000) + `</sst>`},
		"millions of styles":             {sheetPart: one, "xl/styles.xml": `<styleSheet><cellXfs>` + strings.Repeat(`<xf/>`, 5_000_000) + `</cellXfs></styleSheet>`},
		"a sheet longer than any":        {sheetPart: `<sheetData>` + strings.Repeat(" ", 33<<20) + `</sheetData>`},
		"a cell longer than Excel's own": {sheetPart: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>` + strings.Repeat("ă", 40_000) + `</t></is></c></row></sheetData>`},
	} {
		t.Run(name, func(t *testing.T) {
			file := sheetOf(t, parts)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			rows, err := read(file)
			runtime.ReadMemStats(&after)
			if !refusal.Is(err, refusal.Invalid) || rows != nil {
				t.Errorf("%d rows, %v", len(rows), err)
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 256 {
				t.Errorf("%d MiB were asked for", used)
			}
		})
	}
	if rows, err := read(sheetOf(t, map[string]string{sheetPart: one})); err != nil || len(rows) != 1 || rows[0][0] != "1,5" {
		t.Errorf("a file of one cell: %q, %v", rows, err)
	}
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(written(f, document.Grid{Title: "a", Columns: []document.GridColumn{{Name: "Mã"}}, Rows: [][]any{{1.5}}}))
	f.Fuzz(func(t *testing.T, file []byte) {
		if rows, err := read(file); err != nil && rows != nil {
			t.Fatal("rows beside an error")
		}
	})
}
