package org_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

const list = "code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n422,Huyện Con Cuông,2,40,Huyện\n17230,Xã Bình Chuẩn,3,422,Xã\n17239,Xã Mậu Đức,3,422,Xã\n"

func send(d province.Desk, asOf, file string) *httptest.ResponseRecorder {
	return d.Send("/danh-muc-don-vi", url.Values{"viec": {"xem"}, "as_of": {asOf}}, "file", "danh mục.csv", []byte(file))
}

// imported puts the list on record through the pages.
func imported(t testing.TB, p *province.Province) {
	t.Helper()
	d, before := p.As("standing"), count(t, p)
	w := send(d, "31/12/2013", list)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("the list answers %d: %s", w.Code, province.Page(t, w, w.Code).Text())
	}
	preview := w.Header().Get("Location")
	said := province.Page(t, d.Get(preview), http.StatusOK).Only(t, "main").Text()
	for _, want := range []string{"danh mục.csv", "Đã đọc 4 dòng, theo danh mục ngày 31/12/2013.", "4 đơn vị mới."} {
		if !strings.Contains(said, want) {
			t.Errorf("the preview lacks %q: %s", want, said)
		}
	}
	if n := count(t, p); n != before {
		t.Errorf("a preview made %d units of %d", n, before)
	}
	if w := p.As("standing2").Get(preview); w.Code != http.StatusNotFound {
		t.Errorf("another person sees the list that waits: %d", w.Code)
	}
	if w := p.As("standing2").Post(preview, url.Values{"viec": {"nap"}}); w.Code != http.StatusNotFound {
		t.Errorf("another person confirms it: %d", w.Code)
	}
	if w := d.Post(preview, url.Values{"viec": {"nap"}}); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/don-vi" {
		t.Fatalf("confirming answers %d", w.Code)
	}
}

func count(t testing.TB, p *province.Province) (total int) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		_, total, err = org.Search(ctx, tx, org.Seek{}, vi.MustDay("2014-11-22"))
		return err
	})
	return total
}

func coded(t testing.TB, p *province.Province, code string) (u org.Unit) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		u, err = org.ByCode(ctx, tx, code, vi.MustDay("2014-11-22"))
		return err
	})
	return u
}

func names(page province.Node) (all []string) {
	for _, a := range page.Find("main tbody td.words a") {
		all = append(all, a.Text())
	}
	return all
}

func TestUnits_areImportedSearchedAndTakenAsExcel(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SetUp))
		imported(t, p)
		d := p.As("inspector")
		province0 := coded(t, p, "40").ID
		for query, want := range map[string]string{
			"?tim=binh+chuan":                        "Xã Bình Chuẩn",
			"?cap=commune&xep=-ten":                  "Xã Mậu Đức, Xã Bình Chuẩn",
			"?tinh=" + province0 + "&cap=commune":    "Xã Bình Chuẩn, Xã Mậu Đức",
			"?tim=Con+Cuông&con=living":              "Huyện Con Cuông, Huyện Con Cuông",
			"?con=ended":                             "",
			"?cap=x'--&tinh=y'--&xep=z'--&trang=9e9": "Huyện Anh Sơn, Xã Bình Chuẩn, Huyện Con Cuông, Huyện Con Cuông, Huyện Kỳ Sơn, Xã Mậu Đức, Tỉnh Nghệ An, Tỉnh Nghệ An, Sở Nội vụ tỉnh Nghệ An, Huyện Thanh Chương, Huyện Tương Dương",
		} {
			page := province.Page(t, d.Get("/don-vi"+query), http.StatusOK)
			if got := strings.Join(names(page), ", "); got != want {
				t.Errorf("%s lists %q, want %q", query, got, want)
			}
			if len(page.Find("a[href=/don-vi/them]")) > 0 {
				t.Error("the inspector is offered to add a unit")
			}
		}
		w := d.Get("/don-vi?cap=commune&dang=xlsx")
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "don-vi.xlsx") {
			t.Errorf("the Excel file answers %d", w.Code)
		}
	})
}

func TestUnit_isRenamedAndTakenInWithItsPastKept(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	imported(t, p)
	d, commune := p.As("standing"), coded(t, p, "17239")
	at := "/don-vi/" + commune.ID
	if w := d.Post(at+"/doi-ten", url.Values{"name": {"Xã Mường Quạ"}, "on": {"01/06/2014"}, "act": {"12/NQ-HĐND"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("renaming answers %d", w.Code)
	}
	if w := d.Post(at+"/sap-nhap", url.Values{"on": {"01/10/2014"}, "to": {"Xã Bình Chuẩn"}, "share": {"full"}, "act": {"34/NQ-HĐND"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("merging answers %d: %s", w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
	}
	said := province.Page(t, d.Get(at), http.StatusOK).Only(t, "main").Text()
	for _, want := range []string{"Xã Mường Quạ", "Xã Mậu Đức đến 31/05/2014", "đã kết thúc", "01/10/2014 Xã Mường Quạ Xã Bình Chuẩn toàn bộ 34/NQ-HĐND", "Huyện Con Cuông"} {
		if !strings.Contains(said, want) {
			t.Errorf("the unit's page lacks %q: %s", want, said)
		}
	}
	if got := names(province.Page(t, d.Get("/don-vi?tim=mau+duc"), http.StatusOK)); len(got) != 1 || got[0] != "Xã Mường Quạ" {
		t.Errorf("under its former name it is found as %q", got)
	}
	if said := province.Page(t, d.Get("/don-vi/"+p.Unit["thanh-chuong"]), http.StatusOK).Text(); !strings.Contains(said, "Cụm thi đua thử, năm 2014: Trưởng cụm") {
		t.Error("the unit's clusters are missing")
	}
}

func TestUnits_sayWhatIsWrong(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	imported(t, p)
	d, unit := p.As("standing"), coded(t, p, "17239").ID
	for name, c := range map[string]struct {
		at    string
		form  url.Values
		field string
		says  string
	}{
		"no name":              {"/don-vi/them", url.Values{"name": {""}}, "name", "Thiếu tên đơn vị"},
		"a hostile name":       {"/don-vi/them", url.Values{"name": {"a\u202eb"}}, "name", "U+202E"},
		"a parent unknown":     {"/don-vi/them", url.Values{"name": {"Hội Làm vườn"}, "parent": {"Sài Gòn"}}, "parent", "Không có đơn vị nào tên “Sài Gòn”"},
		"a code of letters":    {"/don-vi/them", url.Values{"name": {"Hội Làm vườn"}, "code": {"x1"}}, "code", "chữ số"},
		"a day that is none":   {"/don-vi/them", url.Values{"name": {"Hội Làm vườn"}, "from": {"31/02/2014"}}, "from", "Không có ngày"},
		"a kind that is none":  {"/don-vi/them", url.Values{"name": {"Hội Làm vườn"}, "kind": {"club"}}, "kind", "Không có loại đơn vị"},
		"renamed on no day":    {"/don-vi/" + unit + "/doi-ten", url.Values{"name": {"Xã Mới"}}, "on", "Phải ghi ngày"},
		"merged into nothing":  {"/don-vi/" + unit + "/sap-nhap", url.Values{"on": {"01/10/2014"}, "share": {"full"}}, "to", "Phải ghi đơn vị mới"},
		"merged into a riddle": {"/don-vi/" + unit + "/sap-nhap", url.Values{"on": {"01/10/2014"}, "share": {"full"}, "to": {"Con Cuông"}}, "to", "Có 2 đơn vị tên “Con Cuông”"},
		"merged in no measure": {"/don-vi/" + unit + "/sap-nhap", url.Values{"on": {"01/10/2014"}, "to": {"17230"}}, "share", "toàn bộ hay một phần"},
	} {
		t.Run(name, func(t *testing.T) {
			page := province.Page(t, d.Post(c.at, c.form), http.StatusBadRequest)
			if said := page.Only(t, "main").Text(); !strings.Contains(said, c.says) || len(page.Find("a[href=#o-"+c.field+"]")) == 0 {
				t.Errorf("it says %s", said)
			}
		})
	}
	for name, c := range map[string]struct{ asOf, file, says string }{
		"no day":       {"", list, "Phải ghi danh mục của ngày nào"},
		"a program":    {"01/01/2015", "MZ\x90\x00", ""},
		"wrong codes":  {"01/01/2015", strings.Replace(list, "17230", "x", 1), "Dòng 4"},
		"no columns":   {"01/01/2015", "a,b\n1,2\n", "thiếu cột “code”"},
		"a far future": {"01/01/2030", list, "không thể có"},
	} {
		t.Run("list: "+name, func(t *testing.T) {
			w := send(d, c.asOf, c.file)
			if said := province.Page(t, w, http.StatusBadRequest).Only(t, "main").Text(); !strings.Contains(said, c.says) {
				t.Errorf("it says %s", said)
			}
		})
	}
}

func TestUnits_areKeptByTheStandingBodyAndTheAdministratorOnly(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	unit := p.Unit["con-cuong"]
	before := count(t, p)
	for _, who := range []string{"officer:con-cuong", "leader:con-cuong", "head", "deputy", "secretary", "inspector"} {
		for _, at := range []string{"/don-vi/them", "/danh-muc-don-vi", "/don-vi/" + unit + "/doi-ten", "/don-vi/" + unit + "/sap-nhap"} {
			if w := p.As(who).Get(at); w.Code != http.StatusForbidden {
				t.Errorf("%s opens %s: %d", who, at, w.Code)
			}
			if w := p.As(who).Post(at, url.Values{"name": {"Huyện Mới"}, "on": {"01/01/2014"}, "to": {"Huyện Kỳ Sơn"}, "share": {"full"}}); w.Code != http.StatusForbidden {
				t.Errorf("%s posts to %s: %d", who, at, w.Code)
			}
		}
		if w := send(p.As(who), "31/12/2013", list); w.Code != http.StatusForbidden {
			t.Errorf("%s sends a list: %d", who, w.Code)
		}
	}
	if w := p.As("admin").Post("/don-vi/them", url.Values{"name": {"Hội Làm vườn tỉnh Nghệ An"}}); w.Code != http.StatusSeeOther {
		t.Errorf("the administrator adds a unit: %d", w.Code)
	}
	if after := count(t, p); after != before+1 {
		t.Errorf("%d units became %d", before, after)
	}
	r := httptest.NewRequest(http.MethodPost, "/don-vi/them", strings.NewReader("name=X"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if w := p.As("admin").Do(r); w.Code != http.StatusForbidden {
		t.Errorf("a form of another site answers %d", w.Code)
	}
}

func TestUnits_everyTextIsShownAsText(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	const evil = `Hội <script>alert(1)</script>"><img src=x onerror=alert(2)>`
	d := p.As("admin")
	w := d.Post("/don-vi/them", url.Values{"name": {evil}, "short_name": {"<b>ngắn</b>"}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("adding answers %d", w.Code)
	}
	at := w.Header().Get("Location")
	if w := d.Post(at+"/sap-nhap", url.Values{"on": {"01/10/2014"}, "share": {"partial"}, "to": {"Huyện Kỳ Sơn"}, "act": {evil}, "note": {evil}}); w.Code != http.StatusSeeOther {
		t.Fatalf("merging answers %d", w.Code)
	}
	for _, page := range []string{"/don-vi", at, at + "/doi-ten", at + "/sap-nhap"} {
		root := province.Page(t, d.Get(page), http.StatusOK)
		if len(root.Find("main script"))+len(root.Find("main img"))+len(root.Find("main b")) > 0 || !strings.Contains(root.Text(), "<script>") {
			t.Errorf("%s: the text is not shown as text", page)
		}
	}
}
