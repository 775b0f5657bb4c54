package account

import (
	"net"
	"net/http"
	"time"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// askReset shows how to come by a new password.
func (d *Door) askReset(w http.ResponseWriter, r *http.Request) error {
	d.desk.Fragment(w, r, http.StatusOK, resetPage(d.posts(), false, form{}))
	return nil
}

// posts reports whether letters with links can be sent: the link needs the
// site's own address, which a request's header must not choose.
func (d *Door) posts() bool { return d.Mail != nil && d.Site != "" }

// sameTime is how long every answer takes, whether or not a letter is written.
const sameTime = 300 * time.Millisecond

// sendReset answers every name alike, and in the same time.
func (d *Door) sendReset(w http.ResponseWriter, r *http.Request) error {
	get, err := fields(w, r)
	if err != nil {
		return err
	}
	if !d.posts() {
		return refusal.New(refusal.Closed, "Trang này chưa gửi được thư. Xin liên hệ quản trị để nhận đường liên kết đặt lại mật khẩu.")
	}
	ctx, slow := r.Context(), time.After(sameTime)
	err = d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		return account.SendResetMail(ctx, tx, vi.DayOf(tx.Now.Time), d.Mail, d.Site, get("name"))
	})
	select {
	case <-slow:
	case <-ctx.Done():
	}
	if err != nil {
		return d.again(w, r, err, func(all []*refusal.Error) templ.Component { return resetPage(true, false, form{refusals: all}) })
	}
	d.desk.Fragment(w, r, http.StatusOK, resetPage(true, true, form{}))
	return nil
}

// link reads what the address's token is for.
func (d *Door) link(r *http.Request) (what account.Purpose, p account.Person, err error) {
	ctx := r.Context()
	err = d.desk.DB.Read(ctx, func(tx *store.Tx) error {
		what, p, err = account.LinkOf(ctx, tx, bounded(r.PathValue("token")))
		return err
	})
	if err == nil && what == account.ForDemo && !d.here(r) {
		err = refusal.New(refusal.NotFound, "Đường liên kết chạy thử chỉ mở trên chính máy đang chạy.")
	}
	return what, p, err
}

// bounded bounds what is looked up; no token of ours is longer.
func bounded(token string) string {
	if len(token) > 64 {
		return ""
	}
	return token
}

// here reports whether the request comes from this very machine to a site that
// runs the demonstration.
func (d *Door) here(r *http.Request) bool {
	ip := net.ParseIP(account.Address(r.Context()))
	return d.Demo && ip != nil && ip.IsLoopback()
}

// showLink shows what a link will do; it does nothing yet, for mail readers open
// links on their own.
func (d *Door) showLink(w http.ResponseWriter, r *http.Request) error {
	what, p, err := d.link(r)
	if err != nil {
		return err
	}
	if what == account.ForDemo {
		d.desk.Fragment(w, r, http.StatusOK, demoPage(p, r.URL.Path))
		return nil
	}
	d.desk.Fragment(w, r, http.StatusOK, newPasswordPage(p, r.URL.Path, form{}))
	return nil
}

// useLink does what the link is for, once.
func (d *Door) useLink(w http.ResponseWriter, r *http.Request) error {
	get, err := fields(w, r)
	if err != nil {
		return err
	}
	what, p, err := d.link(r)
	if err != nil {
		return err
	}
	if what == account.ForDemo {
		return d.useDemoLink(w, r)
	}
	_, c, err := d.person(r.Context(), p.ID)
	if err != nil {
		return err
	}
	hash, err := d.newHash(r, p, c, get)
	if err != nil {
		return d.again(w, r, err, func(all []*refusal.Error) templ.Component { return newPasswordPage(p, r.URL.Path, form{refusals: all}) })
	}
	ctx := r.Context()
	err = d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		_, err := account.UsePasswordLink(ctx, tx, vi.DayOf(tx.Now.Time), r.PathValue("token"), hash)
		return err
	})
	if err != nil {
		return err
	}
	d.desk.Fragment(w, r, http.StatusOK, passwordChosenPage(p))
	return nil
}

func (d *Door) useDemoLink(w http.ResponseWriter, r *http.Request) error {
	ctx, person := r.Context(), ""
	err := d.desk.DB.Write(ctx, func(tx *store.Tx) error {
		p, err := account.UseDemoLink(ctx, tx, r.PathValue("token"))
		person = p.ID
		return err
	})
	if err != nil {
		return err
	}
	if err := d.sit(r, person, "demo"); err != nil {
		return err
	}
	http.Redirect(w, r, home, http.StatusSeeOther)
	return nil
}
