package evidence_test

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

// TestWalk_anOfficerBringsEvidence is walked on a wide screen and on a phone.
// THIDUA_PICTURES names a folder for pictures of every page.
func TestWalk_anOfficerBringsEvidence(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	site, browser := p.Serve(), testkit.Browser(t)
	dir := t.TempDir()
	for name, body := range map[string][]byte{"Báo cáo.pdf": pdf, "Ảnh.png": picture(t), "cai-dat.exe": []byte("MZ")} {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tab := browser.Tab(t)
	tab.SignIn(p.Cookie("officer:con-cuong"), site)
	tab.Open(site + "/minh-chung")
	tab.Says("chưa tải minh chứng nào lên")
	tab.Look("1-kho-trong")
	tab.Click(".acts .button")
	tab.Click("main button[value=tai-len]")
	tab.Says("Chưa chọn tệp nào")
	tab.Look("2-chua-chon-tep")
	tab.Attach("#o-tep", filepath.Join(dir, "Báo cáo.pdf"), filepath.Join(dir, "Ảnh.png"), filepath.Join(dir, "cai-dat.exe"))
	tab.Click("#o-mo-ta")
	tab.Press("Kết quả thu ngân sách năm 2014")
	tab.Click("main button[value=tai-len]")
	tab.Says("Đã nhận 2 tệp.")
	tab.Look("3-da-nhan")
}

// TestWalk_whoeverSeesTheSheetOpensItsEvidence looks at the page of a year.
func TestWalk_whoeverSeesTheSheetOpensItsEvidence(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	id := brought(t, p, "officer:con-cuong", map[string][]string{"mo-ta": {"Hội nghị sơ kết"}}, sent{"Ảnh hội nghị.png", picture(t)})
	personal := brought(t, p, "officer:con-cuong", map[string][]string{"nhay-cam": {"co"}}, sent{"Lý lịch.pdf", pdf})
	cites(t, p, "con-cuong", string(season.SelfScoring), id, personal)
	site, browser := p.Serve(), testkit.Browser(t)
	body := browser.Tab(t)
	body.SignIn(p.Cookie("standing"), site)
	for at, want := range map[string]string{id: "2.1 Báo cáo đúng hạn", personal: "ghi nhật ký"} {
		body.Open(site + p.Path("minh-chung", at))
		body.Says(want)
		body.Look(map[bool]string{true: "4-xem-anh", false: "5-du-lieu-ca-nhan"}[at == id])
	}
	owner := browser.Tab(t)
	owner.SignIn(p.Cookie("officer:con-cuong"), site)
	owner.Open(site + "/minh-chung/" + id)
	owner.Says("Sửa mô tả")
	owner.Click("main details:last-of-type summary")
	owner.Click("main button[value=ngung]")
	owner.Says("Phải ghi lý do")
	owner.Look("6-ngung-dung-bi-tu-choi")
	owner.Fill("#o-ly-do", "Thay bằng bản ký")
	owner.Click("main button[value=ngung]")
	owner.Says("Minh chứng đã ngừng dùng")
	owner.Look("7-da-ngung-dung")
}
