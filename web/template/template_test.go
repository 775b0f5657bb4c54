package template_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
)

const (
	home   = "/quan-tri/mau-van-ban"
	letter = home + "/call_letter"
)

// starter is the file to begin from, as the page gives it.
func starter(t testing.TB, d province.Desk) []byte {
	t.Helper()
	w := d.Get(letter + "?khoi-dau=1")
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "mau-khoi-dau-call-letter.docx") {
		t.Fatalf("the starter: %d", w.Code)
	}
	return w.Body.Bytes()
}

func send(d province.Desk, file []byte) *httptest.ResponseRecorder {
	return d.Send(letter, url.Values{"viec": {"nap"}, "cum": {""}}, template.FileField, "cong-van.docx", file)
}

func textOf(t testing.TB, w *httptest.ResponseRecorder) string {
	t.Helper()
	text, err := document.ReadDOCXText(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatalf("%d: %v", w.Code, err)
	}
	return text
}

func TestTemplates_areKeptByTheStandingBodyAndTheAdministrator(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for who, status := range map[string]int{"admin": http.StatusOK, "standing": http.StatusOK, "head": http.StatusForbidden, "officer:con-cuong": http.StatusForbidden, "inspector": http.StatusForbidden, "": http.StatusSeeOther} {
		for _, path := range []string{home, letter} {
			if w := p.As(who).Get(path); w.Code != status {
				t.Errorf("%q opens %s: %d", who, path, w.Code)
			}
		}
	}
	if w := send(p.As("head"), nil); w.Code != http.StatusForbidden {
		t.Errorf("the head brings one: %d", w.Code)
	}
	if w := p.As("admin").Get(home + "/certificate"); w.Code != http.StatusNotFound {
		t.Errorf("a kind that no locality sets: %d", w.Code)
	}
	page := province.Page(t, p.As("standing").Get(home), http.StatusOK)
	if rows := page.Find("#loai tbody tr"); len(rows) != len(paper.TemplateKinds()) || !strings.Contains(rows[0].Text(), "Bản dựng sẵn") {
		t.Errorf("%d kinds", len(rows))
	}
}

func TestTemplate_isBroughtTriedPutInForceAndDrawn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		d := p.As("standing")
		if w := send(d, []byte("{trích yếu}")); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "không phải loại được nhận") {
			t.Errorf("a text: %d", w.Code)
		}
		if w := send(d, starter(t, d)); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		page := province.Page(t, d.Get(letter), http.StatusOK)
		if rows := page.Find("#ban tbody tr"); len(rows) != 1 || !strings.Contains(rows[0].Text(), "mọi cụm, khối") || !strings.Contains(rows[0].Text(), "không thiếu") {
			t.Fatalf("the versions: %q", page.Only(t, "#ban").Text())
		}
		links := page.Find("#ban tbody a")
		for i, want := range map[int]string{0: "CỤM THI ĐUA SỐ 1", 2: "{cơ quan ban hành}"} {
			if text := textOf(t, d.Get(links[i].Attr("href"))); !strings.Contains(text, want) {
				t.Errorf("%s: %s", links[i].Attr("href"), text)
			}
		}
		if w := d.Get(links[1].Attr("href")); !strings.HasPrefix(w.Body.String(), "%PDF") || !strings.Contains(w.Header().Get("Content-Disposition"), "xem-thu-mau-call-letter-ban-1.pdf") {
			t.Errorf("the trial as PDF: %d %s", w.Code, w.Header())
		}
		today := vi.DayOf(testkit.Today)
		force := func(version int, day vi.Day) *httptest.ResponseRecorder {
			return d.Post(letter, url.Values{"viec": {"ap-dung"}, "ban": {fmt.Sprintf("/%d", version)}, "tu-ngay": {day.Short()}})
		}
		if w := force(1, today.AddDays(-1)); w.Code != http.StatusBadRequest || !strings.Contains(province.Page(t, w, http.StatusBadRequest).Only(t, "#o-tu-ngay-e").Text(), "từ hôm nay trở đi") {
			t.Errorf("a day that has gone by: %d", w.Code)
		}
		for version, says := range []string{"bản dựng sẵn", "bản 1 từ ngày"} {
			if w := force(version, today); w.Code != http.StatusSeeOther {
				t.Fatalf("%d %s", w.Code, w.Body)
			}
			if got := province.Page(t, d.Get(letter), http.StatusOK).Only(t, "#dang-dung").Text(); !strings.Contains(got, says) {
				t.Errorf("%q does not say %q", got, says)
			}
		}
	})
}

func TestFields_areAllListedForTheClerk(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for _, k := range paper.TemplateKinds() {
		page := province.Page(t, p.As("admin").Get(home+"/"+string(k)), http.StatusOK)
		if rows := page.Find("#truong tbody tr"); len(rows) != len(paper.FieldsOf(k)) {
			t.Errorf("%s: %d fields", k, len(rows))
		}
	}
}

func TestBrowser_templatesServeEveryReader(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	d := p.As("standing")
	if w := send(d, starter(t, d)); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	site, page := p.Serve(), testkit.Browser(t)
	page.SignIn(p.Cookie("standing"), site)
	for _, path := range []string{home, letter} {
		page.Open(site + path)
		for _, width := range []int{360, 1280} {
			page.Width(width)
			if px := page.Overflow(); px > 0 {
				t.Errorf("%s is %d px wider than a window of %d", path, px, width)
			}
		}
		for _, v := range page.Axe() {
			t.Errorf("%s: %s", path, v)
		}
	}
}
