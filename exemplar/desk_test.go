package exemplar_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/exemplar"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

// At a desk people are bound to their cluster, and a unit to its own exemplars.
func TestDesk_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		id := discovered(t, db)
		unit := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: "con_cuong", Person: "p", Cluster: "c"}
		strange := access.Actor{Name: "Chuyên viên khác", Role: access.StandingBody, Unit: "so2", Person: "q", Cluster: "d"}
		introducing := func(by access.Actor, of string) work {
			return func(ctx context.Context, tx *store.Tx) error {
				e := model()
				e.Unit = of
				_, err := exemplar.Discover(ctx, tx, by, day, e, day)
				return err
			}
		}
		verifying := func(by access.Actor) work {
			return func(ctx context.Context, tx *store.Tx) error {
				return exemplar.Advance(ctx, tx, by, day, id, exemplar.Step{Act: exemplar.Verifying, On: day})
			}
		}
		for name, c := range map[string]struct {
			try  work
			rule access.Act
		}{
			"another unit's exemplar":                {introducing(unit, "thanh_chuong"), access.RecordExemplar},
			"an exemplar of nobody":                  {introducing(unit, ""), access.RecordExemplar},
			"a unit verifying":                       {verifying(unit), access.VerifyExemplar},
			"another cluster's standing body":        {verifying(strange), "cluster"},
			"another cluster's body introducing one": {introducing(strange, "con_cuong"), "cluster"},
		} {
			t.Run(name, func(t *testing.T) {
				if e := refusal.Of(testkit.Try(db, c.try)); e == nil || e.Kind != refusal.NotAllowed || e.Rule != string(c.rule) {
					t.Errorf("got %+v", e)
				}
			})
		}
		testkit.Write(t, db, introducing(unit, "con_cuong"))
		testkit.Exec(t, db, `UPDATE season SET phase = 'closed'`)
		if err := testkit.Try(db, verifying(access.Actor{Role: access.StandingBody, Person: "q", Cluster: "c"})); !refusal.Is(err, refusal.Closed) {
			t.Errorf("verified after the year: %v", err)
		}
	})
}
