package voting_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

const conferring = province.Phase(season.Conferring)

// hall is the province at its conference with all five units present.
func hall(t *testing.T, db *store.DB) (*province.Province, string) {
	t.Helper()
	p := province.New(t, db, conferring)
	c := meeting.Conference{Season: p.Season.ID, Kind: meeting.Closing, Day: vi.MustDay("2014-11-22"), Agenda: []meeting.AgendaItem{{Content: "Khai mạc"}, {Content: "Suy tôn đề nghị tặng cờ"}}}
	for _, u := range province.Units {
		c.Attendance.Present = append(c.Attendance.Present, p.Unit[u])
	}
	var id string
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = meeting.Hold(ctx, tx, access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: p.Unit["thanh-chuong"]}, c.Day, c)
		return err
	})
	return p, id
}

// ask is the form of a paper vote on Con Cuông and a commune outside.
func ask(p *province.Province, conference string) url.Values {
	return url.Values{"conference": {conference}, "question": {"Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ"},
		"thanh-vien": {p.Unit["con-cuong"]}, "khac": {"Xã Thanh Lĩnh"}, "round": {"1"}, "viec": {"luu"}}
}

// prepared posts the question and returns the address of the vote.
func prepared(t *testing.T, p *province.Province, conference string) string {
	t.Helper()
	w := p.As("head").Post(p.Path("bieu-quyet", "moi"), ask(p, conference))
	return led(t, w)
}

// led is where an act that was done leads to.
func led(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d: %s", w.Code, said(w))
	}
	return w.Header().Get("Location")
}

var refused = regexp.MustCompile(`(?s)<div class="errors".*?</ul>|<h1.*?</h1>`)

// said is what a page says of itself: the refusals, else its heading.
func said(w *httptest.ResponseRecorder) string {
	return strings.Join(refused.FindAllString(w.Body.String(), 2), " ")
}

// opened is an open paper vote counted by standing and standing2.
func opened(t *testing.T, p *province.Province, conference string) string {
	t.Helper()
	at := prepared(t, p, conference)
	led(t, p.As("head").Post(at, url.Values{"viec": {"mo"}, "board": {p.People["standing"].ID, p.People["standing2"].ID, p.People["officer:ky-son"].ID}}))
	return at
}

// counts is five ballots with so many for each option.
func counts(a, b int) url.Values {
	return url.Values{"viec": {"dem"}, "issued": {"5"}, "returned": {"5"}, "valid": {"5"}, "invalid": {"0"},
		"options[0].for": {fmt.Sprint(a)}, "options[0].against": {fmt.Sprint(5 - a)}, "options[0].blank": {"0"},
		"options[1].for": {fmt.Sprint(b)}, "options[1].against": {fmt.Sprint(5 - b)}, "options[1].blank": {"0"}}
}

func TestVote_fromTheQuestionToTheResult(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p, conference := hall(t, db)
		at := opened(t, p, conference)
		led(t, p.As("standing").Post(at, counts(5, 3)))
		if w := p.As("standing").Get(at); !strings.Contains(w.Body.String(), "niêm kín") {
			t.Fatal(said(w))
		}
		led(t, p.As("standing2").Post(at, counts(5, 3)))
		page := p.As("member").Get(at).Body.String()
		for _, want := range []string{"được thông qua", "5 phiếu đồng ý trên tổng số 5 thành viên, bằng 100,00 %", "cần từ 2/3 trở lên, tức ít nhất 4 phiếu: đạt", "3 phiếu đồng ý trên tổng số 5 thành viên, bằng 60,00 %", "không đạt"} {
			if !strings.Contains(page, want) {
				t.Errorf("the result does not say %q", want)
			}
		}
	})
}

// TestVote_tellsNobodyACountBeforeItIsOver looks at every page of every role,
// the list and its Excel file included, while one count lies sealed: two sites
// that differ only in that count give the same bytes.
func TestVote_tellsNobodyACountBeforeItIsOver(t *testing.T) {
	pages := func(count url.Values) map[string]string {
		p, conference := hall(t, testkit.SQLite(t))
		at := opened(t, p, conference)
		led(t, p.As("standing").Post(at, count))
		all := map[string]string{}
		for _, who := range slices.Sorted(maps.Keys(p.People)) {
			for _, path := range []string{at, p.Path("bieu-quyet"), p.Path("bieu-quyet") + "?dang=xlsx", p.Path("hoi-nghi"), p.Path("de-nghi"), "/nam/" + province.Slug + "/hoi-nghi", "/nhat-ky"} {
				w := p.As(who).Get(path)
				id := at[strings.LastIndex(at, "/")+1:]
				body := strings.NewReplacer(id, "ID", conference, "CONFERENCE").Replace(w.Body.String())
				all[who+" "+strings.ReplaceAll(path, id, "ID")] = fmt.Sprint(w.Code, " ", clocks.ReplaceAllString(ids.ReplaceAllString(body, "ID"), "CLOCK"))
			}
		}
		return all
	}
	one, other := pages(counts(5, 3)), pages(counts(1, 2))
	for where, bytes := range one {
		if !strings.Contains(where, "xlsx") && bytes != other[where] {
			t.Errorf("%s tells the count", where)
		}
	}
}

var (
	ids    = regexp.MustCompile(`\b[0-9A-HJKMNP-TV-Z]{26}\b|…[0-9A-HJKMNP-TV-Z]{6}\b|\b[0-9a-f]{12,64}\b`)
	clocks = regexp.MustCompile(`\d\d/\d\d/\d{4}, \d\d giờ \d\d|\d\d:\d\d(:\d\d)?`)
)

func TestVote_theAgendaLeadsToItsQuestion(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	for item, question := range map[string]string{"2": "Suy tôn đề nghị tặng cờ", "3": "", "x": ""} {
		page := province.Page(t, p.As("head").Get(p.Path("bieu-quyet", "moi")+"?hoi-nghi="+conference+"&muc="+item), http.StatusOK)
		if got := page.Find("#o-question")[0].Attr("value"); got != question {
			t.Errorf("item %s asks %q", item, got)
		}
	}
}

func TestVote_twoCountsThatDifferShowOnlyWhere(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	led(t, p.As("standing").Post(at, counts(5, 3)))
	led(t, p.As("standing2").Post(at, counts(4, 3)))
	for _, who := range []string{"standing", "standing2"} {
		page := p.As(who).Get(at).Body.String()
		if !strings.Contains(page, "Huyện Con Cuông: đồng ý") || strings.Contains(page, "Xã Thanh Lĩnh: đồng ý") {
			t.Errorf("%s does not see where the counts differ", who)
		}
		if regexp.MustCompile(`name="(options|issued|valid)[^"]*"[^>]*value="[0-9]`).MatchString(page) {
			t.Errorf("%s is shown a count", who)
		}
	}
	third := counts(5, 3)
	third.Set("reason", "Một phiếu bị gấp đôi")
	led(t, p.As("officer:ky-son").Post(at, third))
	if page := p.As("head").Get(at).Body.String(); !strings.Contains(page, "Một phiếu bị gấp đôi") || !strings.Contains(page, "được thông qua") {
		t.Fatal("the third count did not settle it")
	}
}

func TestVote_refusesAtTheDoor(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	waiting := prepared(t, p, conference)
	another := ask(p, conference)
	another.Set("question", "Một nội dung khác")
	at := led(t, p.As("head").Post(p.Path("bieu-quyet", "moi"), another))
	board := url.Values{"viec": {"mo"}, "board": {p.People["standing"].ID, p.People["standing2"].ID}}
	led(t, p.As("head").Post(at, board))
	led(t, p.As("standing").Post(at, counts(5, 3)))
	for name, c := range map[string]struct {
		who, path string
		form      url.Values
		code      int
		says      string
	}{
		"nobody":                           {"", at, counts(5, 3), http.StatusUnauthorized, ""},
		"one person entering both counts":  {"standing", at, counts(5, 3), http.StatusConflict, "chờ người thứ hai"},
		"an officer preparing":             {"officer:con-cuong", p.Path("bieu-quyet", "moi"), ask(p, conference), http.StatusForbidden, ""},
		"an officer opening":               {"officer:ky-son", waiting, board, http.StatusForbidden, "trưởng cụm"},
		"an officer not on the board":      {"officer:anh-son", at, counts(5, 3), http.StatusForbidden, "ban kiểm phiếu"},
		"the candidate's officer counting": {"officer:con-cuong", at, counts(5, 3), http.StatusForbidden, "ban kiểm phiếu"},
		"a board with the candidate's officer": {"head", waiting, url.Values{"viec": {"mo"}, "board": {p.People["standing"].ID, p.People["officer:con-cuong"].ID}},
			http.StatusForbidden, "không kiểm phiếu"},
		"a forged vote":        {"standing2", p.Path("bieu-quyet", "01ARZ3NDEKTSV4RRFFQ69G5FAV"), counts(5, 3), http.StatusNotFound, ""},
		"an unknown act":       {"head", at, url.Values{"viec": {"mo-lai"}}, http.StatusBadRequest, ""},
		"a cancel without why": {"head", at, url.Values{"viec": {"huy"}}, http.StatusBadRequest, "lý do"},
		"words for a number":   {"standing2", at, func() url.Values { v := counts(5, 3); v.Set("valid", "năm"); return v }(), http.StatusBadRequest, "số nguyên"},
	} {
		t.Run(name, func(t *testing.T) {
			w := p.As(c.who).Post(c.path, c.form)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Fatalf("%d %s", w.Code, said(w))
			}
		})
	}
}

func TestVote_aRefusedCountKeepsWhatWasTyped(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	form := counts(5, 3)
	form.Set("returned", "4")
	w := p.As("standing").Post(at, form)
	page := w.Body.String()
	if !strings.Contains(page, `value="4"`) || !strings.Contains(page, `href="#o-valid"`) || !strings.Contains(page, `id="o-valid"`) || !strings.Contains(page, `aria-invalid="true"`) {
		t.Fatal(said(w))
	}
}

func TestVote_nothingChangesByReading(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	for _, query := range []string{"?viec=huy&ly-do-huy=x", "?" + counts(5, 3).Encode(), "?viec=mo&board=x"} {
		p.As("head").Get(at + query)
		p.As("standing").Get(at + query)
	}
	if w := p.As("standing").Get(at); !strings.Contains(w.Body.String(), "Đang biểu quyết") || strings.Contains(w.Body.String(), "đã nhập") {
		t.Fatal(said(w))
	}
}

func TestVote_storedScriptIsText(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	form := ask(p, conference)
	form.Set("question", `<script>alert(1)</script>"'`)
	form.Set("khac", `<img src=x onerror=alert(2)>`)
	at := led(t, p.As("head").Post(p.Path("bieu-quyet", "moi"), form))
	led(t, p.As("head").Post(at, url.Values{"viec": {"huy"}, "ly-do-huy": {`<svg onload=alert(3)>`}}))
	for _, path := range []string{at, p.Path("bieu-quyet"), p.Path("bieu-quyet", "moi") + "?vong-sau=" + at[strings.LastIndex(at, "/")+1:]} {
		page := p.As("head").Get(path).Body.String()
		for _, bad := range []string{"<script>alert", "<img src=x", "<svg onload"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s holds %s", path, bad)
			}
		}
	}
}

// TestVote_noBallotIsTiedToAVoter looks through all that is kept of a paper
// vote: no record names a voter beside a choice.
func TestVote_noBallotIsTiedToAVoter(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	for _, who := range []string{"standing", "standing2"} {
		led(t, p.As(who).Post(at, counts(5, 3)))
	}
	if err := p.DB.Read(context.Background(), func(tx *store.Tx) error {
		ctx := context.Background()
		v, err := voting.ByID(ctx, tx, at[strings.LastIndex(at, "/")+1:])
		if err != nil {
			return err
		}
		if len(v.Roll) != 0 || v.Objections != "" {
			t.Error("a paper vote holds a roll")
		}
		tables, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%ballot%' OR type = 'table' AND sql LIKE '%voter%'`)
		for _, table := range tables {
			if table != "vote" && table != "poll" {
				t.Errorf("table %s speaks of ballots or voters: look whether it ties them", table)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
