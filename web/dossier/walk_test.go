package dossier_test

import (
	"testing"

	"thidua/internal/testkit"
	"thidua/season"
)

// tab is one person's window on the site.
type tab struct {
	*testkit.Page
	t    testing.TB
	site string
}

func sit(t testing.TB, browser *testkit.Page, y year, site, who string) tab {
	page := browser.Tab(t)
	page.SignIn(y.Cookie(who), site)
	return tab{page, t, site}
}

func (d tab) press(act string) { d.Click(`main button[name=viec][value="` + act + `"]`) }

// TestWalk_aNominationFromTheHeadToTheDecider follows one nomination through
// the hands of the head, the council's secretary, a member and the decider.
func TestWalk_aNominationFromTheHeadToTheDecider(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	site, browser := y.Serve(), testkit.Browser(t)
	head := sit(t, browser, y, site, "head")
	head.Open(site + y.Path("de-nghi"))
	head.Look("de-nghi-1-trong")
	head.Open(site + y.Path("bieu-quyet", y.members))
	head.Click(`.acts a.button[href*="thu=0"]`)
	head.Says("Lập đề nghị khen thưởng")
	head.press("luu")
	head.Says("Chưa ghi danh hiệu")
	head.Look("de-nghi-2-bi-tu-choi")
	head.Fill("#o-title", "Cờ thi đua của Chính phủ")
	head.press("luu")
	head.Says("Đã lập đề nghị.")
	head.Says("Được suy tôn")
	head.Look("de-nghi-3-mot-de-nghi")
	at := head.Address()
	head.Click(`input[name=papers][value=submission_letter]`)
	head.press("giay-to")
	head.Says("Đã ghi giấy tờ có trong hồ sơ.")
	head.Open(site + y.Path("de-nghi"))
	head.Look("de-nghi-4-danh-sach")

	y.phase(t, season.Council)
	secretary := sit(t, browser, y, site, "secretary")
	secretary.Open(at)
	secretary.Look("de-nghi-5-hoi-dong")
	secretary.Choose("#o-council_vote", y.council)
	secretary.press("hoi-dong")
	secretary.Says("Đã ghi kết quả xét của Hội đồng.")
	secretary.Open(site + y.Path("de-nghi"))
	secretary.Click("summary")
	secretary.Look("de-nghi-6-so-lieu")

	decider := sit(t, browser, y, site, "decider")
	decider.Open(at)
	decider.press("quyet-dinh")
	decider.Says("Ghi số quyết định.")
	decider.Look("de-nghi-7-quyet-dinh-bi-tu-choi")
	decider.Fill(`[name="decision.number"]`, "231/QĐ-TTg")
	decider.Fill(`[name="decision.day"]`, "20/11/2014")
	decider.Fill(`[name="decision.by"]`, "Thủ tướng Chính phủ")
	decider.press("quyet-dinh")
	decider.Says("Đã ghi quyết định khen thưởng.")
	member := sit(t, browser, y, site, "member")
	member.Open(at)
	member.Says("Quyết định 231/QĐ-TTg ngày 20/11/2014 của Thủ tướng Chính phủ")
	member.Look("de-nghi-8-uy-vien")
}

// TestWalk_aDossierUpTheLevels looks at every page that a dossier passes on its
// way, from its conditions to what is awaited.
func TestWalk_aDossierUpTheLevels(t *testing.T) {
	y := begin(t, testkit.SQLite(t), season.Nomination)
	at := y.nominate(t, y.flag())
	guest := y.flag()
	guest.Set("unit", "")
	guest.Set("candidate", "Xã Thanh Lĩnh")
	y.nominate(t, guest)
	site, browser := y.Serve(), testkit.Browser(t)
	head := sit(t, browser, y, site, "head")
	head.Open(site + at)
	head.Look("ho-so-1-kiem-tra")
	head.Open(site + at + "/dieu-kien?so=C")
	head.Says("Nếu theo quy định khác")
	head.Look("ho-so-2-hai-quy-dinh")
	head.Click("#ghi-du-kien summary")
	head.press("ghi")
	head.Says("Chọn dữ kiện")
	head.Look("ho-so-3-du-kien-bi-tu-choi")
	head.Open(site + y.Path("de-nghi", "thu-tu"))
	head.Look("ho-so-4-thu-tu")
	head.Open(site + y.Path("de-nghi", "trung-lap"))
	head.Look("ho-so-5-trung-lap")
	head.Open(site + at + "/duong-di")
	head.press("buoc")
	head.Says("Đã ghi bước")
	head.Look("ho-so-6-duong-di")

	standing := sit(t, browser, y, site, "standing")
	standing.Open(site + y.Path("de-nghi", "ra-soat"))
	standing.Look("ho-so-7-ra-soat")
	standing.Open(site + at + "/tiep-nhan")
	standing.Look("ho-so-8-tiep-nhan")
	standing.JavaScript(false)
	standing.press("tiep-nhan")
	standing.JavaScript(true)
	standing.Says("Đã tiếp nhận hồ sơ.")
	standing.Open(site + at + "/hiep-y")
	standing.Click("main details summary")
	standing.Fill("[name=agency]", "Công an tỉnh")
	standing.Fill("[name=due_on]", "05/12/2014")
	standing.press("hoi")
	standing.Says("05/12/2014")
	standing.Look("ho-so-9-hiep-y")
	standing.Open(site + "/ho-so/tam-dung")
	standing.Click("main details summary")
	standing.press("ghi")
	standing.Says("Ghi tên đơn vị hoặc người.")
	standing.Look("ho-so-10-tam-dung-bi-tu-choi")
	standing.Open(site + "/ho-so")
	standing.Look("ho-so-11-dang-tren-duong")
	decider := sit(t, browser, y, site, "decider")
	decider.Open(site + at + "/dieu-kien")
	decider.Click("#khi-tiep-nhan summary")
	decider.Look("ho-so-12-khi-tiep-nhan")
}
