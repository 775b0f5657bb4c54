package account_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/web"
	door "thidua/web/account"
)

// served opens a province's site at "http://localhost:…": a name, for passkeys
// belong to one.
func served(t *testing.T, o door.Options) (*province.Province, string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	o.Site = "http://localhost:" + port
	db := testkit.SQLite(t)
	db.SetClock(time.Now)
	p := open(t, db, web.Options{SignIn: o})
	server := &httptest.Server{Listener: listener, Config: &http.Server{Handler: p.Site}}
	server.Start()
	t.Cleanup(server.Close)
	return p, o.Site
}

// sound holds a page to what every page owes its readers. With THIDUA_PICTURES
// naming a folder it leaves a picture of each.
func sound(t *testing.T, page *testkit.Page, name string) {
	t.Helper()
	for _, v := range page.Axe() {
		t.Errorf("%s: %s", name, v)
	}
	page.Width(360)
	if px := page.Overflow(); px > 0 {
		t.Errorf("%s is %d px wider than a phone", name, px)
	}
	if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
		page.Screenshot(filepath.Join(dir, name+"-360.png"))
		page.Width(1280)
		page.Screenshot(filepath.Join(dir, name+".png"))
	}
	page.Width(1280)
}

func TestBrowser_signsInByCodeAndByPasskey(t *testing.T) {
	_, site := served(t, door.Options{})
	page := testkit.Browser(t)
	page.Authenticator()
	page.Open(site + "/tai-khoan")
	sound(t, page, "dang-nhap")
	page.Fill("#o-name", login)
	page.Fill("#o-password", "sai hoàn toàn nhé")
	page.Send("form.form .button")
	if said := page.Text(".errors"); !strings.Contains(said, "không đúng") {
		t.Errorf("said %q", said)
	}
	sound(t, page, "dang-nhap-sai")
	page.Fill("#o-password", good)
	page.Send("form.form .button")
	if page.Text("h1") != "Tài khoản" {
		t.Fatalf("at %s", page.Address())
	}
	sound(t, page, "tai-khoan")

	page.Open(site + "/tai-khoan/hai-lop")
	sound(t, page, "hai-lop")
	page.Send("button[value=bat-dau]")
	secret := strings.ReplaceAll(page.Text("main code"), " ", "")
	sound(t, page, "hai-lop-ma")
	page.Fill("#o-code", code(t, secret, time.Now()))
	page.Send("main form.form .button")
	recovery := page.Text(".codes li:last-child code")
	sound(t, page, "ma-du-phong")
	page.Open(site + "/tai-khoan/hai-lop")
	sound(t, page, "hai-lop-bat")

	page.Open(site + "/tai-khoan/khoa")
	sound(t, page, "khoa")
	page.Fill("#o-label", "Máy cơ quan")
	page.Send("button[data-passkey]")
	if key := page.Text("ul.list strong"); key != "Máy cơ quan" {
		t.Fatalf("kept %q", key)
	}
	sound(t, page, "khoa-co")
	page.Open(site + "/tai-khoan/phien")
	sound(t, page, "phien")
	page.Open(site + "/tai-khoan/mat-khau")
	sound(t, page, "mat-khau")
	page.Open(site + "/tai-khoan/thu")
	sound(t, page, "thu")
	page.Open(site + "/tai-khoan/xac-minh?ve=/tai-khoan/thu")
	sound(t, page, "xac-minh")
	page.Send("button[data-passkey]")
	if !strings.HasSuffix(page.Address(), "/tai-khoan/thu") {
		t.Errorf("the passkey did not confirm: at %s", page.Address())
	}

	leave(page)
	page.Fill("#o-name", login)
	page.Fill("#o-password", good)
	page.Send("form.form .button")
	if page.Text("h1") != "Xác minh hai lớp" {
		t.Fatalf("at %s", page.Address())
	}
	sound(t, page, "ma")
	page.Fill("#o-code", recovery)
	page.Send("form.form .button")
	if !strings.HasSuffix(page.Address(), "/viec-can-lam") {
		t.Errorf("the recovery code leads to %s", page.Address())
	}

	leave(page)
	page.Open(site + "/dang-nhap?ve=/tai-khoan/khoa")
	page.Send("button[data-passkey]")
	if !strings.HasSuffix(page.Address(), "/tai-khoan/khoa") {
		t.Fatalf("the passkey leads to %s", page.Address())
	}
	page.Send("button[value=bo]")
	if gone := page.Text(".empty"); gone != "Chưa có khóa truy cập nào." {
		t.Errorf("said %q", gone)
	}
	leave(page)
	page.Click("button[data-passkey]")
	said := func() string { return page.Script(`document.querySelector(".passkey .error").textContent`) }
	if !eventually(func() bool { return strings.Contains(said(), "không đúng hoặc đã bị bỏ") }) {
		t.Errorf("a removed passkey: %q", said())
	}
}

// leave signs out by the button every working page has.
func leave(page *testkit.Page) {
	page.Send("form[action='/dang-xuat'] button")
}

// eventually waits for what a script or a redirect brings about.
func eventually(so func() bool) bool {
	for range 100 {
		if so() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

func TestBrowser_administratorsPagesServeEveryReader(t *testing.T) {
	p, site := served(t, door.Options{})
	page := testkit.Browser(t)
	page.Open(site + "/dang-nhap?ve=/quan-tri/nguoi-dung")
	page.Fill("#o-name", "admin")
	page.Fill("#o-password", good)
	page.Send("form.form .button")
	page.Text("table")
	sound(t, page, "nguoi-dung")
	id := p.People["officer:con-cuong"].ID
	for name, address := range map[string]string{
		"nguoi-dung-them": "/quan-tri/nguoi-dung/them", "nguoi-dung-mot": "/quan-tri/nguoi-dung/" + id, "vai-tro": "/quan-tri/nguoi-dung/" + id + "/vai-tro",
		"lam-thay": "/quan-tri/vai-tro/" + grantOf(t, p, "officer:con-cuong").ID + "/lam-thay", "ban-giao": "/quan-tri/ban-giao",
		"ban-giao-cum": "/quan-tri/ban-giao?cum=" + p.Season.Cluster, "nguoi-dung-khong-co": "/quan-tri/nguoi-dung?tim=khongco"} {
		page.Open(site + address)
		sound(t, page, name)
	}
	page.Open(site + "/quan-tri/nguoi-dung/" + id + "/vai-tro")
	page.Send("button[value=giao]")
	page.Text(".errors")
	sound(t, page, "vai-tro-sai")
	page.Open(site + "/quan-tri/nguoi-dung/" + id)
	page.Send("form[action$=lien-ket] .button")
	address := page.Text("code.link")
	sound(t, page, "lien-ket-mot")
	leave(page)
	page.JavaScript(false)
	page.Open(address)
	page.Fill("#o-password", other)
	page.Fill("#o-again", other)
	page.Send("form.form .button")
	if page.Text("h1") != "Đã ghi mật khẩu mới" {
		t.Errorf("at %s", page.Address())
	}
	page.JavaScript(true)
	for name, address := range map[string]string{"quen-mat-khau": "/quen-mat-khau", "lien-ket-sai": "/lien-ket/x"} {
		page.Open(site + address)
		sound(t, page, name)
	}
}
