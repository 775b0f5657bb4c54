package account

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/work"
)

// confirmedFor is how long somebody who proved who they are may change what
// guards their account.
const confirmedFor = 10 * time.Minute

const confirmPath = "/tai-khoan/xac-minh"

// confirmed notes that the person has just proved who they are.
func (d *Door) confirmed(ctx context.Context) {
	d.desk.Sessions.Put(ctx, confirmedKey, time.Now().Unix())
}

// fresh reports whether they did so a short while ago.
func (d *Door) fresh(ctx context.Context) bool {
	return time.Since(time.Unix(d.desk.Sessions.GetInt64(ctx, confirmedKey), 0)) < confirmedFor
}

// mustBeFresh refuses what guards an account to somebody who may merely have
// found the desk unattended.
func (d *Door) mustBeFresh(ctx context.Context) error {
	if d.fresh(ctx) {
		return nil
	}
	return refusal.By("fresh", "Xin xác minh lại danh tính trước khi làm việc này, để không ai làm thay khi đồng chí rời máy.")
}

// confirmAt is the address at which somebody proves again who they are, and
// comes back to the page.
func confirmAt(back string) string { return confirmPath + "?" + url.Values{"ve": {back}}.Encode() }

func (d *Door) confirmPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, err := account.CredentialOf(ctx, tx, v.Person.ID)
	if err != nil {
		return nil, err
	}
	keys, err := account.PasskeysOf(ctx, tx, v.Person.ID)
	return confirmPage(v, d, c, len(keys) > 0, f.Refusals), err
}

// confirm takes the password once more, and the code where there is a second
// factor, and goes on under a new session.
func (d *Door) confirm(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		get, err := fields(w, r)
		if err != nil {
			return err
		}
		p, c, err := d.person(r.Context(), account.Seated(r.Context()))
		if err != nil {
			return err
		}
		err = account.Confirm(r.Context(), d.desk.DB, p, get("password"))
		if err == nil && c.Second() {
			err = account.CheckSecond(r.Context(), d.desk.DB, p.ID, get("code"))
		}
		if err != nil {
			return d.refuseOn(w, r, desk, err, d.confirmPage)
		}
		return d.goOn(w, r, get("ve"))
	}
}

// goOn leads somebody who proved again who they are back to their page.
func (d *Door) goOn(w http.ResponseWriter, r *http.Request, back string) error {
	if err := d.renewed(r.Context()); err != nil {
		return err
	}
	http.Redirect(w, r, backTo(back), http.StatusSeeOther)
	return nil
}

func (d *Door) renewed(ctx context.Context) error {
	person := account.Seated(ctx)
	if err := d.desk.Sessions.RenewToken(ctx); err != nil {
		return err
	}
	account.Sit(ctx, person)
	d.confirmed(ctx)
	return nil
}

// refuseOn shows a page of the desk again with what was refused.
func (d *Door) refuseOn(w http.ResponseWriter, r *http.Request, desk work.Desk, err error, read work.Read) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	return errors.Join(d.showOn(w, r, desk, statusOf(all[0].Kind), func(ctx context.Context, tx *store.Tx, v work.Visit) (templ.Component, error) {
		return read(ctx, tx, v, work.Form{Refusals: all})
	}))
}

// showOn reads a page of the desk and sends it.
func (d *Door) showOn(w http.ResponseWriter, r *http.Request, desk work.Desk, status int, read func(context.Context, *store.Tx, work.Visit) (templ.Component, error)) error {
	var page templ.Component
	err := desk.Reading(r, nil, func(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
		page, err = read(ctx, tx, v)
		return err
	})
	if err == nil {
		desk.Fragment(w, r, status, page)
	}
	return err
}
