package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"thidua/refusal"
)

// packed makes a package of parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, body := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const relationsHead = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

// excel is a workbook of one sheet with that matter, and further parts.
func excel(t testing.TB, sheet string, more map[string]string) []byte {
	parts := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"xl/workbook.xml":            `<workbook xmlns:r="x"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationsHead + `<Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	}
	for name, body := range more {
		parts[name] = body
	}
	return packed(t, parts)
}

// word is a Word file with that body.
func word(t testing.TB, body string, more map[string]string) []byte {
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml":   `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
	}
	for name, body := range more {
		parts[name] = body
	}
	return packed(t, parts)
}

func inline(text string) string {
	return `<sheetData><row r="1"><c t="inlineStr"><is><t>` + text + `</t></is></c></row></sheetData>`
}

func TestOpen_refusesHostileFilesWithASentence(t *testing.T) {
	good := excel(t, inline("Họ và tên"), nil)
	if s, err := Open(context.Background(), good); err != nil || s[0].Rows[0].Cells[0] != "Họ và tên" {
		t.Fatalf("a plain file: %v, %v", s, err)
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"empty":                           {nil, "Tệp trống"},
		"a file beyond the bound":         {bytes.Repeat([]byte("a,b\n"), MaxSize/4+1), "lớn quá 8 MB"},
		"a bomb of spaces":                {excel(t, strings.Repeat(" ", 8<<20), nil), "nén quá mức"},
		"entities that multiply":          {excel(t, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`+inline("&b;"), nil), "bị hỏng"},
		"a macro":                         {excel(t, inline("a"), map[string]string{"xl/vbaProject.bin": "x"}), "macro"},
		"a link to another workbook":      {excel(t, inline("a"), map[string]string{"xl/externalLinks/externalLink1.xml": "<x/>"}), "ngắt liên kết"},
		"a link to the network":           {excel(t, inline("a"), map[string]string{"xl/worksheets/_rels/sheet1.xml.rels": relationsHead + `<Relationship Id="r" Type="t/oleObject" Target="http://x/y" TargetMode="External"/></Relationships>`}), "ngắt liên kết"},
		"a formula that starts a program": {excel(t, `<sheetData><row r="1"><c r="A1"><f>cmd|'/c calc'!A1</f><v>1</v></c></row></sheetData>`, nil), "chương trình khác"},
		"a formula that asks the network": {excel(t, `<sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://x")</f><v>1</v></c></row></sheetData>`, nil), "từ mạng"},
		"cut in the middle":               {good[:len(good)/2], "bị hỏng"},
		"a sheet that is cut off":         {excel(t, `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>a`, nil), "bị hỏng"},
		"a path that leads out":           {excel(t, inline("a"), map[string]string{"../../etc/passwd": "x"}), "bị hỏng"},
		"a program":                       {[]byte("MZ\x90\x00\x03"), "chương trình"},
		"a PDF":                           {[]byte("%PDF-1.7\n%%EOF"), ""},
		"a picture":                       {[]byte("\x89PNG\r\n\x1a\n0000"), ""},
		"an archive":                      {packed(t, map[string]string{"a.txt": "x"}), "Tệp nén"},
		"bytes that are no text":          {[]byte("\x01\xff\x00\x02\xfe\x90\x03\x04\x80\x81\x05"), "không phải tệp Excel, Word hay CSV"},
		"a Word field that fetches":       {word(t, `<w:p><w:r><w:instrText>DDEAUTO cmd "/c calc"</w:instrText></w:r></w:p>`, nil), "DDEAUTO"},
		"a Word file with a far template": {word(t, `<w:tbl/>`, map[string]string{"word/_rels/settings.xml.rels": relationsHead + `<Relationship Id="r" Type="t/attachedTemplate" Target="http://x/y.dotm" TargetMode="External"/></Relationships>`}), "liên kết"},
		"a Word file without a table":     {word(t, `<w:p/>`, nil), "Không thấy bảng"},
		"an old file with a macro":        {append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), append(utf16("Workbook"), utf16("_VBA_PROJECT\x00")...)...), "macro"},
		"an RTF with an object":           {[]byte(`{\rtf1{\object\objdata 0105}}`), "đối tượng nhúng"},
		"an old file of another program":  {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "không phải Word hay Excel"},
		"a cell as long as a book":        {excel(t, inline(strings.Repeat("ă ", 3000)), nil), "dài"},
		"too many rows":                   {[]byte(strings.Repeat("a,b\n", MaxRows+1)), "chia thành nhiều tệp"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(context.Background(), c.file)
			e := refusal.Of(err)
			if e == nil || e.Field != FileField || !strings.Contains(e.Sentence, c.says) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestOpen_keepsItsMemoryBeforeASheetOf200MB unfolds a sheet no more than others
// do, so that no ratio betrays it.
func TestOpen_keepsItsMemoryBeforeASheetOf200MB(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString("<worksheet><sheetData>")
	for i := 0; sheet.Len() < 200<<20; i++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"/><!--%x%4000s--></row>`, i+1, i+1, i*7919%1_000_003*104_729, "")
	}
	file := excel(t, sheet.String(), nil)
	sheet.Reset()
	if len(file) > MaxSize {
		t.Fatalf("the file has %d bytes: another bound would refuse it", len(file))
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	_, err := Open(context.Background(), file)
	runtime.ReadMemStats(&after)
	if e := refusal.Of(err); e == nil || !strings.Contains(e.Sentence, "bung ra quá lớn") {
		t.Fatalf("%v", err)
	}
	if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 96<<20 {
		t.Errorf("the heap grew by %d MB", grown>>20)
	}
}

func TestLimited_stopsAPartThatUnderstatesItself(t *testing.T) {
	n, err := io.Copy(io.Discard, &limited{strings.NewReader(strings.Repeat("a", 1000)), 600})
	if n != 600 || refusal.Of(err) == nil {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestOpen_passesOverAMillionEmptyRows(t *testing.T) {
	sheet := `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Họ và tên</t></is></c></row>` + strings.Repeat(`<row/>`, 200_000) + `<row r="1048576"><c><v>1</v></c></row></sheetData></worksheet>`
	var pad strings.Builder // so that the file does not unfold beyond measure
	for i := range 100_000 {
		fmt.Fprintf(&pad, "%d ", i*7919%1_000_003)
	}
	s, err := Open(context.Background(), excel(t, sheet+"<!--"+pad.String()+"-->", nil))
	if err != nil || len(s[0].Rows) != 2 || s[0].Rows[1].N != 1048576 {
		t.Errorf("%v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("STT;Họ và tên;Danh hiệu\n1;An;LĐTT\n"))
	f.Add(excel(f, inline("Họ và tên"), map[string]string{"xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`}))
	f.Add(word(f, `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, nil))
	f.Fuzz(func(t *testing.T, file []byte) {
		if oldKind(file) != "" {
			return // LibreOffice is no part of this
		}
		sheets, err := Open(context.Background(), file)
		if err != nil {
			if refusal.Of(err) == nil {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		checkTables(t, sheets)
	})
}

// FuzzSheet leaves the package whole and lets its sheet be anything.
func FuzzSheet(f *testing.F) {
	f.Add(inline("a"), "C1:D2")
	f.Add(`<cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="9"><c r="ZZZ9" s="-1"><v>1e308</v></c></row></sheetData>`, "A1:XFD1048576")
	f.Fuzz(func(t *testing.T, sheet, ref string) {
		file := excel(t, sheet+`<mergeCells><mergeCell ref="`+ref+`"/></mergeCells>`, nil)
		if sheets, err := Open(context.Background(), file); err == nil {
			checkTables(t, sheets)
		}
	})
}

func checkTables(t *testing.T, sheets []Sheet) {
	t.Helper()
	for _, table := range people.Tables(sheets) {
		if len(table.Heads) != len(table.Fields) || len(table.Heads) > maxColumns {
			t.Fatalf("%d heads, %d fields", len(table.Heads), len(table.Fields))
		}
		for _, l := range table.Rows {
			if len(l.Cells) != len(table.Heads) {
				t.Fatalf("row %d has %d cells under %d heads", l.N, len(l.Cells), len(table.Heads))
			}
		}
	}
}
