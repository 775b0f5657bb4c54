package account

import (
	"context"
	"errors"
	"strings"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Attempt is somebody at the door.
type Attempt struct {
	Name     string // login or mail, as typed
	Password string
	Address  string // where the request came from
}

// errWrong is the one answer to every attempt that failed: whether there is such
// an account, whether it is locked and what was wrong is nobody's business.
var errWrong = refusal.Field("name", "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang khóa.")

// Recognise finds whoever the name and password belong to, who may still have to
// give a second factor or choose a password of their own. It counts the attempt
// first, hashes outside any transaction, and does the same work whoever is named.
func Recognise(ctx context.Context, db *store.DB, a Attempt) (Person, Credential, error) {
	var p Person
	var c Credential
	err := db.Write(ctx, func(tx *store.Tx) (err error) {
		if err := takeGuess(ctx, tx, byName(a.Name), byAddress(a.Address)); err != nil {
			return err
		}
		if p, err = byNameOrMail(ctx, tx, a.Name); err != nil {
			return err
		}
		c, err = CredentialOf(ctx, tx, p.ID)
		return err
	})
	if err != nil {
		return Person{}, Credential{}, err
	}
	right, err := matches(ctx, c.Password, a.Password)
	if err != nil {
		return Person{}, Credential{}, err
	}
	if !right || p.State != Active {
		return Person{}, Credential{}, errWrong
	}
	return p, c, db.Write(ctx, func(tx *store.Tx) error { return forgive(ctx, tx, byName(a.Name), a.Address) })
}

// byNameOrMail is the person of that login or mail; the zero Person for nobody.
func byNameOrMail(ctx context.Context, tx *store.Tx, typed string) (Person, error) {
	typed = strings.ToLower(vi.Clean(typed))
	p, err := store.One(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p
		WHERE p.login = $1 OR (p.mail <> '' AND p.mail = $1) ORDER BY CASE WHEN p.login = $1 THEN 0 ELSE 1 END LIMIT 1`, typed)
	if errors.Is(err, store.ErrNone) {
		return Person{}, nil
	}
	return p, err
}

// Confirm asks a person who sits at their desk for their password once more, by
// the field "password".
func Confirm(ctx context.Context, db *store.DB, p Person, password string) error {
	var c Credential
	err := db.Write(ctx, func(tx *store.Tx) (err error) {
		if err := takeGuess(ctx, tx, again(p.ID)); err != nil {
			return err
		}
		c, err = CredentialOf(ctx, tx, p.ID)
		return err
	})
	if err != nil {
		return err
	}
	right, err := matches(ctx, c.Password, password)
	if err != nil {
		return err
	}
	if !right {
		return refusal.Field("password", "Mật khẩu đang dùng không đúng.")
	}
	return db.Write(ctx, func(tx *store.Tx) error { return forgive(ctx, tx, again(p.ID), "") })
}

func again(person string) subject { return subject{"again:" + person, freeByName} }

// SitDown records that a person sat down at their desk, and by what they proved
// who they are ("mật khẩu", "khóa truy cập", …). What has run out goes with it.
func SitDown(ctx context.Context, tx *store.Tx, day vi.Day, person, by string) (Person, error) {
	p, err := ByID(ctx, tx, person)
	if err != nil {
		return Person{}, err
	}
	if p.State != Active {
		return Person{}, errWrong
	}
	if err := sweep(ctx, tx); err != nil {
		return Person{}, err
	}
	return p, journal.Record(ctx, tx, self(p), day, access.SignIn, "person:"+p.ID, map[string]string{"by": by, "address": Address(ctx)})
}

// sweep takes away what has run out: sessions, links and guesses.
func sweep(ctx context.Context, tx *store.Tx) error {
	old := store.At(tx.Now.Add(-forgetAfter))
	_, one := tx.Exec(ctx, `DELETE FROM session WHERE ends_at < $1`, tx.Now)
	_, two := tx.Exec(ctx, `DELETE FROM failed_guess WHERE last_at < $1 AND closed_to < $2`, old, tx.Now)
	return errors.Join(one, two)
}
