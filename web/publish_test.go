package web

import (
	"net/http"
	"strings"
	"testing"

	"thidua/vi"
	"thidua/web/year"
)

// secrets are words of the demo year's scores, votes and proposals that no page
// may tell before publication.
var secrets = []string{"91,85", "99,12", "Cờ thi đua của Chính phủ cho", "Được suy tôn", "được thông qua", "Thảo luận, thống nhất", "bien-ban", "Cao Thị Hiền"}

func TestUnpublished_everyPageHoldsBackWhatIsNotPublic(t *testing.T) {
	site, db := ownDemoSite(t)
	for name, day := range map[string]vi.Day{"no day is set": {}, "the day is tomorrow": vi.MustDay("2014-11-23")} {
		t.Run(name, func(t *testing.T) {
			publishedOn(t, db, day)
			for _, a := range addresses {
				w := get(site, demoYear+a.path)
				body := strings.ReplaceAll(w.Body.String(), a.path, "") // its own address is the asker's
				if w.Code != http.StatusOK {
					t.Errorf("%s answers %d, want 200", a.path, w.Code)
				}
				for _, secret := range secrets {
					if strings.Contains(body, secret) {
						t.Errorf("%s tells %q", a.path, secret)
					}
				}
				if held := strings.Contains(body, "Chưa công bố"); held != (ruleOf(t, a.path) == year.WhenPublished) {
					t.Errorf("%s says it is not published: %v", a.path, held)
				}
			}
		})
	}
}

// ruleOf is the rule of the route that serves the path.
func ruleOf(t *testing.T, path string) year.Rule {
	t.Helper()
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	for _, route := range pages {
		if name, _, _ := strings.Cut(strings.TrimPrefix(route.Path, "/"), "/"); name == first {
			return route.Rule
		}
	}
	t.Fatalf("no route for %s", path)
	return 0
}

func TestUnpublished_scoresVotesAndProposalsWait(t *testing.T) {
	waiting := map[string]bool{"/xep-hang": true, "/xep-hang/{unit}": true, "/xep-hang/{unit}/{criterion}": true, "/suy-ton": true, "/ban-tin": true, "/doc-van-ban/{paper}": true}
	for _, route := range pages {
		if (route.Rule == year.WhenPublished) != waiting[route.Path] {
			t.Errorf("%q is held back until publication: %v", route.Path, !waiting[route.Path])
		}
	}
}

func TestUnpublished_thereAreNoPapers(t *testing.T) {
	site, db := ownDemoSite(t)
	address := demoYear + "/van-ban/bien-ban-hoi-nghi.pdf"
	if w := get(site, address); w.Code != http.StatusOK {
		t.Fatalf("the paper answers %d after publication", w.Code)
	}
	publishedOn(t, db, vi.Day{})
	w := get(site, address)
	if w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "%PDF") {
		t.Errorf("the paper answers %d before publication", w.Code)
	}
	if strings.Contains(get(site, demoYear+"/hoi-nghi").Body.String(), "van-ban/") {
		t.Error("the conference page offers papers before publication")
	}
}

func TestPublished_fromTheDayItself(t *testing.T) {
	site, db := ownDemoSite(t)
	publishedOn(t, db, vi.MustDay("2014-11-22")) // the day every test database believes it is
	if body := get(site, demoYear+"/xep-hang").Body.String(); !strings.Contains(body, "99,12") {
		t.Error("the ranking is not shown on the day of publication")
	}
}
