package paper_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/season"
)

// word stands in the letterhead of every template of these tests, and in no
// paper of the program's own.
const word = "TIÊU ĐỀ RIÊNG"

// wordFiles are the addresses of the Word files that a page offers.
func wordFiles(page province.Node) (all []string) {
	for _, a := range page.Find("main a") {
		if path, _, _ := strings.Cut(a.Attr("href"), "?"); strings.HasSuffix(path, ".docx") {
			all = append(all, a.Attr("href"))
		}
	}
	return all
}

func pdfText(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, w.Body.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatalf("%d %v", w.Code, err)
	}
	return string(text)
}

func TestDraft_everyPaperOfTheYearLeavesInTheLocalitysTemplate(t *testing.T) {
	p := year(t, season.Nomination)
	files := wordFiles(province.Page(t, p.As("head").Get(p.Path("van-ban")), http.StatusOK))
	builtIn := map[string]string{}
	for _, f := range files {
		builtIn[f] = province.Word(t, p.As("head").Get(f))
	}
	p.Letterhead(word)
	for _, f := range files {
		filled := province.Word(t, p.As("head").Get(f))
		if strings.Contains(builtIn[f], word) || !strings.Contains(filled, word) || strings.ContainsAny(filled, "{}") {
			t.Errorf("%s reads %s", f, filled)
		}
		for _, line := range strings.Split(builtIn[f], "\n") {
			if strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "- Lưu") && !strings.Contains(filled, line) {
				t.Errorf("%s lost %q: %s", f, line, filled)
			}
		}
	}
	if len(files) < 5 {
		t.Errorf("only %q", files)
	}
}

func TestDraft_isPrintedFromTheLocalitysTemplateWithLibreOfficeOnly(t *testing.T) {
	p := year(t, season.Nomination)
	get := func() string {
		w := p.As("head").Get(p.Path("van-ban", "phieu-trinh.pdf"))
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "%PDF") {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		return w.Body.String()
	}
	says := func(sentence string) {
		t.Helper()
		if got := province.Page(t, p.As("head").Get(p.Path("van-ban")), http.StatusOK).Only(t, "#mau").Text(); !strings.Contains(got, sentence) {
			t.Errorf("%q does not say %q", got, sentence)
		}
	}
	offered := func(form string) {
		t.Helper()
		for _, a := range province.Page(t, p.As("head").Get(p.Path("van-ban")), http.StatusOK).Find("main a") {
			if strings.HasSuffix(a.Attr("href"), "phieu-trinh.pdf") && !strings.HasPrefix(a.Text(), form+":") {
				t.Errorf("it is offered as %q, not %s", a.Text(), form)
			}
		}
	}
	builtIn := get()
	offered("PDF")
	p.Letterhead(word)
	offered("PDF theo mẫu")
	if text := pdfText(t, p.As("head").Get(p.Path("van-ban", "phieu-trinh.pdf"))); !strings.Contains(text, word) {
		t.Error(text)
	}
	says("in từ chính bản Word theo mẫu")
	t.Setenv("PATH", t.TempDir())
	offered("PDF dựng sẵn")
	if get() != builtIn {
		t.Error("without LibreOffice the PDF is not the built-in one")
	}
	says("chưa cài LibreOffice")
}

func TestDraft_withAStampIsTheBuiltInPaper(t *testing.T) {
	p := underDecree(t)
	p.Letterhead(word)
	for query, stamped := range map[string]bool{"": false, "?khan=khan": true} {
		text := province.Word(t, p.As("head").Get(p.Path("van-ban", "to-trinh.docx")+query))
		if strings.Contains(text, word) == stamped || strings.Contains(text, "KHẨN") != stamped {
			t.Errorf("%q: %s", query, text)
		}
	}
}
