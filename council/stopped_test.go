package council_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"thidua/access"
	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

// freeze opens an inspection of the unit, and returns how it ends without a
// fault found.
func (h *hall) freeze(name string) (clear func()) {
	h.t.Helper()
	keeper := access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	var id string
	h.must(func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = dossier.KeepHold(ctx, tx, keeper, today, dossier.Hold{Subject: name, Kind: dossier.Complaint, Source: "Đơn số 9", From: today})
		return err
	})
	return func() {
		h.t.Helper()
		h.must(func(ctx context.Context, tx *store.Tx) error {
			return dossier.ConcludeHold(ctx, tx, keeper, today, id, dossier.Cleared, today, today, "Kết luận số 10")
		})
	}
}

func TestStopped_aHoldKeepsADossierFromTheBallot(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	first, second := h.flag("ky-son"), h.flag("anh-son")
	clear := h.freeze("Huyện Anh Sơn")
	put := func(id string) error {
		return h.try(func(ctx context.Context, tx *store.Tx) error {
			return council.PutOn(ctx, tx, h.Actor("standing"), today, h.meet, []string{id})
		})
	}
	if err := put(second); refusal.Of(err) == nil || refusal.Of(err).Field != "nominations" || !strings.Contains(err.Error(), "Huyện Anh Sơn: Đang tạm dừng") {
		t.Errorf("put on the list: %v", err)
	}
	h.putOn(first)
	clear()
	h.putOn(second)
	h.freeze("Huyện Anh Sơn")
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err == nil || !strings.Contains(err.Error(), "Huyện Anh Sơn: Đang tạm dừng") {
		t.Errorf("the ballot was opened: %v", err)
	}
}

func TestStopped_oneHoldDoesNotStopTheMeeting(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h := assemble(t, db, own)
		held, free := h.flag("ky-son"), h.flag("anh-son")
		h.putOn(held, free)
		h.roll(10, 0)
		if err := h.open("standing2", "member"); err != nil {
			t.Fatal(err)
		}
		h.bothCount(10, map[string][3]int{held: {10, 0, 0}, free: {10, 0, 0}})
		clear := h.freeze("Huyện Kỳ Sơn")
		if err := h.close(); err != nil {
			t.Fatal(err)
		}
		if h.status(free) != dossier.Passed || h.status(held) != dossier.Proposed {
			t.Fatalf("free %s, held %s", h.status(free), h.status(held))
		}
		carry := func(who string) error {
			return h.try(func(ctx context.Context, tx *store.Tx) error {
				return council.Carry(ctx, tx, h.Actor(who), today, h.meet)
			})
		}
		if _, err := h.draw("decider", decision, held); err == nil || !strings.Contains(err.Error(), "Huyện Kỳ Sơn đang ở trạng thái") {
			t.Errorf("a decision for a dossier on hold: %v", err)
		}
		if err := carry("secretary"); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("carried under the hold: %v", err)
		}
		clear()
		if err := carry("member"); !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("carried by a member: %v", err)
		}
		if err := carry("secretary"); err != nil {
			t.Fatal(err)
		}
		if h.status(held) != dossier.Passed {
			t.Error(h.status(held))
		}
		if err := carry("secretary"); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("carried twice: %v", err)
		}
	})
}

// race does every act at once and counts those that were done; the others must
// be refused, not broken.
func (h *hall) race(acts ...func(ctx context.Context, tx *store.Tx) error) (done int) {
	h.t.Helper()
	errs := make([]error, len(acts))
	var all sync.WaitGroup
	for i, work := range acts {
		all.Go(func() { errs[i] = testkit.Try(h.DB, work) })
	}
	all.Wait()
	for _, err := range errs {
		switch {
		case err == nil:
			done++
		case refusal.Of(err) == nil:
			h.t.Errorf("a lost race broke: %v", errors.Join(errs...))
		}
	}
	return done
}

func TestRace_twoTabsDoOneAct(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h, ids := judged(t, db, "ky-son", "anh-son", "con-cuong")
		draw := func(number, id string) func(ctx context.Context, tx *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				d := decision
				d.Number = number
				_, err := council.Draw(ctx, tx, h.Actor("decider"), today, council.Drawing{Meeting: h.meet, Nominations: []string{id}, Decision: d})
				return err
			}
		}
		if n := h.race(draw("155/QĐ-UBND", ids[0]), draw("155/QĐ-UBND", ids[1])); n != 1 {
			t.Errorf("one number was taken %d times", n)
		}
		left := ids[0]
		if h.status(left) == dossier.Decided {
			left = ids[1]
		}
		if n := h.race(draw("156/QĐ-UBND", left), draw("157/QĐ-UBND", left)); n != 1 {
			t.Errorf("one candidate was decided on %d times", n)
		}
		refuse := func(number string) func(ctx context.Context, tx *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				return council.Refuse(ctx, tx, h.Actor("secretary"), today, h.meet, council.Notice{Nomination: ids[2], Number: number, Day: today, Reason: "Không đạt tỷ lệ phiếu"})
			}
		}
		if n := h.race(refuse("40/TB"), refuse("41/TB")); n != 1 {
			t.Errorf("one candidate was told %d times", n)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			drawn, err := council.Decisions(ctx, tx, h.meet)
			if len(drawn) != 2 {
				t.Errorf("%d decisions", len(drawn))
			}
			for _, d := range drawn {
				if _, awards, _ := award.Of(ctx, tx, d.ID, award.Whole); len(awards) != 1 || awards[0].Place != 1 {
					t.Errorf("places of the golden book: %+v", awards)
				}
			}
			return err
		})
	})
}
