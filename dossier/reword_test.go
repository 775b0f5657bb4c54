package dossier

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
)

func TestReword_changesTheReasonWhileTheDossierLiesAtTheCluster(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var member, guest string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &member))
		outside := flagFor("thanh_linh")
		outside.Title = "Bằng khen"
		testkit.Write(t, db, nominating(atHead, outside, &guest))
		reword := func(by access.Actor, id, reason string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return Reword(ctx, tx, by, seedDay, id, Wording{Reason: reason})
			})
		}
		if err := reword(atHead, member, "  Dẫn đầu   cụm "); err != nil {
			t.Fatal(err)
		}
		if n := get(t, db, member); n.Reason != "Dẫn đầu cụm" || n.CandidateName != "Huyện Con Cuông" || !n.Member {
			t.Fatalf("got %+v", n)
		}
		if err := reword(atHead, member, ""); err != nil {
			t.Errorf("a member needs no reason: %v", err)
		}
		wants(t, reword(atHead, guest, " "), refusal.Invalid, "phải ghi lý do đề nghị")
		wants(t, reword(atHead, member, "x\x00y"), refusal.Invalid, "")
		wants(t, reword(stranger, member, "Khác"), refusal.NotAllowed, "")
		wants(t, reword(atDecider, member, "Khác"), refusal.NotAllowed, "")
		wants(t, reword(atHead, "nobody", "Khác"), refusal.NotFound, "")
		testkit.Exec(t, db, `UPDATE nomination SET place = 'sent_standing' WHERE id = '`+member+`'`)
		wants(t, reword(atHead, member, "Khác"), refusal.Closed, "không bổ sung được nữa")
		testkit.Exec(t, db, `UPDATE nomination SET place = '' WHERE id = '`+member+`'`)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			return Decide(ctx, tx, secretary, seedDay, member, Cut, Decision{})
		})
		wants(t, reword(atHead, member, "Khác"), refusal.Closed, "Hội đồng không thông qua")
		phase(t, db, season.Council)
		wants(t, reword(atHead, guest, "Khác"), refusal.Closed, "")
		if n := get(t, db, guest); n.Reason != outside.Reason || !n.MayChange(FactsPart) {
			t.Errorf("what was refused changed it: %+v", n)
		}
	})
}
