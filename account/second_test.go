package account_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

// withSecond turns the officer's second factor on and returns the secret and
// the recovery codes.
func withSecond(t *testing.T, db *store.DB, p account.Person) (secret string, codes []string) {
	t.Helper()
	do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.BeginSecond(ctx, tx, p) })
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		c, err := account.CredentialOf(ctx, tx, p.ID)
		if err != nil {
			return err
		}
		secret = c.Pending
		codes, err = account.ConfirmSecond(ctx, tx, day, p, codeAt(t, secret, tx.Now.Time))
		return err
	})
	return secret, codes
}

func codeAt(t *testing.T, secret string, at time.Time) string {
	t.Helper()
	code, err := totp.GenerateCode(secret, at)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func TestSecond_takesEachCodeOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		now := testkit.Today
		db.SetClock(func() time.Time { return now })
		secret, _ := withSecond(t, db, p)
		if err := account.CheckSecond(t.Context(), db, p.ID, codeAt(t, secret, now)); err == nil {
			t.Error("the code that turned it on was taken again")
		}
		now = now.Add(30 * time.Second)
		code := codeAt(t, secret, now)
		if err := account.CheckSecond(t.Context(), db, p.ID, code[:3]+" "+code[3:]); err != nil {
			t.Errorf("a fresh code: %v", err)
		}
		if e := refusal.Of(account.CheckSecond(t.Context(), db, p.ID, code)); e == nil || e.Field != "code" {
			t.Errorf("a code was taken twice: %v", e)
		}
		now = now.Add(30 * time.Second)
		if err := account.CheckSecond(t.Context(), db, p.ID, code); err == nil {
			t.Error("a code was taken again within its tolerance")
		}
	})
}

func TestSecond_toleratesAClockThatIsHalfAMinuteOffAndNoMore(t *testing.T) {
	for seconds, right := range map[int]bool{-60: false, -30: true, 0: true, 30: true, 60: false} {
		db := testkit.SQLite(t)
		p := enter(t, db, officer)
		now := testkit.Today
		db.SetClock(func() time.Time { return now })
		secret, _ := withSecond(t, db, p)
		now = now.Add(10 * time.Minute)
		if err := account.CheckSecond(t.Context(), db, p.ID, codeAt(t, secret, now.Add(time.Duration(seconds)*time.Second))); (err == nil) != right {
			t.Errorf("%d seconds off: %v", seconds, err)
		}
	}
}

func TestSecond_takesEachRecoveryCodeOnceAndOnlyItsOwners(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		other := enter(t, db, account.Person{Name: "Người khác", Login: "nguoi.khac"})
		_, codes := withSecond(t, db, p)
		withSecond(t, db, other)
		if len(codes) != 10 {
			t.Fatalf("%d codes", len(codes))
		}
		if err := account.CheckSecond(t.Context(), db, other.ID, codes[0]); err == nil {
			t.Error("another person's recovery code was taken")
		}
		if err := account.CheckSecond(t.Context(), db, p.ID, strings.ToUpper(strings.ReplaceAll(codes[0], "-", " "))); err != nil {
			t.Errorf("a code typed in its own way: %v", err)
		}
		if err := account.CheckSecond(t.Context(), db, p.ID, codes[0]); err == nil {
			t.Error("a recovery code was taken twice")
		}
		var left int
		do(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			left, err = account.RecoveryCodesLeft(ctx, tx, p.ID)
			return err
		})
		if left != 9 {
			t.Errorf("%d codes left", left)
		}
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := account.NewRecoveryCodes(ctx, tx, p)
			return err
		})
		if err := account.CheckSecond(t.Context(), db, p.ID, codes[1]); err == nil {
			t.Error("an old recovery code outlived the new ones")
		}
	})
}

func TestSecond_closesAfterFiveWrongCodes(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	_, codes := withSecond(t, db, p)
	for range 5 {
		if e := refusal.Of(account.CheckSecond(t.Context(), db, p.ID, "000000")); e == nil || e.Kind != refusal.Invalid {
			t.Fatal(e)
		}
	}
	if err := account.CheckSecond(t.Context(), db, p.ID, codes[0]); !refusal.Is(err, refusal.Closed) {
		t.Errorf("got %v", err)
	}
}

func TestSecond_nobodyWithoutOneCanAnswerForIt(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	for _, code := range []string{"", "000000", codeAt(t, "GEZDGNBVGY3TQOJQ", testkit.Today)} {
		if err := account.CheckSecond(t.Context(), db, p.ID, code); err == nil {
			t.Errorf("%q was taken", code)
		}
	}
	if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := account.ConfirmSecond(ctx, tx, day, p, "000000")
		return err
	}); e.Field != "code" {
		t.Error(e)
	}
}

func TestDropSecond_isForItsOwnerAndTheAdministrator(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	withSecond(t, db, p)
	head := admin
	head.Role = "cluster_head"
	refused(t, db, func(ctx context.Context, tx *store.Tx) error { return account.DropSecond(ctx, tx, head, day, p.ID) })
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		if err := account.DropSecond(ctx, tx, admin, day, p.ID); err != nil {
			return err
		}
		c, err := account.CredentialOf(ctx, tx, p.ID)
		if err == nil && c.Second() {
			t.Error("it is still on")
		}
		return err
	})
}
