package season_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// values are a form's fields: values("code", "1", "name", "Kinh tế").
func values(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

// fields are the fields of the form on a page that does the act, as they stand.
func fields(t testing.TB, page province.Node, act string) url.Values {
	t.Helper()
	for _, form := range page.Find("form") {
		if len(form.Find("button[value="+act+"]")) == 0 {
			continue
		}
		v := url.Values{"viec": {act}}
		for _, in := range form.Find("input") {
			if kind := in.Attr("type"); in.Attr("name") == "" || (kind == "checkbox" || kind == "radio") && !has(in, "checked") {
				continue
			}
			v.Add(in.Attr("name"), in.Attr("value"))
		}
		for _, area := range form.Find("textarea") {
			v.Add(area.Attr("name"), raw(area))
		}
		for _, choice := range form.Find("select") {
			for _, o := range choice.Find("option") {
				if has(o, "selected") {
					v.Add(choice.Attr("name"), o.Attr("value"))
				}
			}
		}
		return v
	}
	t.Fatalf("no form does %q", act)
	return nil
}

// raw is what stands in a text area, its lines kept.
func raw(n province.Node) (text string) {
	for d := range n.Descendants() {
		text += d.Data
	}
	return text
}

func has(n province.Node, attribute string) bool {
	for _, a := range n.Node.Attr {
		if a.Key == attribute {
			return true
		}
	}
	return false
}

// desk is one person at their desk in a test.
type desk struct {
	t testing.TB
	province.Desk
}

func seat(t testing.TB, p *province.Province, who string) desk { return desk{t, p.As(who)} }

func (d desk) page(address string) province.Node {
	d.t.Helper()
	return province.Page(d.t, d.Get(address), http.StatusOK)
}

// does opens a page, changes some fields of its form and sends it; the act must
// lead on.
func (d desk) does(address, act string, changed ...string) (to string) {
	d.t.Helper()
	w := d.Post(address, d.filled(address, act, changed...))
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("%s of %s answers %d: %s", act, address, w.Code, sentences(d.t, w))
	}
	return w.Header().Get("Location")
}

func (d desk) filled(address, act string, changed ...string) url.Values {
	d.t.Helper()
	form := fields(d.t, d.page(address), act)
	for i := 0; i < len(changed); i += 2 {
		form.Set(changed[i], changed[i+1])
	}
	return form
}

// refused does the same; the act must be refused with the status and a sentence
// on the page.
func (d desk) refused(status int, says, address, act string, changed ...string) province.Node {
	d.t.Helper()
	return d.answers(status, says, address, d.filled(address, act, changed...))
}

func (d desk) answers(status int, says, address string, form url.Values) province.Node {
	d.t.Helper()
	page := province.Page(d.t, d.Post(address, form), status)
	if !strings.Contains(page.Text(), says) {
		d.t.Errorf("%s does not say %q: %s", address, says, page.Only(d.t, "main").Text())
	}
	return page
}

// sentences is what an answer says, for a test's output.
func sentences(t testing.TB, w *httptest.ResponseRecorder) string {
	t.Helper()
	return province.Page(t, w, w.Code).Only(t, "main").Text()
}

func draft(t testing.TB, p *province.Province) (d season.Draft) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		d, err = season.DraftOf(ctx, tx, p.Season.ID)
		return err
	})
	return d
}

func signed(t testing.TB, p *province.Province) (r season.Rules) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		r, err = season.RulesOf(ctx, tx, p.Season.ID)
		return err
	})
	return r
}

// tree is the draft's codes in one line: "1(1.1 1.2) 2".
func tree(all []season.Criterion) string {
	parts := make([]string, len(all))
	for i, c := range all {
		if parts[i] = c.Code; len(c.Children) > 0 {
			parts[i] += "(" + tree(c.Children) + ")"
		}
	}
	return strings.Join(parts, " ")
}

func versions(t testing.TB, p *province.Province) (all []season.Rules) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		all, err = season.Versions(ctx, tx, p.Season.ID)
		return err
	})
	return all
}
