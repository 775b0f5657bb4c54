package voting_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// look holds the page as it stands to a phone's width and to axe. With
// THIDUA_PICTURES naming a folder it leaves a picture there for human eyes.
func (d tab) look(name string) {
	d.t.Helper()
	for _, width := range []int{360, 1280} {
		d.Width(width)
		if px := d.Overflow(); px > 0 {
			d.t.Errorf("%s is %d px wider than a window of %d", name, px, width)
		}
		if folder := os.Getenv("THIDUA_PICTURES"); folder != "" {
			d.Screenshot(filepath.Join(folder, fmt.Sprintf("%s-%d.png", name, width)))
		}
	}
	for _, v := range d.Axe() {
		d.t.Errorf("%s: %s", name, v)
	}
}

// says waits, five seconds at most, until the page's own matter says so.
func (d tab) says(want string) {
	d.t.Helper()
	var seen string
	for range 50 {
		if seen = d.Script(`document.querySelector("main")?.innerText`); strings.Contains(seen, want) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	d.t.Fatalf("the page does not say %q but %q", want, seen)
}

func (d tab) press(act string) { d.Click(`main button[name=viec][value="` + act + `"]`) }

// TestWalk_aPaperVoteFromQuestionToResult is walked by the head and two people
// of the tally board, one of them by keyboard only.
func TestWalk_aPaperVoteFromQuestionToResult(t *testing.T) {
	p, _ := hall(t, testkit.SQLite(t))
	site, browser := p.Serve(), testkit.Browser(t)
	head := sit(t, browser, p, site, "head", true)
	head.Open(site + p.Path("bieu-quyet"))
	head.look("1-danh-sach-trong")
	head.Click(".acts .button")
	head.says("Quy tắc biểu quyết cụm đã ký")
	head.press("luu")
	head.says("Chưa ghi nội dung biểu quyết.")
	head.look("2-noi-dung-bi-tu-choi")
	head.Fill("#o-question", "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ")
	head.Click(`input[name="thanh-vien"][value="` + p.Unit["con-cuong"] + `"]`)
	head.Click("#o-khac")
	head.Press("Xã Thanh Lĩnh")
	head.press("luu")
	head.says("cuộc biểu quyết chưa mở")
	head.look("3-da-chuan-bi")
	head.press("mo")
	head.says("ít nhất hai người")
	for _, who := range []string{"standing", "standing2", "officer:ky-son"} {
		head.Click(`input[name="board"][value="` + p.People[who].ID + `"]`)
	}
	head.press("mo")
	head.says("Đã mở biểu quyết.")
	head.look("4-dang-bieu-quyet")
	at := head.Address()

	first := sit(t, browser, p, site, "standing", true)
	first.Open(at)
	first.look("5-nhap-so-phieu")
	first.byKeyboard("issued", 5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	first.says("niêm kín")
	first.look("6-cho-nguoi-thu-hai")

	second := sit(t, browser, p, site, "standing2", true)
	second.Open(at)
	second.byKeyboard("issued", 5, 5, 5, 0, 4, 0, 0, 3, 2, 0)
	second.says("không khớp với 5 phiếu hợp lệ")
	second.look("7-so-phieu-bi-tu-choi")
	second.fill(5, 5, 5, 0, 4, 1, 0, 3, 2, 0)
	second.press("dem")
	second.says("Hai lần nhập khác nhau ở:")
	second.says("Huyện Con Cuông: đồng ý")
	second.look("8-hai-nguoi-nhap-khac-nhau")
	second.fill(5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	second.press("dem")
	second.says("niêm kín")
	first.Open(at)
	first.byKeyboard("issued", 5, 5, 5, 0, 5, 0, 0, 3, 2, 0)
	first.says("5 phiếu đồng ý trên tổng số 5 thành viên")
	head.Open(at)
	head.look("9-ket-qua")
	head.Open(site + p.Path("bieu-quyet"))
	head.look("10-danh-sach")
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
		d.says([]string{"niêm kín", "khác nhau", "5 phiếu đồng ý trên tổng số 5 thành viên"}[i])
	}
}
