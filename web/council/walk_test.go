package council_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"thidua/dossier"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// tab is one person's window on the site.
type tab struct {
	*testkit.Page
	t testing.TB
}

func (w tab) press(act string) { w.Send(`main button[name=viec][value="` + act + `"]`) }

// unfold opens every part of the page that is folded away.
func (w tab) unfold() {
	w.Script(`document.querySelectorAll("main details").forEach(d => d.open = true)`)
}

func (w tab) fill(fields map[string]string) {
	for name, text := range fields {
		w.Fill(`main [name="`+name+`"]`, text)
	}
}

// received is a province in September 2024, whose law of votes and money was read, with two nominations for the
// provincial flag, received for appraisal and sent on to the council.
func received(t *testing.T, db *store.DB) *desk {
	t.Helper()
	db.SetClock(func() time.Time { return time.Date(2024, 9, 5, 2, 0, 0, 0, time.UTC) })
	d := begin(t, db)
	testkit.Exec(t, db, `UPDATE season SET phase = '`+string(season.Nomination)+`'`)
	for _, id := range []string{d.flag, d.other} {
		at := d.Path("de-nghi", id)
		d.does("head", at+"/duong-di", url.Values{"viec": {"buoc"}, "step": {"send"}, "number": {"12/TTr-CTĐ"}})
		d.does("standing3", at+"/tiep-nhan", url.Values{"viec": {"tiep-nhan"}})
		d.does("standing3", at+"/duong-di", url.Values{"viec": {"buoc"}, "step": {"to_council"}, "number": {"30/TTr-SNV"}})
	}
	testkit.Exec(t, db, `UPDATE season SET phase = '`+string(season.Council)+`'`)
	return d
}

// TestWalk_fromTheCallOfTheCouncilToTheMoney follows two dossiers through the
// hands of the standing body, the secretary, the tally board, a member, the
// decider and whoever pays.
func TestWalk_fromTheCallOfTheCouncilToTheMoney(t *testing.T) {
	d := received(t, testkit.SQLite(t))
	site, browser := d.Serve(), testkit.Browser(t)
	sit := func(who string) tab {
		page := browser.Tab(t)
		page.SignIn(d.Cookie(who), site)
		return tab{page, t}
	}
	standing, secretary := sit("standing"), sit("secretary")
	at := d.foundIn(standing, site)

	secretary.Open(at)
	secretary.unfold()
	for seat := 1; seat <= 4; seat++ {
		secretary.Click(fmt.Sprintf(`main input[name="presence[%d]"][value=here]`, seat))
	}
	secretary.Click(`main input[name="presence[5]"][value=writing]`)
	secretary.press("diem-danh")
	secretary.Says("ghi số, ngày văn bản để nêu trong biên bản")
	secretary.Look("hoi-dong-6-diem-danh-bi-tu-choi")
	secretary.unfold()
	secretary.fill(map[string]string{"document[5]": "15/CV ngày 28/08/2024"})
	secretary.press("diem-danh")
	secretary.Says("Đã điểm danh.")
	for _, who := range []string{"standing2", "member"} {
		secretary.Click(`main input[name=board][value="` + d.People[who].ID + `"]`)
	}
	secretary.press("mo")
	secretary.Says("Ban kiểm phiếu đang làm việc")
	secretary.Look("hoi-dong-7-dang-kiem-phieu")

	d.bothCount(sit("standing2"), sit("member"), at)
	secretary.Open(at)
	secretary.press("ket-thuc")
	secretary.Says("Cuộc họp đã kết thúc")
	secretary.Look("hoi-dong-10-ket-qua")
	secretary.unfold()
	secretary.fill(map[string]string{"notice_number": "40/TB-HĐTĐKT", "notice_day": "05/09/2024", "notice_reason": "Không đạt 80 % tổng số thành viên"})
	secretary.Choose("main select[name=nomination]", d.other)
	secretary.press("thong-bao")
	secretary.Says("Đã ghi thông báo.")

	decider := sit("decider")
	decider.Open(at)
	decider.Look("hoi-dong-11-lap-quyet-dinh")
	decider.Click(`main input[name=nominations]`)
	decider.fill(map[string]string{"number": "155/QĐ-UBND", "day": "05/09/2024", "authority": "Chủ tịch UBND tỉnh Nghệ An", "signer": "Chủ tịch thử"})
	decider.press("quyet-dinh")
	decider.Says("chưa trình đến cấp này")
	d.does("standing3", d.Path("de-nghi", d.flag)+"/duong-di", url.Values{"viec": {"buoc"}, "step": {"to_chair"}, "number": {"31/TTr-SNV"}})
	decider.press("quyet-dinh")
	decider.Says("Đã ghi quyết định vào sổ khen thưởng")
	decider.Open(site + "/so-khen-thuong")
	decider.Says("155/QĐ-UBND")
	d.paid(standing, site, at)
	if s := d.status(d.flag); s != dossier.Decided {
		t.Error(s)
	}
}

// foundIn enters the council and calls its meeting in the browser, and returns
// the meeting's whole address.
func (d *desk) foundIn(w tab, site string) string {
	w.Open(site + "/hoi-dong")
	w.Look("hoi-dong-1-trong")
	w.unfold()
	w.press("lap")
	w.Says("Ghi tên Hội đồng.")
	w.fill(map[string]string{"name": "Hội đồng Thi đua - Khen thưởng tỉnh thử", "share": "80", "source": "Quy chế số 5 (minh họa)"})
	w.press("lap")
	w.Says("Người thứ 1")
	w.Look("hoi-dong-2-kien-toan")
	w.fill(map[string]string{"document": "12/QĐ-UBND", "day": "02/01/2024", "from": "02/01/2024"})
	for i := range 7 {
		seat, list := fmt.Sprintf("seats[%d].", i), d.list("")
		w.fill(map[string]string{seat + "name": list.Get(seat + "name"), seat + "unit": list.Get(seat + "unit")})
		w.Choose(`main [name="`+seat+`office"]`, list.Get(seat+"office"))
		w.Choose(`main [name="`+seat+`person"]`, list.Get(seat+"person"))
	}
	w.press("ghi")
	w.Says("5 thành viên")
	w.Look("hoi-dong-3-mot-hoi-dong")
	w.unfold()
	w.fill(map[string]string{"name": "Phiên họp lần 1 năm 2024", "day": "05/09/2024", "place": "Hội trường UBND tỉnh"})
	w.press("trieu-tap")
	w.Says("Đang chuẩn bị")
	w.Look("hoi-dong-4-cuoc-hop-moi")
	w.unfold()
	for _, id := range []string{d.flag, d.other} {
		w.Click(`main input[name=nominations][value="` + id + `"]`)
	}
	w.press("dua-vao")
	w.Says("Đã đưa hồ sơ vào danh sách.")
	w.Look("hoi-dong-5-danh-sach")
	at, _, _ := strings.Cut(w.Address(), "?")
	return at
}

// bothCount has the two people of the tally board count, differ and agree.
func (d *desk) bothCount(one, other tab, at string) {
	enter := func(w tab, flag, against string) {
		w.Open(at)
		w.fill(map[string]string{"issued": "5", "returned": "5",
			"rows[" + d.flag + "].for": "5", "rows[" + d.flag + "].against": "0", "rows[" + d.flag + "].invalid": "0",
			"rows[" + d.other + "].for": flag, "rows[" + d.other + "].against": against, "rows[" + d.other + "].invalid": "0"})
	}
	enter(one, "3", "2")
	one.Look("hoi-dong-8-nhap-so-phieu")
	one.press("dem")
	one.Says("niêm kín")
	one.Look("hoi-dong-9-da-nhap")
	enter(other, "3", "2")
	other.press("dem")
	other.Says("Thư ký kết thúc cuộc họp")
}

// paid has the fund take money in and pay the decision's awards.
func (d *desk) paid(w tab, site, at string) {
	w.Open(site + "/tien-thuong/quy")
	w.Look("tien-thuong-1-quy")
	w.unfold()
	w.fill(map[string]string{"year": "2024", "vnd": "25.000.000", "day": "05/09/2024", "document": "PT 01"})
	w.Choose("main select[name=level]", "province")
	w.Choose("main select[name=kind]", "budget")
	w.press("ghi")
	w.Says("Đã ghi vào sổ quỹ.")
	w.Open(at)
	w.Click("#quyet-dinh a")
	w.Says("18.720.000")
	w.Look("tien-thuong-2-quyet-dinh")
	w.Click("main input[name=payments]")
	w.Choose("main select[name=fund]", "2024/province")
	w.fill(map[string]string{"day": "05/09/2024", "document": "PC 05"})
	w.press("chi")
	w.Says("Đã ghi chi tiền thưởng.")
	w.Open(site + "/tien-thuong")
	w.Says("PC 05")
	w.Look("tien-thuong-3-danh-sach")
	w.Open(site + "/tien-thuong/quy/2024/province")
	w.Says("6.280.000")
	w.Look("tien-thuong-4-so-quy")
}

func (d *desk) status(id string) (s dossier.Status) {
	testkit.Write(d.t, d.DB, func(ctx context.Context, tx *store.Tx) error {
		n, err := dossier.ByID(ctx, tx, id)
		s = n.Status
		return err
	})
	return s
}

// TestWalk_withoutScripts calls a meeting and puts dossiers on its list in a
// browser that runs no script.
func TestWalk_withoutScripts(t *testing.T) {
	d := received(t, testkit.SQLite(t))
	d.found()
	site, page := d.Serve(), testkit.Browser(t).Tab(t)
	page.JavaScript(false)
	page.SignIn(d.Cookie("standing"), site)
	page.Open(site + d.meet)
	page.Click(`main input[name=nominations][value="` + d.flag + `"]`)
	page.Click(`main button[name=viec][value="dua-vao"]`)
	if text := page.Text("main ol.dossiers"); !strings.Contains(text, "Huyện Con Cuông") {
		t.Error(text)
	}
}
