package season_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

func TestSign_makesAVersionThatNothingChangesAnyMore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SetUp))
		head, root := seat(t, p, "head"), p.Path("tieu-chi")
		before := store.Text(signed(t, p))
		head.does(root+"/muc/1.1", "ghi", "max", "25")
		head.refused(http.StatusBadRequest, "Điểm tối đa của nhóm 1 là 70 điểm nhưng các tiêu chí con cộng lại 65", root+"/ky", "ky")
		head.does(root+"/muc/1.2", "ghi", "max", "25")
		page := head.page(root + "/ky")
		for _, want := range []string{"Khác bản 1 đã ký", "điểm tối đa 30 25", "Chưa có phiếu chấm nào được gửi", "Ghi là đã ký: bản 2"} {
			if !strings.Contains(page.Text(), want) {
				t.Errorf("the page lacks %q: %s", want, page.Only(t, "main").Text())
			}
		}
		head.refused(http.StatusBadRequest, "sau hôm nay", root+"/ky", "ky", "signed_on", "23/11/2014")
		head.refused(http.StatusBadRequest, "trước ngày ký bản 1", root+"/ky", "ky", "signed_on", "01/01/2014")
		if to := head.does(root+"/ky", "ky", "signed_on", "21/11/2014"); to != root+"/ban" {
			t.Errorf("signing leads to %s", to)
		}
		if r := signed(t, p); r.Version != 2 || r.SignedOn.Short() != "21/11/2014" || r.Criteria[0].Children[0].Max.String() != "25" {
			t.Errorf("%+v", r)
		}
		if said := head.page(root+"/ban").Only(t, "main").Text(); !strings.Contains(said, "Bản 2, ký ngày 21/11/2014") || !strings.Contains(said, "2 chỗ khác bản 1") {
			t.Errorf("the list says %s", said)
		}
		if said := head.page(root+"/ban/2").Only(t, "main").Text(); !strings.Contains(said, "Khác bản trước") || !strings.Contains(said, "1.1. Thu ngân sách") {
			t.Errorf("the version says %s", said)
		}
		// A draft begun now starts from version 2; version 1 stands as it was.
		head.does(root+"/muc/1.1", "ghi", "name", "Khác hẳn")
		all := versions(t, p)
		if len(all) != 2 || store.Text(all[1]) != before || all[0].Criteria[0].Children[0].Name == "Khác hẳn" {
			t.Error("a signed version changed")
		}
		if w := head.Get(root + "/ban/9"); w.Code != http.StatusNotFound {
			t.Errorf("a version that is none answers %d", w.Code)
		}
	})
}

func TestSign_saysWhomAChangeTouches(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	testkit.Exec(t, p.DB, `INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
		VALUES ('s1', '`+p.Season.ID+`', '`+p.Unit["con-cuong"]+`', 'self', '`+p.Unit["con-cuong"]+`', '', 1, '2014-11-20', 'submitted', '[{"criterion":"1.1","points":"20"},{"criterion":"2.1","points":"10"}]', '', '', '', '', true)`)
	standing, root := seat(t, p, "standing"), p.Path("tieu-chi")
	standing.does(root+"/muc/1.1", "ghi", "name", "Thu ngân sách trên địa bàn")
	said := standing.page(root+"/ky").Only(t, "main").Text()
	if !strings.Contains(said, "1.1 sửa Con Cuông") || strings.Contains(said, "2.1 sửa") || strings.Contains(said, "Chỉ kể những phiếu") {
		t.Errorf("the standing body reads %s", said)
	}
	// The head speaks for a competing unit: whether others sent is not its to know.
	said = seat(t, p, "head").page(root+"/ky").Only(t, "main").Text()
	if strings.Contains(said, "1.1 sửa Con Cuông") || !strings.Contains(said, "Chỉ kể những phiếu đồng chí đã được xem") {
		t.Errorf("the head reads %s", said)
	}
}

func TestCriteria_whoMayReadAndWhoMayWrite(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	root := p.Path("tieu-chi")
	for _, who := range []string{"officer:con-cuong", "leader:ky-son", "deputy", "secretary", "member", "decider"} {
		d := p.As(who)
		for _, page := range []string{"", "/ban", "/ban/1", "/excel"} {
			if w := d.Get(root + page); w.Code != http.StatusOK {
				t.Errorf("%s reads %s: %d", who, page, w.Code)
			}
		}
		for _, page := range []string{"/muc/1.1", "/them/0", "/quy-dinh", "/xep-loai", "/chep", "/ky"} {
			if w := d.Get(root + page); w.Code != http.StatusForbidden {
				t.Errorf("%s opens %s: %d", who, page, w.Code)
			}
			for _, act := range []string{"ghi", "bo", "len", "them", "chep", "nhap", "hoan-tac", "ky"} {
				if w := d.Post(root+page, values("viec", act, "revision", "0", "code", "x", "name", "x", "max", "1", "signed_on", "22/11/2014")); w.Code != http.StatusForbidden {
					t.Errorf("%s posts %s to %s: %d", who, act, page, w.Code)
				}
			}
		}
	}
	for _, who := range []string{"admin", "inspector"} {
		if w := p.As(who).Get(root); w.Code != http.StatusForbidden {
			t.Errorf("%s reads the rules: %d", who, w.Code)
		}
	}
	if w := p.As("").Get(root); w.Code != http.StatusSeeOther {
		t.Errorf("a visitor reads the rules: %d", w.Code)
	}
	if w := p.As("").Post(root+"/muc/1.1", values("viec", "bo", "revision", "0")); w.Code != http.StatusUnauthorized {
		t.Errorf("a visitor writes the rules: %d", w.Code)
	}
	if d := draft(t, p); d.Revision != 0 {
		t.Errorf("somebody wrote a draft: %+v", d)
	}
}

func TestCriteria_areClosedOnceCrossScoringBegins(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.CrossScoring))
	head, root := seat(t, p, "head"), p.Path("tieu-chi")
	if said := head.page(root).Only(t, "main").Text(); strings.Contains(said, "Thêm nhóm") {
		t.Error("the page offers what is closed")
	}
	head.refused(http.StatusConflict, "đang ở bước “Chấm chéo”", root+"/muc/1.1", "ghi", "name", "Sửa sau khi chấm")
	head.answers(http.StatusConflict, "đang ở bước “Chấm chéo”", root+"/ky", values("viec", "ky", "revision", "0", "signed_on", "22/11/2014"))
}

// Every text of the rules tries to be a page; none of the pages lets it.
func TestCriteria_everyTextIsShownAsText(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head, root := seat(t, p, "head"), p.Path("tieu-chi")
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>`
	head.does(root+"/muc/1.1", "ghi", "name", evil, "code", `<b>1</b>`, "unit", `<i onclick=x>`)
	head.does(root+"/them/0", "them", "name", "x", "code", "9", "max", "5", "kind", "grade", "grades", "<svg onload=alert(3)>: 5")
	head.does(root+"/quy-dinh", "ghi", "basis", evil)
	head.does(root+"/xep-loai", "ghi", "bands[0].name", evil, "quotas[0].title", evil)
	for _, page := range []string{"", "/muc/1.1", "/muc/4", "/them/1.1", "/quy-dinh", "/xep-loai", "/chep", "/ky"} {
		root := head.page(root + page)
		for _, tag := range []string{"main script", "main img", "main svg", "main b", "main i"} {
			if len(root.Find(tag)) > 0 {
				t.Errorf("%s holds %s of the records", page, tag)
			}
		}
		for d := range root.Descendants() {
			n := province.Node{Node: d}
			if n.Attr("onerror")+n.Attr("onclick")+n.Attr("onload")+n.Attr("style") != "" {
				t.Errorf("%s: %s carries a script or a style", page, n.Data)
			}
		}
	}
	if said := head.page(root + "/ky").Text(); !strings.Contains(said, "<script>alert(1)</script>") {
		t.Error("the text itself is lost")
	}
}
