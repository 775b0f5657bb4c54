package notice_test

import (
	"context"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/notice"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
)

func TestRemind_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		sheet(t, p, "s1", "anh-son", "self", p.Unit["anh-son"])
		remind := func(who, unit string, step todo.Kind) error {
			by := p.Actor(who)
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return notice.Remind(ctx, tx, by, today, p.Season.ID, unit, step)
			})
		}
		for name, c := range map[string]struct {
			who, unit string
			step      todo.Kind
			kind      refusal.Kind
		}{
			"an officer":                     {"officer:con-cuong", p.Unit["ky-son"], todo.SelfScoring, refusal.NotAllowed},
			"a leader":                       {"leader:thanh-chuong", p.Unit["ky-son"], todo.SelfScoring, refusal.NotAllowed},
			"the administrator":              {"admin", p.Unit["ky-son"], todo.SelfScoring, refusal.NotAllowed},
			"a unit that has sent":           {"head", p.Unit["anh-son"], todo.SelfScoring, refusal.Conflict},
			"a unit that is no member":       {"head", "unit-of-another-cluster", todo.SelfScoring, refusal.NotFound},
			"a step that is not":             {"head", p.Unit["ky-son"], "everything", refusal.NotFound},
			"a step whose phase is not here": {"head", p.Unit["ky-son"], todo.Registering, refusal.Closed},
		} {
			err := remind(c.who, c.unit, c.step)
			if e := refusal.Of(err); e == nil || e.Kind != c.kind {
				t.Errorf("%s: got %v", name, err)
			}
		}
		if err := remind("head", p.Unit["ky-son"], todo.SelfScoring); err != nil {
			t.Fatal(err)
		}
		if err := remind("standing", p.Unit["ky-son"], todo.SelfScoring); !refusal.Is(err, refusal.Conflict) || !strings.Contains(err.Error(), "mỗi ngày chỉ nhắc một lần") {
			t.Errorf("twice on one day, by another: got %v", err)
		}
		if err := remind("standing", p.Unit["con-cuong"], todo.SelfScoring); err != nil {
			t.Errorf("another unit on that day: %v", err)
		}
		tell(t, db)
		if said := read(t, p, "officer:ky-son"); len(said) != 1 {
			t.Errorf("the unit was told %q", said)
		}
	})
}
