package web

import (
	"net/http/httptest"
	"testing"

	"thidua/internal/testkit"
	"thidua/vi"
)

// coldPage is how many bytes a page may bring on a first visit, style sheet and
// icon included.
const coldPage = 100_000

// The walk opens every kind of page as readers do: without JavaScript, on a
// phone of 360 px, at 200 % zoom (a window of half the width), cold, and through
// the eyes of axe.
func TestBrowser_everyPageServesEveryReader(t *testing.T) {
	site, db := ownDemoSite(t)
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)
	browser := testkit.Browser(t)
	walk := func(t *testing.T, page *testkit.Page, address string) {
		page.JavaScript(false)
		for _, width := range []int{360, 640, 1280} {
			page.Width(width)
			page.Open(address)
			if px := page.Overflow(); px > 0 {
				t.Errorf("%s is %d px wider than a window of %d", address, px, width)
			}
		}
		if visit := page.Transfer(address); visit.Bytes > coldPage {
			t.Errorf("%s brings %d bytes", address, visit.Bytes)
		}
		page.JavaScript(true) // for axe alone
		page.Open(address)
		for _, v := range page.Axe() {
			t.Errorf("%s: %s", address, v)
		}
	}
	for _, a := range addresses {
		t.Run("published"+a.path, func(t *testing.T) { walk(t, browser.Tab(t), server.URL+demoYear+a.path) })
	}
	t.Run("list", func(t *testing.T) { walk(t, browser.Tab(t), server.URL+"/") })
	t.Run("not found", func(t *testing.T) { walk(t, browser.Tab(t), server.URL+"/khong-co") })
	publishedOn(t, db, vi.Day{})
	t.Run("unpublished", func(t *testing.T) { walk(t, browser.Tab(t), server.URL+demoYear+"/xep-hang") })
	t.Run("unpublished conference", func(t *testing.T) { walk(t, browser.Tab(t), server.URL+demoYear+"/hoi-nghi") })
}

func TestBrowser_changesTheLanguageAndComesBack(t *testing.T) {
	site := demoSite(t)
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)
	page := testkit.Browser(t)
	page.JavaScript(false)
	page.Open(server.URL + demoYear + "/dien-hinh")
	page.Click(".top button")
	if h := page.Text("html[lang=en] h1"); h != "Exemplars" {
		t.Errorf("headed %q", h)
	}
	page.Click(".top button")
	if h := page.Text("html[lang=vi] h1"); h != "Điển hình tiên tiến" {
		t.Errorf("headed %q", h)
	}
}
