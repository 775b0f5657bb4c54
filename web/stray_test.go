package web

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

func TestStrays_getAPageOfOurs(t *testing.T) {
	site := demoSite(t)
	cases := []struct {
		name, method, address string
		status                int
		says                  string
	}{
		{"an unknown page", "GET", "/khong-co", 404, "Không tìm thấy trang"},
		{"an unknown year", "GET", "/nam/duong8-2014", 404, "Không có năm thi đua này."},
		{"an unknown page of a year", "GET", demoYear + "/khong-co", 404, "Không tìm thấy trang"},
		{"an unknown unit", "GET", demoYear + "/xep-hang/que-phong", 404, "Không có đơn vị này trong cụm."},
		{"an unknown criterion", "GET", demoYear + "/xep-hang/ky-son/9.9", 404, "Đơn vị này không có điểm ở tiêu chí được hỏi."},
		{"a group of criteria", "GET", demoYear + "/xep-hang/ky-son/1", 404, "Đơn vị này không có điểm ở tiêu chí được hỏi."},
		{"an unknown indicator", "GET", demoYear + "/chi-tieu/ct99", 404, "Không có chỉ tiêu này trong năm thi đua."},
		{"an unknown paper", "GET", demoYear + "/van-ban/khong-co.pdf", 404, "Không có văn bản này."},
		{"a slash too many", "GET", demoYear + "/xep-hang/", 404, "Không tìm thấy trang"},
		{"a form sent to a page", "POST", demoYear + "/xep-hang", 405, "Trang này chỉ để xem"},
		{"a page to be deleted", "DELETE", demoYear, 405, "Trang này chỉ để xem"},
		{"a form asked for", "GET", "/ngon-ngu", 405, "Trang này chỉ để xem"},
		{"a slug with a quote", "GET", "/nam/duong7'--", 404, "Không có năm thi đua này."},
		{"a slug with a broken byte", "GET", "/nam/%ff", 404, "Không có năm thi đua này."},
		{"a slug with a zero byte", "GET", "/nam/duong7-2014%00", 404, "Không có năm thi đua này."},
		{"a slug that climbs", "GET", "/nam/..%2f..%2fetc", 404, "Không có năm thi đua này."},
		{"a slug that is a page", "GET", "/nam/%3Cscript%3E", 404, "Không có năm thi đua này."},
		{"a slug of 100,000 letters", "GET", "/nam/" + strings.Repeat("a", 100_000), 404, "Không có năm thi đua này."},
		{"a unit with a zero byte", "GET", demoYear + "/xep-hang/ky-son%00", 404, "Không có đơn vị này trong cụm."},
		{"a paper that climbs", "GET", demoYear + "/van-ban/..%2Fgiay-moi.pdf", 404, "Không có văn bản này."},
		{"a paper with a zero byte", "GET", demoYear + "/van-ban/giay-moi%00.pdf", 404, "Không có văn bản này."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := ask(site, httptest.NewRequest(c.method, "/", nil), c.address)
			if w.Code != c.status {
				t.Fatalf("answers %d, want %d", w.Code, c.status)
			}
			root := parse(t, w.Body)
			if said := text(find(root, "main")[0]); !strings.Contains(said, c.says) {
				t.Errorf("says %q, want %q", said, c.says)
			}
			if c.status == 405 && w.Header().Get("Allow") == "" {
				t.Error("does not say which methods are allowed")
			}
		})
	}
}

func TestPagesBeyondTheList_showTheNearestPage(t *testing.T) {
	site := demoSite(t)
	for _, page := range []string{"0", "-3", "99999999999999999999", "abc", "%00", "2147483648", "1%20OR%201"} {
		for _, path := range []string{"/", demoYear + "/chi-tieu", demoYear + "/phong-trao"} {
			if w := get(site, path+"?trang="+page); w.Code != http.StatusOK {
				t.Errorf("%s?trang=%s answers %d", path, page, w.Code)
			}
		}
	}
}

func TestHead_answersLikeGetWithoutTheBody(t *testing.T) {
	site := demoSite(t)
	server := httptest.NewServer(site)
	defer server.Close()
	for _, path := range []string{"/", demoYear, demoYear + "/xep-hang", demoYear + "/van-ban/giay-moi.pdf"} {
		answer, err := http.Head(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") == "" {
			t.Errorf("HEAD %s answers %d, %q", path, answer.StatusCode, answer.Header.Get("Content-Type"))
		}
	}
}

func TestFault_showsItsNumberAndLogsTheRest(t *testing.T) {
	db := testkit.SQLite(t)
	demo(t, db)
	var log bytes.Buffer
	site := New(db, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", demoYear, demoYear + "/van-ban/giay-moi.pdf"} {
		log.Reset()
		w := get(site, path)
		if w.Code != http.StatusInternalServerError {
			t.Fatalf("%s answers %d", path, w.Code)
		}
		id := only(t, parse(t, w.Body), "main strong")
		if len(id) != 26 || !strings.Contains(log.String(), id) || !strings.Contains(log.String(), "closed") {
			t.Errorf("%s: number %q, log %q", path, id, log.String())
		}
		if strings.Contains(w.Body.String(), "closed") || strings.Contains(w.Body.String(), "sql") {
			t.Errorf("%s tells the reader about our insides", path)
		}
	}
	if w := get(site, "/healthz"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("healthz answers %d without records", w.Code)
	}
}

func TestPanic_becomesAFault(t *testing.T) {
	var log bytes.Buffer
	desk := deskFor(&log)
	site := catchPanics(desk, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("tràn") }))
	w := httptest.NewRecorder()
	site.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusInternalServerError || !strings.Contains(log.String(), "tràn") || strings.Contains(w.Body.String(), "tràn") {
		t.Errorf("answers %d, log %q", w.Code, log.String())
	}
}
