package cli

import (
	"net/url"
	"strings"

	"thidua/web"
	"thidua/web/account"
)

// door is how the site is reached from outside and how people sign in beside
// their passwords.
type door struct {
	Site       string `placeholder:"ĐỊA-CHỈ" help:"Địa chỉ công khai của trang, ví dụ https://thidua.example.vn; cần cho thư, khóa truy cập và đăng nhập tập trung."`
	Proxy      bool   `help:"Trang đứng sau máy chủ trung gian: lấy địa chỉ người dùng từ X-Forwarded-For."`
	OIDCIssuer string `name:"oidc-issuer" placeholder:"ĐỊA-CHỈ" help:"Hệ thống đăng nhập tập trung (OpenID Connect)."`
	OIDCClient string `name:"oidc-client" placeholder:"MÃ" help:"Mã của trang này ở hệ thống đăng nhập tập trung."`
	OIDCSecret string `name:"oidc-secret" placeholder:"KHÓA" help:"Khóa của trang này ở hệ thống đăng nhập tập trung; nên đặt bằng biến môi trường THIDUA_OIDC_SECRET."`
	OIDCName   string `name:"oidc-name" placeholder:"TÊN" help:"Chữ trên nút đăng nhập tập trung." default:"Đăng nhập tập trung"`
}

func (d door) options() (web.Options, error) {
	site := strings.TrimSuffix(d.Site, "/")
	if err := address(site, "--site"); err != nil {
		return web.Options{}, err
	}
	if err := address(d.OIDCIssuer, "--oidc-issuer"); err != nil {
		return web.Options{}, err
	}
	if d.OIDCIssuer != "" && (site == "" || d.OIDCClient == "") {
		return web.Options{}, usageError{"--oidc-issuer cần kèm --site và --oidc-client"}
	}
	return web.Options{Secure: strings.HasPrefix(site, "https://"), Proxy: d.Proxy, SignIn: account.Options{Site: site,
		SignOn: account.SignOn{Issuer: d.OIDCIssuer, Client: d.OIDCClient, Secret: d.OIDCSecret, Name: d.OIDCName}}}, nil
}

// address refuses what is not the address of a site; none is well.
func address(text, flag string) error {
	u, err := url.Parse(text)
	if text != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "") {
		return usageError{"địa chỉ ở " + flag + " phải viết như https://thidua.example.vn"}
	}
	return nil
}
