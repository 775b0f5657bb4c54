package account

import (
	"context"
	"errors"
	"strings"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Identity is somebody as the province's single sign-on vouches for them.
type Identity struct {
	Issuer   string
	Subject  string // who they are there, for good
	Mail     string // may be empty
	Verified bool   // the provider itself has checked that the mail is theirs
}

// SignOn finds the person behind an identity: the one it was linked with, else,
// the first time, the one whose mail is the verified mail, who is then linked
// for good. It never makes an account.
func SignOn(ctx context.Context, tx *store.Tx, i Identity) (Person, error) {
	p, err := store.One(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p
		JOIN sign_on s ON s.person_id = p.id WHERE s.issuer = $1 AND s.subject = $2`, i.Issuer, i.Subject)
	if errors.Is(err, store.ErrNone) {
		p, err = linkByMail(ctx, tx, i)
	}
	if err == nil && p.State != Active {
		return Person{}, errUnknown
	}
	return p, err
}

var errUnknown = refusal.New(refusal.NotAllowed,
	"Đăng nhập tập trung đã nhận ra đồng chí, nhưng ở đây chưa có tài khoản đang hoạt động mang thư điện tử ấy. Xin đề nghị quản trị lập tài khoản hoặc ghi đúng địa chỉ thư.")

func linkByMail(ctx context.Context, tx *store.Tx, i Identity) (Person, error) {
	mail := strings.ToLower(vi.Clean(i.Mail))
	if !i.Verified || mail == "" || i.Subject == "" {
		return Person{}, errUnknown
	}
	p, err := store.One(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p WHERE p.mail = $1 AND p.state = 'active'
		AND NOT EXISTS (SELECT 1 FROM sign_on s WHERE s.person_id = p.id AND s.issuer = $2)`, mail, i.Issuer)
	if errors.Is(err, store.ErrNone) {
		return Person{}, errUnknown
	}
	if err != nil {
		return Person{}, err
	}
	_, err = tx.Exec(ctx, `INSERT INTO sign_on (issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)`, i.Issuer, i.Subject, p.ID, tx.Now)
	return p, err
}
