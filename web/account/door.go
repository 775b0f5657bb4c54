// Package account is the way in and one's own account: signing in by password,
// code, passkey or the province's single sign-on, choosing a new password, and
// the administrator's pages on people and their capacities.
package account

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/web/year"
)

// Options are what the way in may be given.
type Options struct {
	Site   string         // the site's public address, "https://thidua.example.vn"; empty when not known
	Mail   account.Mailer // posts letters; nil = no letters
	SignOn SignOn         // the province's single sign-on; none when its issuer is empty
	Demo   bool           // links of the demonstration sit people down; on this machine only
}

// Door is the way in.
type Door struct {
	Options
	desk     work.Desk
	keys     *keyring // nil where passkeys cannot work
	provider *provider
}

// New is the way in to a desk.
func New(desk work.Desk, o Options) *Door {
	return &Door{Options: o, desk: desk, keys: newKeyring(o.Site), provider: newProvider(o.SignOn, o.Site)}
}

// home is where people go once they sit.
const home = "/viec-can-lam"

// What a session holds of somebody on their way in, and of when they last proved
// who they are.
const (
	whoKey       = "vao-ai"      // person id
	stepKey      = "vao-buoc"    // what still stands between them and the desk
	sinceKey     = "vao-luc"     // when they got so far, Unix seconds
	byKey        = "vao-bang"    // what they proved it by
	backKey      = "vao-ve"      // where they wanted to go
	confirmedKey = "xac-minh"    // Unix seconds
	ceremonyKey  = "khoa"        // a passkey's challenge, JSON
	signOnKey    = "dang-nhap-1" // state, nonce and verifier of a single sign-on, JSON
)

// The steps.
const (
	stepCode     = "ma"
	stepPassword = "mat-khau"
)

// patience is how long somebody may stand between two steps.
const patience = 10 * time.Minute

// Routes adds the pages that are open before anybody sits.
func (d *Door) Routes(mux *http.ServeMux) {
	for pattern, serve := range map[string]work.Handler{
		"GET /dang-nhap":              d.ask,
		"POST /dang-nhap":             d.recognise,
		"GET /dang-nhap/ma":           d.askCode,
		"POST /dang-nhap/ma":          d.checkCode,
		"GET /dang-nhap/mat-khau":     d.askNew,
		"POST /dang-nhap/mat-khau":    d.chooseNew,
		"POST /dang-nhap/khoa/hoi":    d.askKey,
		"POST /dang-nhap/khoa":        d.checkKey,
		"GET /dang-nhap/tap-trung":    d.beginSignOn,
		"GET /dang-nhap/tap-trung/ve": d.endSignOn,
		"POST /dang-xuat":             d.leave,
		"GET /quen-mat-khau":          d.askReset,
		"POST /quen-mat-khau":         d.sendReset,
		"GET /lien-ket/{token}":       d.showLink,
		"POST /lien-ket/{token}":      d.useLink,
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := serve(w, r); err != nil {
				d.desk.Refuse(w, r, err)
			}
		})
	}
}

// pending is somebody on their way in who has come as far as the step; false
// when nobody is, or they took too long.
func (d *Door) pending(r *http.Request, step string) (person string, ok bool) {
	ctx := r.Context()
	person = d.desk.Sessions.GetString(ctx, whoKey)
	since := time.Unix(d.desk.Sessions.GetInt64(ctx, sinceKey), 0)
	return person, person != "" && d.desk.Sessions.GetString(ctx, stepKey) == step && time.Since(since) < patience
}

// wait keeps how far somebody has come and leads them to the next step, under a
// new session, for whoever put the old one into their browser must not follow.
func (d *Door) wait(w http.ResponseWriter, r *http.Request, p account.Person, step, by, back string) error {
	ctx := r.Context()
	if err := errors.Join(d.desk.Sessions.Clear(ctx), d.desk.Sessions.RenewToken(ctx)); err != nil {
		return err
	}
	account.Sit(ctx, "")
	for key, value := range map[string]any{whoKey: p.ID, stepKey: step, sinceKey: time.Now().Unix(), byKey: by, backKey: back} {
		d.desk.Sessions.Put(ctx, key, value)
	}
	http.Redirect(w, r, "/dang-nhap/"+step, http.StatusSeeOther)
	return nil
}

// proceed leads somebody who was recognised to what still stands between them
// and their desk: the second factor, then a password of their own.
func (d *Door) proceed(w http.ResponseWriter, r *http.Request, p account.Person, c account.Credential, by, back string, codeGiven bool) error {
	switch {
	case c.Second() && !codeGiven:
		return d.wait(w, r, p, stepCode, by, back)
	case c.MustChange:
		return d.wait(w, r, p, stepPassword, by, back)
	}
	if err := d.sit(r, p.ID, by); err != nil {
		return err
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}

// sit sits a person down under a new session.
func (d *Door) sit(r *http.Request, person, by string) error {
	ctx := r.Context()
	err := d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		_, err := account.SitDown(ctx, tx, vi.DayOf(tx.Now.Time), person, by)
		return err
	})
	if err != nil {
		return err
	}
	if err := errors.Join(d.desk.Sessions.Clear(ctx), d.desk.Sessions.RenewToken(ctx)); err != nil {
		return err
	}
	account.Sit(ctx, person)
	d.confirmed(ctx)
	return nil
}

// leave signs somebody out.
func (d *Door) leave(w http.ResponseWriter, r *http.Request) error {
	if err := d.desk.Sessions.Destroy(r.Context()); err != nil {
		return err
	}
	account.Sit(r.Context(), "")
	w.Header().Set("Clear-Site-Data", `"cache", "storage"`) // the next at this computer finds nothing
	http.Redirect(w, r, "/dang-nhap", http.StatusSeeOther)
	return nil
}

// form is what a page before the desk was sent.
type form struct {
	name, back string
	refusals   []*refusal.Error
}

// fields is the sent form, bounded and fit for both engines.
func fields(w http.ResponseWriter, r *http.Request) (func(name string) string, error) {
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	if err := r.ParseForm(); err != nil {
		return nil, refusal.New(refusal.Invalid, "Không đọc được nội dung gửi lên.")
	}
	return func(name string) string {
		return strings.ReplaceAll(strings.ToValidUTF8(r.PostForm.Get(name), "\uFFFD"), "\x00", "")
	}, nil
}

// again shows the page once more with what was refused, and logs it without
// what was typed; any other error goes on.
func (d *Door) again(w http.ResponseWriter, r *http.Request, err error, page func([]*refusal.Error) templ.Component) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	d.desk.Log.WarnContext(r.Context(), "refused at the door", "route", r.Pattern, "address", account.Address(r.Context()), "kind", all[0].Kind)
	d.desk.Fragment(w, r, statusOf(all[0].Kind), page(all))
	return nil
}

// statusOf is the refusal's status; a door that is closed for a while says so.
func statusOf(kind refusal.Kind) int {
	if kind == refusal.Closed {
		return http.StatusTooManyRequests
	}
	return year.Status(kind)
}

// backTo is where somebody wanted to go, if that is on this site.
func backTo(address string) string { return ui.PathHere(address, home) }

// person reads somebody with how they prove who they are.
func (d *Door) person(ctx context.Context, id string) (p account.Person, c account.Credential, err error) {
	err = d.desk.DB.Read(ctx, func(tx *store.Tx) error {
		if p, err = account.ByID(ctx, tx, id); err != nil {
			return err
		}
		c, err = account.CredentialOf(ctx, tx, id)
		return err
	})
	return p, c, err
}
