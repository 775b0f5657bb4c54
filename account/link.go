package account

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"time"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Purpose is what a one-time link does.
type Purpose string

// The purposes.
const (
	ForPassword Purpose = "password" // choose a new password
	ForDemo     Purpose = "demo"     // sit down at a desk of the demonstration
)

// LinkPath begins the address of every one-time link; what follows is the token.
const LinkPath = "/lien-ket/"

// linkLife is how long a link may wait for its reader.
const linkLife = 24 * time.Hour

// errLink is the one answer to a link that is wrong, used or too old.
var errLink = refusal.New(refusal.NotFound, "Đường liên kết này không đúng, đã dùng hoặc đã quá hạn 24 giờ. Xin lấy đường liên kết mới.")

// newLink makes a link that works once within 24 hours and returns its token,
// of which only the SHA-256 is kept.
func newLink(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string, what Purpose) (token string, err error) {
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	token = base64.RawURLEncoding.EncodeToString(raw)
	if _, err := tx.Exec(ctx, `INSERT INTO one_time_link (hash, person_id, purpose, made_at, made_by, ends_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		hashed(token), person, what, tx.Now, by.Name, store.At(tx.Now.Add(linkLife))); err != nil {
		return "", err
	}
	return token, journal.Record(ctx, tx, by, day, access.SendLink, "person:"+person, map[string]string{"purpose": string(what)})
}

// endLinks takes back every link of a person that was not used.
func endLinks(ctx context.Context, tx *store.Tx, person string) error {
	_, err := tx.Exec(ctx, `UPDATE one_time_link SET used_at = $1 WHERE person_id = $2 AND used_at = ''`, tx.Now, person)
	return err
}

// DemoLink makes a link that sits its holder down at the person's desk.
func DemoLink(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string) (token string, err error) {
	if err := access.Check(by, access.ManagePeople, ""); err != nil {
		return "", err
	}
	return newLink(ctx, tx, by, day, person, ForDemo)
}

// LinkOf says what a token is for and whose it is, without using it.
func LinkOf(ctx context.Context, tx *store.Tx, token string) (Purpose, Person, error) {
	var what Purpose
	p, err := store.One(ctx, tx, func(p *Person) []any { return append(p.into(), &what) },
		`SELECT `+personColumns+`, l.purpose FROM one_time_link l JOIN person p ON p.id = l.person_id
		WHERE l.hash = $1 AND l.used_at = '' AND l.ends_at > $2 AND p.state = 'active'`, hashed(token), tx.Now)
	if errors.Is(err, store.ErrNone) {
		return "", Person{}, errLink
	}
	return what, p, err
}

// useLink spends a token that must be of the purpose.
func useLink(ctx context.Context, tx *store.Tx, token string, want Purpose) (Person, error) {
	what, p, err := LinkOf(ctx, tx, token)
	if err != nil {
		return Person{}, err
	}
	if what != want {
		return Person{}, errLink
	}
	_, err = tx.Exec(ctx, `UPDATE one_time_link SET used_at = $1 WHERE hash = $2`, tx.Now, hashed(token))
	return p, err
}

// UseDemoLink spends a link of the demonstration and says whose desk it is.
func UseDemoLink(ctx context.Context, tx *store.Tx, token string) (Person, error) {
	return useLink(ctx, tx, token, ForDemo)
}

// UsePasswordLink spends a link and sets the hash of the password its holder
// chose. The second factor stays as it is: they sign in with it afterwards.
func UsePasswordLink(ctx context.Context, tx *store.Tx, day vi.Day, token, hash string) (Person, error) {
	p, err := useLink(ctx, tx, token, ForPassword)
	if err != nil {
		return Person{}, err
	}
	return p, SetPassword(ctx, tx, self(p), day, p.ID, hash, false)
}
