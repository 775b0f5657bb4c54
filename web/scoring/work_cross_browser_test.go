package scoring_test

import (
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/season"
)

// TestJudging_inTheBrowser walks cross-scoring, appraisal, reconciliation, flags
// and publication as those who do it, and holds every page to WCAG.
func TestJudging_inTheBrowser(t *testing.T) {
	t.Run("an officer cross-scores", func(t *testing.T) {
		p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
		page, site := sit(t, p, "officer:ky-son")
		page.Open(site + p.Path("cham-cheo"))
		clean(t, page, "cross-list")
		page.Open(site + p.Path("cham-cheo", "tuong-duong"))
		clean(t, page, "cross-sheet")
		put(page, "marks.2.1.met", "khong-dat")
		eventually(t, "the points of what was chosen", func() bool { return strings.HasPrefix(page.Text("#d-2\\.1"), "0,00") })
		eventually(t, "the note of saving", func() bool { return strings.Contains(page.Text("#da-luu"), "Đã lưu lúc") })
		if !strings.Contains(page.Text("#d-2\\.1"), "cần lý do") {
			t.Error("a large gap is not marked")
		}
		page.Click("button[value=gui]")
		page.Says("Chưa ghi được")
		clean(t, page, "cross-refused")
	})
	t.Run("an officer reads what stands around it", func(t *testing.T) {
		p := selfScored(t, testkit.SQLite(t), season.CrossScoring)
		page, site := sit(t, p, "officer:ky-son")
		for _, name := range []string{"hoi-dap", "phan-cong", "xung-dot"} {
			page.Open(site + p.Path(name))
			clean(t, page, name)
		}
	})
	t.Run("the head looks over the plan and appraises", func(t *testing.T) {
		p := crossScored(t, testkit.SQLite(t), season.Appraisal)
		page, site := sit(t, p, "head")
		for _, path := range []string{p.Path("tham-dinh"), p.Path("tham-dinh", "con-cuong"), p.Path("tham-dinh", "thanh-chuong"), p.Path("doi-chieu"), p.Path("thay-doi")} {
			page.Open(site + path)
			clean(t, page, "head"+strings.ReplaceAll(path, "/", "-"))
		}
	})
	t.Run("the deputy appraises the head's unit", func(t *testing.T) {
		p := crossScored(t, testkit.SQLite(t), season.Appraisal)
		page, site := sit(t, p, "deputy")
		page.Open(site + p.Path("tham-dinh", "thanh-chuong"))
		page.Fill("[name='marks.1.1.actual']", "90")
		eventually(t, "the note of saving", func() bool { return strings.Contains(page.Text("#da-luu"), "Đã lưu lúc") })
		page.Script(`(() => { const now = fetch; window.fetch = (...all) => new Promise((done) => setTimeout(() => done(now(...all)), 2000)); })()`)
		page.Click("[name='xem-het']")
		put(page, "marks.1.1.explanation", "Theo quyết toán") // still being saved when the sheet is sent
		page.Click("button[value=gui]")
		page.Says("Phiếu đã gửi ngày")
		clean(t, page, "appraisal-sent")
	})
	t.Run("the standing body reconciles and reads the flags", func(t *testing.T) {
		p := crossScored(t, testkit.SQLite(t), season.Appraisal)
		page, site := sit(t, p, "standing")
		for _, path := range []string{p.Path("doi-chieu"), p.Path("doi-chieu", "con-cuong"), p.Path("doi-chieu", "con-cuong") + "?chenh=co", p.Path("doi-chieu", "con-cuong", "1.1"), p.Path("co-bao")} {
			page.Open(site + path)
			clean(t, page, "standing"+strings.NewReplacer("/", "-", "?", "-", "=", "-").Replace(path))
		}
	})
	t.Run("one of the standing body agrees, another publishes", func(t *testing.T) {
		p := crossScored(t, testkit.SQLite(t), season.Appraisal)
		page, site := sit(t, p, "standing")
		page.Open(site + p.Path("tham-dinh"))
		for _, unit := range []string{"ky-son", "tuong-duong", "con-cuong", "anh-son", "thanh-chuong"} {
			page.Click("[name=units][value='" + p.Unit[unit] + "']")
		}
		page.Click("button[value=dong-y]")
		page.Says("Đã gửi thẩm định")
		clean(t, page, "agreed")
		page.SignIn(p.Cookie("standing2"), site)
		page.Open(site + p.Path("cong-bo"))
		clean(t, page, "publish")
		page.Open(site + p.Path("cong-bo", "xac-nhan"))
		clean(t, page, "publish-confirm")
		page.Click("[name=hieu]")
		page.Click("button[value=cong-bo]")
		page.Says("Đã công bố kết quả")
		clean(t, page, "published")
	})
}

// clean holds what is shown to WCAG 2.2 A and AA, and keeps a picture of it.
func clean(t *testing.T, page *testkit.Page, name string) {
	t.Helper()
	picture(page, "judge-"+name)
	if found := page.Axe(); len(found) > 0 {
		t.Errorf("%s: %v", name, found)
	}
}

// put fills in a field that is no line of text.
func put(page *testkit.Page, name, value string) {
	page.Script(`(() => { const f = document.querySelector("[name='` + name + `']"); f.value = "` + value + `"; f.dispatchEvent(new Event("change", {bubbles: true})); })()`)
}
