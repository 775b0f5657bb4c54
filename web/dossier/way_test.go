package dossier_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

func (y year) file(t *testing.T, at string) (n dossier.Nomination) {
	t.Helper()
	if err := y.DB.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = dossier.ByID(context.Background(), tx, at[strings.LastIndex(at, "/")+1:])
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWay_aDossierGoesUpThroughThePagesOfEachLevel(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		way := at + "/duong-di"
		led(t, y.As("head").Post(way, url.Values{"viec": {"buoc"}, "step": {"send"}, "number": {"12/TTr-CTĐ"}}))
		if page := y.As("officer:con-cuong").Get(way).Body.String(); !strings.Contains(page, "Chờ cơ quan thường trực tiếp nhận") || strings.Contains(page, `name="step"`) {
			t.Error("the unit reads where its dossier lies and takes no step")
		}
		led(t, y.As("standing").Post(at+"/tiep-nhan", url.Values{"viec": {"tiep-nhan"}}))
		if n := y.file(t, at); n.Place != dossier.AtStanding || n.Regime != "A2" {
			t.Fatalf("%+v", n)
		}
		led(t, y.As("standing").Post(at+"/hiep-y", url.Values{"viec": {"hoi"}, "agency": {"Công an tỉnh"}, "due_on": {"05/12/2014"}}))
		if list := y.As("standing").Get("/ho-so").Body.String(); !strings.Contains(list, "Hiệp y: Công an tỉnh") {
			t.Error("the opinion awaited is not in the list")
		}
		page := y.As("secretary").Get(at + "/hiep-y").Body.String()
		if !strings.Contains(page, "Công an tỉnh") || strings.Contains(page, `value="hoi"`) {
			t.Error("the secretary reads what was asked, and asks nobody")
		}
		led(t, y.As("standing").Post(way, url.Values{"viec": {"buoc"}, "step": {"reopen"}, "reason": {"Thiếu biên bản"}, "parts": {"review_minutes"}}))
		led(t, y.As("head").Post(at, url.Values{"viec": {"giay-to"}, "papers": {"review_minutes"}}))
		led(t, y.As("head").Post(way, url.Values{"viec": {"buoc"}, "step": {"complete"}}))
		page = y.As("decider").Get(way).Body.String()
		for _, want := range []string{"12/TTr-CTĐ", "Thiếu biên bản", "Phần mở lại: biên bản bình xét", "Cơ quan thường trực đang thẩm định", "Trưởng cụm", "22/11/2014"} {
			if !strings.Contains(page, want) {
				t.Errorf("the history does not say %q", want)
			}
		}
	})
}

func TestWay_refusesAtTheDoor(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	way, forged := at+"/duong-di", y.Path("de-nghi", "01ARZ3NDEKTSV4RRFFQ69G5FAV")
	step := func(name string, more ...string) url.Values {
		f := url.Values{"viec": {"buoc"}, "step": {name}}
		for i := 0; i < len(more); i += 2 {
			f.Set(more[i], more[i+1])
		}
		return f
	}
	receive := url.Values{"viec": {"tiep-nhan"}}
	for name, c := range map[string]struct {
		who, path string
		form      url.Values
		code      int
		says      string
	}{
		"nobody":                        {"", way, step("send"), http.StatusUnauthorized, ""},
		"the unit sends its own":        {"officer:con-cuong", way, step("send"), http.StatusForbidden, ""},
		"the unit receives its own":     {"leader:con-cuong", at + "/tiep-nhan", receive, http.StatusForbidden, ""},
		"the head receives what it led": {"head", at + "/tiep-nhan", receive, http.StatusForbidden, ""},
		"received before it was sent":   {"standing", at + "/tiep-nhan", receive, http.StatusConflict, "không tiếp nhận được"},
		"a forged dossier":              {"standing", forged + "/tiep-nhan", receive, http.StatusNotFound, ""},
		"a forged dossier's way":        {"head", forged + "/duong-di", step("send"), http.StatusNotFound, ""},
		"to the council unreceived":     {"standing", way, step("to_council"), http.StatusConflict, ""},
		"a step that is none":           {"standing", way, step("bribe"), http.StatusConflict, ""},
		"a day to come":                 {"head", way, step("send", "on", "01/01/2030"), http.StatusBadRequest, "chưa tới"},
		"a day that is none":            {"head", way, step("send", "on", "31/02/2014"), http.StatusBadRequest, "31"},
		"an opinion asked too early":    {"standing", at + "/hiep-y", url.Values{"viec": {"hoi"}, "agency": {"Công an tỉnh"}}, http.StatusConflict, "thẩm định"},
		"an opinion asked by the head":  {"head", at + "/hiep-y", url.Values{"viec": {"hoi"}, "agency": {"Công an tỉnh"}}, http.StatusForbidden, ""},
		"the officer reads opinions":    {"officer:con-cuong", at + "/hiep-y", url.Values{"viec": {"hoi"}}, http.StatusForbidden, ""},
		"an administrator holds nobody": {"admin", "/ho-so/tam-dung", url.Values{"viec": {"ghi"}}, http.StatusForbidden, ""},
		"the head holds nobody":         {"head", "/ho-so/tam-dung", url.Values{"viec": {"ghi"}}, http.StatusForbidden, ""},
		"a hold of nothing":             {"standing", "/ho-so/tam-dung", url.Values{"viec": {"ghi"}}, http.StatusBadRequest, "Ghi tên"},
	} {
		t.Run(name, func(t *testing.T) {
			w := y.As(c.who).Post(c.path, c.form)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Fatalf("%d %s", w.Code, said(w))
			}
		})
	}
	led(t, y.As("head").Post(way, step("send")))
	if w := y.As("standing").Post(way, step("return")); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "phải ghi lý do") {
		t.Errorf("a return without reason: %d", w.Code)
	}
	before := testkit.Digest(t, y.DB, "session")
	for _, who := range []string{"head", "standing", "secretary", "officer:con-cuong"} {
		for _, path := range []string{way + "?viec=buoc&step=recall&reason=x", at + "/tiep-nhan?viec=tiep-nhan", at + "/hiep-y?viec=hoi&agency=x", at + "/dieu-kien?viec=ghi", "/ho-so", "/ho-so/tam-dung"} {
			y.As(who).Get(path)
		}
	}
	if after := testkit.Digest(t, y.DB, "session"); after != before {
		t.Errorf("reading changed: %s", testkit.Differ(before, after))
	}
}

func TestHolds_freezeAndResumeThroughThePage(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	led(t, y.As("standing").Post("/ho-so/tam-dung", url.Values{"viec": {"ghi"}, "subject": {"Huyện Con Cuông"}, "kind": {"complaint"}, "source": {"Đơn ngày 03/11/2014"}, "from": {"03/11/2014"}}))
	w := y.As("head").Post(y.Path("de-nghi", "moi"), y.flag())
	if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "Đang tạm dừng đề nghị") || strings.Contains(w.Body.String(), "Đơn ngày") {
		t.Fatalf("%d %s", w.Code, said(w))
	}
	var id string
	if err := y.DB.Read(context.Background(), func(tx *store.Tx) error {
		all, err := dossier.Holds(context.Background(), tx)
		id = all[0].ID
		if all[0].Unit != y.Unit["con-cuong"] {
			t.Error("the unit is not known by its name")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	led(t, y.As("standing2").Post("/ho-so/tam-dung", url.Values{"viec": {"ket-luan"}, "hold": {id}, "outcome": {"cleared"}, "concluded_on": {"20/11/2014"}, "conclusion": {"Thông báo 5/TB"}}))
	y.nominate(t, y.flag())
	if page := y.As("standing").Get("/ho-so/tam-dung").Body.String(); !strings.Contains(page, "Không có vi phạm (Thông báo 5/TB") {
		t.Error("the conclusion is not in the register")
	}
	if code := y.As("officer:con-cuong").Get("/ho-so/tam-dung").Code; code != http.StatusForbidden {
		t.Errorf("an officer reads the register of holds: %d", code)
	}
	if rule, ok := access.Of(access.KeepHold); !ok || len(rule.Roles) != 1 {
		t.Error("more than the standing body holds")
	}
}

// keeps puts a file into the library of a unit and returns its id.
func (y year) keeps(t *testing.T, who, name string) (id string) {
	t.Helper()
	by := y.Actor(who)
	testkit.Write(t, y.DB, func(ctx context.Context, tx *store.Tx) error {
		body := "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF " + name
		e, _, err := evidence.Add(ctx, tx, by, day, by.Unit, evidence.File{Name: name, Size: int64(len(body)), Body: strings.NewReader(body)}, evidence.About{Kind: evidence.ReportKind})
		id = e.ID
		return err
	})
	return id
}

func TestFiles_ofTheLibraryStandForPapers(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		report, foreign := y.keeps(t, "officer:con-cuong", "bao-cao.pdf"), y.keeps(t, "officer:ky-son", "cua-ky-son.pdf")
		put := func(file string) url.Values {
			return url.Values{"viec": {"dinh-kem"}, "kind": {"achievement_report"}, "file": {file}}
		}
		for name, c := range map[string]struct{ who, file string }{
			"another unit's file":        {"officer:con-cuong", foreign},
			"a file that is none":        {"officer:con-cuong", "01ARZ3NDEKTSV4RRFFQ69G5FAV"},
			"by a unit it is not of":     {"officer:ky-son", foreign},
			"the head, another's file":   {"head", report},
			"the standing body, without": {"standing", report},
		} {
			if w := y.As(c.who).Post(at, put(c.file)); w.Code == http.StatusSeeOther {
				t.Errorf("%s was attached", name)
			}
		}
		led(t, y.As("officer:con-cuong").Post(at, put(report)))
		if n := y.file(t, at); len(n.Papers) != 1 || n.Papers[0] != dossier.AchievementReport {
			t.Fatalf("%v", n.Papers)
		}
		led(t, y.As("head").Post(at, url.Values{"viec": {"giay-to"}}))
		if n := y.file(t, at); len(n.Papers) != 1 {
			t.Error("a paper with a file was ticked away")
		}
		if page := y.As("standing").Get(at).Body.String(); !strings.Contains(page, "bao-cao.pdf") {
			t.Error("the standing body does not see the file")
		}
		if code := y.As("standing").Get(y.Path("minh-chung", report)).Code; code != http.StatusOK {
			t.Errorf("the standing body cannot open it: %d", code)
		}
		if code := y.As("officer:ky-son").Get(y.Path("minh-chung", report)).Code; code != http.StatusNotFound {
			t.Errorf("another unit opens it: %d", code)
		}
		led(t, y.As("officer:con-cuong").Post(at, url.Values{"viec": {"go"}, "attached": {"achievement_report/" + report}}))
		if n := y.file(t, at); len(n.Papers) != 0 {
			t.Errorf("%v", n.Papers)
		}
	})
}
