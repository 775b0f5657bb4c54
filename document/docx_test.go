package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
)

// unpack reads the parts of a Word file.
func unpack(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[file.Name] = string(content)
	}
	return parts
}

func TestDOCX_statesThePageAndTheFacesOfTheLayout(t *testing.T) {
	parts := unpack(t, docxOf(t, minutes(Decree30, 3)))
	for _, c := range []struct{ states, part, want string }{
		{"A4 in twips", "word/document.xml", `<w:pgSz w:w="11906" w:h="16838"/>`},
		{"margins 20, 15, 20, 30 mm in twips, number 10 mm from the edge", "word/document.xml", `<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>`},
		{"page 1 has margins of its own", "word/document.xml", `<w:titlePg/>`},
		{"both head rows repeat", "word/document.xml", `<w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1039" w:type="dxa"/><w:vMerge/>`},
		{"rows are not cut", "word/document.xml", `<w:cantSplit/>`},
		{"wide head cells span", "word/document.xml", `<w:gridSpan w:val="2"/>`},
		{"Times New Roman by name", "word/styles.xml", `w:ascii="Times New Roman"`},
		{"Vietnamese", "word/styles.xml", `<w:lang w:val="vi-VN"`},
		{"body 14, justified, indent 1.27 cm, 6 pt apart", "word/styles.xml", `<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/>`},
		{"Nơi nhận 12 bold italic", "word/styles.xml", `<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/>`},
		{"list of Nơi nhận 11", "word/styles.xml", `<w:sz w:val="22"/>`},
		{"the tag on page 1", "word/footer_first.xml", illustrativeTag},
		{"the tag on the other pages", "word/footer_default.xml", illustrativeTag},
	} {
		if !strings.Contains(parts[c.part], c.want) {
			t.Errorf("%s: %s lacks %s", c.states, c.part, c.want)
		}
	}
	if n := strings.Count(parts["word/document.xml"], `<w:tblHeader/>`); n != 2 {
		t.Errorf("%d repeated rows, want 2", n)
	}
	for name, content := range parts {
		checkXML(t, name, content)
	}
}

func checkXML(t *testing.T, name, content string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s is not well formed: %v", name, err)
			return
		}
	}
}

func TestDOCX_putsThePageNumberWhereTheLayoutSays(t *testing.T) {
	for l, want := range map[Layout]string{Circular01: "word/footer_default.xml", Decree30: "word/header_default.xml"} {
		for name, content := range unpack(t, docxOf(t, letter(l))) {
			if got := strings.Contains(content, " PAGE "); got != (name == want) {
				t.Errorf("layout %d: page number in %s: %v", l, name, got)
			}
		}
	}
}

func TestDOCX_turnsThePageForWideTables(t *testing.T) {
	d := letter(Decree30)
	d.Landscape = true
	if main := unpack(t, docxOf(t, d))["word/document.xml"]; !strings.Contains(main, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`) {
		t.Error("the page does not lie on its long side")
	}
	if first := pdfText(t, pdfOf(t, d), "-bbox"); !strings.Contains(first, `<page width="841.890000" height="595.280000">`) {
		t.Error("the PDF page does not lie on its long side")
	}
}

func TestDOCX_keepsThePropertiesOfThePaper(t *testing.T) {
	d := letter(Circular01)
	d.Created = time.Date(2014, 11, 23, 8, 0, 0, 0, time.UTC)
	core := unpack(t, docxOf(t, d))["docProps/core.xml"]
	for _, want := range []string{"<dc:title>TỜ TRÌNH Về việc đề nghị tặng Cờ thi đua của Chính phủ</dc:title>", "<cp:keywords>to_trinh</cp:keywords>", "2014-11-23T08:00:00Z"} {
		if !strings.Contains(core, want) {
			t.Errorf("properties lack %s", want)
		}
	}
}

func TestReadDOCXText_givesTheParagraphsInOrder(t *testing.T) {
	docx := docxOf(t, letter(Circular01))
	text, err := ReadDOCXText(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	checkWords(t, text, letterWords())
	if strings.Contains(text, "\n\n") {
		t.Error("the text holds empty lines")
	}
}

func TestReadDOCXText_refusesWhatIsNoWordFile(t *testing.T) {
	var other bytes.Buffer
	archive := zip.NewWriter(&other)
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"plain text": []byte("biên bản"), "another archive": other.Bytes()} {
		if _, err := ReadDOCXText(bytes.NewReader(content), int64(len(content))); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

func TestReadDOCXText_refusesATextThatUnpacksWithoutEnd(t *testing.T) {
	var bomb bytes.Buffer
	archive := zip.NewWriter(&bomb)
	file, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(file, "<w:t>"+strings.Repeat("a", readLimit)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadDOCXText(bytes.NewReader(bomb.Bytes()), int64(bomb.Len())); err == nil || !strings.Contains(err.Error(), "8 MiB") {
		t.Errorf("error %v, want one that names the limit", err)
	}
}

func FuzzReadDOCXText(f *testing.F) {
	f.Add(docxOf(f, letter(Decree30)))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		text, err := ReadDOCXText(bytes.NewReader(content), int64(len(content)))
		if err != nil && text != "" {
			t.Errorf("text %q beside error %v", text, err)
		}
	})
}
