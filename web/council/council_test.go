package council_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/dossier"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var today = vi.MustDay("2014-11-22")

// desk is a province at the council with two nominations, and who works there.
type desk struct {
	*province.Province
	t             *testing.T
	council, meet string // addresses
	flag, other   string // nomination ids: Con Cuông and Kỳ Sơn for the provincial flag
}

func begin(t *testing.T, db *store.DB) *desk {
	t.Helper()
	d := &desk{Province: province.New(t, db, province.Phase(season.Council)), t: t}
	d.Hire("member2", "Ủy viên Hội đồng thứ hai", account.Grant{Role: access.CouncilMember})
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		head := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}
		n := dossier.Nomination{Season: d.Season.ID, CandidateUnit: d.Unit["con-cuong"], Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu cụm"}
		if d.flag, err = dossier.Nominate(ctx, tx, head, today, n); err != nil {
			return err
		}
		n.CandidateUnit = d.Unit["ky-son"]
		d.other, err = dossier.Nominate(ctx, tx, head, today, n)
		return err
	})
	return d
}

// does posts a form and returns where it leads; a refusal fails the test.
func (d *desk) does(who, address string, form url.Values) (to string) {
	d.t.Helper()
	w := d.As(who).Post(address, form)
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("%s, %s by %s: %s", address, form.Get("viec"), who, province.Page(d.t, w, w.Code).Only(d.t, "main").Text())
	}
	return w.Header().Get("Location")
}

// refused posts a form that must be refused, and returns the page.
func (d *desk) refused(who, address string, form url.Values, status int) province.Node {
	d.t.Helper()
	return province.Page(d.t, d.As(who).Post(address, form), status)
}

func (d *desk) page(who, address string) province.Node {
	d.t.Helper()
	return province.Page(d.t, d.As(who).Get(address), http.StatusOK)
}

// found enters the council with five members, and calls a meeting.
func (d *desk) found() {
	d.t.Helper()
	renew := d.does("standing", "/hoi-dong", url.Values{"viec": {"lap"}, "name": {"Hội đồng Thi đua - Khen thưởng tỉnh thử"}, "share": {"80 %"}, "source": {"Quy chế số 5"}})
	d.council = strings.TrimSuffix(renew, "/kien-toan")
	d.does("standing", renew, d.list("2014-01-02"))
	d.meet = d.does("standing", d.council, url.Values{"viec": {"trieu-tap"}, "name": {"Phiên họp lần 1 năm 2014"}, "day": {"22/11/2014"}, "place": {"Hội trường UBND tỉnh"}})
}

// list is the form of a renewal: a chair, three members, one at Con Cuông, and a
// clerk.
func (d *desk) list(from string) url.Values {
	form := url.Values{"viec": {"ghi"}, "document": {"12/QĐ-UBND"}, "day": {from}, "from": {from}}
	for i, s := range [][4]string{
		{"Chủ tịch thử", "chair", "", ""}, {"Ủy viên Hội đồng", "member", d.People["member"].ID, ""}, {"Ủy viên Hội đồng thứ hai", "member", d.People["member2"].ID, ""},
		{"Ủy viên ở Con Cuông", "member", "", "Huyện Con Cuông"}, {"", "", "", ""}, {"Ủy viên thứ năm", "member", "", ""}, {"Thư ký Hội đồng", "clerk", d.People["secretary"].ID, ""},
	} {
		at := "seats[" + string(rune('0'+i)) + "]."
		form.Set(at+"name", s[0])
		form.Set(at+"office", s[1])
		form.Set(at+"person", s[2])
		form.Set(at+"unit", s[3])
	}
	return form
}

func (d *desk) toTheBallot() {
	d.t.Helper()
	d.found()
	d.does("standing", d.meet, url.Values{"viec": {"dua-vao"}, "nominations": {d.flag, d.other}})
	d.does("secretary", d.meet, url.Values{"viec": {"diem-danh"}, "presence[1]": {"here"}, "presence[2]": {"here"}, "presence[3]": {"here"}, "presence[4]": {"here"},
		"presence[5]": {"writing"}, "document[5]": {"15/CV ngày 20/11/2014"}})
	d.does("secretary", d.meet, url.Values{"viec": {"mo"}, "board": {d.People["standing2"].ID, d.People["member"].ID}})
}

// sheet is a count: five papers, so many for Con Cuông and Kỳ Sơn.
func (d *desk) sheet(flag, other string) url.Values {
	rest := map[string]string{"5": "0", "4": "1", "3": "2", "2": "3"}
	return url.Values{"viec": {"dem"}, "issued": {"5"}, "returned": {"5"},
		"rows[" + d.flag + "].for": {flag}, "rows[" + d.flag + "].against": {rest[flag]}, "rows[" + d.flag + "].invalid": {"0"},
		"rows[" + d.other + "].for": {other}, "rows[" + d.other + "].against": {rest[other]}, "rows[" + d.other + "].invalid": {"0"}}
}

func TestMeeting_fromTheCallToTheDecision(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		d.toTheBallot()
		d.does("standing2", d.meet, d.sheet("4", "3"))
		if text := d.page("member2", d.meet).Only(t, "main").Text(); strings.Contains(text, "phiếu đồng ý trên") || strings.Contains(text, "Nhập số phiếu đã kiểm") {
			t.Errorf("a member without a part in the count reads %s", text)
		}
		if text := d.page("standing2", d.meet).Only(t, "main").Text(); !strings.Contains(text, "Chờ người thứ hai") {
			t.Errorf("who has counted reads %s", text)
		}
		d.does("member", d.meet, d.sheet("4", "2"))
		if text := d.page("member", d.meet).Only(t, "#khac-nhau").Text(); !strings.Contains(text, "Huyện Kỳ Sơn") || strings.Contains(text, "Con Cuông") {
			t.Errorf("where two counts differ: %s", text)
		}
		d.does("member", d.meet, d.sheet("4", "3"))
		d.does("standing2", d.meet, d.sheet("4", "3"))
		d.does("secretary", d.meet, url.Values{"viec": {"ket-thuc"}})
		page := d.page("member2", d.meet)
		if text := page.Only(t, "#tong-hop").Text(); text != "Cờ thi đua của Ủy ban nhân dân tỉnh (tập thể): đề nghị 2, thông qua 1, không thông qua 1." {
			t.Error(text)
		}
		minutes := page.Only(t, "#bien-ban").Text()
		for _, want := range []string{"4 phiếu đồng ý trên tổng số 5 thành viên, bằng 80,00 %", "Ủy viên thứ năm vắng mặt, gửi ý kiến bằng văn bản (15/CV ngày 20/11/2014).", "Ủy viên ở Con Cuông: làm việc ở đơn vị được đề nghị"} {
			if !strings.Contains(minutes, want) {
				t.Errorf("%q is missing in %s", want, minutes)
			}
		}
		if n := len(page.Find("main form[method=post]")); n > 0 {
			t.Errorf("a member is offered %d forms", n)
		}
		if hands := d.page("secretary", d.meet); len(hands.Find(`button[value=quyet-dinh]`)) > 0 || !strings.Contains(hands.Only(t, "main").Text(), "nên quyết định do người khác ghi") {
			t.Error("who opened the ballot is offered the decision")
		}
		decision := url.Values{"viec": {"quyet-dinh"}, "nominations": {d.flag}, "number": {"155/QĐ-UBND"}, "day": {"22/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "signer": {"Chủ tịch thử"}, "kind": {"grant"}}
		d.does("decider", d.meet, decision)
		page = d.page("decider", d.meet)
		link := page.Only(t, "#quyet-dinh a").Attr("href")
		if text := page.Only(t, "#quyet-dinh").Text(); !strings.Contains(text, "Quyết định số 155/QĐ-UBND ngày 22/11/2014 của Chủ tịch UBND tỉnh Nghệ An, người ký Chủ tịch thử: Huyện Con Cuông.") {
			t.Error(text)
		}
		if text := d.page("standing", link).Only(t, "main").Text(); !strings.Contains(text, "Chưa tính: chưa kiểm chứng được văn bản quy định mức tiền thưởng") {
			t.Error(text)
		}
		d.does("secretary", d.meet, url.Values{"viec": {"thong-bao"}, "nomination": {d.other}, "notice_number": {"40/TB"}, "notice_day": {"22/11/2014"}, "notice_reason": {"Không đạt tỷ lệ phiếu"}})
		if text := d.page("secretary", d.meet).Only(t, "#thong-bao").Text(); !strings.Contains(text, "Huyện Kỳ Sơn: Thông báo số 40/TB ngày 22/11/2014") {
			t.Error(text)
		}
		if w := d.As("secretary").Get(d.meet + "?dang=xlsx"); w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), "spreadsheet") {
			t.Errorf("the results as Excel answer %d %s", w.Code, w.Header().Get("Content-Type"))
		}
	})
}

func TestMeeting_refusesBesideTheField(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	d.found()
	roll := url.Values{"viec": {"diem-danh"}, "presence[1]": {"here"}, "presence[2]": {"writing"}, "presence[3]": {"here"}, "presence[4]": {"here"}}
	page := d.refused("secretary", d.meet, roll, http.StatusBadRequest)
	if text := page.Only(t, "main").Text(); !strings.Contains(text, "ghi số, ngày văn bản để nêu trong biên bản") || !strings.Contains(text, "Chọn có mặt hay vắng cho Ủy viên thứ năm") {
		t.Error(text)
	}
	if got := page.Only(t, "#o-document-2").Attr("aria-invalid"); got != "true" {
		t.Errorf("the field of the paper is marked %q", got)
	}
	d.does("standing", d.meet, url.Values{"viec": {"dua-vao"}, "nominations": {d.flag, d.other}})
	roll.Set("document[2]", "15/CV")
	roll.Set("presence[5]", "away")
	d.does("secretary", d.meet, roll)
	if text := d.refused("secretary", d.meet, url.Values{"viec": {"mo"}}, http.StatusConflict).Only(t, "main").Text(); !strings.Contains(text, "Không đủ số thành viên để họp: 3 trên tổng số 5") {
		t.Errorf("three of five: %s", text)
	}
}

func TestCouncil_formsOfOthersAreRefusedAndChangeNothing(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	d.toTheBallot()
	for _, who := range []string{"standing2", "member"} {
		d.does(who, d.meet, d.sheet("5", "3"))
	}
	forms := map[string]url.Values{
		"lap":        {"name": {"Hội đồng khác"}},
		"trieu-tap":  {"name": {"Phiên họp khác"}, "day": {"22/11/2014"}},
		"quy-che":    {"quorum": {"50"}},
		"ghi":        d.list("2015-01-01"),
		"dua-vao":    {"nominations": {d.flag}},
		"dua-ra":     {"nomination": {d.flag}},
		"diem-danh":  {"presence[1]": {"here"}},
		"mo":         {"board": {d.People["standing2"].ID}},
		"dem":        d.sheet("5", "5"),
		"ket-thuc":   {},
		"huy":        {"cancel_reason": {"thử"}},
		"co-so-co":   {"flag_base": {"10"}},
		"quyet-dinh": {"nominations": {d.flag}, "number": {"1/QĐ"}, "day": {"22/11/2014"}, "authority": {"Chủ tịch UBND tỉnh"}, "signer": {"A"}},
		"thong-bao":  {"nomination": {d.other}, "notice_number": {"1"}, "notice_day": {"22/11/2014"}, "notice_reason": {"x"}},
	}
	at := map[string]string{"lap": "/hoi-dong", "trieu-tap": d.council, "quy-che": d.council, "ghi": d.council + "/kien-toan"}
	before := testkit.Digest(t, d.DB, "session")
	for _, who := range []string{"", "officer:con-cuong", "leader:ky-son", "head", "deputy", "admin", "inspector", "member2"} {
		for act, form := range forms {
			form.Set("viec", act)
			to := at[act]
			if to == "" {
				to = d.meet
			}
			if w := d.As(who).Post(to, form); w.Code < 400 {
				t.Errorf("%s by %q answers %d", act, who, w.Code)
			}
		}
	}
	for _, address := range []string{"/hoi-dong", d.council, d.council + "/kien-toan", d.meet, d.meet + "?viec=ket-thuc", d.council + "?viec=quy-che&quorum=1"} {
		d.As("standing").Get(address)
		if w := d.As("officer:ky-son").Get(address); w.Code != http.StatusForbidden {
			t.Errorf("%s is open to a unit's officer: %d", address, w.Code)
		}
	}
	if after := testkit.Digest(t, d.DB, "session"); after != before {
		t.Error("something changed: " + testkit.Differ(before, after))
	}
}

func TestCouncil_anotherBodysIsNotThere(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	d.found()
	var other string
	testkit.Write(t, d.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE council SET body_unit = $1`, d.Unit["ky-son"])
		return err
	})
	other = d.council
	for _, address := range []string{other, d.meet, other + "/kien-toan"} {
		if w := d.As("standing").Get(address); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", address, w.Code)
		}
	}
	if w := d.As("standing").Post(d.meet, url.Values{"viec": {"huy"}, "cancel_reason": {"thử"}}); w.Code != http.StatusNotFound {
		t.Errorf("cancelling another body's meeting answers %d", w.Code)
	}
}
