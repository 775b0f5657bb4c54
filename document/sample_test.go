package document

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The 67 small letters of Vietnamese that ASCII lacks; with their capitals 134.
const accented = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

func day(year int, month time.Month, date int) time.Time {
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}

// letter is a paper of one page with every part that a letter can have.
func letter(l Layout) *Doc {
	return &Doc{
		Layout: l, Kind: "to_trinh",
		Letterhead: Letterhead{Superior: "UBND TỈNH NGHỆ AN", Issuer: "CỤM THI ĐUA ĐƯỜNG 7"},
		Number:     "Số:      /TTr-CTĐ", Place: "Thanh Chương", Day: day(2014, time.November, 22),
		TypeName: "TỜ TRÌNH", Subject: "Về việc đề nghị tặng Cờ thi đua của Chính phủ",
		To: []string{"Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An"},
		Body: []Block{
			LegalBases{[]string{"Căn cứ quy chế của cụm;", "Căn cứ biên bản hội nghị"}},
			Paragraph{Runs: []Run{{Text: "Chữ thường: " + accented + ". "}, {Text: "Chữ hoa: " + strings.ToUpper(accented) + ".", Bold: true}}},
			Heading{1, "I. Đơn vị được suy tôn"},
			Bullet{Plain("Huyện Con Cuông;")},
			Paragraph{Runs: []Run{{Text: "Tổng điểm: "}, {Text: "95,5", Bold: true, Illustrative: true}, {Text: " điểm."}}},
		},
		Signatures: []Signature{{Authority: "TM. CỤM THI ĐUA", Post: "TRƯỞNG CỤM", Note: "(Ký tên, đóng dấu)", Name: "Họ và tên"}},
		Recipients: []string{"- Như trên;", "- Lưu: VT, TĐKT."},
	}
}

// minutes is a paper of several pages with a table whose head has two rows.
func minutes(l Layout, rows int) *Doc {
	table := Table{Caption: "Bảng tổng hợp điểm", Unit: "Đơn vị tính: điểm", Note: "Ghi chú: đã làm tròn.",
		Columns: []Column{{1, AlignCentre}, {4, AlignUsual}, {2, AlignRight}, {2, AlignRight}},
		Head: [][]Cell{
			{{Runs: Plain("TT"), RowSpan: 2}, {Runs: Plain("Đơn vị"), RowSpan: 2}, {Runs: Plain("Điểm"), ColSpan: 2}},
			Row("Tự chấm", "Thẩm định"),
		}}
	for i := range rows {
		table.Rows = append(table.Rows, Row(fmt.Sprint(i+1), "Huyện Kỳ Sơn", "91,5", "90,0"))
	}
	d := letter(l)
	d.TypeName, d.Subject, d.To, d.Illustrative = "BIÊN BẢN", "Hội nghị giao ban", nil, true
	d.Body = []Block{Text("Hội nghị diễn ra như sau."), table, Text("Hội nghị kết thúc cùng ngày.")}
	d.Signatures = []Signature{{Post: "THƯ KÝ"}, {Post: "CHỦ TỌA", Name: "Họ và tên"}}
	return d
}

func pdfOf(t testing.TB, d *Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docxOf(t testing.TB, d *Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteDOCX(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfText reads a PDF with poppler, in the order in which it was printed.
func pdfText(t testing.TB, pdf []byte, options ...string) string {
	t.Helper()
	command := exec.Command("pdftotext", append(options, "-enc", "UTF-8", "-", "-")...)
	command.Stdin = bytes.NewReader(pdf)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("pdftotext (Debian package poppler-utils) is needed: %v", err)
	}
	return string(out)
}

// viaLibreOffice opens Word files in LibreOffice and returns what it prints.
func viaLibreOffice(t *testing.T, docx map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir}
	for name, content := range docx {
		file := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice (Debian package libreoffice-writer-nogui) is needed: %v\n%s", err, out)
	}
	pdfs := map[string][]byte{}
	for name := range docx {
		pdf, err := os.ReadFile(filepath.Join(dir, name+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		pdfs[name] = pdf
	}
	return pdfs
}
