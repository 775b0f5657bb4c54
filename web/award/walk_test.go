package award_test

import (
	"testing"

	"thidua/internal/testkit"
)

// TestWalk_throughTheRegister looks at every page on a wide screen and on a
// phone, without scripts of its own. THIDUA_PICTURES names a folder for pictures.
func TestWalk_throughTheRegister(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	one, person := d.linkOf("Nguyễn Đức Hòa", 1), d.linkOf("Nguyễn Đức Hòa", 0)
	faulty := d.receive("standing", list)
	site, browser := d.Serve(), testkit.Browser(t)
	tab := browser.Tab(t)
	tab.SignIn(d.Cookie("standing"), site)
	tab.JavaScript(false)
	tab.Open(site + "/so-khen-thuong")
	tab.Fill("#tim", "duc hoa")
	tab.Send(".seek button")
	tab.JavaScript(true)
	tab.Says("1 khen thưởng")
	for _, p := range []struct{ name, address, says string }{
		{"1-so", "/so-khen-thuong", "4 khen thưởng"}, {"2-khen-thuong", one, "Số sổ vàng"}, {"3-thu-hoi", one + "/thu-hoi", "Gian dối"},
		{"4-dieu-chinh", one + "/dieu-chinh", "Tên đúng"}, {"5-nguoi", person, "Thông tin cá nhân"}, {"6-don-vi", "/lich-su-khen-thuong/don-vi/" + d.Unit["con-cuong"], "Huyện Con Cuông"},
		{"7-nap", importPath, "Tệp danh sách"}, {"8-xem-truoc", faulty, "Ý nghĩa của các cột"}, {"9-da-thu-hoi", "/so-khen-thuong/da-thu-hoi", "Chưa có"},
	} {
		tab.Open(site + p.address)
		tab.Says(p.says)
		tab.Look(p.name)
	}
	d.does("decider", one+"/thu-hoi", revocation())
	for name, address := range map[string]string{"10-bi-thu-hoi": one, "11-thu-lai": one + "/thu-hoi", "12-con-phai-thu": "/so-khen-thuong/da-thu-hoi"} {
		tab.Open(site + address)
		tab.Says("Tiền thưởng còn phải thu")
		tab.Look(name)
	}
}
