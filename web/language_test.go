package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// choose sends the language form.
func choose(site http.Handler, language, back string, headers ...string) *httptest.ResponseRecorder {
	form := url.Values{"ngon-ngu": {language}, "tro-lai": {back}}
	r := httptest.NewRequest("POST", "/", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return ask(site, r, "/ngon-ngu", headers...)
}

func TestLanguage_isChosenByAFormAndRemembered(t *testing.T) {
	site := demoSite(t)
	w := choose(site, "en", demoYear+"/xep-hang")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != demoYear+"/xep-hang" {
		t.Fatalf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	cookie := w.Header().Get("Set-Cookie")
	for _, part := range []string{"ngon-ngu=en", "SameSite=Lax", "HttpOnly", "Path=/"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("cookie %q lacks %s", cookie, part)
		}
	}
	root := page(t, site, demoYear+"/xep-hang", "Cookie", "ngon-ngu=en")
	if lang := attr(find(root, "html")[0], "lang"); lang != "en" {
		t.Errorf("the page says it is in %q", lang)
	}
	if h := only(t, root, "h1"); h != "Scores and ranking" {
		t.Errorf("headed %q", h)
	}
	unit := find(root, "tbody th")[0]
	if !strings.HasPrefix(text(unit), "Con Cuông") || attr(unit, "lang") != "vi" {
		t.Errorf("the record says %q in %q", text(unit), attr(unit, "lang"))
	}
}

func TestLanguage_isVietnameseForEverybodyElse(t *testing.T) {
	site := demoSite(t)
	for _, cookie := range []string{"", "ngon-ngu=fr", "ngon-ngu=<script>", "other=en"} {
		root := page(t, site, demoYear, "Cookie", cookie)
		if lang := attr(find(root, "html")[0], "lang"); lang != "vi" {
			t.Errorf("with %q the page is in %q", cookie, lang)
		}
	}
}

func TestLanguage_neverLeadsToAnotherSite(t *testing.T) {
	site := demoSite(t)
	for back, want := range map[string]string{
		"/nam/duong7-2014?trang=2":  "/nam/duong7-2014?trang=2",
		"":                          "/",
		"https://example.com/":      "/",
		"//example.com/":            "/",
		"/\\example.com/":           "/",
		"/\t/example.com":           "/",
		"javascript:alert(1)":       "/",
		"nam":                       "/",
		"/%2f/example.com":          "/%2f/example.com",
		"/a\r\nSet-Cookie: x=1":     "/",
		"http:///example.com":       "/",
		"/nam/duong7-2014#giao-uoc": "/nam/duong7-2014",
	} {
		if got := choose(site, "en", back).Header().Get("Location"); got != want {
			t.Errorf("%q leads to %q, want %q", back, got, want)
		}
	}
}

func TestLanguage_isNotChangedByAnotherSitesForm(t *testing.T) {
	site := demoSite(t)
	w := choose(site, "en", "/", "Sec-Fetch-Site", "cross-site", "Origin", "https://example.com")
	if w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("answers %d, cookie %q", w.Code, w.Header().Get("Set-Cookie"))
	}
	if h := only(t, parse(t, w.Body), "h1"); h != "Không thực hiện được yêu cầu" {
		t.Errorf("headed %q", h)
	}
}

func TestLanguage_formIsNoWayToSendALot(t *testing.T) {
	site := demoSite(t)
	if w := choose(site, "en", "/"+strings.Repeat("a", 1<<20)); w.Code != http.StatusBadRequest {
		t.Errorf("answers %d", w.Code)
	}
}
