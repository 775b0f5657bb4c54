package rulebook_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/store"
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

// byLaw is a by-law of a province as its administrator would write it.
const byLaw = `id: nghe-an-thu
name: Quy định thử của tỉnh
number: 01/2025/QĐ-UBND
province: Nghệ An
from: 2025-07-01
titles:
  - code: province_certificate_of_merit
    quota: {percent: 20, base: cluster_leaders, rounding: down, mark: V, cite: 01/2025/QĐ-UBND}
    clauses:
      - id: two_years
        fills: province
        for: [individual]
        says: Có 02 năm liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở.
        mark: V
        cite: {document: 01/2025/QĐ-UBND, article: "3"}
        when: {fact: base_fighter_years, consecutive: 2}
`

func TestByLaw_isLoadedByTheAdministratorAndReadByAnybody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.Empty(t, db)
		const desk = "/quan-tri/quy-dinh"
		for who, status := range map[string]int{"admin": http.StatusOK, "standing": http.StatusForbidden, "": http.StatusSeeOther} {
			if w := p.As(who).Get(desk); w.Code != status {
				t.Errorf("%q: %d", who, w.Code)
			}
		}
		send := func(who, text string) *httptest.ResponseRecorder {
			return p.As(who).Send(desk, url.Values{"viec": {"nap"}}, "file", "quy-dinh.yaml", []byte(text))
		}
		if w := send("standing", byLaw); w.Code != http.StatusForbidden {
			t.Errorf("the standing body: %d", w.Code)
		}
		for text, says := range map[string]string{
			"không phải quy định":                                   "khóa: giá trị",
			strings.Replace(byLaw, "base_fighter_years", "luck", 1): "luck",
			strings.Replace(byLaw, "nghe-an-thu", "../nghe-an", 1):  "Mã (id)",
		} {
			w := send("admin", text)
			if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), says) {
				t.Errorf("%q: %d %s", says, w.Code, w.Body)
			}
		}
		if w := send("admin", byLaw); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		other := strings.Replace(byLaw, "nghe-an-thu", "nghe-an-khac", 1)
		if w := send("admin", other); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "không nói quy định nào áp dụng trước") {
			t.Errorf("two quotas for one title: %d", w.Code)
		}
		if text := province.Page(t, p.As("admin").Get(desk), http.StatusOK).Only(t, "main").Text(); !strings.Contains(text, "01/2025/QĐ-UBND") {
			t.Error(text)
		}
		for path, want := range map[string]string{"/luat": "Quy định thử của tỉnh", "/luat/dia-phuong/nghe-an-thu": "Có 02 năm liên tục"} {
			if text := province.Page(t, p.As("").Get(path), http.StatusOK).Only(t, "main").Text(); !strings.Contains(text, want) {
				t.Errorf("%s: %s", path, text)
			}
		}
		if w := p.As("").Get("/luat/dia-phuong/gia-mao"); w.Code != http.StatusNotFound {
			t.Errorf("a by-law that is none: %d", w.Code)
		}
	})
}
