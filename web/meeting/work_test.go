package meeting_test

import (
	"context"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
)

// hall is the province's year at its conference.
type hall struct {
	*province.Province
	t testing.TB
	c string // id of the conference under test
}

func open(t testing.TB) hall {
	t.Helper()
	return hall{province.New(t, testkit.SQLite(t), province.Phase(season.Conferring)), t, ""}
}

// at is an address of the conference: at("bien-ban").
func (h hall) at(parts ...string) string {
	return strings.TrimSuffix(h.Path(append([]string{"hoi-nghi", h.c}, parts...)...), "/")
}

// form is a form's fields in pairs, the act first.
func form(act string, pairs ...string) url.Values {
	f := url.Values{"viec": {act}}
	for i := 0; i < len(pairs); i += 2 {
		f.Set(pairs[i], pairs[i+1])
	}
	return f
}

// call calls a conference of two items chaired by the head, written down by the
// officer of Con Cuông.
func (h *hall) call(pairs ...string) {
	h.t.Helper()
	f := form("luu", append([]string{"kind", "briefing", "day", "22/11/2014", "time_of_day", "08 giờ 00", "place", "huyện Thanh Chương",
		"chair_person", h.People["head"].ID, "secretary_person", h.People["officer:con-cuong"].ID,
		"agenda[0].content", "Khai mạc", "agenda[1].content", "", "agenda[2].content", "Suy tôn đề nghị tặng Cờ thi đua", "agenda[2].minutes", "30",
		"papers", "Báo cáo năm\n\nDự thảo quy chế", "delegates[0].name", "", "delegates[1].name", "", "delegates[1].post", "Giám đốc", "delegates[1].body", "Sở Nội vụ"}, pairs...)...)
	w := h.As("head").Post(h.Path("hoi-nghi", "moi"), f)
	if w.Code != 303 {
		h.t.Fatalf("the call answers %d: %s", w.Code, refusals(w))
	}
	to := w.Header().Get("Location")
	h.c = to[strings.LastIndex(to, "/")+1:]
}

// post must succeed.
func (h hall) post(who, page string, f url.Values) {
	h.t.Helper()
	if w := h.As(who).Post(h.at(page), f); w.Code != 303 {
		h.t.Fatalf("%s: %s by %s answers %d: %s", page, f.Get("viec"), who, w.Code, refusals(w))
	}
}

// roll marks the units in the cluster's order.
func (h hall) roll(how ...string) url.Values {
	f := form("luu")
	for i, unit := range province.Units {
		at := "roll." + h.Unit[unit] + "."
		f.Set(at+"how", how[i])
		if how[i] == "proxy" {
			f.Set(at+"name", "Nguyễn Văn Ánh")
			f.Set(at+"post", "Phó Chủ tịch")
			f.Set(at+"document", "Giấy ủy quyền số 12")
		}
	}
	return f
}

func (h hall) conference() (c meeting.Conference) {
	h.t.Helper()
	testkit.Write(h.t, h.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		c, err = meeting.ByID(ctx, tx, h.c)
		return err
	})
	return c
}

var tags = regexp.MustCompile(`<[^>]*>`)

// refusals is the summary of errors of a page, as text.
func refusals(w *httptest.ResponseRecorder) string {
	body := w.Body.String()
	if _, after, found := strings.Cut(body, `id="loi"`); found {
		body, _, _ = strings.Cut(after, "</div>")
	}
	return strings.Join(strings.Fields(tags.ReplaceAllString(body, " ")), " ")
}

// run takes a new conference to its stage: Kỳ Sơn is absent, Tương Dương sends a
// proxy.
func (h *hall) run(stage meeting.Stage) {
	h.t.Helper()
	h.call()
	for _, s := range []struct {
		stage     meeting.Stage
		who, page string
		form      url.Values
	}{
		{"", "officer:con-cuong", "diem-danh", h.roll("absent", "proxy", "present", "present", "present")},
		{meeting.Running, "head", "dieu-hanh", form("khai-mac")},
		{"", "head", "dieu-hanh", form("muc", "so", "2")},
		{"", "officer:con-cuong", "dieu-hanh", form("y-kien", "unit", h.Unit["con-cuong"], "name", "Vi Văn Sơn", "post", "Phó Chủ tịch", "summary", "Nông thôn mới chưa đều.")},
		{"", "officer:con-cuong", "dieu-hanh", form("bao-cao", "report", "Báo cáo tổng kết")},
		{"", "officer:con-cuong", "dieu-hanh", form("ket-luan", "conclusion", "Rà soát chỉ tiêu cả nhiệm kỳ.")},
		{meeting.Ended, "head", "dieu-hanh", form("be-mac")},
		{meeting.Drafted, "officer:con-cuong", "bien-ban", form("du-thao")},
		{meeting.Amended, "officer:con-cuong", "bien-ban", form("gop-y")},
		{meeting.Frozen, "head", "bien-ban", form("chot")},
		{"", "head", "bien-ban", form("ky-chu-toa")},
		{meeting.Signed, "officer:con-cuong", "bien-ban", form("ky-thu-ky")},
	} {
		h.post(s.who, s.page, s.form)
		if s.stage == stage {
			return
		}
	}
	h.t.Fatalf("there is no stage %q", stage)
}

func TestCall_keepsWhatTheFormSaysAndPassesOverEmptyRows(t *testing.T) {
	h := open(t)
	h.call()
	c := h.conference()
	if len(c.Agenda) != 2 || c.Agenda[1].Content != "Suy tôn đề nghị tặng Cờ thi đua" || c.Agenda[1].Length != 30 {
		t.Errorf("agenda %+v", c.Agenda)
	}
	if len(c.Papers) != 2 || len(c.Delegates) != 1 || c.Delegates[0].Post != "Giám đốc" {
		t.Errorf("papers %q, delegates %+v", c.Papers, c.Delegates)
	}
	if c.Chair != "Trưởng cụm" || c.SecretaryPerson != h.People["officer:con-cuong"].ID || c.Stage != meeting.Called {
		t.Errorf("%+v", c)
	}
	page := h.As("head").Get(h.at("sua")).Body.String()
	for _, want := range []string{`value="22/11/2014"`, `value="Khai mạc"`, `value="30"`, "Báo cáo năm\nDự thảo quy chế", `value="Sở Nội vụ"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the form to edit it lacks %s", want)
		}
	}
}

func TestCall_refusesBesideTheRowThatWasTyped(t *testing.T) {
	h := open(t)
	w := h.As("head").Post(h.Path("hoi-nghi", "moi"), form("luu", "kind", "briefing", "day", "22/11/2014",
		"agenda[0].content", "", "agenda[1].content", "", "agenda[1].who", "Trưởng cụm"))
	page := w.Body.String()
	if w.Code != 400 || !strings.Contains(page, `href="#o-agenda-1-content"`) || !strings.Contains(page, `aria-describedby="o-agenda-1-content-e"`) || !strings.Contains(page, `value="Trưởng cụm"`) {
		t.Errorf("%d: %s", w.Code, refusals(w))
	}
	for field, f := range map[string]url.Values{
		"day":              form("luu", "kind", "briefing", "day", "hôm nay"),
		"agenda-0-minutes": form("luu", "kind", "briefing", "day", "22/11/2014", "agenda[0].content", "Khai mạc", "agenda[0].minutes", "nhiều"),
		"secretary_person": form("luu", "kind", "briefing", "day", "22/11/2014", "chair_person", h.People["head"].ID, "secretary_person", h.People["head"].ID),
		"chair_person":     form("luu", "kind", "briefing", "day", "22/11/2014", "chair_person", h.People["admin"].ID, "secretary_person", h.People["head"].ID),
		"host":             form("luu", "kind", "briefing", "day", "22/11/2014", "host", "01FORGED"),
		"kind":             form("luu", "kind", "party", "day", "22/11/2014"),
	} {
		w := h.As("head").Post(h.Path("hoi-nghi", "moi"), f)
		if w.Code != 400 || !strings.Contains(w.Body.String(), `href="#o-`+field+`"`) {
			t.Errorf("%s: %d: %s", field, w.Code, refusals(w))
		}
	}
}

func TestRoll_printsTheArithmeticOfTheQuorumAndHoldsBackTheBeginning(t *testing.T) {
	h := open(t)
	h.call()
	h.post("officer:con-cuong", "diem-danh", h.roll("absent", "absent", "proxy", "present", "present"))
	page := h.As("head").Get(h.at("dieu-hanh")).Body.String()
	const words = "3 trên tổng số 5 thành viên có mặt, bằng 60,00 %; cần từ 2/3 trở lên, tức ít nhất 4: chưa đủ số thành viên."
	if !strings.Contains(page, words) {
		t.Error("the arithmetic is not printed")
	}
	if w := h.As("head").Post(h.at("dieu-hanh"), form("khai-mac")); w.Code != 409 || !strings.Contains(refusals(w), "Không đủ số thành viên để khai mạc: "+words) {
		t.Errorf("%d: %s", w.Code, refusals(w))
	}
	h.post("officer:con-cuong", "diem-danh", h.roll("absent", "present", "proxy", "present", "present"))
	h.post("head", "dieu-hanh", form("khai-mac"))
	if c := h.conference(); c.Stage != meeting.Running || c.Attendance.Proxies[0].Document != "Giấy ủy quyền số 12" {
		t.Errorf("%+v", c)
	}
}

func TestRoll_isFilledInByExcel(t *testing.T) {
	h := open(t)
	h.call()
	at, unit := h.at("diem-danh", "excel"), h.Unit["ky-son"]
	d := h.As("head")
	said, form := d.Brought(t, at, d.Filled(t, at, unit, map[string]any{"E": "vang", "I": "Họp Quốc hội"}))
	if !strings.Contains(said, "Họp Quốc hội") || len(h.conference().Attendance.Absent) > 0 {
		t.Fatalf("%s", said)
	}
	if w := d.Post(at, form); w.Code != 303 || w.Header().Get("Location") != h.at("diem-danh") {
		t.Fatalf("%d: %s", w.Code, refusals(w))
	}
	if a := h.conference().Attendance; len(a.Absent) != 1 || a.Absent[0].Unit != unit || a.Absent[0].Reason != "Họp Quốc hội" || len(a.Present) > 0 {
		t.Errorf("%+v", a)
	}
	for _, who := range []string{"leader:anh-son", "member", "inspector"} {
		if w := h.As(who).Post(at, form); w.Code != 403 {
			t.Errorf("%s records the roll: %d", who, w.Code)
		}
	}
}

func TestPages_openForWhomTheyAreAndSayWhyNot(t *testing.T) {
	h := open(t)
	h.run(meeting.Drafted)
	for _, c := range []struct {
		who, page string
		code      int
		says      string
	}{
		{"head", "", 200, "Đang dự thảo biên bản"},
		{"member", "", 200, "Rà soát chỉ tiêu"},
		{"officer:ky-son", "", 200, "Diễn biến"},
		{"admin", "", 403, ""},
		{"", "", 303, ""},
		{"officer:ky-son", "dieu-hanh", 403, "do thư ký hội nghị ghi"},
		{"officer:con-cuong", "dieu-hanh", 200, "Chương trình"},
		{"officer:ky-son", "diem-danh", 403, "do thư ký hội nghị ghi"},
		{"officer:ky-son", "sua", 403, "Trang này dành cho"},
		{"head", "sua", 409, "đã khai mạc"},
		{"officer:con-cuong", "bien-ban", 200, "Lưu dự thảo"},
		{"officer:anh-son", "bien-ban", 200, "dự thảo hiện ra khi được gửi góp ý"},
		{"officer:anh-son", "tai/bien-ban-1.docx", 404, ""},
		{"officer:anh-son", "tai/bien-ban-9.docx", 404, ""},
		{"officer:anh-son", "tai/khong-co.docx", 404, ""},
		{"officer:anh-son", "tai/giay-moi.docx", 200, ""},
		{"officer:anh-son", "tai/chuong-trinh.pdf", 200, "%PDF-"},
		{"officer:con-cuong", "tai/bien-ban-1.pdf", 200, "%PDF-"},
		{"officer:con-cuong", "tai/bien-ban-1.txt", 404, ""},
		{"decider", "trinh-chieu", 200, "data-stream"},
	} {
		if w := h.As(c.who).Get(h.at(c.page)); w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%q opens %q: %d, want %d with %q", c.who, c.page, w.Code, c.code, c.says)
		}
	}
	if w := h.As("head").Get(h.Path("hoi-nghi", "01NONE")); w.Code != 404 {
		t.Errorf("a conference that is not there: %d", w.Code)
	}
}

func TestList_searchesWithoutAccentsAndComesAsExcel(t *testing.T) {
	h := open(t)
	if page := h.As("member").Get(h.Path("hoi-nghi")).Body.String(); !strings.Contains(page, "Chưa có hội nghị nào được triệu tập") || strings.Contains(page, "hoi-nghi/moi") {
		t.Error("the empty list does not say so, or offers to call a conference")
	}
	h.call("title", "Hội nghị giao ban Cụm")
	if page := h.As("head").Get(h.Path("hoi-nghi") + "?tim=giao+ban").Body.String(); !strings.Contains(page, "Hội nghị giao ban Cụm") {
		t.Error("not found without accents")
	}
	if page := h.As("head").Get(h.Path("hoi-nghi") + "?buoc=signed").Body.String(); strings.Contains(page, "Hội nghị giao ban Cụm") {
		t.Error("the filter lets it through")
	}
	if w := h.As("head").Get(h.Path("hoi-nghi") + "?dang=xlsx"); w.Code != 200 || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("no Excel file: %d", w.Code)
	}
}

func TestMinutes_takeUpWhatHappenedAndPrintTheProof(t *testing.T) {
	h := open(t)
	h.run(meeting.Signed)
	page := tags.ReplaceAllString(h.As("officer:ky-son").Get(h.at("bien-ban")).Body.String(), "")
	for _, want := range []string{"Khai mạc lúc 09 giờ 00, ngày 22 tháng 11 năm 2014, tại huyện Thanh Chương.", "Vắng: huyện Kỳ Sơn.",
		"Huyện Tương Dương ủy quyền cho Nguyễn Văn Ánh, Phó Chủ tịch dự", "4 trên tổng số 5 thành viên có mặt", "Hội nghị nghe báo cáo tổng kết.",
		"Nông thôn mới chưa đều.", "Rà soát chỉ tiêu cả nhiệm kỳ.", "Bế mạc lúc 09 giờ 00.", "sổ nhật ký khi ký ở mục số"} {
		if !strings.Contains(page, want) {
			t.Errorf("the minutes lack %q", want)
		}
	}
	text := h.As("officer:ky-son").Get(h.at("tai", "bien-ban-1.txt")).Body.String()
	var m meeting.Minutes
	testkit.Write(t, h.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := meeting.MinutesOf(ctx, tx, h.c)
		m = all[0]
		return err
	})
	if text != m.Frozen || !strings.Contains(page, m.SHA256) {
		t.Errorf("the text to be checked is not what was frozen: %q", text)
	}
}

func TestMinutes_areAmongTheYearsPapersOnceThatIsPublic(t *testing.T) {
	h := open(t)
	h.run(meeting.Signed)
	file := "bien-ban-da-ky-" + strings.ToLower(h.c[len(h.c)-6:]) + ".pdf"
	address := "/nam/" + province.Slug + "/van-ban/" + file
	if w := h.As("").Get(address); w.Code != 404 {
		t.Errorf("before publication: %d", w.Code)
	}
	testkit.Exec(t, h.DB, `UPDATE season SET published_on = '2014-11-01'`)
	if w := h.As("").Get(address); w.Code != 200 || !strings.HasPrefix(w.Body.String(), "%PDF-") {
		t.Errorf("after publication: %d", w.Code)
	}
}

func TestMinutes_twoWritersNeverLoseEachOthersWords(t *testing.T) {
	h := open(t)
	h.run(meeting.Drafted)
	h.post("officer:con-cuong", "bien-ban", form("luu", "version", "1", "sections[5]", "Câu của thư ký."))
	w := h.As("head").Post(h.at("bien-ban"), form("luu", "version", "1", "sections[5]", "Câu của trưởng cụm."))
	page := w.Body.String()
	if w.Code != 409 || !strings.Contains(page, "Câu của trưởng cụm.") || !strings.Contains(page, "Câu của thư ký.") || !strings.Contains(page, `name="version" value="2"`) {
		t.Errorf("%d: %s", w.Code, refusals(w))
	}
}

func TestAmendment_isProposedByAUnitAndDecidedByTheChair(t *testing.T) {
	h := open(t)
	h.run(meeting.Amended)
	page := h.As("leader:anh-son").Get(h.at("bien-ban")).Body.String()
	if !strings.Contains(page, `value="5|Rà soát chỉ tiêu cả nhiệm kỳ."`) {
		t.Error("the line cannot be chosen")
	}
	h.post("leader:anh-son", "bien-ban", form("de-nghi", "line", "5|Rà soát chỉ tiêu cả nhiệm kỳ.", "new", "Rà soát chỉ tiêu nhiệm kỳ 2010–2015.", "why", "rõ hơn"))
	if w := h.As("head").Post(h.at("bien-ban"), form("chot")); w.Code != 409 {
		t.Errorf("frozen over an open amendment: %d", w.Code)
	}
	if w := h.As("leader:anh-son").Post(h.at("bien-ban"), form("chap-nhan", "so", "1")); w.Code != 403 {
		t.Errorf("the unit accepted its own amendment: %d", w.Code)
	}
	h.post("head", "bien-ban", form("chap-nhan", "so", "1"))
	page = h.As("officer:ky-son").Get(h.at("bien-ban")).Body.String()
	if !strings.Contains(page, "<li>Rà soát chỉ tiêu nhiệm kỳ 2010–2015.</li>") || !strings.Contains(page, "Đơn vị của đồng chí không có mặt") {
		t.Error("the text was not amended, or the absent unit is not told")
	}
}
