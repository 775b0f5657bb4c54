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

// GrantByID returns a capacity, or a refusal of kind NotFound.
func GrantByID(ctx context.Context, tx *store.Tx, id string) (Grant, error) {
	g, err := store.One(ctx, tx, (*Grant).into, selectGrant+` WHERE g.id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Grant{}, refusal.New(refusal.NotFound, "Không có vai trò này.")
	}
	return g, err
}

// Revoke ends a capacity, and those delegated from it: until is the first day it
// no longer holds. It stays on record, for what was done in it.
func Revoke(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, until vi.Day) error {
	if err := access.Check(by, access.GrantRole, ""); err != nil {
		return err
	}
	g, err := GrantByID(ctx, tx, id)
	if err != nil {
		return err
	}
	if by.Desk() && by.Person == g.Person {
		return refusal.By("own_grant", "Không ai tự thu hồi vai trò của chính mình.")
	}
	if until.IsZero() {
		return refusal.Field("until", "Phải ghi ngày thu hồi.")
	}
	if !g.Until.IsZero() && !until.Before(g.Until) {
		return refusal.Field("until", "Vai trò này đã hết hạn từ "+g.Until.Short()+".")
	}
	return endGrant(ctx, tx, by, day, g, until)
}

// endGrant ends a capacity on record; one that had not begun never holds.
func endGrant(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, g Grant, until vi.Day) error {
	if until.Before(g.From) {
		until = g.From
	}
	if _, err := tx.Exec(ctx, `UPDATE role_grant SET until_day = CASE WHEN from_day > $1 THEN from_day ELSE $1 END
		WHERE (id = $2 OR source = $2) AND (until_day = '' OR until_day > $1)`, until, g.ID); err != nil {
		return err
	}
	g.Until = until
	return journal.Record(ctx, tx, by, day, access.GrantRole, "person:"+g.Person, g)
}
