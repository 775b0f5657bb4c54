package account_test

import (
	"context"
	"testing"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

func TestSignOn_linksByVerifiedMailOnceAndKnowsThemByTheirSubjectAfterwards(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		me := account.Identity{Issuer: "https://sso.example.vn", Subject: "42", Mail: "VanThu@ConCuong.example.vn", Verified: true}
		on := func(i account.Identity) (got account.Person, err error) {
			err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
				got, err = account.SignOn(ctx, tx, i)
				return err
			})
			return got, err
		}
		for name, i := range map[string]account.Identity{
			"a mail nobody checked":  {Issuer: me.Issuer, Subject: "42", Mail: p.Mail},
			"a mail nobody has here": {Issuer: me.Issuer, Subject: "42", Mail: "khac@concuong.example.vn", Verified: true},
			"no mail":                {Issuer: me.Issuer, Subject: "42", Verified: true},
			"no subject":             {Issuer: me.Issuer, Mail: p.Mail, Verified: true},
		} {
			if _, err := on(i); !refusal.Is(err, refusal.NotAllowed) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got, err := on(me); err != nil || got.ID != p.ID {
			t.Fatal(got.ID, err)
		}
		if got, err := on(account.Identity{Issuer: me.Issuer, Subject: "42", Mail: "doi@thu.example.vn"}); err != nil || got.ID != p.ID {
			t.Errorf("with another mail: %v %v", got.ID, err)
		}
		if _, err := on(account.Identity{Issuer: me.Issuer, Subject: "43", Mail: p.Mail, Verified: true}); err == nil {
			t.Error("a second identity took the account over")
		}
		if _, err := on(account.Identity{Issuer: "https://khac.example.vn", Subject: "42"}); err == nil {
			t.Error("the same subject of another issuer was let in")
		}
		do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, p.ID) })
		if _, err := on(me); err == nil {
			t.Error("a locked person was let in")
		}
	})
}

func TestPasskeys_areTheirOwnersAndAtMostTen(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p, other := enter(t, db, officer), enter(t, db, account.Person{Name: "Người khác", Login: "nguoi.khac"})
		add := func(p account.Person, id, label string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return account.AddPasskey(ctx, tx, day, p, account.Passkey{ID: id, Label: label, Credential: "{}"})
			})
		}
		if err := add(p, "k0", "Máy cơ quan"); err != nil {
			t.Fatal(err)
		}
		if err := add(other, "k0", "Của tôi"); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("a key registered twice: %v", err)
		}
		if err := add(p, "k1", " "); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("a key without a name: %v", err)
		}
		if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error { return account.DropPasskey(ctx, tx, day, other, "k0") }); e.Kind != refusal.NotFound {
			t.Error(e)
		}
		for _, id := range []string{"k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"} {
			if err := add(p, id, "Khóa "+id); err != nil {
				t.Fatal(err)
			}
		}
		if err := add(p, "k10", "Thừa"); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("an eleventh: %v", err)
		}
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			if err := account.PasskeyUsed(ctx, tx, other.ID, "k0", "{}"); err == nil {
				t.Error("another person used the key")
			}
			return account.DropPasskey(ctx, tx, day, p, "k0")
		})
	})
}
