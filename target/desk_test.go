package target_test

import (
	"context"
	"errors"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/target"
)

// At a desk people are bound to their cluster, to the year's phase and to one
// of the five duties.
var (
	bodyDesk    = access.Actor{Name: "Chuyên viên", Role: access.StandingBody, Unit: "so", Person: "p1", Cluster: "c"}
	strangeBody = access.Actor{Name: "Chuyên viên khác", Role: access.StandingBody, Unit: "so2", Person: "p2", Cluster: "d"}
	officerDesk = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong", Person: "p3", Cluster: "c"}
	bodyAsUnit  = access.Actor{Name: "Đơn vị kiêm", Role: access.StandingBody, Unit: "con_cuong", Person: "p4", Cluster: "c"}
)

func TestDesk_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		indicator, id := assigned(t, db)
		next := target.Target{Indicator: indicator, Unit: "con_cuong", Yearly: map[int]exact.Number{2014: exact.Int(20)}}
		adjusting := func(by access.Actor) work {
			return func(ctx context.Context, tx *store.Tx) error {
				return target.Adjust(ctx, tx, by, day, next, "Theo chuẩn mới")
			}
		}
		reporting := func(by access.Actor, cites ...string) work {
			return func(ctx context.Context, tx *store.Tx) error {
				return target.Report(ctx, tx, by, day, id, target.Actual{Year: 2014, Value: exact.Int(21), Evidence: cites})
			}
		}
		in := func(phase string, do work) work {
			return func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Exec(ctx, `UPDATE season SET phase = $1`, phase)
				return errors.Join(err, do(ctx, tx))
			}
		}
		after := func(duty access.Duty, do work) work {
			return func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Exec(ctx, `INSERT INTO duty (season_id, unit_id, duty, person_id) VALUES ('s', 'con_cuong', $1, 'p1')`, duty)
				return errors.Join(err, do(ctx, tx))
			}
		}
		for name, c := range map[string]struct {
			try  work
			kind refusal.Kind
		}{
			"another cluster's standing body":         {adjusting(strangeBody), refusal.NotAllowed},
			"a body setting its own target":           {adjusting(bodyAsUnit), refusal.NotAllowed},
			"an officer setting the own target":       {adjusting(officerDesk), refusal.NotAllowed},
			"a target once self-scoring has begun":    {in("self_scoring", adjusting(bodyDesk)), refusal.Closed},
			"a target by a person who self-scored it": {after(access.SelfScores, adjusting(bodyDesk)), refusal.NotAllowed},
			"a target by a person who appraised it":   {after(access.Appraises, adjusting(bodyDesk)), refusal.NotAllowed},
			"a result at the conference":              {in("conference", reporting(officerDesk)), refusal.Closed},
			"a result by the standing body":           {reporting(bodyDesk), refusal.NotAllowed},
			"a result that cites a file of nobody":    {reporting(officerDesk, "tep:"+store.NewID()), refusal.Invalid},
			"an indicator by another cluster's standing": {func(ctx context.Context, tx *store.Tx) error {
				_, err := target.Define(ctx, tx, strangeBody, day, target.Indicator{Season: "s", Code: "x", Name: "x", Direction: target.More})
				return err
			}, refusal.NotAllowed},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
		testkit.Write(t, db, adjusting(bodyDesk))
		testkit.Write(t, db, reporting(officerDesk, "Báo cáo số 12"))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			done, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM duty WHERE duty = 'sets_target' AND person_id = 'p1' AND unit_id = 'con_cuong'`)
			if err != nil || done != 1 {
				t.Errorf("the duty is on record %d times, %v", done, err)
			}
			all, err := target.OfSeason(ctx, tx, "s")
			if got := all[0].Targets[0].Actuals; len(got) != 1 || got[0].Evidence[0] != "Báo cáo số 12" {
				t.Errorf("the result is %+v", got)
			}
			return err
		})
	})
}

func TestChanges_tellWhatStoodBeforeAndWhy(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		indicator, id := assigned(t, db)
		for _, value := range []string{"21", "20.5"} {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
				return target.Adjust(ctx, tx, bodyDesk, day, target.Target{Indicator: indicator, Unit: "con_cuong", Yearly: map[int]exact.Number{2014: exact.Must(value)}}, "Lý do "+value)
			})
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := target.Changes(ctx, tx, "s")
			if len(all) != 2 || all[0].Target != id || all[0].Reason != "Lý do 20.5" || all[0].By != "Chuyên viên" ||
				all[0].Was.Yearly[2014].Cmp(exact.Int(21)) != 0 || all[0].Became.Yearly[2014].Cmp(exact.Must("20.5")) != 0 || !all[1].Was.HasTerm() {
				t.Errorf("got %+v", all)
			}
			return err
		})
	})
}
