package meeting_test

import (
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/meeting"
)

// desk is one person's browser at the site.
type desk struct {
	*testkit.Page
	t    testing.TB
	hall hall
	site string
	js   bool
}

func (h hall) sit(t testing.TB, page *testkit.Page, site, who string, js bool) desk {
	page.JavaScript(js)
	page.SignIn(h.Cookie(who), site)
	return desk{page, t, h, site, js}
}

// do presses the button of the act and waits for its sentence.
func (d desk) do(act, says string) {
	d.t.Helper()
	d.Send(`main button[name=viec][value="` + act + `"]`)
	d.SaysIn(".said", says)
}

// write types into an empty area of several lines.
func (d desk) write(selector, text string) {
	d.t.Helper()
	d.Click(selector)
	d.Press(text)
}

// TestWalk_theHeadThroughAWholeConference calls, opens, runs, minutes and signs
// a conference with the projector in a second tab, once with JavaScript and once
// without.
func TestWalk_theHeadThroughAWholeConference(t *testing.T) {
	browser := testkit.Browser(t)
	for name, js := range map[string]bool{"with JavaScript": true, "without JavaScript": false} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			site := h.Serve()
			head := h.sit(t, browser.Tab(t), site, "head", js)
			head.callIt(&h)
			head.hall = h
			screen := h.sit(t, browser.Tab(t), site, "officer:ky-son", js)
			screen.Open(site + h.at("trinh-chieu"))
			screen.SaysIn("h1", "Đã triệu tập")
			head.runIt(h, screen)
			head.minuteIt(h, browser)
			if c := h.conference(); c.Stage != meeting.Signed || len(c.Speeches) != 1 || len(c.Conclusions) != 1 {
				t.Errorf("on record stands %+v", c)
			}
		})
	}
}

func (d desk) callIt(h *hall) {
	d.t.Helper()
	d.Open(d.site + h.Path("hoi-nghi"))
	d.Look("1-danh-sach-trong")
	d.Send(".acts .button")
	d.Fill("#o-day", "22/11/2014")
	d.Fill("#o-time_of_day", "08 giờ 00")
	d.Fill("#o-place", "huyện Thanh Chương")
	d.Choose("#o-chair_person", h.People["head"].ID)
	d.Choose("#o-secretary_person", h.People["head"].ID)
	d.Fill("#o-agenda-0-content", "Khai mạc, giới thiệu đại biểu")
	d.Fill("#o-agenda-0-minutes", "15")
	d.Fill("#o-agenda-1-content", "Suy tôn đề nghị tặng Cờ thi đua của Chính phủ")
	d.Fill("#o-delegates-0-post", "Giám đốc")
	d.Fill("#o-delegates-0-body", "Sở Nội vụ")
	d.Send(`main button[name=viec][value="luu"]`)
	d.SaysIn(".errors", "Thư ký phải là người khác chủ tọa")
	d.Look("2-trieu-tap-bi-tu-choi")
	d.Choose("#o-secretary_person", h.People["officer:con-cuong"].ID)
	d.do("luu", "Đã ghi việc triệu tập hội nghị.")
	h.c = d.Address()[strings.LastIndex(d.Address(), "/")+1:]
	d.Look("3-da-trieu-tap")
	d.Open(d.site + h.Path("hoi-nghi"))
	d.Look("3-danh-sach")
}

func (d desk) runIt(h hall, screen desk) {
	d.t.Helper()
	follow := func(selector, says string) {
		d.t.Helper()
		if !d.js {
			screen.Open(d.site + h.at("trinh-chieu"))
		}
		screen.SaysIn(selector, says)
	}
	d.Open(d.site + h.at("diem-danh"))
	d.Click(`input[name="roll.` + h.Unit["ky-son"] + `.how"][value=proxy]`)
	d.Send(`main form:last-of-type button[name=viec][value="luu"]`)
	d.SaysIn(".errors", "họ tên người dự thay")
	d.Look("4-diem-danh-bi-tu-choi")
	d.Fill(`input[name="roll.`+h.Unit["ky-son"]+`.name"]`, "Nguyễn Văn Ánh")
	d.Fill(`input[name="roll.`+h.Unit["ky-son"]+`.document"]`, "Giấy ủy quyền số 12")
	d.do("luu", "Đã ghi điểm danh.")
	d.do("co-mat", "Đã ghi các đơn vị còn lại có mặt.")
	d.Look("5-diem-danh")
	follow(".stage-foot", "đủ số thành viên")
	d.Open(d.site + h.at("dieu-hanh"))
	d.do("khai-mac", "Hội nghị đã khai mạc.")
	d.do("muc", "Đã chuyển sang mục này.")
	follow(".stage-head", "mục 1/2")
	d.Send(`.agenda li:nth-child(2) button[value="muc"]`)
	follow(".stage-head", "mục 2/2")
	follow("h1", "Suy tôn đề nghị tặng Cờ thi đua")
	screen.Look("6-trinh-chieu")
	d.Open(d.site + h.at("dieu-hanh"))
	d.Choose("#o-unit", h.Unit["con-cuong"])
	d.Fill("#o-name", "Vi Văn Sơn")
	d.Fill("#o-post", "Phó Chủ tịch")
	d.Send(`main button[name=viec][value="y-kien"]`)
	d.SaysIn(".errors", "Ghi tóm tắt ý kiến.")
	d.write("#o-summary", "Phong trào xây dựng nông thôn mới chất lượng chưa đồng đều.")
	d.do("y-kien", "Đã ghi ý kiến.")
	follow(".stage-body", "Vi Văn Sơn")
	d.write("#o-conclusion", "Rà soát các chỉ tiêu của cả nhiệm kỳ, đẩy mạnh các chỉ tiêu gần đạt.")
	d.do("ket-luan", "Đã ghi kết luận.")
	d.Look("7-dieu-hanh")
	d.do("tam-nghi", "Hội nghị tạm nghỉ.")
	follow(".stage-body", "Tạm nghỉ")
	screen.Look("8-tam-nghi")
	d.do("hop-tiep", "Hội nghị họp tiếp.")
	d.do("be-mac", "Hội nghị đã bế mạc.")
	follow("h1", "Đã bế mạc")
}

// minuteIt draws the minutes up: the secretary drafts, a unit amends, the head
// decides and freezes, both sign.
func (d desk) minuteIt(h hall, browser *testkit.Page) {
	d.t.Helper()
	minutes := d.site + h.at("bien-ban")
	secretary := h.sit(d.t, browser.Tab(d.t), d.site, "officer:con-cuong", d.js)
	secretary.Open(minutes)
	secretary.do("du-thao", "Đã dự thảo biên bản từ diễn biến")
	secretary.Look("9-du-thao")
	secretary.write("#o-sections-6", "Các đơn vị chụp ảnh lưu niệm.")
	secretary.do("luu", "Đã lưu dự thảo.")
	secretary.do("gop-y", "Đã gửi dự thảo để các đơn vị có mặt góp ý.")
	unit := h.sit(d.t, browser.Tab(d.t), d.site, "leader:anh-son", d.js)
	unit.Open(minutes)
	unit.Choose("#o-line", "6|Các đơn vị chụp ảnh lưu niệm.")
	unit.write("#o-new", "Các đơn vị ký giao ước năm 2015.")
	unit.do("de-nghi", "Đã ghi đề nghị sửa; chủ tọa sẽ quyết định.")
	unit.Look("10-gop-y-don-vi")
	d.Open(minutes)
	d.Look("10-gop-y-chu-toa")
	d.do("chap-nhan", "Đã chấp nhận đề nghị sửa.")
	d.do("chot", "Đã chốt biên bản.")
	d.Look("11-da-chot")
	d.do("ky-chu-toa", "Đã ghi chữ ký.")
	secretary.Open(minutes)
	secretary.do("ky-thu-ky", "Đã ghi chữ ký.")
	d.Open(minutes)
	d.SaysIn(".minutes", "Các đơn vị ký giao ước năm 2015.")
	d.Look("12-da-ky")
	d.Open(d.site + h.at())
	d.Look("13-hoi-nghi")
}
