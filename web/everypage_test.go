package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/web"
)

// plainPages are the addresses of all working pages that need no id of a record.
func plainPages() (all []string) {
	for _, p := range web.WorkPages() {
		address := strings.ReplaceAll(p.Path, "{slug}", province.Slug)
		if !strings.Contains(address, "{") {
			all = append(all, address)
		}
	}
	return all
}

// TestEveryPage_answersEveryRoleInEveryPhase opens all working pages as
// everybody: each shows itself, leads on, or says why not, and none fails.
func TestEveryPage_answersEveryRoleInEveryPhase(t *testing.T) {
	for _, phase := range season.Phases {
		t.Run(string(phase), func(t *testing.T) {
			t.Parallel()
			p := province.New(t, testkit.SQLite(t), province.Phase(phase))
			for _, who := range desks {
				for _, address := range plainPages() {
					w := p.As(who).Get(address)
					if !slices.Contains([]int{http.StatusOK, http.StatusSeeOther, http.StatusForbidden, http.StatusNotFound, http.StatusConflict}, w.Code) {
						t.Errorf("%s gets %d at %s", who, w.Code, address)
					}
					if w.Code == http.StatusOK && w.Header().Get("Cache-Control") != "no-store" {
						t.Errorf("%s may be kept on its way to %s", address, who)
					}
				}
			}
		})
	}
}

// TestEveryAddress_isClosedToWhoeverHasNoSession tries every address of the
// desk, pages and raw, reading and writing.
func TestEveryAddress_isClosedToWhoeverHasNoSession(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	concrete := func(path string) string {
		var parts []string
		for _, part := range strings.Split(strings.ReplaceAll(path, "{slug}", province.Slug), "/") {
			if strings.HasPrefix(part, "{") {
				part = "x"
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, "/")
	}
	closed := func(method, address string) {
		w := p.As("").Get(address)
		if method == http.MethodPost {
			w = p.As("").Post(address, url.Values{"viec": {"x"}})
		}
		signIn := w.Code == http.StatusSeeOther && strings.HasPrefix(w.Header().Get("Location"), "/dang-nhap")
		if !signIn && w.Code != http.StatusUnauthorized {
			t.Errorf("%s %s answers %d to nobody", method, address, w.Code)
		}
	}
	for _, page := range web.WorkPages() {
		closed(http.MethodGet, concrete(page.Path))
		if len(page.Acts) > 0 {
			closed(http.MethodPost, concrete(page.Path))
		}
	}
	for _, raw := range web.RawPages() {
		method, path, found := strings.Cut(raw.Pattern, " ")
		if !found {
			t.Errorf("%s takes every method", raw.Pattern)
		}
		closed(method, concrete(path))
	}
}

// TestEveryPage_changesNothingWhenItIsRead opens every page as everybody and
// compares the records before and after: state never changes by GET.
func TestEveryPage_changesNothingWhenItIsRead(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.SelfScoring))
	for who := range p.People {
		p.Cookie(who)
	}
	before := testkit.Digest(t, db, "session", "journal", "journal_head")
	for who := range p.People {
		for _, address := range plainPages() {
			for _, act := range []string{"", "?viec=" + "x", "?viec=luu&unit=x"} {
				p.As(who).Get(address + act)
			}
		}
	}
	if after := testkit.Digest(t, db, "session", "journal", "journal_head"); after != before {
		t.Errorf("reading changed the records: %s", testkit.Differ(before, after))
	}
}

// TestEveryForm_refusesAnotherSite posts to every page as its people would, from
// another site.
func TestEveryForm_refusesAnotherSite(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for _, address := range plainPages() {
		for _, header := range []struct{ name, value string }{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}} {
			r := newPost(address, url.Values{"viec": {"x"}})
			r.Header.Set(header.name, header.value)
			if w := p.As("standing").Do(r); w.Code != http.StatusForbidden && w.Code != http.StatusMethodNotAllowed {
				t.Errorf("%s answers %d to a form of another site (%s)", address, w.Code, header.name)
			}
		}
	}
}

func newPost(address string, form url.Values) *http.Request {
	r, err := http.NewRequest(http.MethodPost, "http://example.com"+address, strings.NewReader(form.Encode()))
	if err != nil {
		panic(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.RemoteAddr = "192.0.2.1:1234"
	return r
}
