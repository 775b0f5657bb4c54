package rulebook_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
)

func TestLaw_isReadByAnybody(t *testing.T) {
	p := province.Empty(t, testkit.SQLite(t))
	for path, want := range map[string]string{
		"/luat":                                 "Luật năm 2003 sửa đổi năm 2013",
		"/luat?ngay=22/11/2014":                 "Nghị định 65/2014/NĐ-CP",
		"/luat?ngay=01/10/2017":                 "Chưa xác định được",
		"/luat?ngay=32/11/2014":                 "32",
		"/luat/A2":                              "Cờ thi đua của Chính phủ",
		"/luat/D":                               "không tự xét",
		"/luat/A2/government_flag":              "Thiếu văn bản: Nghị định 65/2014/NĐ-CP",
		"/luat/B/government_flag":               "12 lần mức lương cơ sở",
		"/luat/B/base_emulation_fighter":        "Thủ trưởng cơ quan, đơn vị",
		"/luat/A3/government_flag":              "không quá 20 % số tập thể đạt tiêu chuẩn",
		"/luat/C/province_certificate_of_merit": "chưa kiểm chứng",
	} {
		if text := province.Page(t, p.As("").Get(path), http.StatusOK).Only(t, "main").Text(); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q: %s", path, want, text)
		}
	}
	for _, path := range []string{"/luat/Z", "/luat/A2/cultural_family", "/luat/B/%3Cscript%3E"} {
		if w := p.As("").Get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, w.Code)
		}
	}
}

func TestLaw_everyTitleHasItsPage(t *testing.T) {
	p := province.Empty(t, testkit.SQLite(t))
	for _, r := range rulebook.Regimes() {
		for _, title := range r.Titles {
			if w := p.As("").Get("/luat/" + r.ID + "/" + string(title.Code)); w.Code != http.StatusOK || w.Body.Len() > 100_000 {
				t.Errorf("%s %s: %d, %d bytes", r.ID, title.Code, w.Code, w.Body.Len())
			}
		}
	}
}

func TestBrowser_lawServesEveryReader(t *testing.T) {
	p := province.Empty(t, testkit.SQLite(t))
	site, page := p.Serve(), testkit.Browser(t)
	for _, path := range []string{"/luat?ngay=22/11/2014", "/luat/B", "/luat/B/government_flag", "/luat/D"} {
		page.Open(site + path)
		for _, width := range []int{360, 1280} {
			page.Width(width)
			if px := page.Overflow(); px > 0 {
				t.Errorf("%s is %d px wider than a window of %d", path, px, width)
			}
		}
		for _, v := range page.Axe() {
			t.Errorf("%s: %s", path, v)
		}
	}
}
