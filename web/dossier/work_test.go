package dossier_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/exact"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

var day = vi.MustDay("2014-11-22")

// year is the province after its conference, with a vote that endorsed Con
// Cuông and the commune Thanh Lĩnh, and one of the council's.
type year struct {
	*province.Province
	members, council string // vote ids
}

func begin(t *testing.T, db *store.DB, phase season.Phase) year {
	t.Helper()
	y := year{Province: province.New(t, db, province.Phase(phase))}
	head := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: y.Unit["thanh-chuong"]}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		c := meeting.Conference{Season: y.Season.ID, Kind: meeting.Closing, Day: day}
		conference, err := meeting.Hold(ctx, tx, head, day, c)
		if err != nil {
			return err
		}
		y.members, err = voting.Record(ctx, tx, head, day, voting.Vote{Season: y.Season.ID, Conference: conference, Question: "Suy tôn", Body: voting.Cluster, Method: voting.Paper,
			Present: new(5), Issued: new(5), Returned: new(5), Valid: new(5), Invalid: new(0), Options: []voting.Option{
				{Label: "Huyện Con Cuông", Candidate: y.Unit["con-cuong"], For: new(5)}, {Label: "Xã Thanh Lĩnh", For: new(4)}, {Label: "Huyện Kỳ Sơn", Candidate: y.Unit["ky-son"], For: new(1)}}})
		if err != nil {
			return err
		}
		y.council, err = voting.Record(ctx, tx, access.Actor{Name: "Thư ký", Role: access.CouncilSecretary}, day, voting.Vote{Season: y.Season.ID, Question: "Trình tặng cờ", Body: voting.Council,
			Method: voting.Paper, Denominator: voting.OfEstablishment, Threshold: exact.Ratio(4, 5), Establishment: new(10), Present: new(10), Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: y.Unit["con-cuong"], For: new(9)}}})
		return err
	})
	return y
}

func (y year) flag() url.Values {
	return url.Values{"viec": {"luu"}, "candidate_kind": {"collective"}, "unit": {y.Unit["con-cuong"]}, "title": {"Cờ thi đua của Chính phủ"},
		"reason": {"Có nhiều thành tích xuất sắc"}, "vote": {y.members}}
}

func led(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d: %s", w.Code, said(w))
	}
	return w.Header().Get("Location")
}

var refused = regexp.MustCompile(`(?s)<div class="errors".*?</ul>|<h1.*?</h1>`)

func said(w *httptest.ResponseRecorder) string {
	return strings.Join(refused.FindAllString(w.Body.String(), 2), " ")
}

func (y year) nominate(t *testing.T, form url.Values) string {
	t.Helper()
	return led(t, y.As("head").Post(y.Path("de-nghi", "moi"), form))
}

func (y year) phase(t *testing.T, p season.Phase) {
	t.Helper()
	testkit.Exec(t, y.DB, `UPDATE season SET phase = '`+string(p)+`'`)
}

func TestNomination_fromTheVoteToTheDecision(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		page := y.As("head").Get(at).Body.String()
		for _, want := range []string{"Được suy tôn", "theo nguồn thứ cấp", "Luật 15/2003/QH11 (sửa đổi năm 2013), Điều 25", "Còn phải hỏi lại", "5 phiếu đồng ý trên tổng số 5 thành viên", "Tờ trình"} {
			if !strings.Contains(page, want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		led(t, y.As("head").Post(at, url.Values{"viec": {"giay-to"}, "papers": {"submission_letter", "achievement_report"}}))
		y.phase(t, season.Council)
		led(t, y.As("secretary").Post(at, url.Values{"viec": {"hoi-dong"}, "council_vote": {y.council}}))
		led(t, y.As("decider").Post(at, url.Values{"viec": {"quyet-dinh"}, "decision.number": {"231/QĐ-TTg"}, "decision.day": {"20/11/2014"}, "decision.by": {"Thủ tướng Chính phủ"}}))
		if page := y.As("member").Get(at).Body.String(); !strings.Contains(page, "Quyết định 231/QĐ-TTg ngày 20/11/2014 của Thủ tướng Chính phủ") {
			t.Fatal("the decision is not shown")
		}
		if register := y.As("standing").Get("/so-khen-thuong?so=231/QĐ-TTg").Body.String(); !strings.Contains(register, "Con Cuông") {
			t.Error("the decision gives no award in the register")
		}
		for _, form := range []url.Values{{"viec": {"rut"}, "reason": {"x"}}, {"viec": {"hoi-dong"}, "status": {"cut"}}, {"viec": {"giay-to"}}} {
			for _, who := range []string{"head", "secretary", "standing"} {
				if w := y.As(who).Post(at, form); w.Code == http.StatusSeeOther {
					t.Errorf("%s changed a decided award by %v", who, form)
				}
			}
		}
	})
}

func TestNomination_ofSomebodyOutsideTheCluster(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	form := y.flag()
	form.Set("unit", "")
	form.Set("candidate", "Xã Thanh Lĩnh")
	at := y.nominate(t, form)
	if page := y.As("head").Get(at).Body.String(); !strings.Contains(page, "không phải đơn vị thành viên của cụm: hồ sơ phải nêu rõ lý do") || !strings.Contains(page, "chưa xác định") {
		t.Fatal("the way of a candidate from outside is not in question")
	}
	list := y.As("head").Get(y.Path("de-nghi")).Body.String()
	if !strings.Contains(list, "được đề nghị 2; đã đề nghị 1; còn 1.") {
		t.Fatal("the quota's arithmetic is not printed")
	}
}

func TestNomination_refusesAtTheDoor(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	change := func(pairs ...string) url.Values {
		f := y.flag()
		for i := 0; i < len(pairs); i += 2 {
			f.Set(pairs[i], pairs[i+1])
		}
		return f
	}
	moi := y.Path("de-nghi", "moi")
	for name, c := range map[string]struct {
		who, path string
		form      url.Values
		code      int
		says      string
	}{
		"nobody":                            {"", moi, y.flag(), http.StatusUnauthorized, ""},
		"an officer nominating":             {"officer:con-cuong", moi, y.flag(), http.StatusForbidden, ""},
		"the same candidate twice":          {"head", moi, y.flag(), http.StatusConflict, "đã được đề nghị"},
		"a candidate who lost the vote":     {"head", moi, change("unit", y.Unit["ky-son"]), http.StatusConflict, "không được suy tôn"},
		"a forged vote":                     {"head", moi, change("unit", y.Unit["anh-son"], "vote", "01ARZ3NDEKTSV4RRFFQ69G5FAV"), http.StatusBadRequest, "Không có cuộc biểu quyết"},
		"a forged unit":                     {"head", moi, change("unit", "nowhere", "vote", ""), http.StatusBadRequest, "không có trong danh mục"},
		"the head's own unit, no vote":      {"head", moi, change("unit", y.Unit["thanh-chuong"], "vote", ""), http.StatusForbidden, "biểu quyết suy tôn"},
		"a typed status":                    {"head", at, url.Values{"viec": {"hoi-dong"}, "status": {"decided"}}, http.StatusBadRequest, ""},
		"the head judging":                  {"head", at, url.Values{"viec": {"hoi-dong"}, "status": {"passed"}}, http.StatusForbidden, "Hội đồng"},
		"a decision before its time":        {"decider", at, url.Values{"viec": {"quyet-dinh"}, "decision.number": {"1"}, "decision.day": {"14/03/2015"}, "decision.by": {"x"}}, http.StatusConflict, "bước"},
		"a day that is none":                {"decider", at, url.Values{"viec": {"quyet-dinh"}, "decision.number": {"1"}, "decision.day": {"30/02/2015"}, "decision.by": {"x"}}, http.StatusBadRequest, "30"},
		"a forged nomination":               {"head", y.Path("de-nghi", "01ARZ3NDEKTSV4RRFFQ69G5FAV"), url.Values{"viec": {"rut"}, "reason": {"x"}}, http.StatusNotFound, ""},
		"an officer's council numbers":      {"officer:ky-son", y.Path("de-nghi"), url.Values{"viec": {"so-lieu"}, "title": {"Bằng khen"}}, http.StatusForbidden, "Hội đồng"},
		"an officer ticking papers":         {"officer:con-cuong", at, url.Values{"viec": {"giay-to"}, "papers": {"submission_letter"}}, http.StatusForbidden, ""},
		"a paper that is none":              {"head", at, url.Values{"viec": {"giay-to"}, "papers": {"a_bribe"}}, http.StatusBadRequest, "loại giấy tờ"},
		"resting a settled one on a vote":   {"head", at, url.Values{"viec": {"gan"}, "vote": {y.members}}, http.StatusConflict, "Được suy tôn"},
		"withdrawing without saying why":    {"head", at, url.Values{"viec": {"rut"}}, http.StatusBadRequest, "lý do"},
		"the council's vote as the members": {"head", moi, change("unit", y.Unit["anh-son"], "vote", y.council), http.StatusBadRequest, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := y.As(c.who).Post(c.path, c.form)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Fatalf("%d %s", w.Code, said(w))
			}
		})
	}
}

func TestNomination_ofAnotherYearIsNotThere(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	testkit.Exec(t, y.DB, testkit.Season("other", y.Season.Cluster, 2015, "nomination", 5), `UPDATE season SET slug = 'khac-2015' WHERE id = 'other'`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position, role) SELECT cluster_id, '2015', unit_id, position, role FROM cluster_member`)
	forged := strings.Replace(at, province.Slug, "khac-2015", 1)
	for _, path := range []string{forged, strings.Replace(y.Path("bieu-quyet", y.members), province.Slug, "khac-2015", 1)} {
		if w := y.As("head").Get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d %s", path, w.Code, said(w))
		}
		if w := y.As("head").Post(path, url.Values{"viec": {"rut"}, "reason": {"x"}}); w.Code == http.StatusSeeOther {
			t.Errorf("%s took an act", path)
		}
	}
}

func TestNomination_theDraftLetterNamesTheCandidate(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	if w := y.As("head").Get(y.Path("de-nghi", "to-trinh.docx")); w.Code != http.StatusNotFound {
		t.Fatalf("a letter of nothing: %d", w.Code)
	}
	y.nominate(t, y.flag())
	w := y.As("secretary").Get(y.Path("de-nghi", "to-trinh.docx"))
	if !strings.Contains(w.Header().Get("Content-Disposition"), "du-thao-to-trinh") {
		t.Fatalf("%d %s", w.Code, w.Header())
	}
	if !strings.Contains(text(t, w.Body.Bytes()), "Con Cuông") {
		t.Fatal("the letter does not name the candidate")
	}
	if w := y.As("officer:ky-son").Get(y.Path("de-nghi", "to-trinh.pdf")); w.Code != http.StatusForbidden {
		t.Fatalf("an officer reads the draft: %d", w.Code)
	}
	if w := y.As("").Get(y.Path("de-nghi", "to-trinh.pdf")); w.Code != http.StatusSeeOther {
		t.Fatalf("a stranger reads the draft: %d", w.Code)
	}
}

func text(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<[^>]+>`).ReplaceAllString(string(body), "")
}

func TestNomination_nothingChangesByReadingAndNoScriptIsStored(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	form := y.flag()
	form.Set("unit", "")
	form.Set("vote", "")
	form.Set("candidate", `<script>alert(1)</script>`)
	form.Set("reason", `<img src=x onerror=alert(2)>`)
	form.Set("path", "<svg onload=alert(3)>")
	at := y.nominate(t, form)
	y.As("head").Get(at + "?viec=rut&reason=x")
	for _, path := range []string{at, y.Path("de-nghi"), y.Path("de-nghi", "moi")} {
		page := y.As("head").Get(path).Body.String()
		for _, bad := range []string{"<script>alert", "<img src=x", "<svg onload"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s holds %s", path, bad)
			}
		}
	}
	if err := y.DB.Read(context.Background(), func(tx *store.Tx) error {
		n, err := dossier.ByID(context.Background(), tx, at[strings.LastIndex(at, "/")+1:])
		if n.Status != dossier.Proposed {
			t.Errorf("reading made it %s", n.Status)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
