package account

import (
	"context"
	"crypto/subtle"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// How codes are made (RFC 6238): six figures every thirty seconds, which every
// authenticator reads; a code of the step before or after is taken too, for
// clocks differ.
const (
	issuer = "Thi Dua"
	period = 30
)

var codes = totp.ValidateOpts{Period: period, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1}

var errCode = refusal.Field("code", "Mã không đúng hoặc đã dùng. Xin chờ mã mới trên điện thoại rồi nhập lại.")

// BeginSecond makes a new secret for the person's authenticator, which counts
// only after ConfirmSecond.
func BeginSecond(ctx context.Context, tx *store.Tx, p Person) error {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: p.Login})
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO credential (person_id, totp_pending) VALUES ($1, $2)
		ON CONFLICT (person_id) DO UPDATE SET totp_pending = excluded.totp_pending`, p.ID, key.Secret())
	return err
}

// SecondKey is the secret being set up as authenticators read it: Secret() to be
// typed, Image() to be photographed.
func SecondKey(p Person, c Credential) (*otp.Key, error) {
	return otp.NewKeyFromURL("otpauth://totp/" + strings.ReplaceAll(issuer, " ", "%20") + ":" + p.Login +
		"?algorithm=SHA1&digits=6&issuer=" + strings.ReplaceAll(issuer, " ", "%20") + "&period=30&secret=" + c.Pending)
}

// ConfirmSecond turns the second factor on once the authenticator shows the
// right code, and returns recovery codes, which are never shown again.
func ConfirmSecond(ctx context.Context, tx *store.Tx, day vi.Day, p Person, code string) ([]string, error) {
	c, err := CredentialOf(ctx, tx, p.ID)
	if err != nil {
		return nil, err
	}
	step, right := stepOf(c.Pending, code, tx.Now.Time)
	if c.Pending == "" || !right {
		return nil, errCode
	}
	if _, err := tx.Exec(ctx, `UPDATE credential SET totp_secret = totp_pending, totp_pending = '', totp_step = $1 WHERE person_id = $2`, step, p.ID); err != nil {
		return nil, err
	}
	if err := endSessions(ctx, tx, p.ID, sessionHere(ctx)); err != nil {
		return nil, err
	}
	if err := journal.Record(ctx, tx, self(p), day, access.ChangeSecond, "person:"+p.ID, map[string]bool{"on": true}); err != nil {
		return nil, err
	}
	return newRecoveryCodes(ctx, tx, p.ID)
}

// DropSecond turns the second factor off: by its owner, or by the administrator
// for somebody who has lost their telephone and their recovery codes.
func DropSecond(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string) error {
	if by.Person != person {
		if err := access.Check(by, access.ManagePeople, ""); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, `UPDATE credential SET totp_secret = '', totp_pending = '', totp_step = 0 WHERE person_id = $1`, person); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM recovery_code WHERE person_id = $1`, person); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ChangeSecond, "person:"+person, map[string]bool{"on": false})
}

// stepOf is the time step the code belongs to, around now; false when to none.
func stepOf(secret, code string, now time.Time) (step int64, right bool) {
	code = strings.ReplaceAll(code, " ", "")
	for _, shift := range []int64{-1, 0, 1} {
		at := now.Unix()/period + shift
		want, err := totp.GenerateCodeCustom(secret, time.Unix(at*period, 0), codes)
		if err == nil && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			return at, true
		}
	}
	return 0, false
}

// CheckSecond takes a code of the authenticator, each at most once, or a
// recovery code, by the field "code". Wrong codes close the door as wrong
// passwords do.
func CheckSecond(ctx context.Context, db *store.DB, person, code string) error {
	if err := db.Write(ctx, func(tx *store.Tx) error { return takeGuess(ctx, tx, bySecond(person)) }); err != nil {
		return err
	}
	return db.Write(ctx, func(tx *store.Tx) error {
		c, err := CredentialOf(ctx, tx, person)
		if err != nil {
			return err
		}
		if step, right := stepOf(c.TOTP, code, tx.Now.Time); c.Second() && right && step > c.Step {
			_, err = tx.Exec(ctx, `UPDATE credential SET totp_step = $1 WHERE person_id = $2`, step, person)
		} else {
			err = spendRecoveryCode(ctx, tx, person, code)
		}
		if err != nil {
			return err
		}
		return forgive(ctx, tx, bySecond(person), "")
	})
}
