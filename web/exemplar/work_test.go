package exemplar_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// introduced is a province whose unit Con Cuông introduced a person, and the
// address of that record.
func introduced(t *testing.T, db *store.DB) (*province.Province, string) {
	t.Helper()
	p := province.New(t, db, province.Phase(season.Work))
	w := p.As("officer:con-cuong").Post(p.Path("dien-hinh", "moi"), url.Values{"viec": {"gioi-thieu"}, "kind": {"person"}, "name": {"Người thử"}, "story": {"Trồng rừng <script>alert(1)</script>"}, "unit": {p.Unit["ky-son"]}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("it is refused: %d %s", w.Code, w.Body)
	}
	return p, w.Header().Get("Location")
}

func TestExemplar_goesFromDiscoveryToReplication(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p, one := introduced(t, db)
		for _, s := range []struct {
			who  string
			form url.Values
		}{
			{"head", url.Values{"viec": {"xac-minh"}, "note": {"Đã đến tận nơi"}}},
			{"standing", url.Values{"viec": {"cong-nhan"}, "note": {"Quyết định công nhận"}}},
			{"standing", url.Values{"viec": {"cong-bo"}}},
			{"officer:ky-son", url.Values{"viec": {"nhan-rong"}, "note": {"Học tập cách làm"}}},
		} {
			if w := p.As(s.who).Post(one, s.form); w.Code != http.StatusSeeOther {
				t.Fatalf("%s, %s: %d %s", s.who, s.form.Get("viec"), w.Code, w.Body)
			}
		}
		page := p.As("officer:anh-son").Get(one).Body.String()
		if !strings.Contains(page, "Học tập, làm theo: Kỳ Sơn.") || strings.Contains(page, "<script>alert") {
			t.Error("the adopter is not named, or a text runs as a script")
		}
	})
}

func TestExemplar_isTheUnitsOwnWhateverTheFormSays(t *testing.T) {
	p, one := introduced(t, testkit.SQLite(t))
	if page := p.As("officer:con-cuong").Get(one).Body.String(); !strings.Contains(page, "Con Cuông") || strings.Contains(page, ", Kỳ Sơn") {
		t.Error("a unit introduced another's exemplar")
	}
}

func TestExemplar_isNotSeenByOthersBeforeItIsPublic(t *testing.T) {
	p, one := introduced(t, testkit.SQLite(t))
	for _, who := range []string{"officer:ky-son", "leader:anh-son", "secretary", "decider"} {
		if w := p.As(who).Get(one); w.Code != http.StatusNotFound {
			t.Errorf("%s gets %d", who, w.Code)
		}
		if list := p.As(who).Get(p.Path("dien-hinh")).Body.String(); strings.Contains(list, "Người thử") {
			t.Errorf("%s finds it in the list", who)
		}
	}
}

func TestExemplar_refuses(t *testing.T) {
	p, one := introduced(t, testkit.SQLite(t))
	for name, c := range map[string]struct {
		who  string
		form url.Values
		want int
	}{
		"its own unit verifying it":       {"officer:con-cuong", url.Values{"viec": {"xac-minh"}}, http.StatusForbidden},
		"recognition before verification": {"standing", url.Values{"viec": {"cong-nhan"}, "note": {"x"}}, http.StatusConflict},
		"publication before recognition":  {"standing", url.Values{"viec": {"cong-bo"}}, http.StatusConflict},
		"an administrator":                {"admin", url.Values{"viec": {"xac-minh"}}, http.StatusForbidden},
		"a day that is to come":           {"head", url.Values{"viec": {"xac-minh"}, "on": {"01/12/2014"}}, http.StatusBadRequest},
		"no day at all":                   {"head", url.Values{"viec": {"xac-minh"}, "on": {"hôm qua"}}, http.StatusBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			if w := p.As(c.who).Post(one, c.form); w.Code != c.want {
				t.Errorf("answers %d, want %d: %s", w.Code, c.want, w.Body)
			}
		})
	}
	if w := p.As("head").Post(p.Path("dien-hinh", "khong-co"), url.Values{"viec": {"xac-minh"}}); w.Code != http.StatusNotFound {
		t.Errorf("a record that is not there answers %d", w.Code)
	}
}
