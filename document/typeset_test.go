package document

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestLayoutOn_changesOnTheFifthOfMarch2020(t *testing.T) {
	for _, c := range []struct {
		day  time.Time
		want Layout
	}{
		{day(2014, time.November, 22), Circular01},
		{day(2020, time.March, 4), Circular01},
		{day(2020, time.March, 5), Decree30},
		{day(2025, time.January, 1), Decree30},
		{time.Date(2020, 3, 5, 0, 30, 0, 0, time.FixedZone("ICT", 7*3600)), Decree30},
	} {
		if got := LayoutOn(c.day); got != c.want {
			t.Errorf("LayoutOn(%s) = %d, want %d", c.day, got, c.want)
		}
	}
}

func TestDateLine_padsDaysBelowTenAndMonthsOneAndTwo(t *testing.T) {
	for _, c := range []struct {
		day  time.Time
		want string
	}{
		{day(2014, time.November, 22), "ngày 22 tháng 11 năm 2014"},
		{day(2014, time.January, 9), "ngày 09 tháng 01 năm 2014"},
		{day(2024, time.February, 10), "ngày 10 tháng 02 năm 2024"},
		{day(2024, time.March, 1), "ngày 01 tháng 3 năm 2024"},
		{time.Time{}, "ngày … tháng … năm …"},
	} {
		if got := dateLine(c.day); got != c.want {
			t.Errorf("%s: %q, want %q", c.day, got, c.want)
		}
	}
}

// docxText is the text of a paper as its Word file tells it.
func docxText(t *testing.T, d *Doc) string {
	t.Helper()
	docx := docxOf(t, d)
	text, err := ReadDOCXText(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTypeset_leavesOutWhatThePaperDoesNotSay(t *testing.T) {
	const frame = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
	for _, c := range []struct {
		states string
		doc    Doc
		want   string
	}{
		{"nothing but the national name", Doc{}, frame},
		{"a place without a day", Doc{Place: "Nghệ An"}, frame + "Nghệ An, ngày … tháng … năm …\n"},
		{"blank paragraphs", Doc{Body: []Block{Text(" "), Heading{1, ""}, LegalBases{}}}, frame},
		{"a party body", Doc{Letterhead: Letterhead{National: "ĐẢNG CỘNG SẢN VIỆT NAM"}}, "ĐẢNG CỘNG SẢN VIỆT NAM\n"},
		{"a công văn", Doc{Number: "Số: 05/SNV", Subject: "V/v báo cáo"}, frame + "Số: 05/SNV\nV/v báo cáo\n"},
		{"several addressees", Doc{To: []string{"Sở Nội vụ", "Các huyện;"}}, frame + "Kính gửi:\n- Sở Nội vụ;\n- Các huyện.\n"},
		{"legal bases", Doc{Body: []Block{LegalBases{[]string{"Căn cứ A.", "Căn cứ B;"}}}}, frame + "Căn cứ A;\nCăn cứ B.\n"},
		{"the mark explained once", Doc{Body: []Block{Paragraph{Runs: []Run{{Text: "5", Illustrative: true}}}, Bullet{[]Run{{Text: "6", Illustrative: true}}}}},
			frame + "5(*)\n- 6(*)\n(*) số liệu minh họa\n"},
		{"an appendix, behind the signatures", Doc{Body: []Block{Text("a"), Appendix{"Phụ lục", "DANH SÁCH", ""}, Text("b")}, Signatures: []Signature{{Post: "CHỦ TỊCH"}}},
			frame + "a\nCHỦ TỊCH\nPhụ lục\nDANH SÁCH\nb\n"},
		{"three signers", Doc{Signatures: []Signature{{Post: "A"}, {Post: "B"}, {Post: "C", Name: "Tên"}}}, frame + "A\nB\nC\nTên\n"},
	} {
		c.doc.Layout = Decree30
		if got := docxText(t, &c.doc); got != c.want {
			t.Errorf("%s: %q, want %q", c.states, got, c.want)
		}
	}
}

func TestWriters_refuseWhatCannotBeSet(t *testing.T) {
	table := func(columns []Column, head [][]Cell, rows ...[]Cell) Doc {
		return Doc{Layout: Decree30, Body: []Block{Table{Columns: columns, Head: head, Rows: rows}}}
	}
	two := []Column{{Width: 1}, {Width: 2}}
	for states, d := range map[string]Doc{
		"no layout":                {},
		"an unknown layout":        {Layout: 3},
		"four signers":             {Layout: Decree30, Signatures: make([]Signature, 4)},
		"a heading of level 0":     {Layout: Decree30, Body: []Block{Heading{Text: "I."}}},
		"a missing block":          {Layout: Decree30, Body: []Block{nil}},
		"a table without columns":  table(nil, nil, Row("a")),
		"a table without rows":     table(two, nil),
		"a column without width":   table([]Column{{Width: 0}}, nil, Row("a")),
		"too few cells":            table(two, nil, Row("a")),
		"too many cells":           table(two, nil, Row("a", "b", "c")),
		"a span past the columns":  table(two, nil, []Cell{{ColSpan: 3}}),
		"a span past the head":     table(two, [][]Cell{{{RowSpan: 2}, {}}}, Row("a", "b")),
		"a span over a taller one": table(two, [][]Cell{{{}, {RowSpan: 2}}, {{ColSpan: 2}}}, Row("a", "b")),
	} {
		for format, write := range map[string]func(io.Writer, *Doc) error{"docx": WriteDOCX, "pdf": WritePDF} {
			var b bytes.Buffer
			if err := write(&b, &d); err == nil || b.Len() > 0 {
				t.Errorf("%s: %s: error %v with %d bytes written", states, format, err, b.Len())
			}
		}
	}
}

func TestWriters_giveTheSameBytesForTheSameDoc(t *testing.T) {
	for _, l := range []Layout{Circular01, Decree30} {
		if !bytes.Equal(pdfOf(t, minutes(l, 40)), pdfOf(t, minutes(l, 40))) {
			t.Errorf("layout %d: two PDFs differ", l)
		}
		if !bytes.Equal(docxOf(t, minutes(l, 40)), docxOf(t, minutes(l, 40))) {
			t.Errorf("layout %d: two Word files differ", l)
		}
	}
}

func TestWriters_putDecomposedTextInNFC(t *testing.T) {
	d := &Doc{Layout: Decree30, Body: []Block{Text(norm.NFD.String("Nghệ An đổi mới"))}}
	for format, got := range map[string]string{"docx": docxText(t, d), "pdf": pdfText(t, pdfOf(t, d), "-raw")} {
		if !strings.Contains(got, "Nghệ An đổi mới") {
			t.Errorf("%s: %q is not in NFC", format, got)
		}
	}
}

func TestPDF_isVersion14WithItsTitleAndDate(t *testing.T) {
	d := letter(Circular01)
	d.Created = time.Date(2014, 11, 23, 8, 0, 0, 0, time.UTC)
	pdf := pdfOf(t, d)
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.4")) {
		t.Errorf("starts with %q", pdf[:8])
	}
	if !bytes.Contains(pdf, []byte("/CreationDate (D:20141123080000")) || !bytes.Contains(pdf, []byte("/Title <FEFF0054")) {
		t.Error("title or date are missing from the file's properties")
	}
}

func TestWriteDOCX_setsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		d := &Doc{Layout: Decree30, Subject: text.Draw(t, "subject"), TypeName: text.Draw(t, "type"), To: rapid.SliceOfN(text, 0, 3).Draw(t, "to"),
			Body: []Block{Text(text.Draw(t, "paragraph")), Table{Columns: []Column{{Width: 1}, {Width: 9}}, Rows: [][]Cell{Row(text.Draw(t, "cell"), "x")}}}}
		if err := WriteDOCX(io.Discard, d); err != nil {
			t.Fatal(err)
		}
	})
}

func TestWritePDF_setsOddText(t *testing.T) {
	for states, text := range map[string]string{
		"controls":            "a\x00b\tc\r\nd\x7f",
		"what is not UTF-8":   "a\xff\xc3",
		"beyond two bytes":    "a\U0001F600\U00010000",
		"the last two bytes":  "a\uFFFF\uFFFD",
		"only spaces":         " \u00a0 ",
		"marks of the format": "a)(\\b<c>&",
		"a very long word":    strings.Repeat("ễ", 500), // also in a column too narrow for a letter
	} {
		d := &Doc{Layout: Decree30, TypeName: text, Subject: text, To: []string{text, text}, Body: []Block{Text(text),
			Table{Columns: []Column{{Width: 1}, {Width: 99}}, Rows: [][]Cell{Row(text, "x")}}}}
		if got := pdfText(t, pdfOf(t, d), "-raw"); !strings.Contains(got, nationalMotto) {
			t.Errorf("%s: the paper reads %q", states, got)
		}
	}
}
