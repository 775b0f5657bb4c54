package account_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

func reset(t *testing.T, db *store.DB, p account.Person) (token string) {
	t.Helper()
	do(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = account.Reset(ctx, tx, admin, day, p.ID)
		return err
	})
	return token
}

func use(db *store.DB, token, password string) error {
	hash, err := account.Hash(context.Background(), password)
	if err != nil {
		return err
	}
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := account.UsePasswordLink(ctx, tx, day, token, hash)
		return err
	})
}

func TestLink_worksOnceAndEndsTheOldPassword(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		choose(t, db, p, good, false)
		token := reset(t, db, p)
		if err := try(t, db, p.Login, good); err == nil {
			t.Error("the old password outlived the reset")
		}
		if err := use(db, token, "kem xoài thuyền gỗ"); err != nil {
			t.Fatal(err)
		}
		if err := try(t, db, p.Login, "kem xoài thuyền gỗ"); err != nil {
			t.Errorf("the new password: %v", err)
		}
		if err := use(db, token, "một mật khẩu của kẻ khác"); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("the link was used twice: %v", err)
		}
	})
}

func TestLink_isRefusedAfterADayForALockedPersonAndInTheWrongPlace(t *testing.T) {
	db := testkit.SQLite(t)
	now := testkit.Today
	db.SetClock(func() time.Time { return now })
	p := enter(t, db, officer)
	old := reset(t, db, p)
	now = now.Add(24*time.Hour + time.Second)
	if err := use(db, old, good); !refusal.Is(err, refusal.NotFound) {
		t.Errorf("a link of yesterday: %v", err)
	}
	token := reset(t, db, p)
	do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, p.ID) })
	if err := use(db, token, good); !refusal.Is(err, refusal.NotFound) {
		t.Errorf("a locked person's link: %v", err)
	}
	do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Unlock(ctx, tx, admin, day, p.ID) })
	refused(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := account.UseDemoLink(ctx, tx, token)
		return err
	})
	newer := reset(t, db, p)
	if err := use(db, token, good); !refusal.Is(err, refusal.NotFound) {
		t.Errorf("a link that a newer one replaced: %v", err)
	}
	if err := use(db, newer, good); err != nil {
		t.Error(err)
	}
	for _, forged := range []string{"", "x", newer + "x", strings.ToUpper(newer)} {
		if err := use(db, forged, good); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("%q: %v", forged, err)
		}
	}
}

// Whoever reads the table finds no link to use, no password and no code.
func TestTables_holdNothingThatOpensADoor(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	choose(t, db, p, good, false)
	_, codes := withSecond(t, db, p)
	token := reset(t, db, p)
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		var all []string
		for _, query := range []string{`SELECT hash || made_by || purpose FROM one_time_link`, `SELECT password FROM credential`, `SELECT hash FROM recovery_code`, `SELECT detail FROM journal`} {
			rows, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, query)
			if err != nil {
				return err
			}
			all = append(all, rows...)
		}
		kept := strings.Join(all, "\n")
		for _, secret := range []string{good, token, codes[0], strings.ReplaceAll(codes[0], "-", "")} {
			if strings.Contains(kept, secret) {
				t.Errorf("%q is kept as it is", secret)
			}
		}
		return nil
	})
}

func TestReset_endsSessionsAndIsForTheAdministratorOnly(t *testing.T) {
	db := testkit.SQLite(t)
	p := enter(t, db, officer)
	sitAt(t, db, p, "tok")
	for _, role := range access.Roles {
		if role == access.Admin {
			continue
		}
		by := access.Actor{Name: "Người khác", Role: role, Person: "x", Unit: "u"}
		if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := account.Reset(ctx, tx, by, day, p.ID)
			return err
		}); e.Kind != refusal.NotAllowed {
			t.Errorf("%s: %v", role, e)
		}
	}
	reset(t, db, p)
	if seated(t, db, "tok") {
		t.Error("the session outlived the reset")
	}
}

func TestSendResetMail_writesOnlyToWhomItMayAndTellsNobody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		enter(t, db, officer)
		locked := enter(t, db, account.Person{Name: "Cán bộ cũ", Login: "can.bo.cu", Mail: "cu@concuong.example.vn"})
		enter(t, db, account.Person{Name: "Không thư", Login: "khong.thu"})
		do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, locked.ID) })
		var sent []account.Mail
		post := func(_ context.Context, _ *store.Tx, m account.Mail) error { sent = append(sent, m); return nil }
		for _, name := range []string{officer.Login, locked.Login, "khong.thu", "khong.co.ai", ""} {
			do(t, db, func(ctx context.Context, tx *store.Tx) error {
				return account.SendResetMail(ctx, tx, day, post, "https://thidua.example.vn", name)
			})
		}
		if len(sent) != 1 || sent[0].To != officer.Mail || !strings.Contains(sent[0].Text, "https://thidua.example.vn/lien-ket/") {
			t.Fatalf("sent %+v", sent)
		}
		_, token, _ := strings.Cut(sent[0].Text, "/lien-ket/")
		token, _, _ = strings.Cut(token, "\n")
		if err := use(db, token, good); err != nil {
			t.Error(err)
		}
	})
}

func TestSendResetMail_isRefusedAlikeForEveryNameWhenAskedAgainAndAgain(t *testing.T) {
	db := testkit.SQLite(t)
	enter(t, db, officer)
	post := func(context.Context, *store.Tx, account.Mail) error { return nil }
	ask := func(name string) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return account.SendResetMail(ctx, tx, day, post, "https://thidua.example.vn", name)
		})
	}
	for _, name := range []string{officer.Login, "khong.co.ai"} {
		for range 3 {
			if err := ask(name); err != nil {
				t.Fatal(err)
			}
		}
		if err := ask(name); !refusal.Is(err, refusal.Closed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
