package movement_test

import (
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

var (
	tags    = regexp.MustCompile(`(?s)<[^>]*>`)
	address = regexp.MustCompile(`href="(/lam/[^"?]*/phong-trao/[0-9A-Z]{26})`)
)

func wordsOf(w *httptest.ResponseRecorder) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(w.Body.String(), " ")), " ")
}

// first is the address of the first movement in the list.
func first(t *testing.T, p *province.Province) string {
	t.Helper()
	found := address.FindStringSubmatch(p.As("head").Get(p.Path("phong-trao")).Body.String())
	if found == nil {
		t.Fatal("the list has no movement")
	}
	return found[1]
}

func answer(form url.Values) url.Values {
	form.Set("viec", "huong-ung")
	return form
}

func TestMovement_isLaunchedAnsweredAndReviewed(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Work))
		w := p.As("head").Post(p.Path("phong-trao", "phat-dong"), url.Values{"viec": {"phat-dong"}, "name": {"Thi đua nước rút cuối năm"}, "kind": {"campaign"}, "launched_on": {"01/11/2014"}, "ends_on": {"31/12/2014"}})
		at := w.Header().Get("Location")
		if w.Code != 303 {
			t.Fatalf("%d %s", w.Code, wordsOf(w))
		}
		if list := wordsOf(p.As("officer:con-cuong").Get(p.Path("phong-trao"))); !strings.Contains(list, "3 dòng") || !strings.Contains(list, "Thi đua nước rút cuối năm") || !strings.Contains(list, "chưa báo cáo") {
			t.Errorf("the list: %s", list)
		}
		w = p.As("officer:con-cuong").Post(at, answer(url.Values{"summary": {"Đã làm đường"}, "on": {"20/11/2014"}, "figures[0].name": {"xã đạt chuẩn"}, "figures[0].value": {"2,5"}, "figures[0].unit": {"xã"}, "evidence.words": {"Báo cáo số 7"}}))
		if w.Code != 303 {
			t.Fatalf("%d %s", w.Code, wordsOf(w))
		}
		if page := wordsOf(p.As("standing").Get(at)); !strings.Contains(page, "xã đạt chuẩn: 2,5 xã") || !strings.Contains(page, "Báo cáo số 7") || !strings.Contains(page, "1 trên 5 đơn vị") {
			t.Errorf("the answer: %s", page)
		}
		for _, form := range []url.Values{{"viec": {"ket-qua"}, "results": {"Năm xã về đích"}}, {"viec": {"so-ket"}, "kind": {"interim"}, "reviewed_on": {"21/11/2014"}, "text": {"Sơ kết đợt một"}}} {
			if w := p.As("head").Post(at, form); w.Code != 303 {
				t.Errorf("%v: %d %s", form, w.Code, wordsOf(w))
			}
		}
		if page := wordsOf(p.As("officer:anh-son").Get(at)); !strings.Contains(page, "Năm xã về đích") || !strings.Contains(page, "Sơ kết đợt một") {
			t.Errorf("the review: %s", page)
		}
	})
}

func TestMovement_refusesAttacks(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	at := first(t, p)
	for name, c := range map[string]struct {
		who, address string
		form         url.Values
		code         int
		says         string
	}{
		"a unit launches":                     {"leader:con-cuong", p.Path("phong-trao", "phat-dong"), url.Values{"name": {"x"}}, 403, ""},
		"a drive without an end":              {"head", p.Path("phong-trao", "phat-dong"), url.Values{"name": {"x"}, "kind": {"campaign"}}, 400, "ngày kết thúc"},
		"the head answers":                    {"head", at, answer(url.Values{"summary": {"x"}}), 403, ""},
		"the standing body answers":           {"standing", at, answer(url.Values{"summary": {"x"}}), 403, ""},
		"an answer that says nothing":         {"officer:con-cuong", at, answer(url.Values{}), 400, "Chưa ghi đơn vị đã làm gì"},
		"a figure without a name":             {"officer:con-cuong", at, answer(url.Values{"summary": {"x"}, "figures[0].name": {""}, "figures[0].value": {"3"}}), 400, "phải có tên và giá trị"},
		"a figure that is no number":          {"officer:con-cuong", at, answer(url.Values{"summary": {"x"}, "figures[0].name": {"xã"}, "figures[0].value": {"ba"}}), 400, ""},
		"a day to come":                       {"officer:con-cuong", at, answer(url.Values{"summary": {"x"}, "on": {"23/11/2014"}}), 400, "ở sau ngày báo cáo"},
		"a forged file":                       {"officer:con-cuong", at, answer(url.Values{"summary": {"x"}, "evidence": {store.NewID()}}), 400, "trong kho của đơn vị"},
		"a movement that is not there":        {"officer:con-cuong", p.Path("phong-trao", store.NewID()), answer(url.Values{"summary": {"x"}}), 404, ""},
		"a unit reviews":                      {"officer:con-cuong", at, url.Values{"viec": {"so-ket"}, "kind": {"final"}, "text": {"x"}}, 403, ""},
		"a unit states the cluster's results": {"leader:con-cuong", at, url.Values{"viec": {"ket-qua"}, "results": {"x"}}, 403, ""},
		"the council answers":                 {"member", at, answer(url.Values{"summary": {"x"}}), 403, ""},
		"the administrator reads of the year": {"admin", at, answer(url.Values{"summary": {"x"}}), 403, ""},
		"somebody without a session":          {"", at, answer(url.Values{"summary": {"x"}}), 401, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if w := p.As(c.who).Post(c.address, c.form); w.Code != c.code || !strings.Contains(wordsOf(w), c.says) {
				t.Errorf("%d: %s", w.Code, wordsOf(w))
			}
		})
	}
	own := answer(url.Values{"summary": {`<script>alert(1)</script>`}, "unit": {p.Unit["anh-son"]}, "figures[0].name": {`"><img src=x onerror=alert(1)>`}, "figures[0].value": {"1"}})
	if w := p.As("officer:con-cuong").Post(at, own); w.Code != 303 {
		t.Fatalf("%d", w.Code)
	}
	page := p.As("head").Get(at)
	if html := page.Body.String(); strings.Contains(html, "<script>alert") || strings.Contains(html, "<img src=x") {
		t.Error("what was typed became markup")
	}
	if strings.Count(page.Body.String(), "chưa báo cáo") != 4 {
		t.Error("the unit named in the form was believed")
	}
	testkit.Exec(t, p.DB, `UPDATE season SET phase = 'cross_scoring'`)
	if w := p.As("officer:con-cuong").Post(at, answer(url.Values{"summary": {"x"}})); w.Code != 409 {
		t.Errorf("answered once others score: %d", w.Code)
	}
	if strings.Contains(p.As("officer:con-cuong").Get(at).Body.String(), `value="huong-ung"`) {
		t.Error("the form is offered though nothing may be answered")
	}
}

// TestWalk_officerLeaderAndHead goes through the year's work in a browser: every
// page holds to a phone's width and to axe. THIDUA_PICTURES names a folder for
// pictures.
func TestWalk_officerLeaderAndHead(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Pledging))
	site, browser := p.Serve(), testkit.Browser(t)
	sit := func(who string) *testkit.Page {
		tab := browser.Tab(t)
		tab.SignIn(p.Cookie(who), site)
		return tab
	}
	head := sit("head")
	head.Open(site + p.Path("giao-uoc"))
	head.Look("01-giao-uoc-trong")
	head.Click("#o-text")
	head.Press("Thi đua đoàn kết, thực chất")
	head.Click("main button[value=soan]")
	head.Says("Đã ghi lời giao ước")
	head.Look("02-giao-uoc-cho-ky")
	leader := sit("leader:con-cuong")
	leader.Open(site + p.Path("giao-uoc"))
	leader.Look("03-lanh-dao-ky")
	leader.Click("main button[value=ky]")
	leader.Says("Đã ký giao ước cho đơn vị")
	officer := sit("officer:con-cuong")
	officer.Open(site + p.Path("dang-ky"))
	officer.Click("main button[value=ghi]")
	officer.Says("Phải ghi ít nhất một danh hiệu")
	officer.Look("04-dang-ky-bi-tu-choi")
	officer.Fill("#o-titles-0", "Cờ thi đua của Chính phủ")
	officer.Click("main button[value=ghi]")
	officer.Says("Đã đăng ký thi đua")
	officer.Look("05-da-dang-ky")
	officer.Open(site + p.Path("phong-trao"))
	officer.Look("06-phong-trao")
	officer.Click("main td a")
	officer.Says("Đơn vị tôi")
	officer.Fill("input[name='figures[0].name']", "xã đạt chuẩn")
	officer.Click("main button[value=huong-ung]")
	officer.Says("phải có tên và giá trị")
	officer.Look("07-huong-ung-bi-tu-choi")
	officer.Fill("input[name='figures[0].value']", "2")
	officer.Click("#o-summary")
	officer.Press("Đã làm đường nông thôn")
	officer.Click("main button[value=huong-ung]")
	officer.Says("Đã ghi việc hưởng ứng")
	officer.Look("08-da-huong-ung")
	head.Open(site + p.Path("phong-trao", "phat-dong"))
	head.Look("09-phat-dong")
	head.Open(site + first(t, p))
	head.Look("10-truong-cum-xem-phong-trao")
	head.Open(site + p.Path("han-che"))
	head.Look("11-han-che-trong")
	head.Click("#o-text")
	head.Press("Chất lượng chưa đều")
	head.Choose("#o-owner", p.Unit["con-cuong"])
	head.Click("main button[value=them]")
	head.Says("Đã ghi.")
	head.Look("12-han-che")
	officer.Open(head.Address())
	officer.Look("13-don-vi-theo-doi")
	head.Open(site + p.Path("truong-cum"))
	head.Look("14-truong-cum-nam-sau")
}
