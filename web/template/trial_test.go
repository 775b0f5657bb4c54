package template_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/template"
)

// brought is the address of a trial of the starter for cover notes, brought for
// every cluster and not in force.
func brought(t testing.TB, p *province.Province) string {
	t.Helper()
	d, page := p.As("standing"), home+"/cover_note"
	w := d.Get(page + "?khoi-dau=1")
	if w := d.Send(page, url.Values{"viec": {"nap"}, "cum": {""}}, template.FileField, "phieu-trinh.docx", w.Body.Bytes()); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return province.Page(t, d.Get(page), http.StatusOK).Find("#ban tbody a")[0].Attr("href")
}

func TestTrial_isFilledWithAPaperOnRecordForThoseWhoDrawUpPapers(t *testing.T) {
	p := held(t)
	at := brought(t, p)
	for who, names := range map[string]bool{"standing": true, "admin": false} {
		text := textOf(t, p.As(who).Get(at))
		if strings.Contains(text, "Huyện Con Cuông: Cờ thi đua") != names || strings.Contains(text, "Huyện A") || strings.ContainsAny(text, "{}") {
			t.Errorf("%s reads %s", who, text)
		}
		if said := province.Page(t, p.As(who).Get(home+"/cover_note"), http.StatusOK).Only(t, "#cach-xem-thu").Text(); strings.Contains(said, "văn bản thật") != names {
			t.Errorf("%s is told %q", who, said)
		}
	}
	if text := textOf(t, p.As("head").Get(p.Path("van-ban", "phieu-trinh.docx"))); !strings.Contains(text, "Huyện Con Cuông") {
		t.Errorf("the draft: %s", text)
	}
}

func TestTrial_isFilledWithExamplesWhereNoYearHasSuchAPaper(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		if text := textOf(t, p.As("standing").Get(brought(t, p))); !strings.Contains(text, "số liệu minh họa") || !strings.Contains(text, "CỤM THI ĐUA SỐ 1") {
			t.Error(text)
		}
	})
}

func TestTrial_saysWhatIsMissingWithoutLibreOffice(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	at := brought(t, p)
	t.Setenv("PATH", t.TempDir())
	if w := p.As("standing").Get(at + "&dang=pdf"); w.Code != http.StatusConflict && w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "chưa cài LibreOffice") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if links := province.Page(t, p.As("standing").Get(home+"/cover_note"), http.StatusOK).Find("#ban tbody a"); len(links) != 2 {
		t.Errorf("%d links: a PDF is offered", len(links))
	}
	if said := province.Page(t, p.As("standing").Get(home), http.StatusOK).Only(t, "#pdf").Text(); !strings.Contains(said, "chưa cài LibreOffice") {
		t.Error(said)
	}
}
