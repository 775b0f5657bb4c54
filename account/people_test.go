package account_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	admin = access.Actor{Name: "Quản trị", Role: access.Admin, Person: "the-admin"}
	day   = vi.MustDay("2014-11-22")
	good  = "suối đá mùa gặt"
)

// do runs an act that must be done.
func do(t *testing.T, db *store.DB, act func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	if err := db.Write(t.Context(), func(tx *store.Tx) error { return act(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

// refused runs an act that must be refused, and returns why.
func refused(t *testing.T, db *store.DB, act func(ctx context.Context, tx *store.Tx) error) *refusal.Error {
	t.Helper()
	err := db.Write(t.Context(), func(tx *store.Tx) error { return act(t.Context(), tx) })
	all := refusal.All(err)
	if len(all) == 0 || all[0].Sentence == "" {
		t.Fatalf("not refused: %v", err)
	}
	return all[0]
}

// enter puts a person on record.
func enter(t *testing.T, db *store.DB, p account.Person) account.Person {
	t.Helper()
	do(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		if p.ID, err = account.Enter(ctx, tx, admin, day, p); err != nil {
			return err
		}
		p, err = account.ByID(ctx, tx, p.ID)
		return err
	})
	return p
}

// choose gives a person a password.
func choose(t *testing.T, db *store.DB, p account.Person, password string, mustChange bool) {
	t.Helper()
	hash, err := account.Hash(t.Context(), password)
	if err != nil {
		t.Fatal(err)
	}
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		return account.SetPassword(ctx, tx, admin, day, p.ID, hash, mustChange)
	})
}

// withPassword is a database with the officer, who has that password.
func withPassword(t *testing.T, password string) (*store.DB, account.Person) {
	t.Helper()
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	choose(t, db, p, password, false)
	return db, p
}
