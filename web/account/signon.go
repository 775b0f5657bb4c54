package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
)

// SignOn is the province's single sign-on, an OpenID Connect provider at which
// this site is registered.
type SignOn struct {
	Issuer string // "https://sso.example.vn"; empty = none
	Client string // the id this site has there
	Secret string
	Name   string // what its button says: "Đăng nhập bằng tài khoản tỉnh"
}

// provider is the single sign-on with what it tells of itself, which is asked
// for when first needed: it may be down while this site starts.
type provider struct {
	SignOn
	redirect string
	lock     sync.Mutex
	found    *oidc.Provider
}

const signOnBack = "/dang-nhap/tap-trung/ve"

// newProvider is nil when there is no single sign-on, or no address to come back to.
func newProvider(s SignOn, site string) *provider {
	if s.Issuer == "" || site == "" {
		return nil
	}
	return &provider{SignOn: s, redirect: site + signOnBack}
}

// reach is how long the other machine may take to answer.
const reach = 10 * time.Second

func (p *provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.found == nil {
		found, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), &http.Client{Timeout: reach}), p.Issuer)
		if err != nil {
			return nil, fmt.Errorf("single sign-on: %w", err)
		}
		p.found = found
	}
	return p.found, nil
}

func (p *provider) config(found *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: p.Client, ClientSecret: p.Secret, Endpoint: found.Endpoint(), RedirectURL: p.redirect,
		Scopes: []string{oidc.ScopeOpenID, "profile", "email"}}
}

// journey is one way to the provider and back.
type journey struct {
	State, Nonce, Verifier, Back string
	Again                        bool // somebody who sits proves who they are once more
	Since                        int64
}

var (
	errSignOn = refusal.New(refusal.Invalid, "Đăng nhập tập trung không thành công hoặc đã quá 10 phút. Xin bắt đầu lại từ trang đăng nhập.")
	errAway   = refusal.New(refusal.Closed, "Chưa liên lạc được với hệ thống đăng nhập tập trung. Xin thử lại sau ít phút hoặc đăng nhập bằng mật khẩu.")
)

// beginSignOn sends somebody to the provider. It changes nothing but notes in
// the visitor's own session what the answer must match.
func (d *Door) beginSignOn(w http.ResponseWriter, r *http.Request) error {
	if d.provider == nil {
		return refusal.New(refusal.NotFound, "Trang này không dùng đăng nhập tập trung.")
	}
	found, err := d.provider.discover(r.Context())
	if err != nil {
		d.desk.Log.WarnContext(r.Context(), "single sign-on", "error", err)
		return errAway
	}
	j := journey{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Back: backTo(r.URL.Query().Get("ve")),
		Again: account.Seated(r.Context()) != "", Since: time.Now().Unix()}
	note, err := json.Marshal(j)
	if err != nil {
		return err
	}
	d.desk.Sessions.Put(r.Context(), signOnKey, string(note))
	options := []oauth2.AuthCodeOption{oidc.Nonce(j.Nonce), oauth2.S256ChallengeOption(j.Verifier)}
	if j.Again {
		options = append(options, oauth2.SetAuthURLParam("prompt", "login"), oauth2.SetAuthURLParam("max_age", "0"))
	}
	http.Redirect(w, r, d.provider.config(found).AuthCodeURL(j.State, options...), http.StatusSeeOther)
	return nil
}

// endSignOn takes the provider's answer. It must be the answer to what this very
// session asked: state, nonce and verifier all fit, once.
func (d *Door) endSignOn(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	var j journey
	note := d.desk.Sessions.PopString(ctx, signOnKey)
	if d.provider == nil || json.Unmarshal([]byte(note), &j) != nil || time.Since(time.Unix(j.Since, 0)) > patience ||
		subtle.ConstantTimeCompare([]byte(j.State), []byte(r.URL.Query().Get("state"))) != 1 {
		return errSignOn
	}
	who, err := d.provider.identify(ctx, r.URL.Query().Get("code"), j)
	if err != nil {
		d.desk.Log.WarnContext(ctx, "single sign-on", "error", err)
		return errSignOn
	}
	var p account.Person
	var c account.Credential
	err = d.desk.DB.Write(ctx, func(tx *store.Tx) (err error) {
		if p, err = account.SignOn(ctx, tx, who); err != nil {
			return err
		}
		c, err = account.CredentialOf(ctx, tx, p.ID)
		return err
	})
	if err != nil {
		return err
	}
	if j.Again {
		if p.ID != account.Seated(ctx) {
			return errSignOn
		}
		return d.goOn(w, r, j.Back)
	}
	c.MustChange = false // a password nobody asked for is no reason to stop
	return d.proceed(w, r, p, c, "single sign-on", j.Back, false)
}

// identify exchanges the code for who it is.
func (p *provider) identify(ctx context.Context, code string, j journey) (who account.Identity, err error) {
	found, err := p.discover(ctx)
	if err != nil {
		return who, err
	}
	ctx = oidc.ClientContext(ctx, &http.Client{Timeout: reach})
	token, err := p.config(found).Exchange(ctx, code, oauth2.VerifierOption(j.Verifier))
	if err != nil {
		return who, err
	}
	raw, _ := token.Extra("id_token").(string)
	id, err := found.Verifier(&oidc.Config{ClientID: p.Client}).Verify(ctx, raw)
	if err != nil {
		return who, err
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(j.Nonce)) != 1 {
		return who, fmt.Errorf("single sign-on: the nonce is another's")
	}
	var claims struct {
		Mail     string `json:"email"`
		Verified bool   `json:"email_verified"`
		Proved   int64  `json:"auth_time"`
	}
	if err := id.Claims(&claims); err != nil {
		return who, err
	}
	if j.Again && (claims.Proved == 0 || claims.Proved < j.Since-60) {
		return who, fmt.Errorf("single sign-on: nobody was asked again")
	}
	who = account.Identity{Issuer: id.Issuer, Subject: id.Subject, Mail: claims.Mail, Verified: claims.Verified}
	if who.Mail != "" {
		return who, nil
	}
	info, err := found.UserInfo(ctx, oauth2.StaticTokenSource(token)) // many tell the mail only here
	if err != nil || info.Subject != id.Subject {
		return who, err
	}
	who.Mail, who.Verified = info.Email, info.EmailVerified
	return who, nil
}
