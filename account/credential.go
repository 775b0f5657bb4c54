package account

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// Credential is how a person proves who they are.
type Credential struct {
	Password   string // its hash; empty when none is set
	MustChange bool   // somebody else knows the password: a new one comes before anything else
	ChangedAt  string // when it was last changed, as stored; empty when never
	TOTP       string // the second factor's secret; empty while it is off
	Pending    string // a secret being set up
	Step       int64  // the last time step a code was taken for
}

// Second reports whether a second factor is asked for.
func (c Credential) Second() bool { return c.TOTP != "" }

// CredentialOf returns how a person proves who they are; the zero Credential
// when nothing was set yet.
func CredentialOf(ctx context.Context, tx *store.Tx, person string) (Credential, error) {
	c, err := store.One(ctx, tx, func(c *Credential) []any {
		return []any{&c.Password, &c.MustChange, &c.ChangedAt, &c.TOTP, &c.Pending, &c.Step}
	}, `SELECT password, must_change, changed_at, totp_secret, totp_pending, totp_step FROM credential WHERE person_id = $1`, person)
	if errors.Is(err, store.ErrNone) {
		return Credential{}, nil
	}
	return c, err
}

// SetPassword keeps the hash of a new password (see Hash and CheckPassword) and
// ends every session of the person, and every link to choose a password. With
// mustChange the person has to choose their own before anything else.
func SetPassword(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person, hash string, mustChange bool) error {
	if by.Person != person || person == "" {
		if err := access.Check(by, access.ManagePeople, ""); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, `INSERT INTO credential (person_id, password, must_change, changed_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (person_id) DO UPDATE SET password = excluded.password, must_change = excluded.must_change, changed_at = excluded.changed_at`,
		person, hash, mustChange, tx.Now); err != nil {
		return err
	}
	if err := endLinks(ctx, tx, person); err != nil {
		return err
	}
	if err := endSessions(ctx, tx, person, ""); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ChangePassword, "person:"+person, map[string]bool{"must_change": mustChange})
}

// ChoosePassword keeps the hash of a password that a person chose themselves.
func ChoosePassword(ctx context.Context, tx *store.Tx, day vi.Day, p Person, hash string) error {
	return SetPassword(ctx, tx, self(p), day, p.ID, hash, false)
}

// Same reports whether the password is the one in use.
func Same(ctx context.Context, c Credential, password string) (bool, error) {
	if c.Password == "" {
		return false, nil
	}
	return matches(ctx, c.Password, password)
}

// self is a person acting on their own account, which needs no role.
func self(p Person) access.Actor { return access.Actor{Name: p.Name, Person: p.ID} }
