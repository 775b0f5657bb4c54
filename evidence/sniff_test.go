package evidence_test

import (
	"bytes"
	"hash/crc32"
	"strings"
	"testing"

	"thidua/evidence"
	"thidua/refusal"
)

func crcOf(b []byte) uint32 { return crc32.ChecksumIEEE(b) }

func sniff(b []byte) (evidence.Format, error) {
	return evidence.Sniff(bytes.NewReader(b), int64(len(b)))
}

func TestSniff_tellsEveryFormatTaken(t *testing.T) {
	for want, b := range map[evidence.Format][]byte{
		evidence.PDF: pdf, evidence.DOCX: docx(t), evidence.XLSX: xlsx(t),
		evidence.PPTX: pack(t, types("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), part{"ppt/presentation.xml", "<p/>"}),
		evidence.JPEG: jpegOf(t, 8, 8), evidence.PNG: pngOf(t, 8, 8), evidence.WebP: webpDot,
	} {
		if got, err := sniff(b); got != want || err != nil {
			t.Errorf("%s: got %q, %v", want, got, err)
		}
	}
}

func TestSniff_refuses(t *testing.T) {
	cut := func(b []byte) []byte { return b[:len(b)/2] }
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing at all":                     {nil, "trống"},
		"a file over the limit":              {make([]byte, evidence.MaxSize+1), "20 MB"},
		"a Windows program":                  {[]byte("MZ\x90\x00 This program cannot be run in DOS mode"), "chương trình"},
		"a Linux program":                    {[]byte("\x7fELF\x02\x01\x01"), "chương trình"},
		"a shell script":                     {[]byte("#!/bin/sh\nrm -rf /"), "chương trình"},
		"a page of HTML":                     {[]byte("<!doctype html><script>alert(1)</script>"), "không phải loại"},
		"a drawing that carries a script":    {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "không phải loại"},
		"plain text":                         {[]byte("Báo cáo năm 2014"), "không phải loại"},
		"an old Word file":                   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 macro"), "kiểu cũ"},
		"a picture from a telephone (HEIC)":  {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "HEIC"},
		"an archive":                         {pack(t, part{"a.txt", "a"}), "nén"},
		"a RAR archive":                      {[]byte("Rar!\x1a\x07\x00"), "nén"},
		"an empty archive":                   {pack(t), "nén"},
		"a PDF that has lost its end":        {[]byte("%PDF-1.4\n1 0 obj"), "thiếu phần cuối"},
		"a PDF with a page of HTML before":   {append([]byte("<html><script>alert(1)</script>"), pdf...), "không phải loại"},
		"a PDF that runs a script":           {bytes.Replace(pdf, []byte("/Type"), []byte("/OpenAction << /S /JavaScript >> /Type"), 1), "mã lệnh"},
		"a PDF that starts a program":        {bytes.Replace(pdf, []byte("/Type"), []byte("/OpenAction << /S /Launch >> /Type"), 1), "mã lệnh"},
		"a PDF that is an archive too":       {append(bytes.Clone(pdf), pack(t, part{"a.class", "x"})...), "vừa là"},
		"a picture that is an archive too":   {append(jpegOf(t, 8, 8), pack(t, part{"a.class", "x"})...), "vừa là"},
		"a PNG that is an archive too":       {append(pngOf(t, 8, 8), pack(t, part{"a.class", "x"})...), "vừa là"},
		"a picture cut off in its head":      {jpegOf(t, 8, 8)[:20], "hỏng"},
		"a picture of 3.6 billion points":    {hugePNG(t), "điểm ảnh"},
		"a document cut off":                 {cut(docx(t)), "hỏng"},
		"a document with macros":             {docx(t, part{"word/vbaProject.bin", "x"}), "macro"},
		"a document with macros, renamed":    {docx(t, part{"word/VBAPROJECT.BIN", "x"}), "macro"},
		"a macro-enabled type":               {pack(t, types("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), part{"word/document.xml", "x"}), "macro"},
		"a sheet of old macros":              {docx(t, part{"xl/macrosheets/sheet1.xml", "x"}), "macro"},
		"a program inside a document":        {docx(t, part{"word/media/anh.exe", "MZ"}), "macro"},
		"an embedded object":                 {docx(t, part{"word/embeddings/oleObject1.bin", "x"}), "macro"},
		"a part outside the package":         {docx(t, part{"../../etc/passwd", "x"}), "hỏng"},
		"two parts of one name":              {docx(t, part{"word/document.xml", "x"}), "hỏng"},
		"a document and a workbook at once":  {pack(t, types("/word/document.xml", wordMain, "/xl/workbook.xml", excelMain), part{"word/document.xml", "x"}, part{"xl/workbook.xml", "x"}), "hỏng"},
		"a document without its main part":   {pack(t, types("/word/document.xml", wordMain)), "hỏng"},
		"an archive that says it is nothing": {pack(t, types(), part{"a", "x"}), "nén"},
		"types that cannot be read":          {pack(t, part{"[Content_Types].xml", "<Types"}, part{"word/document.xml", "x"}), "hỏng"},
		"types of more than a megabyte":      {pack(t, part{"[Content_Types].xml", "<Types>" + random(1<<20) + "</Types>"}), "hỏng"},
		"a bomb of a hundred million zeros":  {bombed(t), "nén quá mức"},
	} {
		t.Run(name, func(t *testing.T) {
			format, err := sniff(c.file)
			if e := refusal.Of(err); e == nil || e.Field != "tep" || !strings.Contains(e.Sentence, c.says) || format != "" && err == nil {
				t.Fatalf("want a refusal saying %q, got %q, %v", c.says, format, err)
			}
		})
	}
}

// random is text of that length that does not pack well.
func random(n int) string {
	var b strings.Builder
	state := uint32(1)
	for b.Len() < n {
		state = state*1664525 + 1013904223
		b.WriteByte("abcdefghijklmnopqrstuvwxyz012345"[state>>27])
	}
	return b.String()
}

func FuzzSniff(f *testing.F) {
	for _, seed := range [][]byte{pdf, docx(f), xlsx(f), jpegOf(f, 4, 4), pngOf(f, 4, 4), webpDot, held(f, 6, "x"), pack(f, part{"a", "b"}), []byte("MZ"), nil} {
		f.Add(seed)
	}
	heads := map[evidence.Format]string{evidence.PDF: "%PDF-", evidence.JPEG: "\xFF\xD8\xFF", evidence.PNG: "\x89PNG", evidence.WebP: "RIFF",
		evidence.DOCX: "PK\x03\x04", evidence.XLSX: "PK\x03\x04", evidence.PPTX: "PK\x03\x04"}
	f.Fuzz(func(t *testing.T, b []byte) {
		format, err := sniff(b)
		if err == nil && (heads[format] == "" || !bytes.HasPrefix(b, []byte(heads[format]))) {
			t.Fatalf("took %q as %q", b[:min(len(b), 20)], format)
		}
		if err != nil && refusal.Of(err) == nil {
			t.Fatalf("no refusal, a fault: %v", err)
		}
		if format.Image() {
			_, _ = evidence.MakePreview(t.Context(), format, b) // it must not panic
		}
	})
}

func TestNameOf_keepsTheNameWithoutItsFolders(t *testing.T) {
	for sent, want := range map[string]string{
		"Báo cáo quý III.pdf":               "Báo cáo quý III.pdf",
		"../../etc/bao-cao.pdf":             "bao-cao.pdf",
		`D:\Minh chứng\can bo\bao-cao.DOCX`: "bao-cao.DOCX",
		"/etc/passwd/anh.jpeg":              "anh.jpeg",
		"QĐ 12.2014 UBND.pdf":               "QĐ 12.2014 UBND.pdf",
		"Bao cao.pdf":                       "Bao cao.pdf",
		"Ba\u0301o ca\u0301o.xlsx":          "Báo cáo.xlsx",
	} {
		if name, _, err := evidence.NameOf(sent); name != want || err != nil {
			t.Errorf("%q: got %q, %v", sent, name, err)
		}
	}
}

func TestNameOf_refuses(t *testing.T) {
	for name, sent := range map[string]string{
		"a program":                      "cai-dat.exe",
		"a page":                         "trang.html",
		"a drawing":                      "anh.svg",
		"a program dressed as a PDF":     "bao-cao.exe.pdf",
		"a script dressed as a picture":  "anh.php.jpg",
		"an old Word file":               "bao-cao.doc",
		"a Word file with macros":        "bao-cao.docm",
		"an archive":                     "ho-so.zip",
		"a picture of a telephone":       "anh.heic",
		"a name without an ending":       "baocao",
		"only an ending":                 ".pdf",
		"nothing":                        "",
		"a name written backwards":       "bao-cao\u202efdp.exe",
		"a PDF's name written backwards": "bao\u202ecao.pdf",
		"a name with a line end":         "bao\ncao.pdf",
		"a name with a zero byte":        "bao\x00cao.pdf",
		"a name that is a stream":        "bao-cao.pdf:exe.pdf",
		"a name of 200 letters":          strings.Repeat("a", 200) + ".pdf",
	} {
		t.Run(name, func(t *testing.T) {
			if got, _, err := evidence.NameOf(sent); refusal.Of(err) == nil {
				t.Fatalf("took %q as %q", sent, got)
			}
		})
	}
}
