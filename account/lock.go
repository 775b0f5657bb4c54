package account

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Lock keeps a person out, at once and everywhere, until Unlock. What they did
// stays theirs. Nobody locks themselves out, so that an administrator is left.
func Lock(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string) error {
	if by.Desk() && by.Person == person {
		return refusal.By("own_account", "Không ai tự khóa tài khoản của chính mình.")
	}
	return turn(ctx, tx, by, day, person, Locked, access.LockPerson)
}

// Unlock lets a person in again, and forgets the wrong guesses at their account.
func Unlock(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string) error {
	if err := turn(ctx, tx, by, day, person, Active, access.UnlockPerson); err != nil {
		return err
	}
	p, err := ByID(ctx, tx, person)
	if err != nil {
		return err
	}
	for _, s := range []subject{byName(p.Login), byName(p.Mail), bySecond(p.ID), again(p.ID)} {
		if err := forgive(ctx, tx, s, ""); err != nil {
			return err
		}
	}
	return nil
}

func turn(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string, to State, act access.Act) error {
	if err := access.Check(by, access.ManagePeople, ""); err != nil {
		return err
	}
	n, err := tx.Exec(ctx, `UPDATE person SET state = $1 WHERE id = $2`, to, person)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal.New(refusal.NotFound, "Không có người dùng này.")
	}
	if to == Locked {
		if err := endSessions(ctx, tx, person, ""); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, day, act, "person:"+person, struct{}{})
}

// Reset makes a link by which the person chooses a new password, to be handed
// over by the administrator, and returns its token. Until it is used the old
// password stands no more and every session ends: the account may be in wrong
// hands.
func Reset(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string) (token string, err error) {
	if err := access.Check(by, access.ManagePeople, ""); err != nil {
		return "", err
	}
	if _, err := ByID(ctx, tx, person); err != nil {
		return "", err
	}
	if _, err := tx.Exec(ctx, `UPDATE credential SET password = '' WHERE person_id = $1`, person); err != nil {
		return "", err
	}
	if err := errors.Join(endSessions(ctx, tx, person, ""), endLinks(ctx, tx, person)); err != nil {
		return "", err
	}
	return newLink(ctx, tx, by, day, person, ForPassword)
}
