package web_test

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

// aForm is one act offered on a page: where it goes and what a browser sends.
type aForm struct {
	to    string
	send  url.Values
	texts []string // fields for words of one's own
}

var id = regexp.MustCompile(`[0-9A-HJKMNP-TV-Z]{26}`)

// kind tells forms of the same act apart from all others.
func (f aForm) kind() string {
	path, _, _ := strings.Cut(f.to, "?")
	return id.ReplaceAllString(path, "*") + " " + f.send.Get("viec")
}

// mostPages bounds how far a reader follows links.
const mostPages = 80

// visit follows the links that a person is shown, and calls on every page.
func visit(t *testing.T, p *province.Province, who string, page func(address string, n province.Node, source string)) {
	t.Helper()
	queue, known := append([]string{"/viec-can-lam"}, plainPages()...), map[string]bool{}
	for _, a := range queue {
		known[a] = true
	}
	for i := 0; i < len(queue) && i < mostPages; i++ {
		w := p.As(who).Get(queue[i])
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		source := w.Body.String()
		n := province.Page(t, w, http.StatusOK)
		page(queue[i], n, source)
		for _, a := range n.Find("main a") {
			to := a.Attr("href")
			path, query, _ := strings.Cut(to, "?")
			if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "/nam") || strings.Contains(query, "dang=") || strings.Contains(query, "sap=") || strings.HasSuffix(path, "/dong") || known[to] {
				continue
			}
			known[to] = true
			queue = append(queue, to)
		}
	}
}

// formsOf are the acts that a page offers, each with what stands in its fields.
func formsOf(address string, page province.Node) (all []aForm) {
	for _, f := range page.Find("main form") {
		if f.Attr("method") != "post" {
			continue
		}
		form := aForm{to: f.Attr("action"), send: filled(f)}
		if form.to == "" || strings.HasPrefix(form.to, "?") {
			form.to = address
		}
		for _, s := range f.Find("select") {
			for _, o := range s.Find("option") {
				if o.Attr("value") != "" {
					form.send.Set(s.Attr("name"), o.Attr("value"))
				}
			}
		}
		for _, area := range f.Find("textarea") {
			form.texts = append(form.texts, area.Attr("name"))
		}
		for _, i := range f.Find("input") {
			if kind := i.Attr("type"); kind == "text" || kind == "" || kind == "search" {
				form.texts = append(form.texts, i.Attr("name"))
			}
		}
		for _, b := range f.Find("button[name=viec]") {
			one := aForm{form.to, url.Values{}, form.texts}
			for k, v := range form.send {
				one.send[k] = slices.Clone(v)
			}
			one.send.Set("viec", b.Attr("value"))
			all = append(all, one)
		}
	}
	return all
}

// desks are one person of each capacity.
var desks = []string{"officer:con-cuong", "leader:con-cuong", "head", "deputy", "standing", "secretary", "member", "decider", "admin", "inspector"}

// everyForm collects one form of each act that anybody is offered.
func everyForm(t *testing.T, p *province.Province) map[string]aForm {
	t.Helper()
	forms := map[string]aForm{}
	for _, who := range desks {
		visit(t, p, who, func(address string, n province.Node, _ string) {
			for _, f := range formsOf(address, n) {
				if _, known := forms[f.kind()]; !known {
					forms[f.kind()] = f
				}
			}
		})
	}
	return forms
}

// own reports forms about oneself, which everybody has.
func (f aForm) own() bool {
	for _, place := range []string{"/tai-khoan", "/thong-bao", "/vai-tro", "/dang-xuat", "/ngon-ngu", "/tu-cach"} {
		if strings.HasPrefix(f.to, place) {
			return true
		}
	}
	return false
}

// TestEveryForm_ofAYearIsRefusedToWhoeverIsOfAnotherCluster takes every form of
// the year that anybody is shown, with all the ids in it, and sends it under the
// sessions of people who hold the same capacities elsewhere.
func TestEveryForm_ofAYearIsRefusedToWhoeverIsOfAnotherCluster(t *testing.T) {
	for _, phase := range []season.Phase{season.Work, season.SelfScoring, season.Conferring} {
		t.Run(string(phase), func(t *testing.T) {
			t.Parallel()
			db := testkit.SQLite(t)
			p := province.New(t, db, province.Phase(phase))
			forms := everyForm(t, p)
			testkit.Exec(t, db, `INSERT INTO cluster (id, name, fold, kind) VALUES ('khac', 'Cụm khác', 'cum khac', 'cum')`,
				`INSERT INTO unit (id, level) VALUES ('huyen-khac', 'district')`,
				`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) VALUES ('huyen-khac', 'Huyện khác', 'Huyện khác', 'district', 'huyen khac', 'huyen khac')`)
			strangers := map[string]account.Grant{
				"head:khac":    {Role: access.ClusterHead, Unit: "huyen-khac", Cluster: "khac"},
				"deputy:khac":  {Role: access.ClusterDeputy, Unit: "huyen-khac", Cluster: "khac"},
				"officer:khac": {Role: access.EmulationOfficer, Unit: "huyen-khac"},
				"leader:khac":  {Role: access.Leader, Unit: "huyen-khac"},
			}
			for key, grant := range strangers {
				p.Hire(key, "Người nơi khác", grant)
				p.Cookie(key)
			}
			before := testkit.Digest(t, db, "session")
			tried := 0
			for kind, f := range forms {
				if !strings.HasPrefix(f.to, "/lam/") {
					continue
				}
				for who := range strangers {
					tried++
					if w := p.As(who).Post(f.to, f.send); w.Code < 400 || w.Code >= 500 {
						t.Errorf("%s: %s is answered %d", kind, who, w.Code)
					}
				}
			}
			if after := testkit.Digest(t, db, "session"); after != before {
				t.Errorf("records changed: %s", testkit.Differ(before, after))
			}
			if tried < 20 {
				t.Errorf("only %d forms were found", tried)
			}
		})
	}
}

// TestEveryForm_withAScriptInEveryTextIsShownAsText sends every form that people
// are offered with a script in each of its texts, and reads all pages after it.
func TestEveryForm_withAScriptInEveryTextIsShownAsText(t *testing.T) {
	const script = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`
	for _, phase := range []season.Phase{season.SelfScoring, season.Conferring} {
		t.Run(string(phase), func(t *testing.T) {
			t.Parallel()
			p := province.New(t, testkit.SQLite(t), province.Phase(phase))
			safe := func(where, source string) {
				if strings.Contains(source, "<script>alert") || strings.Contains(source, "<img src=x") {
					t.Errorf("%s shows it as it was typed", where)
				}
			}
			taken, reflected := 0, 0
			for _, who := range desks {
				done := map[string]bool{}
				visit(t, p, who, func(address string, n province.Node, _ string) {
					for _, f := range formsOf(address, n) {
						if done[f.kind()] || f.own() || len(f.texts) == 0 {
							continue
						}
						done[f.kind()] = true
						for _, name := range f.texts {
							f.send.Set(name, "Chữ "+script)
						}
						w := p.As(who).Post(f.to, f.send)
						if w.Code >= 500 {
							t.Errorf("%s by %s: %d", f.kind(), who, w.Code)
						}
						if w.Code < 400 {
							taken++
						}
						if strings.Contains(w.Body.String(), html.EscapeString("<script>alert(1)</script>")) {
							reflected++
						}
						safe(f.kind(), w.Body.String())
					}
				})
			}
			for _, who := range desks {
				visit(t, p, who, func(address string, _ province.Node, source string) { safe(address, source) })
			}
			if taken == 0 || reflected == 0 {
				t.Errorf("%d forms were taken, %d came back with what was typed", taken, reflected)
			}
		})
	}
}
