package testkit_test

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

const cleanPage = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bảng xếp hạng</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>Huyện Con Cuông đứng thứ nhất</h1><p id="script">Không có JavaScript</p>
<a href="/faulty">Trang sau</a></main>
<script>document.getElementById("script").textContent = "Có JavaScript"</script></body></html>`

const faultyPage = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ảnh</title></head>
<body><main><h1 style="width:2000px;height:3000px">Ảnh hội nghị</h1><img src="/none.png"></main></body></html>`

const restlessPage = `<!doctype html><title>Đang tải</title><script>setTimeout(() => location.reload(), 10)</script>`

var style = strings.Repeat("/* kiểu */\n", 1000)

func serve(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/clean", answer("text/html", cleanPage))
	mux.HandleFunc("/faulty", answer("text/html", faultyPage))
	mux.HandleFunc("/restless", answer("text/html", restlessPage))
	mux.HandleFunc("/style.css", answer("text/css", style))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func answer(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "max-age=3600")
		fmt.Fprint(w, body)
	}
}

func TestBrowser_seesWhatAReaderSees(t *testing.T) {
	site := serve(t)
	browser := testkit.Browser(t)
	cases := []struct {
		name string
		run  func(t *testing.T, page *testkit.Page)
	}{
		{"Vietnamese text is read as it is shown", func(t *testing.T, page *testkit.Page) {
			page.Open(site + "/clean")
			equal(t, page.Text("h1"), "Huyện Con Cuông đứng thứ nhất")
		}},
		{"a script runs when JavaScript is on", func(t *testing.T, page *testkit.Page) {
			page.Open(site + "/clean")
			equal(t, page.Text("#script"), "Có JavaScript")
		}},
		{"no script runs when JavaScript is off", func(t *testing.T, page *testkit.Page) {
			page.JavaScript(false)
			page.Open(site + "/clean")
			equal(t, page.Text("#script"), "Không có JavaScript")
			page.JavaScript(true)
			page.Open(site + "/clean")
			equal(t, page.Text("#script"), "Có JavaScript")
		}},
		{"a link leads on", func(t *testing.T, page *testkit.Page) {
			page.Open(site + "/clean")
			page.Click("a")
			equal(t, page.Text("h1[style]"), "Ảnh hội nghị")
		}},
		{"a page wider than a phone overflows and another does not", func(t *testing.T, page *testkit.Page) {
			page.Width(360)
			page.Open(site + "/clean")
			equal(t, page.Overflow(), 0)
			page.Open(site + "/faulty")
			if page.Overflow() < 1000 {
				t.Errorf("overflow %d px, want over 1000", page.Overflow())
			}
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.run(t, browser.Tab(t)) })
	}
}

func TestBrowser_jumpsToItsPlaceInsteadOfGliding(t *testing.T) {
	if got := testkit.Browser(t).Script(`matchMedia("(prefers-reduced-motion: reduce)").matches`); got != "true" {
		t.Errorf("reduced motion: %s", got)
	}
}

// TestScript_isAskedAgainOfThePageThatComes: the page leaves for itself without
// end, so some of the answers are lost with it.
func TestScript_isAskedAgainOfThePageThatComes(t *testing.T) {
	site, page := serve(t), testkit.Browser(t)
	page.Open(site + "/restless")
	for range 200 {
		equal(t, page.Script(`[..."x".repeat(200000)].length`), "200000")
	}
}

func TestAxe_findsTheImageWithoutAText(t *testing.T) {
	site, page := serve(t), testkit.Browser(t)
	page.Open(site + "/faulty")
	for _, v := range page.Axe() {
		if v.Rule == "image-alt" && v.Impact == "critical" && len(v.Nodes) == 1 && v.Nodes[0] == "img" {
			return
		}
	}
	t.Errorf("image-alt not found in %v", page.Axe())
}

func TestAxe_findsNothingOnACleanPage(t *testing.T) {
	site, page := serve(t), testkit.Browser(t)
	page.Open(site + "/clean")
	if found := page.Axe(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestTransfer_countsEveryVisitCold(t *testing.T) {
	site, page := serve(t), testkit.Browser(t)
	page.Open(site + "/clean") // fills the cache
	body := len(cleanPage) + len(style)
	for range 2 {
		got := page.Transfer(site + "/clean")
		if got.Bytes < body || got.Bytes > body+2000 {
			t.Errorf("%d bytes came for a page of %d and its heads", got.Bytes, body)
		}
		if got.Requests < 2 || got.Requests > 3 { // the third is the browser's own for an icon
			t.Errorf("%d requests, want the page and its style sheet", got.Requests)
		}
	}
}

func TestScreenshot_showsThePageBelowTheFold(t *testing.T) {
	site, page := serve(t), testkit.Browser(t)
	page.Width(500)
	page.Open(site + "/faulty")
	file := filepath.Join(t.TempDir(), "page.png")
	page.Screenshot(file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || picture.Width < 500 || picture.Height < 3000 {
		t.Errorf("a picture of %d × %d (%v), want the whole page of 3000", picture.Width, picture.Height, err)
	}
}

func equal[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
