package season_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

const startTree = "1(1.1 1.2 1.3) 2(2.1 2.2 2.3) 3"

func TestCriteria_areEditedMovedAndUndone(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head := seat(t, p, "head")
	root := p.Path("tieu-chi")
	if to := head.does(root+"/muc/1.1", "ghi", "name", "Thu ngân sách nhà nước", "max", "29,5", "kind", "direct", "points", "0,5"); to != root+"#m-1-1" {
		t.Errorf("saving leads to %s", to)
	}
	d := draft(t, p)
	if c, _ := d.Rules.At(season.Index{0, 0}); c.Name != "Thu ngân sách nhà nước" || c.Max.String() != "29.5" || c.Points.String() != "0.5" {
		t.Errorf("%+v", c)
	}
	said := head.page(root).Only(t, "main").Text()
	for _, want := range []string{"dự thảo, chưa ký", "Còn 1 chỗ phải sửa", "Điểm tối đa của nhóm 1 là 70 điểm nhưng các tiêu chí con cộng lại 69,5 điểm.", "con cộng 69,5", "1.1. Thu ngân sách nhà nước"} {
		if !strings.Contains(said, want) {
			t.Errorf("the tree lacks %q", want)
		}
	}
	if to := head.does(root+"/muc/1.2", "len"); to != root+"/muc/1.1" {
		t.Errorf("the moved one is at %s", to)
	}
	head.does(root+"/muc/2.2", "vao")
	if got := tree(draft(t, p).Rules.Criteria); got != "1(1.2 1.1 1.3) 2(2.1(2.2) 2.3) 3" {
		t.Errorf("the tree is %s", got)
	}
	head.does(root+"/muc/2.1.1", "ra")
	head.does(root+"/muc/1", "bo")
	if got := tree(draft(t, p).Rules.Criteria); got != "2(2.1 2.2 2.3) 3" {
		t.Errorf("the tree is %s", got)
	}
	head.does(root+"/chep", "hoan-tac")
	if got := tree(draft(t, p).Rules.Criteria); got != "1(1.2 1.1 1.3) 2(2.1 2.2 2.3) 3" {
		t.Errorf("after undoing the tree is %s", got)
	}
	to := head.does(root+"/them/2", "them-nua", "code", "2.4", "name", "Mới", "max", "5", "kind", "grade", "grades", "Tốt: 5\nKhá: 2,5")
	if to != root+"/them/2" {
		t.Errorf("adding another leads to %s", to)
	}
	if c, _ := draft(t, p).Rules.Find("2.4"); len(c.Grades) != 2 || c.Grades[1].Points.String() != "2.5" {
		t.Errorf("%+v", c)
	}
	head.does(root+"/chep", "bo")
	if d := draft(t, p); d.Written || tree(d.Rules.Criteria) != startTree {
		t.Errorf("%+v", d)
	}
}

func TestCriterion_everyKindIsWrittenAndReadBack(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head, root := seat(t, p, "standing"), p.Path("tieu-chi")
	for kind, c := range map[string]struct {
		typed []string
		want  string
	}{
		"linear":        {[]string{"less", "co", "unit", "%"}, `"unit":"%","kind":"linear","less":true`},
		"quantitative":  {[]string{"unit", "tỷ đồng"}, `"unit":"tỷ đồng","kind":"quantitative"`},
		"qualitative":   {nil, `"kind":"qualitative"`},
		"direct":        {[]string{"points", "2,5"}, `"kind":"direct","points":"2.5"`},
		"bonus_penalty": {[]string{"bonus", "1", "penalty", "0,5", "min", "-3", "over", "co"}, `"kind":"bonus_penalty","bonus":"1","penalty":"0.5","min":"-3","over":true`},
		"rank_points":   {[]string{"ranks", "9; 6;3"}, `"kind":"rank_points","ranks":["9","6","3"]`},
		"external":      {[]string{"of", "100"}, `"kind":"external","of":"100"`},
		"grade":         {[]string{"grades", "tốt: 9\nkhá: 1/3"}, `"kind":"grade","grades":[{"word":"tốt","points":"9"},{"word":"khá","points":"1/3"}]`},
	} {
		t.Run(kind, func(t *testing.T) {
			head := desk{t, head.Desk}
			head.does(root+"/them/0", "them", append([]string{"code", "k-" + kind, "name", "Mục " + kind, "max", "9", "kind", kind, "points", "7"}, c.typed...)...)
			added, ok := draft(t, p).Rules.Find("k-" + kind)
			if text := store.Text(added); !ok || !strings.Contains(text, strings.Trim(c.want, "{}")) || kind != "direct" && strings.Contains(text, `"7"`) {
				t.Errorf("%s, want %s", text, c.want)
			}
			// Opened and saved as it stands, nothing changes.
			at := "0"
			for i, x := range draft(t, p).Rules.Walk() {
				if x.Code == added.Code {
					at = season.Index(i).String()
				}
			}
			before := draft(t, p).Revision
			head.does(root+"/muc/"+at, "ghi")
			if d := draft(t, p); d.Revision != before {
				t.Errorf("saving without a change made revision %d of %d", d.Revision, before)
			}
		})
	}
}

func TestCriterion_saysEverythingWrongAndKeepsWhatWasTyped(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head, root := seat(t, p, "head"), p.Path("tieu-chi")
	page := head.refused(http.StatusBadRequest, "“mười” không phải là số", root+"/muc/1.1", "ghi", "max", "mười", "points", "x", "grades", "Tốt", "name", "a\u202eb")
	for _, name := range []string{"max", "points", "grades", "name"} {
		if len(page.Find("#o-"+name+"-e")) != 1 || len(page.Find("a[href=#o-"+name+"]")) != 1 {
			t.Errorf("%s is not marked", name)
		}
	}
	if got := page.Only(t, "input[name=max]").Attr("value"); got != "mười" {
		t.Errorf("what was typed became %q", got)
	}
	head.refused(http.StatusBadRequest, "nhiều nhất là 1.000", root+"/muc/1.1", "ghi", "name", strings.Repeat("ă", 1001))
	head.refused(http.StatusConflict, "đã ở đầu nhóm", root+"/muc/1.1", "len")
	if d := draft(t, p); d.Written {
		t.Errorf("a refused edit left a draft: %+v", d)
	}
}

func TestCriteria_twoPeopleNeverOverwriteEachOther(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	root := p.Path("tieu-chi")
	first, second := seat(t, p, "head"), seat(t, p, "standing")
	open := second.filled(root+"/muc/1.1", "ghi", "name", "Tên của người thứ hai")
	first.does(root+"/muc/1.1", "ghi", "name", "Tên của người thứ nhất")
	page := second.answers(http.StatusConflict, "Trưởng cụm vừa sửa dự thảo", root+"/muc/1.1", open)
	if got := page.Only(t, "#o-name").Text(); got != "Tên của người thứ hai" {
		t.Errorf("what the second typed became %q", got)
	}
	if hint := page.Only(t, "#o-name-h").Text(); !strings.Contains(hint, "Đang có trên dự thảo: Tên của người thứ nhất") {
		t.Errorf("the second does not see the first: %q", hint)
	}
	if c, _ := draft(t, p).Rules.Find("1.1"); c.Name != "Tên của người thứ nhất" {
		t.Errorf("the first was overwritten by %q", c.Name)
	}
	// Having seen both, the second may decide.
	again := fields(t, page, "ghi")
	if w := second.Post(root+"/muc/1.1", again); w.Code != http.StatusSeeOther {
		t.Errorf("the second's decision answers %d", w.Code)
	}
}

func TestCriteria_comeAndGoAsExcel(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head, root := seat(t, p, "head"), p.Path("tieu-chi")
	w := head.Get(root + "/excel")
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("answers %d, %v", w.Code, w.Header())
	}
	head.does(root+"/muc/1", "bo")
	form := head.filled(root+"/chep", "nhap")
	if w := head.Send(root+"/chep", form, "file", "tieu-chi.xlsx", w.Body.Bytes()); w.Code != http.StatusSeeOther {
		t.Fatalf("importing answers %d: %s", w.Code, sentences(t, w))
	}
	if got, want := store.Text(draft(t, p).Rules.Criteria), store.Text(signed(t, p).Criteria); got != want {
		t.Errorf("the tree came back as %s\nwant %s", got, want)
	}
	var bad bytes.Buffer
	if err := document.WriteXLSX(&bad, document.Grid{Title: "x", Columns: []document.GridColumn{{Name: "Mã"}, {Name: "Tên tiêu chí"}, {Name: "Điểm tối đa"}}, Rows: [][]any{{"1", "a", "nhiều"}, {"2", "b", "ít"}}}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{"a program": {[]byte("MZ\x90"), "hãy nạp tệp Excel"}, "wrong numbers": {bad.Bytes(), "Dòng 4: cột “Điểm tối đa”"}, "nothing": {nil, "hãy nạp tệp Excel"}} {
		t.Run(name, func(t *testing.T) {
			head := desk{t, head.Desk}
			w := head.Send(root+"/chep", head.filled(root+"/chep", "nhap"), "file", "a.xlsx", c.file)
			if page := province.Page(t, w, http.StatusBadRequest); !strings.Contains(page.Text(), c.says) {
				t.Errorf("it says %s", page.Only(t, "main").Text())
			}
		})
	}
}

func TestTerms_areWrittenAndReadBack(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	head, root := seat(t, p, "head"), p.Path("tieu-chi")
	head.does(root+"/quy-dinh", "ghi", "basis", "Hướng dẫn 01/HD-HĐTĐKT", "scale", "100", "mode", "cut", "decimals", "1", "at", "total", "cross", "pairs",
		"decides", "cross", "gap", "25", "method", "open", "denominator", "present", "ballot.threshold", "0,8", "strict", "co", "ballot.quorum", "2/3", "ballot.rounds", "2")
	head.does(root+"/xep-loai", "ghi", "bands[2].name", "", "bands[3].name", "Không hoàn thành", "bands[3].from", "0", "ties[0]", "votes", "ties[1]", "equal",
		"quotas[1].title", "Bằng khen", "quotas[1].percent", "20", "quotas[1].round", "half_up")
	r := draft(t, p).Rules
	r.Criteria = nil
	want := `{"version":0,"basis":"Hướng dẫn 01/HD-HĐTĐKT","scale":"100","rounding":{"mode":"cut","decimals":1,"at":"total"},` +
		`"bands":[{"name":"Hoàn thành xuất sắc nhiệm vụ","from":"90","floor":"70"},{"name":"Hoàn thành tốt nhiệm vụ","from":"70"},{"name":"Không hoàn thành","from":"0"}],` +
		`"scoring":{"cross":"pairs","decides":"cross","gap_needs_reason":"25"},"ballot":{"method":"open","denominator":"present","threshold":"0.8","strict":true,"quorum":"2/3","rounds":2},` +
		`"ties":["votes","equal"],"quotas":[{"title":"Cờ thi đua của Chính phủ","max":2,"outside":true},{"title":"Bằng khen","percent":"20","round":"half_up"}],"illustrative":true}`
	if got := store.Text(r); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	head.does(root+"/quy-dinh", "ghi")
	head.does(root+"/xep-loai", "ghi")
	if d := draft(t, p); d.Revision != 2 {
		t.Errorf("saving what stands there made revision %d", d.Revision)
	}
	head.refused(http.StatusBadRequest, "Chọn một trong các mục", root+"/quy-dinh", "ghi", "cross", "lottery", "decimals", "9")
	head.refused(http.StatusBadRequest, "chỉ ghi một lần", root+"/xep-loai", "ghi", "ties[1]", "votes")
	page := head.refused(http.StatusBadRequest, "không phải là số", root+"/xep-loai", "ghi", "bands[0].from", "chín mươi")
	if len(page.Find("#o-bands-0-from-e")) != 1 {
		t.Error("the band at fault is not marked")
	}
}
