package target_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/store"
)

func TestMatrix_setsUnitsByIndicatorsInOneTable(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := defined(t, db)
		at := p.Path("chi-tieu", "bang")
		cells := url.Values{"viec": {"giao"}, "o.ct1.con-cuong": {"18,5"}, "cu.o.ct1.con-cuong": {""}, "o.ct1.ky-son": {"30"}, "cu.o.ct1.ky-son": {""}, "o.ct1.anh-son": {""}, "cu.o.ct1.anh-son": {""}}
		if w := p.As("standing").Post(at, cells); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		change := url.Values{"viec": {"giao"}, "o.ct1.con-cuong": {"17"}, "cu.o.ct1.con-cuong": {"18,5"}, "o.ct1.ky-son": {"30"}, "cu.o.ct1.ky-son": {"30"}}
		if w := p.As("standing").Post(at, change); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Điều chỉnh chỉ tiêu phải nêu lý do.") {
			t.Errorf("changed without a reason: %d", w.Code)
		}
		change.Set("reason", "Tỉnh giao lại")
		if w := p.As("standing").Post(at, change); w.Code != http.StatusSeeOther {
			t.Errorf("changed with its reason: %d %s", w.Code, w.Body)
		}
		change.Set("o.ct1.con-cuong", "16")
		w := p.As("standing2").Post(at, change) // read before the other's change
		if page := w.Body.String(); w.Code != http.StatusConflict || !strings.Contains(page, "có người vừa đổi thành 17; đồng chí nhập 16") || !strings.Contains(page, `value="16"`) {
			t.Errorf("two at once: %d", w.Code)
		}
		if page := p.As("officer:con-cuong").Get(at).Body.String(); !strings.Contains(page, ">17<") || strings.Contains(page, "<input id=\"o-o") {
			t.Error("a unit does not read the table, or may type into it")
		}
		if xlsx := p.As("head").Get(at + "?dang=xlsx"); !strings.HasPrefix(xlsx.Body.String(), "PK") {
			t.Error("no Excel file")
		}
	})
}

func TestMatrix_refusesAttacks(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	at := p.Path("chi-tieu", "bang")
	form := url.Values{"viec": {"giao"}, "o.ct1.con-cuong": {"1"}, "cu.o.ct1.con-cuong": {""}}
	for who, want := range map[string]int{"officer:con-cuong": 403, "leader:con-cuong": 403, "head": 403, "deputy": 403, "secretary": 403, "admin": 403, "inspector": 403, "": 401} {
		if w := p.As(who).Post(at, form); w.Code != want {
			t.Errorf("%q sets a target: %d", who, w.Code)
		}
	}
	for name, c := range map[string]struct {
		form url.Values
		want int
	}{
		"a unit that is none":        {url.Values{"viec": {"giao"}, "o.ct1.do-luong": {"1"}, "cu.o.ct1.do-luong": {""}}, 400},
		"an indicator that is none":  {url.Values{"viec": {"giao"}, "o.x.con-cuong": {"1"}, "cu.o.x.con-cuong": {""}}, 400},
		"no number":                  {url.Values{"viec": {"giao"}, "o.ct1.con-cuong": {"mười"}, "cu.o.ct1.con-cuong": {""}}, 400},
		"a cell that was never read": {url.Values{"viec": {"giao"}, "o.ct1.con-cuong": {"1"}, "cu.o.ct1.con-cuong": {"5"}}, 409},
	} {
		if w := p.As("standing").Post(at, c.form); w.Code != c.want {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	testkit.Exec(t, p.DB, `UPDATE season SET phase = 'self_scoring'`)
	if w := p.As("standing").Post(at, form); w.Code != http.StatusConflict {
		t.Errorf("once scoring has begun: %d", w.Code)
	}
	if w := p.As("standing").Post(p.Path("chi-tieu", "ct1"), url.Values{"viec": {"giao"}, "yearly.con-cuong": {"1"}}); w.Code != http.StatusConflict {
		t.Errorf("on the indicator's page, once scoring has begun: %d", w.Code)
	}
}

func TestAssign_ofAFormReadBeforeAnothersChange(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	one := p.Path("chi-tieu", "ct1")
	if w := p.As("standing").Post(one, url.Values{"viec": {"giao"}, "da-xem": {"0000000000000000"}, "yearly.con-cuong": {"9"}}); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), `value="9"`) {
		t.Errorf("%d", w.Code)
	}
}

func TestReport_citesTheUnitsOwnFilesOnly(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	one := p.Path("chi-tieu", "ct1")
	p.As("standing").Post(one, url.Values{"viec": {"giao"}, "yearly.con-cuong": {"18,5"}})
	report := url.Values{"viec": {"bao-cao"}, "value": {"17,9"}, "evidence": {store.NewID()}}
	if w := p.As("officer:con-cuong").Post(one, report); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "trong kho của đơn vị mình") {
		t.Errorf("a forged file: %d", w.Code)
	}
	report = url.Values{"viec": {"bao-cao"}, "value": {"17,9"}, "evidence.words": {"Báo cáo số 45\nNiên giám thống kê"}}
	if w := p.As("officer:con-cuong").Post(one, report); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if page := p.As("standing").Get(one).Body.String(); !strings.Contains(page, "Báo cáo số 45") || !strings.Contains(page, "Niên giám thống kê") {
		t.Error("what proves the figure is not shown")
	}
}

// TestWalk_targets looks at the pages as standing body, unit and head, on a wide
// screen and on a phone. THIDUA_PICTURES names a folder for pictures.
func TestWalk_targets(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	site, browser := p.Serve(), testkit.Browser(t)
	sit := func(who string) *testkit.Page {
		tab := browser.Tab(t)
		tab.SignIn(p.Cookie(who), site)
		return tab
	}
	body := sit("standing")
	body.Open(site + p.Path("chi-tieu", "bang"))
	body.Fill("#o-o-ct1-con-cuong", "18,5")
	body.Fill("#o-o-ct1-ky-son", "ba mươi")
	body.Click("main button[value=giao]")
	body.Says("Chưa ghi được")
	body.Look("1-bang-bi-tu-choi")
	body.Fill("#o-o-ct1-ky-son", "30")
	body.Click("main button[value=giao]")
	body.Says("Đã ghi 2 chỉ tiêu.")
	body.Look("2-bang")
	body.Open(site + p.Path("chi-tieu", "ct1"))
	body.Look("3-mot-chi-tieu")
	unit := sit("officer:con-cuong")
	unit.Open(site + p.Path("chi-tieu", "ct1"))
	unit.Fill("#o-value", "17,9")
	unit.Click("main button[value=bao-cao]")
	unit.Says("Đã báo cáo kết quả.")
	unit.Look("4-bao-cao")
	unit.Open(site + p.Path("chi-tieu"))
	unit.Look("5-danh-sach")
}
