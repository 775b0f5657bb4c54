package report_test

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/testkit"
)

// TestWalk_throughTheStatisticalForms types a figure and looks at every page on a
// wide screen and on a phone. THIDUA_PICTURES names a folder for pictures.
func TestWalk_throughTheStatisticalForms(t *testing.T) {
	p := begin(t, testkit.SQLite(t))
	site, tab := p.Serve(), testkit.Browser(t).Tab(t)
	tab.SignIn(p.Cookie("standing"), site)
	tab.Open(site + servants + "/age-2/1")
	tab.Fill("#o-so", "12")
	tab.Fill("#o-van-ban", "Báo cáo số 12/BC-SNV")
	tab.Click("#o-ly-do")
	tab.Press("Sổ không ghi công chức")
	tab.Send("button[value=nhap]")
	tab.Says("Đã ghi số nhập tay")
	for _, x := range []struct{ name, address, says string }{
		{"1-cac-bieu", "/bao-cao-thong-ke?nam=2014", "0605.N/BNV-TĐKT"},
		{"2-bieu-0601", "/bao-cao-thong-ke/0601/2014", "Số phong trào thi đua"},
		{"3-bieu-0602", "/bao-cao-thong-ke/0602/2014", "Bằng khen của Thủ tướng"},
		{"4-bieu-0603", "/bao-cao-thong-ke/0603/2014", "số liệu minh họa"},
		{"5-bieu-0604", "/bao-cao-thong-ke/0604/2014", "Sở Nội vụ"},
		{"6-bieu-0605", servants, "nhập tay, theo Báo cáo số 12/BC-SNV"},
		{"7-mot-so", "/bao-cao-thong-ke/0603/2014/02/4", "Tập thể thử 0"},
		{"8-so-nhap-tay", servants + "/age-2/1", "Bỏ số nhập tay"},
	} {
		tab.Open(site + x.address)
		tab.Says(x.says)
		look(t, tab, x.name)
	}
}

// look holds the page to accessibility and to a phone's width.
func look(t *testing.T, page *testkit.Page, name string) {
	t.Helper()
	for _, width := range []int{1280, 360} {
		page.Width(width)
		for _, v := range page.Axe() {
			t.Errorf("%s at %d: %s", name, width, v)
		}
		if over := page.Overflow(); over > 0 {
			t.Errorf("%s at %d: %d px too wide", name, width, over)
		}
		if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
			page.Screenshot(filepath.Join(dir, name+"-"+map[int]string{1280: "rong", 360: "dien-thoai"}[width]+".png"))
		}
	}
	page.Width(1280)
}
