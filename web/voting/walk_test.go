package voting_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"thidua/internal/province"
	"thidua/internal/testkit"
)

// tab is one person's window on the site.
type tab struct {
	*testkit.Page
	t    testing.TB
	site string
}

func sit(t testing.TB, browser *testkit.Page, p *province.Province, site, who string, js bool) tab {
	page := browser.Tab(t)
	page.JavaScript(js)
	page.SignIn(p.Cookie(who), site)
	return tab{page, t, site}
}

func (d tab) press(act string) { d.Click(`main button[name=viec][value="` + act + `"]`) }

// TestWalk_aPaperVoteFromQuestionToResult is walked by the head and two people
// of the tally board, one of them by keyboard only.
func TestWalk_aPaperVoteFromQuestionToResult(t *testing.T) {
	p, _ := hall(t, testkit.SQLite(t))
	site, browser := p.Serve(), testkit.Browser(t)
	head := sit(t, browser, p, site, "head", true)
	head.Open(site + p.Path("bieu-quyet"))
	head.Look("1-danh-sach-trong")
	head.Click(".acts .button")
	head.Says("Quy tắc biểu quyết cụm đã ký")
	head.press("luu")
	head.Says("Chưa ghi nội dung biểu quyết.")
	head.Look("2-noi-dung-bi-tu-choi")
	head.Fill("#o-question", "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ")
	head.Click(`input[name="thanh-vien"][value="` + p.Unit["con-cuong"] + `"]`)
	head.Click("#o-khac")
	head.Press("Xã Thanh Lĩnh")
	head.press("luu")
	head.Says("cuộc biểu quyết chưa mở")
	head.Look("3-da-chuan-bi")
	head.press("mo")
	head.Says("ít nhất hai người")
	for _, who := range []string{"standing", "standing2", "officer:ky-son"} {
		head.Click(`input[name="board"][value="` + p.People[who].ID + `"]`)
	}
	head.press("mo")
	head.Says("Đã mở biểu quyết.")
	head.Look("4-dang-bieu-quyet")
	at := head.Address()

	first := sit(t, browser, p, site, "standing", true)
	first.Open(at)
	first.Look("5-nhap-so-phieu")
	first.byKeyboard("issued", 5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	first.Says("niêm kín")
	first.Look("6-cho-nguoi-thu-hai")

	second := sit(t, browser, p, site, "standing2", true)
	second.Open(at)
	second.byKeyboard("issued", 5, 5, 5, 0, 4, 0, 0, 3, 2, 0)
	second.Says("không khớp với 5 phiếu hợp lệ")
	second.Look("7-so-phieu-bi-tu-choi")
	second.fill(5, 5, 5, 0, 4, 1, 0, 3, 2, 0)
	second.press("dem")
	second.Says("Hai lần nhập khác nhau ở:")
	second.Says("Huyện Con Cuông: đồng ý")
	second.Look("8-hai-nguoi-nhap-khac-nhau")
	second.fill(5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	second.press("dem")
	second.Says("niêm kín")
	first.Open(at)
	first.byKeyboard("issued", 5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	first.Says("5 phiếu đồng ý trên tổng số 5 thành viên")
	head.Open(at)
	head.Look("9-ket-qua")
	head.Open(site + p.Path("bieu-quyet"))
	head.Look("10-danh-sach")
}

// TestWalk_theCouncilVotesByItsOwnRule is walked by the council's secretary and
// a member: all members are the base, those who vote in writing included.
func TestWalk_theCouncilVotesByItsOwnRule(t *testing.T) {
	p, _ := hall(t, testkit.SQLite(t))
	testkit.Exec(t, p.DB, `UPDATE season SET phase = 'council'`)
	site, browser := p.Serve(), testkit.Browser(t)
	secretary := sit(t, browser, p, site, "secretary", true)
	secretary.Open(site + p.Path("bieu-quyet", "moi"))
	secretary.Click(`input[name=body][value=council]`)
	secretary.Choose("#o-conference", "")
	secretary.Fill("#o-question", "Trình tặng Cờ thi đua của Chính phủ")
	secretary.Click(`input[name="thanh-vien"][value="` + p.Unit["con-cuong"] + `"]`)
	secretary.Choose("#o-denominator", "establishment")
	secretary.Fill("#o-threshold", "80 %")
	secretary.Look("hoi-dong-1-noi-dung")
	secretary.press("luu")
	secretary.Says("Được thông qua khi đồng ý từ 80 % trở lên tính trên tổng số thành viên.")
	secretary.Fill("#o-establishment", "10")
	secretary.Fill("#o-present", "7")
	secretary.Fill("#o-absent_in_writing", "2")
	for _, who := range []string{"secretary", "member"} {
		secretary.Click(`input[name="board"][value="` + p.People[who].ID + `"]`)
	}
	secretary.Look("hoi-dong-2-mo")
	secretary.press("mo")
	secretary.Says("Đã mở biểu quyết.")
	at := secretary.Address()
	secretary.byKeyboard("issued", 9, 9, 9, 0, 8, 1, 0)
	secretary.Says("niêm kín")
	member := sit(t, browser, p, site, "member", true)
	member.Open(at)
	member.Look("hoi-dong-3-uy-vien-kiem-phieu")
	member.byKeyboard("issued", 9, 9, 9, 0, 8, 1, 0)
	member.Says("8 phiếu đồng ý trên tổng số 10 thành viên, bằng 80,00 %; cần từ 80 % trở lên, tức ít nhất 8 phiếu: đạt.")
	decider := sit(t, browser, p, site, "decider", true)
	decider.Open(at)
	decider.Look("hoi-dong-4-ket-qua")
}

// byKeyboard walks to the field by Tab alone, types the numbers field by field
// and sends them by Enter.
func (d tab) byKeyboard(field string, numbers ...int) {
	d.t.Helper()
	d.Script(`document.activeElement.blur()`)
	for range 80 {
		if d.Script(`document.activeElement.name`) == field {
			break
		}
		d.Press(kb.Tab)
	}
	for i, n := range numbers {
		if i > 0 {
			d.Press(kb.Tab)
		}
		d.Press(fmt.Sprint(n))
	}
	d.Press(kb.Enter)
}

// fill types the numbers into the form's fields in their order.
func (d tab) fill(numbers ...int) {
	d.t.Helper()
	fields := []string{"issued", "returned", "valid", "invalid", "options-0-for", "options-0-against", "options-0-blank", "options-1-for", "options-1-against", "options-1-blank"}
	for i, n := range numbers {
		d.Fill("#o-"+fields[i], fmt.Sprint(n))
	}
}

// TestWalk_countingWithoutJavaScript counts, differs and settles by a third
// person in browsers that run no script.
func TestWalk_countingWithoutJavaScript(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	site, browser := p.Serve(), testkit.Browser(t)
	for i, who := range []string{"standing", "standing2", "officer:ky-son"} {
		d := sit(t, browser, p, site, who, false)
		d.Open(site + at)
		if i == 1 {
			d.fill(5, 5, 5, 0, 4, 1, 0, 3, 2, 0)
		} else {
			d.fill(5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
		}
		if i == 2 {
			d.Fill("#o-reason", "Một phiếu bị gấp đôi")
		}
		d.press("dem")
		d.Says([]string{"niêm kín", "khác nhau", "5 phiếu đồng ý trên tổng số 5 thành viên"}[i])
	}
}
