package season_test

import (
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestEnrol_standsStillOnceTheYearIsScored(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, second, third := grown(t, db)
		list := func(head string, members ...string) cluster.Enrolment {
			return cluster.Enrolment{Cluster: g.cluster, Label: "2014", Members: members, Head: head}
		}
		enrol := func(e cluster.Enrolment) func(tx *store.Tx) error {
			return func(tx *store.Tx) error { return season.Enrol(ctx, tx, seated(g), day, e, "") }
		}
		phase := func(p season.Phase) {
			do(t, db, func(tx *store.Tx) error { _, err := tx.Exec(ctx, `UPDATE season SET phase = $1`, p); return err })
		}
		do(t, db, enrol(list(g.unit, g.unit, second))) // still being set up
		do(t, db, enrol(list(g.unit, g.unit, second, third)))
		do(t, db, func(tx *store.Tx) error {
			s, err := season.ByID(ctx, tx, g.season)
			if s.MembersCount != 5 { // the source speaks of five, of whom three are named
				t.Errorf("%d members", s.MembersCount)
			}
			return err
		})
		phase(season.Pledging)
		do(t, db, func(tx *store.Tx) error {
			return season.Register(ctx, tx, access.Actor{Role: access.EmulationOfficer, Unit: third}, day, g.season, season.Registration{Unit: third, Day: vi.MustDay("2014-03-20")})
		})
		refuses(t, db, refusal.Invalid, "Hội Làm vườn đã ký giao ước hoặc đăng ký", enrol(list("", g.unit, second)))
		do(t, db, enrol(list(second, g.unit, second, third)))
		phase(season.SelfScoring)
		refuses(t, db, refusal.Closed, "từ khi chấm điểm", enrol(list("", g.unit, second)))
		refuses(t, db, refusal.Closed, "từ khi chấm điểm", enrol(list("", third)))
		do(t, db, enrol(list(third, third, second, g.unit))) // another head, another order, the same members
		do(t, db, func(tx *store.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE season SET published_on = '2014-11-20'`)
			return err
		})
		refuses(t, db, refusal.Closed, "đã công bố", enrol(list(second, g.unit, second, third)))
	})
}

func TestEnrol_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, second, _ := grown(t, db)
		e := cluster.Enrolment{Cluster: g.cluster, Label: "2014", Members: []string{g.unit, second}}
		elsewhere := seated(g)
		elsewhere.Cluster = "another"
		refuses(t, db, refusal.NotAllowed, "cho cụm này", func(tx *store.Tx) error { return season.Enrol(ctx, tx, elsewhere, day, e, "") })
		refuses(t, db, refusal.Conflict, "vừa sửa danh sách", func(tx *store.Tx) error { return season.Enrol(ctx, tx, seated(g), day, e, cluster.Mark(nil)) })
		refuses(t, db, refusal.NotAllowed, "cơ quan thường trực lập", func(tx *store.Tx) error {
			return season.Enrol(ctx, tx, access.Actor{Role: access.ClusterHead, Unit: g.unit, Person: "h", Cluster: g.cluster}, day, e, "")
		})
	})
}

func TestEnrol_countsTheMembersOfAYearThatNamesThemAll(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, second, third := grown(t, db)
		do(t, db, func(tx *store.Tx) error {
			if _, err := tx.Exec(ctx, `UPDATE season SET members_count = 3`); err != nil {
				return err
			}
			if err := season.Enrol(ctx, tx, seated(g), day, cluster.Enrolment{Cluster: g.cluster, Label: "2014", Members: []string{second, third}}, ""); err != nil {
				return err
			}
			s, err := season.ByID(ctx, tx, g.season)
			if s.MembersCount != 2 {
				t.Errorf("%d members", s.MembersCount)
			}
			return err
		})
	})
}
