package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/store"
)

// addresses are one page of every kind the demo year has.
var addresses = []struct{ path, heading string }{
	{"", "Cụm thi đua đường 7, năm 2014"},
	{"/phong-trao", "Phong trào thi đua"},
	{"/chi-tieu", "Chỉ tiêu"},
	{"/chi-tieu/ct1", "Tỷ lệ hộ nghèo"},
	{"/dien-hinh", "Điển hình tiên tiến"},
	{"/xep-hang", "Kết quả chấm điểm, xếp hạng"},
	{"/xep-hang/ky-son", "Huyện Kỳ Sơn"},
	{"/xep-hang/con-cuong/1.1", "Vì sao Con Cuông được 91,85 điểm ở tiêu chí 1.1?"},
	{"/hoi-nghi", "Hội nghị"},
	{"/suy-ton", "Suy tôn, đề nghị khen thưởng"},
	{"/ban-tin", ""},
	{"/doc-van-ban/bien-ban-hoi-nghi", "Biên bản hội nghị sơ kết năm 2014 của Cụm thi đua đường 7"},
}

func TestAddresses_coverEveryRoute(t *testing.T) {
	mux := http.NewServeMux()
	for _, route := range pages {
		mux.HandleFunc(route.Pattern(), func(http.ResponseWriter, *http.Request) {})
	}
	asked := map[string]bool{}
	for _, a := range addresses {
		_, pattern := mux.Handler(httptest.NewRequest("GET", demoYear+a.path, nil))
		asked[pattern] = true
	}
	for _, route := range pages {
		if !asked[route.Pattern()] {
			t.Errorf("no test opens %s", route.Pattern())
		}
	}
}

func TestPages_openOnBothEngines(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		demo(t, db)
		site := quiet(db)
		for _, a := range addresses {
			heading := only(t, page(t, site, demoYear+a.path), "h1")
			if a.heading != "" && heading != a.heading {
				t.Errorf("%s is headed %q, want %q", a.path, heading, a.heading)
			}
		}
	})
}

// A page reads its year in a handful of statements, however large the year is.
func TestPages_spendFewStatements(t *testing.T) {
	site := demoSite(t)
	for _, a := range append(addresses, struct{ path, heading string }{"/van-ban/bien-ban-hoi-nghi.pdf", ""}) {
		ctx, n := store.CountStatements(context.Background())
		w := ask(site, httptest.NewRequestWithContext(ctx, "GET", "/", nil), demoYear+a.path)
		t.Logf("%d statements: %s", *n, a.path)
		if w.Code != http.StatusOK || *n == 0 || *n > 8 {
			t.Errorf("%s answers %d after %d statements, want 200 after at most 8", a.path, w.Code, *n)
		}
	}
}

// Every link of every page leads somewhere.
func TestLinks_allLeadToPages(t *testing.T) {
	site := demoSite(t)
	seen, queue := map[string]bool{"/": true}, []string{"/"}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		w := get(site, address)
		if w.Code != http.StatusOK {
			t.Errorf("%s answers %d", address, w.Code)
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		for _, link := range links(t, w) {
			if !seen[link] {
				seen[link] = true
				queue = append(queue, link)
			}
		}
	}
	for _, want := range []string{"/xep-hang/tuong-duong/4.2", "/chi-tieu/ct8", "/van-ban/bien-ban-hoi-nghi.docx", "/chi-tieu?trang=2"} {
		if !seen[demoYear+want] {
			t.Errorf("no link leads to %s", want)
		}
	}
}

// links are the addresses on this site that a page links to.
func links(t *testing.T, w *httptest.ResponseRecorder) (all []string) {
	t.Helper()
	root := parse(t, w.Body)
	for _, a := range slices.Concat(find(root, "a"), find(root, "link")) {
		address, _, _ := strings.Cut(attr(a, "href"), "#")
		if strings.HasPrefix(address, "/") {
			all = append(all, address)
		}
	}
	return all
}

func TestPages_areForReadersWithoutScriptsOrForeignParts(t *testing.T) {
	site := demoSite(t)
	for _, a := range addresses {
		root := page(t, site, demoYear+a.path)
		for _, selector := range []string{"script", "iframe", "style", "img"} {
			if n := len(find(root, selector)); n > 0 {
				t.Errorf("%s holds %d %s", a.path, n, selector)
			}
		}
		for n := range root.Descendants() {
			for _, x := range n.Attr {
				if x.Key == "style" || strings.HasPrefix(x.Key, "on") {
					t.Errorf("%s: <%s %s> would need a weaker policy", a.path, n.Data, x.Key)
				}
			}
		}
		if titles := find(root, "title"); len(titles) != 1 || !strings.HasSuffix(text(titles[0]), "Cụm thi đua đường 7, năm 2014 · Thi Đua") {
			t.Errorf("%s has %d titles, the first %q", a.path, len(titles), fmt.Sprint(titles))
		}
	}
}
