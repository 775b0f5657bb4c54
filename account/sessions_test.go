package account_test

import (
	"context"
	"testing"
	"time"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

// sitAt opens a session of the person under the token, and returns a context
// whose request came with it.
func sitAt(t *testing.T, db *store.DB, p account.Person, token string) context.Context {
	t.Helper()
	ctx := account.WithVisit(t.Context(), "192.0.2.1", "Mozilla/5.0")
	account.Sit(ctx, p.ID)
	if err := (account.Sessions{DB: db}).CommitCtx(ctx, token, []byte("body"), testkit.Today.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	again := account.WithVisit(t.Context(), "192.0.2.1", "Mozilla/5.0")
	if _, found, err := (account.Sessions{DB: db}).FindCtx(again, token); err != nil || !found {
		t.Fatal(found, err)
	}
	return again
}

func seated(t *testing.T, db *store.DB, token string) bool {
	t.Helper()
	_, found, err := (account.Sessions{DB: db}).FindCtx(account.WithVisit(t.Context(), "", ""), token)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSessions_areListedAndEndedByTheirOwnerOnly(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p, other := enter(t, db, officer), enter(t, db, account.Person{Name: "Người khác", Login: "nguoi.khac"})
		here := sitAt(t, db, p, "here")
		sitAt(t, db, p, "elsewhere")
		sitAt(t, db, other, "theirs")
		var all []account.Session
		if err := db.Read(here, func(tx *store.Tx) (err error) {
			all, err = account.SessionsOf(here, tx, p.ID)
			return err
		}); err != nil || len(all) != 2 {
			t.Fatal(all, err)
		}
		for _, s := range all {
			if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error { return account.EndSession(ctx, tx, day, other, s.ID) }); e.Kind != refusal.NotFound {
				t.Errorf("another person ended a session: %v", e)
			}
			if s.Here {
				continue
			}
			do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.EndSession(ctx, tx, day, p, s.ID) })
		}
		if !seated(t, db, "here") || seated(t, db, "elsewhere") || !seated(t, db, "theirs") {
			t.Error("not the right session ended")
		}
		sitAt(t, db, p, "third")
		if err := db.Write(here, func(tx *store.Tx) error { return account.EndOtherSessions(here, tx, day, p) }); err != nil {
			t.Fatal(err)
		}
		if !seated(t, db, "here") || seated(t, db, "third") || !seated(t, db, "theirs") {
			t.Error("not the right sessions ended")
		}
	})
}

func TestLock_endsEverySessionAndLetsNobodyLockThemselves(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	sitAt(t, db, p, "tok")
	self := admin
	self.Person = p.ID
	if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, self, day, p.ID) }); e.Rule != "own_account" {
		t.Error(e)
	}
	do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, p.ID) })
	if seated(t, db, "tok") {
		t.Error("a locked person still sits")
	}
	refused(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := account.SitDown(ctx, tx, day, p.ID, "password")
		return err
	})
	refused(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, "khong-co") })
}

// A request under way must not bring back a session that was ended meanwhile.
func TestSessions_endedStaysEnded(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		slow := sitAt(t, db, p, "tok")
		do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, p.ID) })
		if err := (account.Sessions{DB: db}).CommitCtx(slow, "tok", []byte("changed"), testkit.Today.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if seated(t, db, "tok") {
			t.Error("the session is back")
		}
	})
}

func TestSetPassword_endsEverySession(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	sitAt(t, db, p, "tok")
	choose(t, db, p, good, false)
	if seated(t, db, "tok") {
		t.Error("a session outlived the password")
	}
}
