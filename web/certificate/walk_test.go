package certificate_test

import (
	"strconv"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

// TestWalk_placesAFieldAndPrints goes from an empty list of blanks to a printed
// certificate: a field is dragged to its place, another switched on.
// THIDUA_PICTURES names a folder for pictures.
func TestWalk_placesAFieldAndPrints(t *testing.T) {
	db := testkit.SQLite(t)
	p, decision := begin(t, db)
	site := p.Serve()
	tab := testkit.Browser(t)
	tab.SignIn(p.Cookie("standing"), site)
	tab.Open(site + "/bang-khen")
	tab.Look("1-bang-khen")
	tab.Fill("[name=name]", "Giấy khen A4")
	tab.Fill("[name=width]", "297")
	tab.Fill("[name=height]", "210")
	tab.Click("[name=viec][value=them]")
	tab.Says("Hãy đặt vị trí in")
	tab.Look("2-phoi")
	blank := tab.Address()[strings.LastIndex(tab.Address(), "/")+1:]
	blank, _, _ = strings.Cut(blank, "?")

	tab.Open(site + "/bang-khen/phoi/" + blank + "/certificate_of_praise/individual")
	before := [2]float64{millimetres(t, tab, "name.x"), millimetres(t, tab, "name.y")}
	scale, err := strconv.ParseFloat(tab.Script(`document.querySelector("svg[data-places]").getScreenCTM().a`), 64)
	if err != nil {
		t.Fatal(err)
	}
	tab.Drag(`g[data-spot="name"] rect`, 10*scale, -5*scale)
	if x, y := millimetres(t, tab, "name.x"), millimetres(t, tab, "name.y"); x < before[0]+9.8 || x > before[0]+10.2 || y < before[1]-5.2 || y > before[1]-4.8 {
		t.Errorf("dragged by 10 mm and -5 mm from %v it stands at %v, %v", before, x, y)
	}
	shown := func() string {
		return tab.Script(`getComputedStyle(document.querySelector('g[data-spot="form_of_address"]')).display`)
	}
	if was := shown(); was != "none" {
		t.Errorf("a field that is off is drawn: %s", was)
	}
	tab.Click(`[name="form_of_address.on"]`)
	if is := shown(); is == "none" {
		t.Error("a field that was switched on is not drawn")
	}
	tab.Click(`[name="form_of_address.on"]`)
	tab.Fill(`[name="place_day.words"]`, "Con Cuông")
	tab.Fill(`[name="signer_post.words"]`, "CHỦ TỊCH")
	tab.Click("[name=viec][value=ghi]")
	tab.Says("Đã ghi vị trí in.")
	if x := millimetres(t, tab, "name.x"); x < before[0]+9.8 || x > before[0]+10.2 {
		t.Errorf("recorded at %v", x)
	}
	tab.Look("3-vi-tri")

	tab.Open(site + "/bang-khen/phoi/" + blank)
	tab.Fill("[name=first]", "101")
	tab.Fill("[name=last]", "110")
	tab.Fill("[name=document]", "Phiếu nhập 1")
	tab.Click("[name=viec][value=nhap]")
	tab.Says("còn 10 tờ")
	tab.Look("4-kho-phoi")
	tab.Open(site + "/bang-khen/quyet-dinh/" + decision)
	tab.Look("5-quyet-dinh")
	tab.Choose("[name=blank]", blank)
	tab.Click("[name=viec][value=in]")
	tab.Says("phôi số 101")
	tab.Look("6-da-in")
	tab.Open(site + "/kiem-tra/" + firstCode(t, db))
	tab.Says("Có hiệu lực")
	tab.Look("7-kiem-tra")
}

// millimetres is what stands in a field.
func millimetres(t *testing.T, tab *testkit.Page, name string) float64 {
	t.Helper()
	mm, err := strconv.ParseFloat(strings.ReplaceAll(tab.Field(`[name="`+name+`"]`), ",", "."), 64)
	if err != nil {
		t.Fatal(err)
	}
	return mm
}
