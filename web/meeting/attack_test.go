package meeting_test

import (
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
)

// another puts a second cluster with a head of its own on record: its head is
// the deputy's account with that capacity alone.
func (h hall) otherHead() string {
	h.t.Helper()
	testkit.Exec(h.t, h.DB, `INSERT INTO cluster (id, name, fold, kind) VALUES ('khac', 'Cụm khác', 'cum khac', 'cum')`,
		`UPDATE role_grant SET role = 'cluster_head', cluster_id = 'khac' WHERE person_id = '`+h.People["deputy"].ID+`'`)
	return "deputy"
}

func TestAttack_actsOfOthersAreRefusedWhereverTheyArePosted(t *testing.T) {
	for name, c := range map[string]struct {
		stage     meeting.Stage
		who, page string
		form      url.Values
		code      int
	}{
		"a member unit begins the conference":              {meeting.Ended, "officer:con-cuong", "dieu-hanh", form("khai-mac"), 403},
		"nobody's session begins it":                       {meeting.Ended, "", "dieu-hanh", form("khai-mac"), 401},
		"the administrator begins it":                      {meeting.Ended, "admin", "dieu-hanh", form("khai-mac"), 403},
		"a unit that does not write puts words in a mouth": {meeting.Running, "leader:anh-son", "dieu-hanh", form("y-kien", "name", "A", "body", "B", "summary", "C"), 403},
		"a unit changes the roll":                          {meeting.Running, "leader:anh-son", "diem-danh", form("co-mat"), 403},
		"an absent unit amends":                            {meeting.Amended, "officer:ky-son", "bien-ban", form("de-nghi", "line", "5|", "new", "Thêm."), 403},
		"the standing body amends":                         {meeting.Amended, "standing", "bien-ban", form("de-nghi", "line", "5|", "new", "Thêm."), 403},
		"a unit present freezes":                           {meeting.Amended, "leader:anh-son", "bien-ban", form("chot"), 403},
		"the secretary edits while the units amend":        {meeting.Amended, "officer:con-cuong", "bien-ban", form("luu", "version", "1", "sections[5]", "Khác."), 409},
		"the secretary edits frozen minutes":               {meeting.Frozen, "officer:con-cuong", "bien-ban", form("luu", "version", "1", "sections[5]", "Khác."), 409},
		"a unit amends frozen minutes":                     {meeting.Frozen, "leader:anh-son", "bien-ban", form("de-nghi", "line", "5|", "new", "Thêm."), 409},
		"the head signs as secretary":                      {meeting.Frozen, "head", "bien-ban", form("ky-thu-ky"), 403},
		"another member of the cluster signs as chair":     {meeting.Frozen, "leader:thanh-chuong", "bien-ban", form("ky-chu-toa"), 403},
		"the head edits signed minutes":                    {meeting.Signed, "head", "bien-ban", form("luu", "version", "1", "sections[5]", "Khác."), 409},
		"the head freezes signed minutes again":            {meeting.Signed, "head", "bien-ban", form("chot"), 409},
		"the head signs a second time":                     {meeting.Signed, "head", "bien-ban", form("ky-chu-toa"), 409},
		"the head speaks after the signatures":             {meeting.Signed, "head", "dieu-hanh", form("ket-luan", "conclusion", "Thêm."), 409},
		"the roll is changed after the signatures":         {meeting.Signed, "head", "diem-danh", form("co-mat"), 409},
		"an act the page does not have":                    {meeting.Running, "head", "dieu-hanh", form("xoa"), 400},
	} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			h.run(c.stage)
			was := h.conference()
			w := h.As(c.who).Post(h.at(c.page), c.form)
			if w.Code != c.code {
				t.Errorf("%d, want %d: %s", w.Code, c.code, refusals(w))
			}
			if now := h.conference(); now.Version != was.Version || now.Stage != was.Stage {
				t.Errorf("it left something behind: %+v", now)
			}
		})
	}
}

func TestAttack_onePersonNeverSignsTwice(t *testing.T) {
	h := open(t)
	h.run(meeting.Frozen)
	h.post("head", "bien-ban", form("ky-chu-toa"))
	for _, act := range []string{"ky-thu-ky", "ky-chu-toa"} {
		if w := h.As("head").Post(h.at("bien-ban"), form(act)); w.Code != 403 && w.Code != 409 {
			t.Errorf("%s once more: %d", act, w.Code)
		}
	}
	if w := h.As("standing").Post(h.at(), form("cu", "chair_person", h.People["standing"].ID, "secretary_person", h.People["head"].ID)); w.Code != 409 {
		t.Errorf("the signers were changed after a signature: %d", w.Code)
	}
	if c := h.conference(); c.Stage != meeting.Frozen {
		t.Errorf("one hand brought it to %s", c.Stage)
	}
}

func TestAttack_anotherClustersHeadReadsAndWritesNothingHere(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	who := h.otherHead()
	for _, page := range []string{"", "dieu-hanh", "diem-danh", "bien-ban", "trinh-chieu", "trinh-chieu/dong", "tai/giay-moi.docx", "sua"} {
		if w := h.As(who).Get(h.at(page)); w.Code != 403 && w.Code != 404 {
			t.Errorf("%s opens: %d", page, w.Code)
		}
	}
	if w := h.As(who).Post(h.at("dieu-hanh"), form("be-mac")); w.Code != 403 {
		t.Errorf("it ended the conference: %d", w.Code)
	}
}

func TestAttack_aConferenceOfAnotherYearIsNotReachedThroughThisOne(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	testkit.Exec(t, h.DB, `INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
		SELECT 'khac', cluster_id, 'khac-2013', '2013', 2013, 'conference', '', 5, '', '', '', '', false FROM season WHERE slug = '`+province.Slug+`'`,
		`UPDATE conference SET season_id = 'khac'`)
	for _, page := range []string{"dieu-hanh", "bien-ban", "trinh-chieu", "trinh-chieu/dong", "tai/giay-moi.docx"} {
		if w := h.As("head").Get(h.at(page)); w.Code != 404 {
			t.Errorf("%s: %d", page, w.Code)
		}
	}
	if w := h.As("head").Post(h.at("dieu-hanh"), form("be-mac")); w.Code != 404 {
		t.Errorf("a forged id ended it: %d", w.Code)
	}
}

func TestAttack_nothingChangesByReading(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	was := h.conference()
	for page, act := range map[string]string{"dieu-hanh": "be-mac", "diem-danh": "co-mat", "bien-ban": "du-thao", "trinh-chieu": "be-mac"} {
		h.As("head").Get(h.at(page) + "?viec=" + act + "&so=1")
	}
	if now := h.conference(); now.Version != was.Version {
		t.Errorf("version %d became %d", was.Version, now.Version)
	}
}

func TestAttack_theProjectorAsksForASession(t *testing.T) {
	h := open(t)
	h.run(meeting.Running)
	for _, page := range []string{"trinh-chieu", "trinh-chieu/dong"} {
		w := h.As("").Get(h.at(page))
		if w.Code != 303 || !strings.HasPrefix(w.Header().Get("Location"), "/dang-nhap") {
			t.Errorf("%s without a session: %d", page, w.Code)
		}
		if w := h.As("admin").Get(h.at(page)); w.Code != 403 {
			t.Errorf("%s for the administrator: %d", page, w.Code)
		}
	}
}

func TestAttack_aScriptInAnyTextStaysText(t *testing.T) {
	const script = `<script>alert(1)</script>`
	h := open(t)
	h.call("title", "Hội nghị "+script, "place", script, "convened_by", script, "agenda[0].content", script, "agenda[0].who", script, "papers", script, "delegates[0].name", script)
	marks := h.roll("absent", "proxy", "present", "present", "present")
	marks.Set("roll."+h.Unit["ky-son"]+".reason", script)
	marks.Set("roll."+h.Unit["tuong-duong"]+".name", script)
	marks.Set("roll."+h.Unit["tuong-duong"]+".document", script)
	h.post("head", "diem-danh", marks)
	h.post("head", "dieu-hanh", form("khai-mac"))
	h.post("head", "dieu-hanh", form("muc", "so", "1"))
	h.post("head", "dieu-hanh", form("y-kien", "name", script, "post", script, "body", script, "about", script, "summary", script))
	h.post("head", "dieu-hanh", form("bao-cao", "report", script))
	h.post("head", "dieu-hanh", form("ket-luan", "conclusion", script))
	h.post("head", "dieu-hanh", form("them-muc", "content", script, "who", script))
	pages := []string{"", "dieu-hanh", "diem-danh", "trinh-chieu"}
	look := func(pages []string) {
		t.Helper()
		for _, page := range pages {
			w := h.As("head").Get(h.at(page))
			if w.Code != 200 || strings.Contains(w.Body.String(), script) {
				t.Errorf("%s: %d, or it runs the script", page, w.Code)
			}
			if page != "diem-danh" && !strings.Contains(w.Body.String(), "&lt;script&gt;") {
				t.Errorf("%s does not show the text", page)
			}
		}
	}
	look(pages)
	h.post("head", "dieu-hanh", form("be-mac"))
	h.post("head", "bien-ban", form("du-thao"))
	look([]string{"bien-ban"})
	h.post("head", "bien-ban", form("gop-y"))
	h.post("officer:con-cuong", "bien-ban", form("de-nghi", "line", "5|", "new", script, "why", script))
	h.post("head", "bien-ban", form("khong-chap-nhan", "so", "1", "reason.1", script))
	look([]string{"bien-ban"})
}
