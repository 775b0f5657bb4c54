package movement_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/movement"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// At a desk people are bound to their cluster and to the year's phase.
func TestDesk_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		today := vi.MustDay("2014-11-22")
		testkit.Exec(t, db,
			`INSERT INTO unit (id, level) VALUES ('a', 'district'), ('b', 'district')`,
			`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
			`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', 'a', 1), ('c', '2014', 'b', 2)`,
			testkit.Season("s", "c", 2014, "work", 2))
		head := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "b", Person: "h", Cluster: "c"}
		strange := access.Actor{Name: "Trưởng cụm khác", Role: access.ClusterHead, Unit: "x", Person: "x", Cluster: "d"}
		unit := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: "a", Person: "p", Cluster: "c"}
		var id string
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			id, err = movement.Launch(ctx, tx, head, today, movement.Movement{Season: "s", Name: "Chung sức"})
			return err
		})
		launching := func(by access.Actor) func(context.Context, *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				_, err := movement.Launch(ctx, tx, by, today, movement.Movement{Season: "s", Name: "Khác"})
				return err
			}
		}
		answering := func(by access.Actor, of string, cites ...string) func(context.Context, *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				return movement.Respond(ctx, tx, by, today, movement.Response{Movement: id, Unit: of, Summary: "Đã làm", Evidence: cites})
			}
		}
		in := func(phase string, do func(context.Context, *store.Tx) error) func(context.Context, *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				if _, err := tx.Exec(ctx, `UPDATE season SET phase = $1`, phase); err != nil {
					return err
				}
				return do(ctx, tx)
			}
		}
		for name, c := range map[string]struct {
			try  func(context.Context, *store.Tx) error
			kind refusal.Kind
		}{
			"a launch by another cluster's head":    {launching(strange), refusal.NotAllowed},
			"a launch by a unit":                    {launching(unit), refusal.NotAllowed},
			"a launch once scoring has begun":       {in("self_scoring", launching(head)), refusal.Closed},
			"an answer in another unit's name":      {answering(unit, "b"), refusal.NotAllowed},
			"an answer by the head for its unit":    {answering(head, "b"), refusal.NotAllowed},
			"an answer once others score":           {in("cross_scoring", answering(unit, "a")), refusal.Closed},
			"an answer that cites a file of nobody": {answering(unit, "a", "tep:"+store.NewID()), refusal.Invalid},
			"a review by another cluster's head": {func(ctx context.Context, tx *store.Tx) error {
				_, err := movement.RecordReview(ctx, tx, strange, today, movement.Review{Movement: id, Kind: movement.Interim, Text: "x"})
				return err
			}, refusal.NotAllowed},
			"results stated by another cluster's head": {func(ctx context.Context, tx *store.Tx) error {
				return movement.StateResults(ctx, tx, strange, today, id, "x")
			}, refusal.NotAllowed},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
		testkit.Write(t, db, answering(unit, "a", "Báo cáo số 5"))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := movement.OfSeason(ctx, tx, "s")
			if len(all) != 1 || len(all[0].Responses) != 1 || all[0].Responses[0].Evidence[0] != "Báo cáo số 5" {
				t.Errorf("got %+v", all)
			}
			return err
		})
	})
}
