package season_test

import (
	"context"
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

var tags = regexp.MustCompile(`(?s)<[^>]*>`)

// wordsOf are what a page says, without its tags.
func wordsOf(w *httptest.ResponseRecorder) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(w.Body.String(), " ")), " ")
}

// posted sends the form and follows where it leads, and returns what stands there.
func posted(t *testing.T, p *province.Province, who, address string, form url.Values) string {
	t.Helper()
	w := p.As(who).Post(address, form)
	if w.Code != 303 {
		t.Fatalf("%s: %s answers %d: %s", who, address, w.Code, wordsOf(w))
	}
	return wordsOf(p.As(who).Get(w.Header().Get("Location")))
}

func TestPledge_isWrittenSignedAndConcludedAtTheDesks(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Pledging))
		at := p.Path("giao-uoc")
		if page := wordsOf(p.As("leader:con-cuong").Get(at)); !strings.Contains(page, "Chưa có lời giao ước") || strings.Contains(page, "Ký giao ước cho") {
			t.Errorf("before it was written: %s", page)
		}
		if said := posted(t, p, "head", at, url.Values{"viec": {"soan"}, "ban": {"0"}, "text": {"Thi đua đoàn kết\nBáo cáo đúng hạn"}}); !strings.Contains(said, "0 trên 5 đơn vị đã ký") {
			t.Errorf("written: %s", said)
		}
		if said := posted(t, p, "leader:con-cuong", at, url.Values{"viec": {"ky"}, "ban": {"1"}}); !strings.Contains(said, "1 trên 5 đơn vị đã ký") || !strings.Contains(said, "Lãnh đạo huyện Con Cuông") {
			t.Errorf("signed: %s", said)
		}
		if page := wordsOf(p.As("officer:con-cuong").Get(at)); strings.Contains(page, "Ký giao ước cho") {
			t.Error("an officer is offered to sign")
		}
		said := posted(t, p, "standing", at, url.Values{"viec": {"ket-thuc"}, "day": {"22/11/2014"}, "place": {"Thanh Chương"}, "units": {p.Unit["anh-son"]}})
		for _, want := range []string{"Giao ước đã ký kết.", "Huyện Con Cuông", "Huyện Anh Sơn", "Thanh Chương", "Báo cáo đúng hạn"} {
			if !strings.Contains(said, want) {
				t.Errorf("concluded without %q", want)
			}
		}
	})
}

func TestPledge_refusesAttacks(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Pledging))
	at := p.Path("giao-uoc")
	posted(t, p, "head", at, url.Values{"viec": {"soan"}, "ban": {"0"}, "text": {`<script>alert(1)</script>`}})
	if page := p.As("head").Get(at).Body.String(); strings.Contains(page, "<script>alert") {
		t.Error("the words became markup")
	}
	for name, c := range map[string]struct {
		who  string
		form url.Values
		code int
	}{
		"an officer signs":                   {"officer:con-cuong", url.Values{"viec": {"ky"}, "ban": {"1"}}, 403},
		"the head signs for its unit":        {"head", url.Values{"viec": {"ky"}, "ban": {"1"}}, 403},
		"a leader names another unit":        {"leader:con-cuong", url.Values{"viec": {"ky"}, "ban": {"1"}, "unit": {p.Unit["anh-son"]}}, 303}, // signs for its own
		"a leader signs words not read":      {"leader:anh-son", url.Values{"viec": {"ky"}, "ban": {"7"}}, 409},
		"a leader writes":                    {"leader:anh-son", url.Values{"viec": {"soan"}, "ban": {"1"}, "text": {"x"}}, 403},
		"a leader concludes":                 {"leader:anh-son", url.Values{"viec": {"ket-thuc"}, "day": {"22/11/2014"}}, 403},
		"two write at once":                  {"standing", url.Values{"viec": {"soan"}, "ban": {"0"}, "text": {"x"}}, 409},
		"the council writes":                 {"secretary", url.Values{"viec": {"soan"}, "ban": {"1"}, "text": {"x"}}, 403},
		"an end with a forged unit":          {"head", url.Values{"viec": {"ket-thuc"}, "day": {"22/11/2014"}, "units": {"x"}}, 400},
		"an act that the page does not have": {"head", url.Values{"viec": {"xoa"}}, 400},
		"nobody":                             {"", url.Values{"viec": {"ky"}, "ban": {"1"}}, 401},
	} {
		t.Run(name, func(t *testing.T) {
			if w := p.As(c.who).Post(at, c.form); w.Code != c.code {
				t.Errorf("%d: %s", w.Code, wordsOf(w))
			}
		})
	}
	if page := wordsOf(p.As("head").Get(at)); !strings.Contains(page, "1 trên 5 đơn vị đã ký") {
		t.Errorf("not exactly one unit signed: %s", page)
	}
}

func TestRegistrations_areRolledUpWithWhoIsMissing(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Pledging))
		at := p.Path("dang-ky")
		said := posted(t, p, "officer:con-cuong", at, url.Values{"viec": {"ghi"}, "titles[0]": {""}, "titles[1]": {"Cờ thi đua của Chính phủ"}, "titles[2]": {"Tập thể lao động xuất sắc"}})
		if !strings.Contains(said, "Đã đăng ký ngày 22/11/2014: Cờ thi đua của Chính phủ; Tập thể lao động xuất sắc.") || strings.Contains(said, "Chưa đăng ký: Huyện Con Cuông") {
			t.Errorf("registered: %s", said)
		}
		seen := []string{"Cờ thi đua của Chính phủ", "Tập thể lao động xuất sắc"}
		said = posted(t, p, "leader:con-cuong", at, url.Values{"viec": {"ghi"}, "sua": {"co"}, "da-xem": seen, "titles[0]": {"Bằng khen của Thủ tướng Chính phủ"}})
		if !strings.Contains(said, "Bằng khen của Thủ tướng Chính phủ") {
			t.Errorf("corrected: %s", said)
		}
		if w := p.As("officer:con-cuong").Post(at, url.Values{"viec": {"ghi"}, "sua": {"co"}, "da-xem": seen, "titles[0]": {"Giấy khen"}}); w.Code != 409 || !strings.Contains(w.Body.String(), "Giấy khen") || !strings.Contains(w.Body.String(), "Bằng khen của Thủ tướng") {
			t.Errorf("the second does not see both: %d", w.Code)
		}
		if page := wordsOf(p.As("head").Get(at + "?tt=chua")); !strings.Contains(page, "4 dòng") || !strings.Contains(page, "Chưa đăng ký: Huyện Kỳ Sơn") {
			t.Errorf("who is missing: %s", page)
		}
		if xlsx := p.As("head").Get(at + "?dang=xlsx"); !strings.HasPrefix(xlsx.Body.String(), "PK") {
			t.Error("no Excel file")
		}
	})
}

func TestRegistrations_refuseLateAndForeignOnes(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Pledging))
	at := p.Path("dang-ky")
	form := url.Values{"viec": {"ghi"}, "titles[0]": {"Cờ thi đua"}, "unit": {p.Unit["anh-son"]}, "day": {"01/03/2014"}}
	for _, who := range []string{"head", "standing", "secretary", "member"} {
		if w := p.As(who).Post(at, form); w.Code != 403 {
			t.Errorf("%s registers: %d", who, w.Code)
		}
	}
	if w := p.As("officer:con-cuong").Post(at, url.Values{"viec": {"ghi"}, "titles[0]": {" "}}); w.Code != 400 || !strings.Contains(w.Body.String(), `href="#o-titles-0"`) {
		t.Errorf("nothing typed: %d", w.Code)
	}
	posted(t, p, "officer:con-cuong", at, form) // the forged unit is not read
	if page := wordsOf(p.As("head").Get(at + "?tt=roi")); !strings.Contains(page, "Huyện Con Cuông") || strings.Contains(page, "Huyện Anh Sơn 22/11/2014") {
		t.Errorf("registered for another: %s", page)
	}
	testkit.Exec(t, p.DB, `UPDATE season SET calendar = '[{"phase":"pledge","from":"2014-03-01","to":"2014-03-31"}]'`)
	if w := p.As("officer:anh-son").Post(at, url.Values{"viec": {"ghi"}, "titles[0]": {"Cờ thi đua"}}); w.Code != 409 || !strings.Contains(wordsOf(w), "hết hạn ngày 31/03/2014") {
		t.Errorf("late: %d %s", w.Code, wordsOf(w))
	}
	if page := wordsOf(p.As("officer:anh-son").Get(at)); !strings.Contains(page, "hết hạn ngày 31/03/2014") {
		t.Error("the page does not say that it is too late")
	}
	testkit.Exec(t, p.DB, `UPDATE season SET phase = 'work', calendar = '[]'`)
	if w := p.As("officer:anh-son").Post(at, url.Values{"viec": {"ghi"}, "titles[0]": {"Cờ thi đua"}}); w.Code != 409 {
		t.Errorf("in another phase: %d", w.Code)
	}
}

func TestNotes_areFollowedUp(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Conferring))
		at := p.Path("han-che")
		w := p.As("head").Post(at, url.Values{"viec": {"them"}, "kind": {"finding"}, "text": {"Chất lượng phong trào chưa đều"}, "owner": {p.Unit["con-cuong"]}, "due": {"30/06/2015"}})
		one := w.Header().Get("Location")
		if w.Code != 303 || !strings.HasPrefix(one, at+"/") {
			t.Fatalf("%d %s", w.Code, wordsOf(w))
		}
		if said := posted(t, p, "officer:con-cuong", one, url.Values{"viec": {"ghi"}, "state": {"reported"}, "text": {"Đã mở hai lớp"}, "evidence.words": {"Báo cáo số 12"}}); !strings.Contains(said, "Báo đã xong, chờ xác nhận") || !strings.Contains(said, "Báo cáo số 12") {
			t.Errorf("reported: %s", said)
		}
		for name, c := range map[string]struct {
			who  string
			form url.Values
			code int
		}{
			"another unit tells":       {"officer:anh-son", url.Values{"viec": {"ghi"}, "state": {"working"}, "text": {"x"}}, 403},
			"the unit confirms itself": {"officer:con-cuong", url.Values{"viec": {"ghi"}, "state": {"done"}, "text": {"x"}}, 403},
			"a forged file":            {"officer:con-cuong", url.Values{"viec": {"ghi"}, "state": {"working"}, "text": {"x"}, "evidence": {store.NewID()}}, 400},
		} {
			if w := p.As(c.who).Post(one, c.form); w.Code != c.code {
				t.Errorf("%s: %d %s", name, w.Code, wordsOf(w))
			}
		}
		if w := p.As("officer:con-cuong").Post(at, url.Values{"viec": {"them"}, "kind": {"finding"}, "text": {"x"}}); w.Code != 403 {
			t.Errorf("a unit adds a finding: %d", w.Code)
		}
		if w := p.As("head").Get(at + "/" + store.NewID()); w.Code != 404 {
			t.Errorf("a note that is not there: %d", w.Code)
		}
		posted(t, p, "standing", one, url.Values{"viec": {"ghi"}, "state": {"done"}, "text": {"Đã kiểm tra"}})
		if page := wordsOf(p.As("officer:anh-son").Get(at + "?tt=done")); !strings.Contains(page, "Chất lượng phong trào chưa đều") || !strings.Contains(page, "Đã xong") {
			t.Errorf("done: %s", page)
		}
	})
}

func TestElection_isRecordedNotComputed(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	at := p.Path("truong-cum")
	if w := p.As("head").Post(at, url.Values{"viec": {"ghi"}}); w.Code != 400 || !strings.Contains(w.Body.String(), "Phải chọn trưởng cụm năm sau") {
		t.Errorf("nothing chosen: %d", w.Code)
	}
	if w := p.As("officer:con-cuong").Post(at, url.Values{"viec": {"ghi"}, "next_head": {p.Unit["con-cuong"]}, "method": {"x"}}); w.Code != 403 {
		t.Errorf("a unit elects itself: %d", w.Code)
	}
	said := posted(t, p, "head", at, url.Values{"viec": {"ghi"}, "next_head": {p.Unit["con-cuong"]}, "next_deputy": {p.Unit["ky-son"]}, "method": {"Các đơn vị thống nhất"}})
	if !strings.Contains(said, "Trưởng cụm năm sau Con Cuông") || !strings.Contains(said, "Các đơn vị thống nhất") {
		t.Errorf("elected: %s", said)
	}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		s, err := season.ByID(ctx, tx, p.Season.ID)
		if s.Elected.Head != p.Unit["con-cuong"] {
			t.Errorf("on record: %+v", s.Elected)
		}
		return err
	})
}

func TestRegistrations_areFilledInByExcel(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Pledging))
	at, d := p.Path("dang-ky", "excel"), p.As("officer:con-cuong")
	for _, c := range []struct{ key, title, want string }{
		{"0", "Cờ thi đua của Chính phủ", ": Cờ thi đua của Chính phủ."},
		{"1", "Tập thể lao động xuất sắc", ": Cờ thi đua của Chính phủ; Tập thể lao động xuất sắc."},
		{"0", "Giấy khen", ": Giấy khen; Tập thể lao động xuất sắc."},
	} {
		_, form := d.Brought(t, at, d.Filled(t, at, c.key, map[string]any{"D": c.title}))
		if w := d.Post(at, form); w.Code != 303 {
			t.Fatalf("%s: %d %s", c.title, w.Code, wordsOf(w))
		}
		if page := wordsOf(d.Get(p.Path("dang-ky"))); !strings.Contains(page, c.want) {
			t.Errorf("%s: %s", c.want, page)
		}
	}
	file := d.Filled(t, at, "0", map[string]any{"D": "Cờ của đơn vị khác"})
	for who, code := range map[string]int{"officer:anh-son": 400, "head": 403, "standing": 403, "admin": 403} { // another unit's file is not one's own
		if w := p.As(who).Send(at+"/xem", nil, "tep", "a.xlsx", file); w.Code != code {
			t.Errorf("%s brings it: %d", who, w.Code)
		}
	}
}
