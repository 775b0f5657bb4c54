package exemplar_test

import (
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

// TestWalk_anExemplarFromItsUnitToOthers goes through every stage in a browser:
// each page holds to a phone's width and to axe. THIDUA_PICTURES names a folder
// for pictures.
func TestWalk_anExemplarFromItsUnitToOthers(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	site, browser := p.Serve(), testkit.Browser(t)
	sit := func(who, path string) *testkit.Page {
		tab := browser.Tab(t)
		tab.SignIn(p.Cookie(who), site)
		tab.Open(path)
		return tab
	}
	unit := sit("officer:con-cuong", site+p.Path("dien-hinh"))
	unit.Look("1-trong")
	unit.Open(site + p.Path("dien-hinh", "moi"))
	unit.Click("main button[value=gioi-thieu]")
	unit.Says("Chưa ghi được")
	unit.Look("2-bi-tu-choi")
	unit.Fill("#o-name", "Mô hình trồng cam")
	unit.Choose("#o-kind", "model")
	unit.Click("#o-story")
	unit.Press("Nâng thu nhập của hai mươi hộ")
	unit.Click("main button[value=gioi-thieu]")
	unit.Says("Đã giới thiệu điển hình.")
	unit.Look("3-da-gioi-thieu")
	at := unit.Address()
	body := sit("standing", at)
	for _, step := range []struct{ act, says string }{{"xac-minh", "Đã ghi: xác minh."}, {"cong-nhan", "Đã ghi: công nhận."}, {"cong-bo", "Đã ghi: công bố."}} {
		if step.act == "cong-nhan" {
			body.Click("main button[value=cong-nhan]")
			body.Says("Phải ghi văn bản")
			body.Look("4-cong-nhan-bi-tu-choi")
			body.Click("#o-note")
			body.Press("Quyết định số 12")
		}
		body.Click("main button[value=" + step.act + "]")
		body.Says(step.says)
	}
	body.Look("5-da-cong-bo")
	other := sit("officer:anh-son", at)
	other.Click("main button[value=nhan-rong]")
	other.Says("Đã ghi việc học tập, làm theo.")
	other.Look("6-da-nhan-rong")
}
