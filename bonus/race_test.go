package bonus

import (
	"context"
	"sync"
	"testing"

	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

// atOnce runs the acts side by side and counts those that were done; the others
// must be refused.
func atOnce(t *testing.T, db *store.DB, acts ...func(ctx context.Context, tx *store.Tx) error) (done int) {
	t.Helper()
	errs := make([]error, len(acts))
	var all sync.WaitGroup
	for i, work := range acts {
		all.Go(func() { errs[i] = try(db, work) })
	}
	all.Wait()
	for _, err := range errs {
		if err == nil {
			done++
		} else if refusal.Of(err) == nil {
			t.Errorf("a lost race broke: %v", err)
		}
	}
	return done
}

func TestRace_twoTabsPayOnceAndNeverMoreThanTheFundHolds(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		rows := listed(t, db, payment("1-1", "u", "province_flag", 2025), payment("1-2", "v", "province_flag", 2025))
		enterAll(t, db, Entry{Kind: Budget, VND: 25_000_000})
		pay := func(id string) func(ctx context.Context, tx *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				return Pay(ctx, tx, keeper, now, []string{id}, fund, now, "PC 05")
			}
		}
		if n := atOnce(t, db, pay(rows[0].ID), pay(rows[0].ID), pay(rows[1].ID)); n != 1 {
			t.Errorf("%d payments of 20.240.000 from 25.000.000", n)
		}
		if b := balance(t, db); b.Left() != 4_760_000 {
			t.Errorf("%+v", b)
		}
		enterAll(t, db, Entry{Kind: Budget, VND: 100_000_000})
		if n := atOnce(t, db, pay(rows[0].ID), pay(rows[0].ID), pay(rows[1].ID), pay(rows[1].ID)); n != 1 {
			t.Errorf("one was left to pay, %d were paid", n)
		}
		if b := balance(t, db); b.Out != 2*20_240_000 {
			t.Errorf("%+v", b)
		}
	})
}
