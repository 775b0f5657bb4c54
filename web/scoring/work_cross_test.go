package scoring_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var november = vi.MustDay("2014-11-10")

func toPhase(t testing.TB, p *province.Province, phase season.Phase) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET phase = $1 WHERE id = $2`, phase, p.Season.ID)
		return err
	})
}

// ownMarks is a whole self-scoring sheet; budget is what 1.1 yielded of 100.
func ownMarks(budget int64) []scoring.Mark {
	n := func(x int64) exact.Number { return exact.Int(x) }
	return []scoring.Mark{
		{Criterion: "1.1", Target: n(100), Actual: n(budget), Explanation: "Theo báo cáo thu ngân sách", Evidence: []string{"Báo cáo số 12/BC-UBND"}},
		{Criterion: "1.2", Target: n(20), Actual: n(20)},
		{Criterion: "1.3", Target: n(10), Actual: n(10 + budget%7)},
		{Criterion: "2.1", Met: new(true)},
		{Criterion: "2.2", Count: n(2)},
		{Criterion: "2.3", Word: "tốt"},
	}
}

// officerOf is the unit's officer as a season file has them act.
func officerOf(p *province.Province, unit string) access.Actor {
	return access.Actor{Name: "Cán bộ " + unit, Role: access.EmulationOfficer, Unit: p.Unit[unit]}
}

var budgets = []int64{71, 82, 93, 64, 95}

// selfScored is the province with every unit's own sheet sent and the ring
// confirmed, in the phase.
func selfScored(t testing.TB, db *store.DB, phase season.Phase) *province.Province {
	t.Helper()
	p := province.New(t, db, province.Phase(season.SelfScoring))
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		var plan []scoring.Assignment
		for i, u := range province.Units {
			s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit[u], Stage: season.Self, Marks: ownMarks(budgets[i])}
			if _, err := scoring.SubmitSheet(ctx, tx, officerOf(p, u), november, s); err != nil {
				return err
			}
			plan = append(plan, scoring.Assignment{Scorer: p.Unit[u], Unit: p.Unit[province.Units[(i+1)%5]]})
		}
		return scoring.ConfirmPlan(ctx, tx, access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}, november, p.Season.ID, plan, "")
	})
	toPhase(t, p, phase)
	return p
}

// crossScored is selfScored with every cross sheet sent too.
func crossScored(t testing.TB, db *store.DB, phase season.Phase) *province.Province {
	t.Helper()
	p := selfScored(t, db, season.CrossScoring)
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		for i, u := range province.Units {
			next := (i + 1) % 5
			s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit[province.Units[next]], Stage: season.Cross, Marks: ownMarks(budgets[next] - 3)}
			for j := range s.Marks {
				s.Marks[j].Explanation = "Theo số liệu của cơ quan thống kê"
			}
			if _, err := scoring.SubmitSheet(ctx, tx, officerOf(p, u), november, s); err != nil {
				return err
			}
		}
		return nil
	})
	toPhase(t, p, phase)
	return p
}

var spoken = regexp.MustCompile(`(?s)<div class="(?:errors|notice)".*?</(?:ul|div)>`)

// says holds a page to a status and words on it.
func says(t *testing.T, w *httptest.ResponseRecorder, status int, words ...string) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("status %d, want %d: %s", w.Code, status, spoken.FindAllString(w.Body.String(), -1))
	}
	for _, x := range words {
		if !strings.Contains(w.Body.String(), x) {
			t.Errorf("the page does not say %q: %s", x, spoken.FindAllString(w.Body.String(), -1))
		}
	}
}

func TestCross_fromTheListToTheSheetSent(t *testing.T) {
	p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
	desk := p.As("officer:ky-son")
	says(t, desk.Get(p.Path("cham-cheo")), http.StatusOK, "Tương Dương", "Chưa chấm")
	sheet := p.Path("cham-cheo", "tuong-duong")
	says(t, desk.Get(sheet), http.StatusOK, "Thu ngân sách", "Thực hiện: 82", "Theo báo cáo thu ngân sách", "Báo cáo số 12/BC-UBND")
	says(t, desk.Get(p.Path("cham-cheo", "con-cuong")), http.StatusOK, "chưa xem được")
	says(t, desk.Get(p.Path("cham-cheo", "ky-son")), http.StatusOK)

	draft := url.Values{"viec": {"luu"}, "marks.1.1.actual": {"50"}, "read.1.1": {"0"}, "marks.1.1.points": {""}, "marks.1.1.explanation": {""}}
	says(t, desk.Post(sheet, draft), http.StatusSeeOther)
	says(t, desk.Get(sheet), http.StatusOK, `value="50"`, "cần lý do")
	says(t, desk.Get(p.Path("cham-cheo")), http.StatusOK, "Đang chấm, chưa gửi")

	send := url.Values{"viec": {"gui"}, "marks.1.1.actual": {"50"}, "read.1.1": {"1"}, "marks.1.1.explanation": {""}}
	says(t, desk.Post(sheet, send), http.StatusBadRequest, "Đánh dấu đã xem hết phiếu", "phải ghi lý do", `value="50"`)
	send.Set("xem-het", "co")
	send.Set("marks.1.1.explanation", "Kho bạc xác nhận 50 tỷ đồng")
	says(t, desk.Post(sheet, send), http.StatusSeeOther)
	says(t, desk.Get(sheet), http.StatusOK, "Phiếu đã gửi ngày", "Kho bạc xác nhận 50 tỷ đồng")
	says(t, desk.Post(sheet, send), http.StatusConflict, "phiếu đã gửi")
}

func TestCross_twoColleaguesNeverOverwriteEachOtherUnseen(t *testing.T) {
	p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
	sheet := p.Path("cham-cheo", "tuong-duong")
	says(t, p.As("officer:ky-son").Post(sheet, url.Values{"viec": {"luu"}, "marks.2.1.met": {"khong-dat"}, "read.2.1": {"0"}, "marks.2.1.explanation": {"Nộp muộn"}}), http.StatusSeeOther)
	says(t, p.As("leader:ky-son").Post(sheet, url.Values{"viec": {"luu"}, "marks.2.1.points": {"7"}, "read.2.1": {"0"}}), http.StatusConflict,
		"vừa ghi giá trị khác", "Nộp muộn", `value="7"`)
}

func TestQuestion_isAskedAndAnsweredOnThePages(t *testing.T) {
	p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
	sheet := p.Path("cham-cheo", "tuong-duong")
	says(t, p.As("officer:ky-son").Post(sheet, url.Values{"viec": {"hoi"}, "criterion": {"1.1"}, "question": {"Số liệu lấy đến ngày nào?"}}), http.StatusSeeOther)
	asked := p.As("leader:tuong-duong").Get(p.Path("hoi-dap"))
	says(t, asked, http.StatusOK, "Số liệu lấy đến ngày nào?", "Kỳ Sơn")
	id := regexp.MustCompile(`name="question" value="([^"]+)"`).FindStringSubmatch(asked.Body.String())[1]
	if strings.Contains(p.As("officer:con-cuong").Get(p.Path("hoi-dap")).Body.String(), "Số liệu lấy đến") {
		t.Error("a third unit reads the question")
	}
	forged := url.Values{"viec": {"tra-loi"}, "question": {id}, "answer." + id: {"Tôi trả lời thay"}}
	says(t, p.As("officer:con-cuong").Post(p.Path("hoi-dap"), forged), http.StatusNotFound)
	says(t, p.As("leader:tuong-duong").Post(p.Path("hoi-dap"), url.Values{"viec": {"tra-loi"}, "question": {id}, "answer." + id: {"Đến 31/10"}}), http.StatusSeeOther)
	says(t, p.As("officer:ky-son").Get(sheet), http.StatusOK, "Đến 31/10")
}

func TestPlan_isGeneratedShownAndConfirmedWithAReasonForAChange(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	says(t, p.As("officer:ky-son").Get(p.Path("phan-cong")), http.StatusOK, "Mới là đề xuất", "Vòng tròn")
	plan := url.Values{"viec": {"xac-nhan"}}
	for i, u := range province.Units {
		plan.Set("pair."+p.Unit[u]+"."+p.Unit[province.Units[(i+1)%5]], "co")
	}
	says(t, p.As("officer:ky-son").Post(p.Path("phan-cong"), plan), http.StatusForbidden)
	plan.Set("pair."+p.Unit["ky-son"]+"."+p.Unit["con-cuong"], "co")
	says(t, p.As("head").Post(p.Path("phan-cong"), plan), http.StatusBadRequest, "phải ghi lý do")
	plan.Set("reason", "Kỳ Sơn và Con Cuông cùng chấm thử")
	says(t, p.As("head").Post(p.Path("phan-cong"), plan), http.StatusSeeOther)
	says(t, p.As("officer:ky-son").Get(p.Path("phan-cong")), http.StatusOK, "Kỳ Sơn và Con Cuông cùng chấm thử")
	toPhase(t, p, season.CrossScoring)
	says(t, p.As("head").Post(p.Path("phan-cong"), plan), http.StatusConflict, "chỉ làm ở bước")
}

func TestAppraisal_fromAgreementToMoves(t *testing.T) {
	p := crossScored(t, testkit.SQLite(t), season.Appraisal)
	body := p.As("standing")
	says(t, body.Get(p.Path("tham-dinh")), http.StatusOK, "Con Cuông", "Đồng ý toàn bộ")
	says(t, body.Post(p.Path("tham-dinh"), url.Values{"viec": {"dong-y"}, "units": {p.Unit["ky-son"], p.Unit["tuong-duong"]}}), http.StatusSeeOther)
	sheet := p.Path("tham-dinh", "con-cuong")
	change := url.Values{"viec": {"gui"}, "xem-het": {"co"}, "marks.2.1.met": {"khong-dat"}, "read.2.1": {"0"}, "marks.2.1.explanation": {""}}
	says(t, body.Post(sheet, change), http.StatusBadRequest, "phải ghi lý do")
	change.Set("marks.2.1.explanation", "Thiếu báo cáo quý III")
	says(t, body.Post(sheet, change), http.StatusSeeOther)
	says(t, body.Get(p.Path("thay-doi")), http.StatusOK, "Tiêu chí 2.1: từ 10 thành 0 điểm")
	says(t, body.Get(p.Path("doi-chieu", "con-cuong")+"?chenh=co"), http.StatusOK, "Thiếu báo cáo quý III", "100,00")
	says(t, p.As("head").Post(p.Path("tham-dinh", "thanh-chuong"), url.Values{"viec": {"gui"}, "xem-het": {"co"}}), http.StatusForbidden, "do phó trưởng cụm")
	says(t, p.As("deputy").Post(p.Path("tham-dinh", "thanh-chuong"), url.Values{"viec": {"gui"}, "xem-het": {"co"}}), http.StatusSeeOther)
	says(t, p.As("officer:ky-son").Get(p.Path("tham-dinh")), http.StatusForbidden)
}

func TestMatrix_showsAGroupAStageAndAFile(t *testing.T) {
	p := crossScored(t, testkit.SQLite(t), season.Appraisal)
	says(t, p.As("standing").Get(p.Path("doi-chieu")), http.StatusOK, "Thu ngân sách", "Tải Excel cả cụm")
	says(t, p.As("standing").Get(p.Path("doi-chieu")+"?nhom=2&lan=self"), http.StatusOK, "Điển hình tiên tiến")
	file := p.As("standing").Get(p.Path("doi-chieu") + "?dang=xlsx")
	if file.Code != http.StatusOK || !strings.HasPrefix(file.Body.String(), "PK") {
		t.Errorf("%d %s", file.Code, file.Header())
	}
	says(t, p.As("officer:ky-son").Get(p.Path("doi-chieu")), http.StatusForbidden)
	says(t, p.As("officer:ky-son").Get(p.Path("doi-chieu", "con-cuong")), http.StatusForbidden)
	says(t, p.As("officer:ky-son").Get(p.Path("doi-chieu", "ky-son")), http.StatusOK, "Thu ngân sách")
}

func TestFlags_areForTheStandingBody(t *testing.T) {
	p := crossScored(t, testkit.SQLite(t), season.Appraisal)
	says(t, p.As("standing").Get(p.Path("co-bao")), http.StatusOK, "κ = ", "Chưa hiệu chỉnh được độ nghiêm")
	for _, who := range []string{"head", "deputy", "officer:ky-son", "secretary"} {
		says(t, p.As(who).Get(p.Path("co-bao")), http.StatusForbidden)
	}
}

func TestConflict_isDeclaredOnThePageAndHolds(t *testing.T) {
	p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
	desk := p.As("officer:ky-son")
	says(t, desk.Post(p.Path("xung-dot"), url.Values{"viec": {"khai"}, "unit": {p.Unit["tuong-duong"]}}), http.StatusBadRequest, "Chọn loại")
	says(t, desk.Post(p.Path("xung-dot"), url.Values{"viec": {"khai"}, "unit": {p.Unit["tuong-duong"]}, "kind": {"family"}}), http.StatusSeeOther)
	says(t, desk.Get(p.Path("cham-cheo", "tuong-duong")), http.StatusOK, "chưa xem được")
	says(t, p.As("leader:ky-son").Get(p.Path("cham-cheo", "tuong-duong")), http.StatusOK, "Thực hiện: 82")
	says(t, p.As("standing").Get(p.Path("xung-dot")), http.StatusOK, "Cán bộ TĐKT huyện Kỳ Sơn")
	if strings.Contains(p.As("officer:con-cuong").Get(p.Path("xung-dot")).Body.String(), "Cán bộ TĐKT huyện Kỳ Sơn") {
		t.Error("others read who declared what")
	}
}

func TestPublication_isARiteOfItsOwn(t *testing.T) {
	p := crossScored(t, testkit.SQLite(t), season.Appraisal)
	says(t, p.As("standing").Post(p.Path("tham-dinh"), url.Values{"viec": {"dong-y"}, "units": {p.Unit["ky-son"], p.Unit["tuong-duong"], p.Unit["con-cuong"], p.Unit["anh-son"]}}), http.StatusSeeOther)
	says(t, p.As("head").Get(p.Path("cong-bo")), http.StatusForbidden)
	says(t, p.As("standing2").Get(p.Path("cong-bo")), http.StatusOK, "Chưa thẩm định điểm của huyện Thanh Chương", "Tiếp tục: xác nhận công bố")
	confirm := p.Path("cong-bo", "xac-nhan")
	says(t, p.As("standing2").Get(confirm), http.StatusOK, "Công bố rồi thì không rút lại được", "quyết định mới")
	yes := url.Values{"viec": {"cong-bo"}}
	says(t, p.As("standing2").Post(confirm, yes), http.StatusBadRequest, "Đánh dấu là đã hiểu")
	yes.Set("hieu", "co")
	says(t, p.As("standing2").Post(confirm, yes), http.StatusBadRequest, "phải ghi lý do")
	yes.Set("reason", "Trưởng cụm xin rút khỏi xếp hạng")
	says(t, p.As("standing").Post(confirm, yes), http.StatusForbidden, "không được công bố")
	says(t, p.As("standing2").Post(confirm, yes), http.StatusSeeOther)
	says(t, p.As("standing2").Get(p.Path("cong-bo")), http.StatusOK, "Kết quả đã công bố ngày", "Trưởng cụm xin rút khỏi xếp hạng")
	says(t, p.As("standing2").Post(confirm, yes), http.StatusConflict)
	for who, at := range map[string]string{"officer:ky-son": p.Path("cham-cheo", "tuong-duong"), "standing3": p.Path("tham-dinh", "thanh-chuong")} {
		w := p.As(who).Post(at, url.Values{"viec": {"gui"}, "xem-het": {"co"}})
		if w.Code < 400 {
			t.Errorf("%s wrote after the publication: %d", who, w.Code)
		}
	}
}
