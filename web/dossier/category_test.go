package dossier_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
)

// chosen is the kind of achievement that the page's form has chosen.
func chosen(page province.Node) string {
	for _, o := range page.Find("select[name=category] option") {
		if slices.ContainsFunc(o.Node.Attr, func(a html.Attribute) bool { return a.Key == "selected" }) {
			return o.Attr("value")
		}
	}
	return ""
}

func TestCategory_isChosenShownRewordedAndRefusedBesideItsField(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		d, blank := y.As("head"), y.Path("de-nghi", "moi")
		if got := chosen(province.Page(t, d.Get(blank), http.StatusOK)); got != "merit" {
			t.Errorf("an empty form is for %q", got)
		}
		form := y.flag()
		form.Set("category", "resistance")
		page := province.Page(t, d.Post(blank, form), http.StatusBadRequest)
		if said := page.Only(t, "#o-category-e").Text(); !strings.Contains(said, "chỉ có: công trạng; đột xuất") {
			t.Errorf("beside the field stands %q", said)
		}
		form.Set("category", "thematic")
		at := y.nominate(t, form)
		if text := province.Page(t, d.Get(at), http.StatusOK).Find("main dl.pairs")[0].Text(); !strings.Contains(text, "Loại hình khen thưởng Phong trào thi đua, chuyên đề") {
			t.Errorf("the dossier tells %s", text)
		}
		reword := url.Values{"viec": {"ly-do"}, "why": {"Chống lũ"}, "category": {"x"}}
		page = province.Page(t, d.Post(at, reword), http.StatusBadRequest)
		if said := page.Only(t, "#o-category-e").Text(); !strings.Contains(said, "Không có loại hình khen thưởng tên “x”") {
			t.Errorf("beside the field stands %q", said)
		}
		reword.Set("category", "ad_hoc")
		led(t, d.Post(at, reword))
		if n := y.nominations(t)[0]; n.Category != rulebook.AdHoc || n.Reason != "Chống lũ" {
			t.Errorf("reworded into %+v", n)
		}
		if got := chosen(province.Page(t, d.Get(at), http.StatusOK)); got != "ad_hoc" {
			t.Errorf("the form shows %q", got)
		}
		if w := y.As("member").Post(at, reword); w.Code != http.StatusForbidden {
			t.Errorf("a member of the council rewords it: %d", w.Code)
		}
	})
}

func TestCategory_filtersTheListAndStandsInItsExcel(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	sudden := y.flag()
	sudden.Set("category", "ad_hoc")
	y.nominate(t, sudden)
	d := y.As("head")
	for category, want := range map[string]int{"": 1, "ad_hoc": 1, "merit": 0} {
		page := province.Page(t, d.Get(y.Path("de-nghi")+"?loai-hinh="+category), http.StatusOK)
		if got := len(page.Find("main table tbody tr")); got != want {
			t.Errorf("%q: %d rows, want %d", category, got, want)
		}
	}
}

func TestCategory_laysOutTheAchievementReport(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	form := y.flag()
	form.Set("category", "ad_hoc")
	at := y.nominate(t, form)
	w := y.As("head").Get(at + "/bao-cao-thanh-tich.docx")
	if report := text(t, w.Body.Bytes()); !strings.Contains(report, "THÀNH TÍCH ĐỘT XUẤT") || !strings.Contains(report, "Loại hình khen thưởng: đột xuất") {
		t.Errorf("%d: %s", w.Code, report)
	}
}
