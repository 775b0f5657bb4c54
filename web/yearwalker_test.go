package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/cluster"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

// yearAt is the year's address: the cluster's name and the year make it.
const yearAt = "/lam/duong-7-2014"

// yearWalk is one year walked by everybody who has a part in it. Stations that
// repeat themselves unit by unit are posted to the same site by HTTP, with the
// form that the page itself offers: in a browser they would take too long.
type yearWalk struct {
	*province.Province
	*testkit.Page
	t       *testing.T
	site    string
	members []cluster.Member
}

// sits gives the window to another person.
func (w *yearWalk) sits(who string) { w.SignIn(w.Cookie(who), w.site) }

func (w *yearWalk) goes(path string) { w.Open(w.site + path) }

func (w *yearWalk) press(act string) { w.Send(`main button[name=viec][value="` + act + `"]`) }

// posts opens the page as that person, fills in the form that holds the act's
// button and sends it; it returns where that leads.
func (w *yearWalk) posts(who, path, act string, pairs ...string) string {
	w.t.Helper()
	page := province.Page(w.t, w.As(who).Get(path), http.StatusOK)
	for _, f := range page.Find("form") {
		if len(f.Find("button[value="+act+"]")) == 0 {
			continue
		}
		form := filled(f)
		form.Set("viec", act)
		for i := 0; i < len(pairs); i += 2 {
			form[pairs[i]] = strings.Split(pairs[i+1], "|")
		}
		answer := w.As(who).Post(path, form)
		if answer.Code != http.StatusSeeOther {
			w.t.Fatalf("%s of %s by %s: %s", act, path, who, province.Page(w.t, answer, answer.Code).Only(w.t, "main").Text())
		}
		return answer.Header().Get("Location")
	}
	w.t.Fatalf("%s offers %s no %q but %q", path, who, act, page.Text())
	return ""
}

// filled is what stands in a form before anybody types.
func filled(form province.Node) url.Values {
	v := url.Values{}
	for _, i := range form.Find("input") {
		if kind := i.Attr("type"); i.Attr("name") != "" && kind != "checkbox" && kind != "radio" {
			v.Add(i.Attr("name"), i.Attr("value"))
		}
	}
	for _, box := range form.Find("input[checked=]") {
		for _, a := range box.Node.Attr {
			if a.Key == "checked" {
				v.Add(box.Attr("name"), box.Attr("value"))
			}
		}
	}
	return v
}

// reads holds a page, as that person is shown it, to words on it.
func (w *yearWalk) reads(who, path, want string) {
	w.t.Helper()
	if page := province.Page(w.t, w.As(who).Get(path), http.StatusOK).Only(w.t, "main").Text(); !strings.Contains(page, want) {
		w.t.Fatalf("%s does not say %q to %s but %q", path, want, who, page)
	}
}

// moves takes the year on by the standing body's page.
func (w *yearWalk) moves(act string, to season.Phase) {
	w.t.Helper()
	w.posts("standing", yearAt+"/chuyen-buoc", "chuyen", "act", act)
	w.reads("standing", yearAt+"/thiet-lap", "đang ở bước "+to.Label())
}
