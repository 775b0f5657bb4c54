package report_test

import (
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
		tab.Look(x.name)
		tab.Width(360)
		for _, v := range tab.Axe() {
			t.Errorf("%s on a phone: %s", x.name, v)
		}
		tab.Width(1280)
	}
}
