package account_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"thidua/access"
	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web"
)

const (
	good  = "suối đá mùa gặt"
	other = "kem xoài thuyền gỗ"
)

// visitor is a browser without scripts: it keeps cookies and follows nothing.
type visitor struct {
	t       *testing.T
	site    http.Handler
	cookies map[string]string
	from    string // its address; 192.0.2.1 unless said
}

func visit(t *testing.T, p *province.Province) *visitor {
	return &visitor{t: t, site: p.Site, cookies: map[string]string{}}
}

func (v *visitor) do(r *http.Request) *httptest.ResponseRecorder {
	v.t.Helper()
	for name, value := range v.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	if v.from != "" {
		r.RemoteAddr = v.from + ":1234"
	}
	w := httptest.NewRecorder()
	v.site.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if v.cookies[c.Name] = c.Value; c.MaxAge < 0 {
			delete(v.cookies, c.Name)
		}
	}
	return w
}

func (v *visitor) get(address string) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.do(httptest.NewRequest(http.MethodGet, address, nil))
}

// post sends a form as a page of the site does: pairs of names and values.
func (v *visitor) post(address string, pairs ...string) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.do(sent(address, "same-origin", pairs...))
}

func sent(address, from string, pairs ...string) *http.Request {
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", from)
	return r
}

// signIn signs in by password, which must lead to the place.
func (v *visitor) signIn(login, password, want string) {
	v.t.Helper()
	leads(v.t, v.post("/dang-nhap", "name", login, "password", password), want)
}

func leads(t *testing.T, w *httptest.ResponseRecorder, want string) {
	t.Helper()
	if got := w.Header().Get("Location"); w.Code != http.StatusSeeOther || got != want {
		t.Fatalf("answers %d to %q, want 303 to %q\n%s", w.Code, got, want, plain(w))
	}
}

func answers(t *testing.T, w *httptest.ResponseRecorder, status int, words ...string) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("answers %d, want %d\n%s", w.Code, status, plain(w))
	}
	for _, want := range words {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("does not say %q\n%s", want, plain(w))
		}
	}
}

// plain is a page's words.
func plain(w *httptest.ResponseRecorder) string {
	var b strings.Builder
	for _, part := range strings.Split(w.Body.String(), "<") {
		_, text, _ := strings.Cut(part, ">")
		if text = strings.TrimSpace(text); text != "" {
			b.WriteString(text + " ")
		}
	}
	return b.String()
}

// open is the province with passwords for the officer of Con Cuông and the
// administrator.
func open(t *testing.T, db *store.DB, options ...web.Options) *province.Province {
	t.Helper()
	p := province.New(t, db, province.Phase(season.Work), options...)
	for _, who := range []string{"officer:con-cuong", "admin"} {
		choose(t, p, who, good, false)
	}
	return p
}

func choose(t *testing.T, p *province.Province, who, password string, mustChange bool) {
	t.Helper()
	hash, err := account.Hash(t.Context(), password)
	if err != nil {
		t.Fatal(err)
	}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		return account.SetPassword(ctx, tx, operator, today, p.People[who].ID, hash, mustChange)
	})
}

var (
	operator = access.Actor{Name: "Dòng lệnh", Role: access.Admin}
	today    = vi.MustDay("2014-11-22")
)

func link(t *testing.T, p *province.Province, who string) string {
	t.Helper()
	token := ""
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = account.Reset(ctx, tx, operator, today, p.People[who].ID)
		return err
	})
	return account.LinkPath + token
}

// secondOn turns a person's second factor on and returns its secret and codes.
func secondOn(t *testing.T, p *province.Province, who string) (secret string, codes []string) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		if err := account.BeginSecond(ctx, tx, p.People[who]); err != nil {
			return err
		}
		c, err := account.CredentialOf(ctx, tx, p.People[who].ID)
		if err != nil {
			return err
		}
		secret = c.Pending
		codes, err = account.ConfirmSecond(ctx, tx, today, p.People[who], code(t, secret, tx.Now.Time))
		return err
	})
	return secret, codes
}

func code(t *testing.T, secret string, at time.Time) string {
	t.Helper()
	c, err := totp.GenerateCode(secret, at)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
