package account

import (
	"errors"
	"net/http"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// ask shows the way in; whoever sits already goes on.
func (d *Door) ask(w http.ResponseWriter, r *http.Request) error {
	back := backTo(r.URL.Query().Get("ve"))
	if account.Seated(r.Context()) != "" {
		http.Redirect(w, r, back, http.StatusSeeOther)
		return nil
	}
	d.desk.Fragment(w, r, http.StatusOK, signInPage(d, form{back: back}))
	return nil
}

// recognise takes a name and a password.
func (d *Door) recognise(w http.ResponseWriter, r *http.Request) error {
	get, err := fields(w, r)
	if err != nil {
		return err
	}
	back := backTo(get("ve"))
	p, c, err := account.Recognise(r.Context(), d.desk.DB, account.Attempt{Name: get("name"), Password: get("password"), Address: account.Address(r.Context())})
	if err != nil {
		return d.again(w, r, err, func(all []*refusal.Error) templ.Component {
			return signInPage(d, form{name: get("name"), back: back, refusals: all})
		})
	}
	return d.proceed(w, r, p, c, "password", back, false)
}

// askCode asks for the second factor.
func (d *Door) askCode(w http.ResponseWriter, r *http.Request) error {
	if _, ok := d.pending(r, stepCode); !ok {
		return d.start(w, r)
	}
	d.desk.Fragment(w, r, http.StatusOK, codePage(form{}))
	return nil
}

// start leads somebody who lost their way back to the beginning.
func (d *Door) start(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, "/dang-nhap", http.StatusSeeOther)
	return nil
}

func (d *Door) checkCode(w http.ResponseWriter, r *http.Request) error {
	person, ok := d.pending(r, stepCode)
	if !ok {
		return d.start(w, r)
	}
	get, err := fields(w, r)
	if err != nil {
		return err
	}
	if err := account.CheckSecond(r.Context(), d.desk.DB, person, get("code")); err != nil {
		return d.again(w, r, err, func(all []*refusal.Error) templ.Component { return codePage(form{refusals: all}) })
	}
	p, c, err := d.person(r.Context(), person)
	if err != nil {
		return err
	}
	by, back := d.desk.Sessions.GetString(r.Context(), byKey), d.desk.Sessions.GetString(r.Context(), backKey)
	return d.proceed(w, r, p, c, by+", code", backTo(back), true)
}

// askNew asks somebody whose password others know for one of their own.
func (d *Door) askNew(w http.ResponseWriter, r *http.Request) error {
	person, ok := d.pending(r, stepPassword)
	if !ok {
		return d.start(w, r)
	}
	p, _, err := d.person(r.Context(), person)
	if err != nil {
		return err
	}
	d.desk.Fragment(w, r, http.StatusOK, newPasswordPage(p, "/dang-nhap/mat-khau", form{}))
	return nil
}

func (d *Door) chooseNew(w http.ResponseWriter, r *http.Request) error {
	person, ok := d.pending(r, stepPassword)
	if !ok {
		return d.start(w, r)
	}
	get, err := fields(w, r)
	if err != nil {
		return err
	}
	p, c, err := d.person(r.Context(), person)
	if err != nil {
		return err
	}
	hash, err := d.newHash(r, p, c, get)
	if err != nil {
		return d.again(w, r, err, func(all []*refusal.Error) templ.Component {
			return newPasswordPage(p, "/dang-nhap/mat-khau", form{refusals: all})
		})
	}
	ctx := r.Context()
	err = d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		return account.ChoosePassword(ctx, tx, vi.DayOf(tx.Now.Time), p, hash)
	})
	if err != nil {
		return err
	}
	by, back := d.desk.Sessions.GetString(ctx, byKey), d.desk.Sessions.GetString(ctx, backKey)
	if err := d.sit(r, p.ID, by); err != nil {
		return err
	}
	http.Redirect(w, r, backTo(back), http.StatusSeeOther)
	return nil
}

// newHash checks a new password, typed twice, and hashes it. It must not be the
// present one.
func (d *Door) newHash(r *http.Request, p account.Person, c account.Credential, get func(string) string) (string, error) {
	faults := []error{account.CheckPassword(p, get("password"))}
	if get("again") != get("password") {
		faults = append(faults, refusal.Field("again", "Hai lần nhập mật khẩu mới không giống nhau."))
	}
	if err := errors.Join(faults...); err != nil {
		return "", err
	}
	if same, err := account.Same(r.Context(), c, get("password")); err != nil || same {
		if err == nil {
			err = refusal.Field("password", "Mật khẩu mới phải khác mật khẩu đang dùng.")
		}
		return "", err
	}
	return account.Hash(r.Context(), get("password"))
}
