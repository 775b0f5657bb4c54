package season_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"thidua/document"
	"thidua/internal/bigyear"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
)

// coldPage is how many bytes a page may bring on a first visit.
const coldPage = 100_000

// walker is somebody going from page to page in a browser, with scripts or
// without.
type walker struct {
	*testkit.Page
	t       testing.TB
	site    string
	scripts bool
}

func walk(t testing.TB, browser *testkit.Page, p *province.Province, site, who string, scripts bool) walker {
	page := browser.Tab(t)
	page.JavaScript(scripts)
	page.SignIn(p.Cookie(who), site)
	return walker{page, t, site, scripts}
}

func (w walker) goes(path string) { w.Open(w.site + path) }

func (w walker) press(act string) { w.Click(`main button[name=viec][value="` + act + `"]`) }

// types puts the text into a field, in place of what stands there.
func (w walker) types(selector, text string) {
	if w.Field(selector) != "" {
		w.Fill(selector, text)
		return
	}
	w.Click(selector)
	w.Press(text)
}

// TestWalk_fromAnEmptyDatabaseToASignedYear is the standing body's first day:
// nothing is on record, and at its end a year is open, signed and under way.
func TestWalk_fromAnEmptyDatabaseToASignedYear(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without scripts": false} {
		t.Run(name, func(t *testing.T) {
			p := province.Empty(t, testkit.SQLite(t))
			site := p.Serve()
			for _, stage := range []func(walker){importUnits, setUpCluster, openYear, writeRules, signRules, setDates} {
				stage(walk(t, testkit.Browser(t), p, site, "standing", scripts))
			}
		})
	}
}

// at is the year's address.
const at = "/lam/duong-7-2014"

func importUnits(w walker) {
	w.goes("/don-vi")
	w.Says("Chưa có đơn vị nào.")
	w.Look("01-don-vi-trong")
	list := filepath.Join(w.t.TempDir(), "danh-muc.csv")
	text := "code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n415,Huyện Kỳ Sơn,2,40,Huyện\n418,Huyện Tương Dương,2,40,Huyện\n422,Huyện Con Cuông,2,40,Huyện\n"
	if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.goes("/danh-muc-don-vi")
	w.press("xem")
	w.Says("Chưa chọn tệp.")
	w.Look("02-nap-bi-tu-choi")
	w.Attach("#o-file", list)
	w.types("#o-as_of", "31/12/2013")
	w.press("xem")
	w.Says("4 đơn vị mới.")
	w.Look("03-nap-xem-truoc")
	w.press("nap")
	w.Says("Đã nạp danh mục")
	w.Look("04-don-vi")
	w.goes("/don-vi/them")
	w.types("#o-name", "Sở Nội vụ tỉnh Nghệ An")
	w.types("#o-parent", "Tỉnh Nghệ An")
	w.Look("05-them-don-vi")
	w.press("them")
	w.Says("Đã thêm đơn vị.")
	w.Look("06-mot-don-vi")
	w.goes("/don-vi?tim=con+cuong")
	w.Click("main tbody a")
	w.Says("Mã hành chính")
	w.Click(`main .acts a[href$="/doi-ten"]`)
	w.Says("Mang tên mới từ ngày")
	w.Look("07-doi-ten")
}

func setUpCluster(w walker) {
	w.goes("/cum")
	w.Says("Chưa có cụm, khối thi đua nào.")
	w.Click(`main .acts a`)
	w.Says("Tên cụm, khối")
	w.types("#o-name", "Cụm thi đua đường 7")
	w.types("#o-province", "Nghệ An")
	w.types("#o-standing_body", "so noi vu tinh nghe an")
	w.Look("08-lap-cum")
	w.press("lap")
	w.Says("Đã lập cụm.")
	w.Look("09-mot-cum")
	w.Click(`main .acts a[href$="/thanh-vien"]`)
	w.Says("Thành viên của một năm")
	w.types("#o-label", "2014")
	w.press("chon")
	w.Says("Thêm đơn vị")
	w.types("#o-members", "Huyện Kỳ Sơn\n418\ncon cuong\nHuyện Nghi Lộc")
	w.press("ghi")
	w.Says("Không có đơn vị nào tên “Huyện Nghi Lộc” trong danh mục.")
	w.Look("10-thanh-vien-bi-tu-choi")
	w.types("#o-members", "Huyện Kỳ Sơn\n418\ncon cuong")
	w.press("ghi")
	w.Says("Đã ghi 3 thành viên năm 2014.")
	w.Choose("#o-head", w.Script(`document.querySelector("#o-head").options[3].value`))
	w.press("ghi")
	w.Says("Trưởng cụm")
	w.Look("11-thanh-vien")
}

func openYear(w walker) {
	w.goes("/cum")
	w.Click("main tbody a")
	w.Says("Các năm")
	w.Click(`main .acts a[href$="/mo-nam"]`)
	w.Says("Năm thi đua")
	w.types("#o-label", "2014")
	w.Look("12-mo-nam")
	w.Click("main form button")
	w.Says("Thành viên năm này đã có trong sổ")
	w.Look("13-mo-nam-kiem-tra")
	w.press("mo")
	w.Says("Đã mở năm thi đua 2014.")
	w.Look("14-thiet-lap")
}

func writeRules(w walker) {
	w.goes(at + "/tieu-chi")
	w.Says("Chưa có tiêu chí nào.")
	w.Look("15-tieu-chi-trong")
	w.goes(at + "/tieu-chi/quy-dinh")
	w.types("#o-scale", "100")
	w.Choose("#o-mode", "half_up")
	w.Choose("#o-cross", "ring")
	w.Choose("#o-decides", "appraised")
	w.types("#o-ballot-threshold", "2/3")
	w.Look("16-quy-dinh")
	w.press("ghi")
	w.Says("Đã ghi quy định chung.")
	tree := filepath.Join(w.t.TempDir(), "tieu-chi.xlsx")
	var b bytes.Buffer
	if err := document.WriteXLSX(&b, document.Grid{Title: "Tiêu chí", Columns: []document.GridColumn{{Name: "Mã"}, {Name: "Tên tiêu chí"}, {Name: "Điểm tối đa"}, {Name: "Cách chấm"}},
		Rows: [][]any{{"1", "Phát triển kinh tế", 70, ""}, {"1.1", "Thu ngân sách", 40.5, "linear"}, {"1.2", "Giảm nghèo", 29.5, "quantitative"}}}); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(tree, b.Bytes(), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.goes(at + "/tieu-chi/chep")
	w.Look("17-chep-nhap")
	w.Attach("#o-file", tree)
	w.press("nhap")
	w.Says("Đã nhập 3 mục vào dự thảo.")
	w.Says("Thang điểm là 100 điểm nhưng các tiêu chí con cộng lại 70 điểm.")
	w.Look("18-tieu-chi-thieu")
	w.Click(`main .acts a[href$="/them/0"]`)
	w.Says("Nhóm còn 30 điểm chưa chia.")
	w.types("#o-name", "Công tác thi đua")
	w.Look("19-them-nhom")
	w.press("them")
	w.Says("2. Công tác thi đua")
	w.Click(`main a[href$="/muc/2"]`)
	w.Says("Chuyển chỗ, thêm, bỏ")
	w.Click(`main .acts a[href$="/them/2"]`)
	w.Says("vào nhóm 2. Công tác thi đua")
	w.types("#o-name", "Xếp loại phong trào")
	w.Choose("#o-kind", "grade")
	if w.scripts {
		w.Script(`document.querySelector("#o-kind").dispatchEvent(new Event("change"))`)
	}
	w.types("#o-grades", "Tốt: 30\nKhá: mười")
	w.press("them")
	w.Says("“mười” không phải là số")
	w.Look("20-tieu-chi-bi-tu-choi")
	w.types("#o-grades", "Tốt: 30\nKhá: 15")
	w.press("them")
	w.Says("2.1. Xếp loại phong trào")
	w.goes(at + "/tieu-chi/muc/1.2")
	w.press("len")
	w.Says("Đã chuyển chỗ.")
	w.Look("21-mot-tieu-chi")
	w.goes(at + "/tieu-chi/xep-loai")
	w.types("#o-bands-0-name", "Hoàn thành xuất sắc nhiệm vụ")
	w.types("#o-bands-0-from", "90")
	w.types("#o-quotas-0-title", "Cờ thi đua của Chính phủ")
	w.types("#o-quotas-0-max", "1")
	w.Look("22-xep-loai")
	w.press("ghi")
	w.Says("Đã ghi xếp loại, hạn mức.")
	w.Look("23-tieu-chi")
}

func signRules(w walker) {
	w.goes(at + "/tieu-chi/ky")
	w.Look("24-ky")
	w.types("#o-signed_on", "20/03/2014")
	w.press("ky")
	w.Says("Bản 1, ký ngày 20/03/2014")
	w.Look("25-cac-ban")
	w.Click("main .list a")
	w.Says("Toàn văn")
	w.Look("26-ban-1")
}

func setDates(w walker) {
	w.goes(at + "/lich")
	w.types("#o-pledge-from", "01/12/2014")
	w.types("#o-pledge-to", "10/12/2014")
	w.types("#o-self_scoring-from", "05/12/2014")
	w.press("ghi")
	w.Says("chồng lên nhau")
	w.Look("27-lich-bi-tu-choi")
	w.types("#o-self_scoring-from", "15/12/2014")
	w.press("ghi")
	w.Says("Đã ghi lịch của năm.")
	w.Look("28-lich")
	w.goes(at + "/chuyen-buoc")
	w.Says("Bộ quy tắc đã ký")
	w.Look("29-chuyen-buoc")
	w.Click("#o-act-0")
	w.press("chuyen")
	w.Says("Đã chuyển sang bước “Giao ước, đăng ký”.")
}

// A tree as large as real ones get stays light, and fits a phone.
func TestWalk_aTreeOf230StaysLight(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	big, head := bigRules(t), p.Actor("head")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		return season.EditDraft(ctx, tx, head, vi.MustDay("2014-11-22"), p.Season.ID, 0, "big", func(r *season.Rules) error {
			r.Criteria, r.Scale = big.Criteria, big.Scale
			return nil
		})
	})
	w := walk(t, testkit.Browser(t), p, p.Serve(), "head", true)
	for name, path := range map[string]string{"30-cay-lon": "tieu-chi", "31-muc-cua-cay-lon": "tieu-chi/muc/1.1.1", "32-ky-cay-lon": "tieu-chi/ky"} {
		w.goes(p.Path(path))
		w.Look(name)
		if visit := w.Transfer(w.site + p.Path(path)); visit.Bytes > coldPage {
			t.Errorf("%s brings %d bytes", path, visit.Bytes)
		} else {
			t.Logf("%s brings %d bytes", path, visit.Bytes)
		}
	}
}

// bigRules are the rules of the large made-up year.
func bigRules(t testing.TB) (r season.Rules) {
	t.Helper()
	db := testkit.SQLite(t)
	id, faults, err := seasonfile.Load(context.Background(), db, bigyear.File())
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		r, err = season.RulesOf(ctx, tx, id)
		return err
	})
	return r
}
