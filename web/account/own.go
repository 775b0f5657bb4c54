package account

import (
	"context"
	"net/http"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// about is what the pages of one's own account tell.
type about struct {
	credential account.Credential
	left       int // recovery codes
	keys       []account.Passkey
	sessions   []account.Session
	grants     []account.Grant
}

func (d *Door) own(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	a, err := aboutOf(ctx, tx, v.Person.ID)
	return ownPage(v, a), err
}

func aboutOf(ctx context.Context, tx *store.Tx, person string) (a about, err error) {
	if a.credential, err = account.CredentialOf(ctx, tx, person); err != nil {
		return a, err
	}
	if a.left, err = account.RecoveryCodesLeft(ctx, tx, person); err != nil {
		return a, err
	}
	if a.keys, err = account.PasskeysOf(ctx, tx, person); err != nil {
		return a, err
	}
	if a.sessions, err = account.SessionsOf(ctx, tx, person); err != nil {
		return a, err
	}
	a.grants, err = account.GrantsOf(ctx, tx, person)
	return a, err
}

func (d *Door) passwordPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, err := account.CredentialOf(ctx, tx, v.Person.ID)
	return changePasswordPage(v, c.Password != "", f.Refusals), err
}

// changePassword takes the present password and the new one; every other
// session ends, and this one goes on under a new token.
func (d *Door) changePassword(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		get, err := fields(w, r)
		if err != nil {
			return err
		}
		ctx := r.Context()
		p, c, err := d.person(ctx, account.Seated(ctx))
		if err != nil {
			return err
		}
		hash, err := d.replacement(r, p, c, get)
		if err != nil {
			return d.refuseOn(w, r, desk, err, d.passwordPage)
		}
		err = desk.Writing(w, r, nil, 0, func(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) error {
			return account.ChoosePassword(ctx, tx, v.Today, v.Person, hash)
		})
		if err != nil {
			return err
		}
		if err := d.renewed(ctx); err != nil {
			return err
		}
		desk.Lead(w, r, work.Done{To: ownPath, Say: ui.Words{Vietnamese: "Đã đổi mật khẩu. Các phiên làm việc khác đã kết thúc.", English: "The password is changed. All other sessions have ended."}})
		return nil
	}
}

// replacement checks the present password, then the new one. Whoever has none
// yet must have proved who they are another way a short while ago.
func (d *Door) replacement(r *http.Request, p account.Person, c account.Credential, get func(string) string) (string, error) {
	if c.Password == "" {
		if err := d.mustBeFresh(r.Context()); err != nil {
			return "", err
		}
	} else if err := account.Confirm(r.Context(), d.desk.DB, p, get("now")); err != nil {
		if e := refusal.Of(err); e != nil && e.Field == "password" {
			return "", refusal.Field("now", e.Sentence)
		}
		return "", err
	}
	return d.newHash(r, p, c, get)
}

func (d *Door) mailPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return mailPage(v, d.fresh(ctx), f), nil
}

func (d *Door) changeMail(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := d.mustBeFresh(ctx); err != nil {
		return work.Done{}, err
	}
	return work.Done{To: ownPath, Say: ui.Words{Vietnamese: "Đã ghi địa chỉ thư.", English: "The mail address is kept."}},
		account.ChangeMail(ctx, tx, v.Today, v.Person, f.Get("mail"))
}
