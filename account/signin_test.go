package account_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

func try(t *testing.T, db *store.DB, name, password string) error {
	t.Helper()
	_, _, err := account.Recognise(t.Context(), db, account.Attempt{Name: name, Password: password, Address: "192.0.2.7"})
	return err
}

func TestRecognise_byLoginAndByMailHoweverTheyAreTyped(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		choose(t, db, p, good, false)
		for _, name := range []string{p.Login, " TDKT.ConCuong ", p.Mail, "VanThu@ConCuong.example.vn"} {
			got, _, err := account.Recognise(t.Context(), db, account.Attempt{Name: name, Password: good, Address: "192.0.2.7"})
			if err != nil || got.ID != p.ID {
				t.Errorf("%q: %v %v", name, got.ID, err)
			}
		}
	})
}

// Whoever is at the door learns one thing only, in one sentence, and every
// answer costs the house the same work.
func TestRecognise_answersEveryFailureAlike(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		known := enter(t, db, officer)
		choose(t, db, known, good, false)
		locked := enter(t, db, account.Person{Name: "Cán bộ cũ", Login: "can.bo.cu"})
		choose(t, db, locked, good, false)
		do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.Lock(ctx, tx, admin, day, locked.ID) })
		without := enter(t, db, account.Person{Name: "Cán bộ mới", Login: "can.bo.moi"})
		sentences := map[string]bool{}
		for name, c := range map[string]struct{ login, password string }{
			"a wrong password":          {known.Login, "suối đá mùa cấy"},
			"nobody of that name":       {"khong.co.ai", good},
			"an empty name":             {"", good},
			"an empty password":         {known.Login, ""},
			"a locked account":          {locked.Login, good},
			"nothing typed, no account": {"", ""},
			"no password set yet":       {without.Login, ""},
			"a password beyond reason":  {known.Login, string(make([]byte, 1<<16))},
		} {
			before := account.Hashes()
			err := try(t, db, c.login, c.password)
			if e := refusal.Of(err); e == nil || e.Kind != refusal.Invalid {
				t.Errorf("%s: %v", name, err)
			} else {
				sentences[e.Field+": "+e.Sentence] = true
			}
			if n := account.Hashes() - before; n != 1 {
				t.Errorf("%s: %d hashes, want 1", name, n)
			}
		}
		if len(sentences) != 1 {
			t.Errorf("the answers differ: %v", sentences)
		}
	})
}

func TestRecognise_closesTheDoorAfterFiveWrongGuessesWhetherOrNotThereIsAnAccount(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		choose(t, db, p, good, false)
		now := testkit.Today
		db.SetClock(func() time.Time { return now })
		answers := map[string][]string{}
		for _, name := range []string{p.Login, "khong.co.ai"} {
			for range 7 {
				answers[name] = append(answers[name], try(t, db, name, "sai hoàn toàn nhé").Error())
			}
		}
		for i, got := range answers[p.Login] {
			if other := answers["khong.co.ai"][i]; got != other {
				t.Errorf("guess %d: %q for an account, %q for none", i+1, got, other)
			}
		}
		if e := refusal.Of(try(t, db, p.Login, good)); e == nil || e.Kind != refusal.Closed {
			t.Errorf("the right password opens a closed door: %v", e)
		}
		now = now.Add(time.Minute)
		if err := try(t, db, p.Login, good); err != nil {
			t.Errorf("the door stays closed: %v", err)
		}
		if err := try(t, db, p.Login, "sai hoàn toàn nhé"); refusal.Is(err, refusal.Closed) {
			t.Error("the right password did not clear the account")
		}
	})
}

func TestRecognise_closesLongerEachTimeButNeverForGood(t *testing.T) {
	db, p := withPassword(t, good)
	now := testkit.Today
	db.SetClock(func() time.Time { return now })
	for range 5 {
		_ = try(t, db, p.Login, "sai hoàn toàn nhé")
	}
	for _, minutes := range []int{1, 2, 4, 8, 15, 15, 15} {
		now = now.Add(time.Duration(minutes)*time.Minute - time.Second)
		if e := refusal.Of(try(t, db, p.Login, good)); e == nil || e.Kind != refusal.Closed {
			t.Fatalf("open a second before %d minutes: %v", minutes, e)
		}
		now = now.Add(time.Second)
		if e := refusal.Of(try(t, db, p.Login, "sai hoàn toàn nhé")); e == nil || e.Kind != refusal.Invalid {
			t.Fatalf("closed after %d minutes: %v", minutes, e)
		}
	}
}

// A hundred guesses at once are no more than a hundred in a row.
func TestRecognise_countsGuessesThatComeAtOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := enter(t, db, officer)
		choose(t, db, p, good, false)
		before := account.Hashes()
		var all sync.WaitGroup
		for range 30 {
			all.Go(func() { _ = try(t, db, p.Login, "sai hoàn toàn nhé") })
		}
		all.Wait()
		if n := account.Hashes() - before; n != 5 {
			t.Errorf("%d guesses were looked at, want 5", n)
		}
	})
}

func TestRecognise_closesToAnAddressThatTriesManyNames(t *testing.T) {
	db, p := withPassword(t, good)
	for i := range 30 {
		if err := try(t, db, "ten."+string(rune('a'+i%26))+string(rune('a'+i/26)), "sai hoàn toàn nhé"); refusal.Is(err, refusal.Closed) {
			t.Fatalf("closed at guess %d", i+1)
		}
	}
	if err := try(t, db, p.Login, good); !refusal.Is(err, refusal.Closed) {
		t.Errorf("the address is not closed: %v", err)
	}
	if _, _, err := account.Recognise(t.Context(), db, account.Attempt{Name: p.Login, Password: good, Address: "198.51.100.9"}); err != nil {
		t.Errorf("another address is closed too: %v", err)
	}
}

// Whoever has one account of their own must not be able to guess at others
// without end by signing in between.
func TestRecognise_ownSuccessDoesNotClearTheAddress(t *testing.T) {
	db, p := withPassword(t, good)
	for i := range 30 {
		_ = try(t, db, "ten."+string(rune('a'+i%26))+string(rune('a'+i/26)), "sai hoàn toàn nhé")
		if i < 29 {
			if err := try(t, db, p.Login, good); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := try(t, db, p.Login, good); !refusal.Is(err, refusal.Closed) {
		t.Errorf("the address was cleared: %v", err)
	}
}

func TestRecognise_countsAWholeIPv6Network(t *testing.T) {
	db, p := withPassword(t, good)
	for i := range 30 {
		_, _, _ = account.Recognise(t.Context(), db, account.Attempt{Name: "ten." + string(rune('a'+i%26)) + string(rune('a'+i/26)), Password: "x", Address: "2001:db8::" + string(rune('1'+i%9))})
	}
	_, _, err := account.Recognise(t.Context(), db, account.Attempt{Name: p.Login, Password: good, Address: "2001:db8::ffff"})
	if !refusal.Is(err, refusal.Closed) {
		t.Errorf("got %v", err)
	}
}

func TestConfirm_closesAfterFiveWrongPasswords(t *testing.T) {
	db, p := withPassword(t, good)
	for range 5 {
		if e := refusal.Of(account.Confirm(t.Context(), db, p, "sai hoàn toàn nhé")); e == nil || e.Field != "password" {
			t.Fatal(e)
		}
	}
	if err := account.Confirm(t.Context(), db, p, good); !refusal.Is(err, refusal.Closed) {
		t.Errorf("got %v", err)
	}
}

func TestUnlock_letsInAtOnceAndForgetsGuesses(t *testing.T) {
	db, p := withPassword(t, good)
	for range 6 {
		_ = try(t, db, p.Login, "sai hoàn toàn nhé")
	}
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		return errors.Join(account.Lock(ctx, tx, admin, day, p.ID), account.Unlock(ctx, tx, admin, day, p.ID))
	})
	if err := try(t, db, p.Login, good); err != nil {
		t.Error(err)
	}
}
