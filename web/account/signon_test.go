package account_test

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"thidua/internal/province"
	"thidua/internal/testkit"
	door "thidua/web/account"
)

// guest is somebody with an account at the provider.
type guest struct {
	ID, Username, Password, FirstName, LastName, Email string
	EmailVerified                                      bool
	PreferredLanguage                                  string
}

var guests = map[string]guest{
	"1": {ID: "1", Username: "concuong", Password: "p", FirstName: "A", LastName: "B", Email: "VanThu@ConCuong.example.vn", EmailVerified: true, PreferredLanguage: "vi"},
	"2": {ID: "2", Username: "la", Password: "p", FirstName: "A", LastName: "B", Email: "la@example.vn", EmailVerified: true, PreferredLanguage: "vi"},
	"3": {ID: "3", Username: "chuaxacminh", Password: "p", FirstName: "A", LastName: "B", Email: "kyson@example.vn", PreferredLanguage: "vi"},
}

// providerProgram is a provider written by others (github.com/zitadel/oidc,
// pinned in go.mod as a tool); Go builds and keeps it.
func providerProgram(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "tool", "-n", "github.com/zitadel/oidc/v3/example/server").Output()
	if err != nil {
		t.Fatalf("the provider cannot be built: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// provide starts a provider for the site and returns its issuer.
func provide(t *testing.T, port, site string) string {
	t.Helper()
	users, err := json.Marshal(guests)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "users.json")
	if err := os.WriteFile(file, users, 0o600); err != nil {
		t.Fatal(err)
	}
	server := exec.CommandContext(t.Context(), providerProgram(t))
	server.Env = append(os.Environ(), "PORT="+port, "USERS_FILE="+file, "REDIRECT_URI="+site+"/dang-nhap/tap-trung/ve")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	issuer := "http://localhost:" + port + "/"
	if !eventually(func() bool {
		r, err := http.Get(issuer + ".well-known/openid-configuration")
		if err == nil {
			r.Body.Close()
		}
		return err == nil && r.StatusCode == http.StatusOK
	}) {
		t.Fatal("the provider does not answer")
	}
	return issuer
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// joined is a site with its provider; the officer of Con Cuông bears the mail of
// guest 1.
func joined(t *testing.T) (*province.Province, string) {
	t.Helper()
	port := freePort(t)
	p, site := served(t, door.Options{SignOn: door.SignOn{Issuer: "http://localhost:" + port + "/", Client: "web", Secret: "secret", Name: "Đăng nhập bằng tài khoản tỉnh"}})
	provide(t, port, site)
	testkit.Exec(t, p.DB, `UPDATE person SET mail = 'vanthu@concuong.example.vn' WHERE login = 'officer.con-cuong'`,
		`UPDATE person SET mail = 'kyson@example.vn' WHERE login = 'officer.ky-son'`)
	return p, site
}

// browser follows redirects and keeps cookies.
func browser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, Timeout: 20 * time.Second}
}

// come goes to the provider from the address and gives the guest's name there;
// it returns where that ends, and the page.
func come(t *testing.T, c *http.Client, address, username string) (*url.URL, string) {
	t.Helper()
	at, page := fetch(t, c, address)
	id := regexp.MustCompile(`name="id" value="([^"]+)"`).FindStringSubmatch(page)
	if id == nil {
		t.Fatalf("no sign-in at %s: %s", at, page)
	}
	r, err := c.PostForm(at.Scheme+"://"+at.Host+"/login/username", url.Values{"id": {id[1]}, "username": {username}, "password": {"p"}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, _ := io.ReadAll(r.Body)
	return r.Request.URL, string(body)
}

func fetch(t *testing.T, c *http.Client, address string) (*url.URL, string) {
	t.Helper()
	r, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, _ := io.ReadAll(r.Body)
	return r.Request.URL, string(body)
}

func TestSignOn_letsInWhoeverTheProviderVouchesForAndIsKnownHere(t *testing.T) {
	p, site := joined(t)
	if _, page := fetch(t, browser(t), site+"/dang-nhap"); !strings.Contains(page, "Đăng nhập bằng tài khoản tỉnh") {
		t.Error("the sign-in page does not offer it")
	}
	c := browser(t)
	at, page := come(t, c, site+"/dang-nhap/tap-trung?ve=/tai-khoan", "concuong")
	if at.Path != "/tai-khoan" || !strings.Contains(page, "Cán bộ TĐKT huyện Con Cuông") {
		t.Fatalf("at %s: %s", at, page)
	}
	testkit.Exec(t, p.DB, `UPDATE person SET mail = 'moi@concuong.example.vn' WHERE login = 'officer.con-cuong'`)
	if at, _ := come(t, browser(t), site+"/dang-nhap/tap-trung?ve=/tai-khoan", "concuong"); at.Path != "/tai-khoan" {
		t.Errorf("a person once linked is not known by their subject: at %s", at)
	}
	for _, stranger := range []string{"la", "chuaxacminh"} {
		c := browser(t)
		if _, page := come(t, c, site+"/dang-nhap/tap-trung", stranger); !strings.Contains(page, "chưa có tài khoản đang hoạt động mang thư điện tử ấy") {
			t.Errorf("%s is told %s", stranger, page)
		}
		if at, _ := fetch(t, c, site+"/tai-khoan"); at.Path != "/dang-nhap" {
			t.Errorf("%s sits at %s", stranger, at)
		}
	}
	testkit.Exec(t, p.DB, `UPDATE person SET state = 'locked' WHERE login = 'officer.con-cuong'`)
	if at, _ := come(t, browser(t), site+"/dang-nhap/tap-trung?ve=/tai-khoan", "concuong"); at.Path == "/tai-khoan" {
		t.Error("a locked person was let in")
	}
}

func TestSignOn_stillAsksForTheSecondFactor(t *testing.T) {
	p, site := joined(t)
	_, codes := secondOn(t, p, "officer:con-cuong")
	c := browser(t)
	at, _ := come(t, c, site+"/dang-nhap/tap-trung?ve=/tai-khoan", "concuong")
	if at.Path != "/dang-nhap/ma" {
		t.Fatalf("at %s", at)
	}
	if at, _ := fetch(t, c, site+"/tai-khoan"); at.Path != "/dang-nhap" {
		t.Errorf("without the code at %s", at)
	}
	r, err := c.PostForm(site+"/dang-nhap/ma", url.Values{"code": {codes[0]}})
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.Request.URL.Path != "/tai-khoan" {
		t.Errorf("with the code at %s", r.Request.URL)
	}
}

// An answer belongs to the browser that asked, and is taken once: else a
// stranger could seat their victim at the stranger's own desk, or the other way
// round.
func TestSignOn_takesOnlyTheAnswerToItsOwnQuestionOnce(t *testing.T) {
	_, site := joined(t)
	thief := browser(t)
	answer := ""
	thief.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if r.URL.Path == "/dang-nhap/tap-trung/ve" {
			answer = r.URL.String()
			return http.ErrUseLastResponse
		}
		return nil
	}
	come(t, thief, site+"/dang-nhap/tap-trung", "concuong")
	if answer == "" {
		t.Fatal("no answer to steal")
	}
	refusedAt := func(c *http.Client, address, why string) {
		t.Helper()
		_, page := fetch(t, c, address)
		if !strings.Contains(page, "Đăng nhập tập trung không thành công") {
			t.Errorf("%s: %s", why, page)
		}
		if at, _ := fetch(t, c, site+"/tai-khoan"); at.Path != "/dang-nhap" {
			t.Errorf("%s: sits at %s", why, at)
		}
	}
	refusedAt(browser(t), answer, "a browser that asked nothing")
	asked := browser(t)
	fetch(t, asked, site+"/dang-nhap/tap-trung")
	refusedAt(asked, answer, "the answer to another's question")
	u, _ := url.Parse(answer)
	q := u.Query()
	q.Set("state", "")
	u.RawQuery = q.Encode()
	refusedAt(browser(t), u.String(), "no state")
	thief.CheckRedirect = nil
	fetch(t, thief, answer)
	if at, _ := fetch(t, thief, site+"/tai-khoan"); at.Path != "/tai-khoan" {
		t.Fatalf("its own answer is not taken: at %s", at)
	}
	fetch(t, thief, site+"/dang-nhap") // still seated; the answer once more
	_, page := fetch(t, thief, answer)
	if !strings.Contains(page, "Đăng nhập tập trung không thành công") {
		t.Errorf("an answer was taken twice: %s", page)
	}
}

func TestSignOn_confirmsWhoSitsAndNobodyElse(t *testing.T) {
	p, site := joined(t)
	c := browser(t)
	come(t, c, site+"/dang-nhap/tap-trung", "concuong")
	testkit.Exec(t, p.DB, `UPDATE person SET mail = 'la@example.vn' WHERE login = 'officer.anh-son'`)
	if _, page := come(t, c, site+"/dang-nhap/tap-trung?ve=/tai-khoan/thu", "la"); !strings.Contains(page, "không thành công") {
		t.Errorf("somebody else confirmed: %s", page)
	}
	at, page := come(t, c, site+"/dang-nhap/tap-trung?ve=/tai-khoan/thu", "concuong")
	if at.Path != "/tai-khoan/thu" || !strings.Contains(page, `name="mail"`) {
		t.Errorf("at %s: %s", at, page)
	}
}

func TestSignOn_saysSoWhenTheProviderIsAway(t *testing.T) {
	_, site := served(t, door.Options{SignOn: door.SignOn{Issuer: "http://localhost:" + freePort(t) + "/", Client: "web", Name: "Tỉnh"}})
	if _, page := fetch(t, browser(t), site+"/dang-nhap/tap-trung"); !strings.Contains(page, "Chưa liên lạc được với hệ thống đăng nhập tập trung") {
		t.Errorf("said %s", page)
	}
}
