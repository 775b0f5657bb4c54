package cluster_test

import (
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
)

func TestYears_tellWhoWasAMemberAndWhoHeaded(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units := addUnits(t, db, "Huyện Con Cuông", "Huyện Anh Sơn")
		seven, one := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua đường 7"}), setUp(t, db, cluster.Cluster{Name: "Khối thi đua số 1"})
		enrol(t, db, cluster.Enrolment{Cluster: seven, Label: "2013", Members: units, Head: units[1]})
		enrol(t, db, cluster.Enrolment{Cluster: seven, Label: "2014", Members: units, Deputy: units[0]})
		enrol(t, db, cluster.Enrolment{Cluster: one, Label: "2014", Members: units[:1]})
		write(t, db, func(tx *store.Tx) error {
			rosters, err := cluster.EnrolledYears(ctx, tx, seven)
			if err != nil {
				return err
			}
			if len(rosters) != 2 || rosters[0] != (cluster.Enrolled{Cluster: seven, Label: "2014", Members: 2}) || rosters[1].Head != "Anh Sơn" {
				t.Errorf("%+v", rosters)
			}
			if all, err := cluster.EnrolledYears(ctx, tx, ""); err != nil || len(all) != 3 {
				t.Errorf("%+v %v", all, err)
			}
			mine, err := cluster.Memberships(ctx, tx, units[0])
			if len(mine) != 3 || mine[0].ClusterName != "Cụm thi đua đường 7" || mine[0].Role != cluster.Deputy || mine[2].Label != "2013" {
				t.Errorf("%+v", mine)
			}
			return err
		})
		write(t, db, func(tx *store.Tx) error {
			all, err := cluster.All(ctx, tx)
			if len(all) != 2 || all[0].ID != seven {
				t.Errorf("%+v", all)
			}
			return err
		})
	})
}

func TestMark_tellsRostersApart(t *testing.T) {
	a, b := cluster.Member{Unit: "a"}, cluster.Member{Unit: "b"}
	headed := cluster.Member{Unit: "a", Role: cluster.Head}
	seen := map[string]bool{}
	for _, roster := range [][]cluster.Member{nil, {a}, {a, b}, {b, a}, {headed, b}} {
		seen[cluster.Mark(roster)] = true
	}
	if len(seen) != 5 {
		t.Errorf("%d marks", len(seen))
	}
}

func TestAmend_correctsTheWordsAndLeavesTheStandingBody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		unit := addUnits(t, db, "Sở Nội vụ")[0]
		id := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua đường 7", StandingBody: unit})
		amend := func(by access.Actor, c cluster.Cluster) error {
			return db.Write(ctx, func(tx *store.Tx) error { return cluster.Amend(ctx, tx, by, day, c) })
		}
		if err := amend(body, cluster.Cluster{ID: id, Name: " Cụm  đường 7A ", Province: "Nghệ An", StandingBody: "another"}); err != nil {
			t.Fatal(err)
		}
		write(t, db, func(tx *store.Tx) error {
			c, err := cluster.ByID(ctx, tx, id)
			if c.Name != "Cụm đường 7A" || c.Province != "Nghệ An" || c.StandingBody != unit || c.Kind != cluster.Cum {
				t.Errorf("%+v", c)
			}
			if found, err := cluster.Find(ctx, tx, "cum duong 7a"); err != nil || len(found) != 1 {
				t.Errorf("%+v %v", found, err)
			}
			return err
		})
		elsewhere := body
		elsewhere.Cluster = "another"
		for name, c := range map[string]struct {
			by   access.Actor
			with cluster.Cluster
			kind refusal.Kind
		}{
			"another cluster's body": {elsewhere, cluster.Cluster{ID: id, Name: "x"}, refusal.NotAllowed},
			"the head":               {access.Actor{Role: access.ClusterHead, Unit: unit}, cluster.Cluster{ID: id, Name: "x"}, refusal.NotAllowed},
			"no name":                {body, cluster.Cluster{ID: id, Name: " "}, refusal.Invalid},
			"no such kind":           {body, cluster.Cluster{ID: id, Name: "x", Kind: "club"}, refusal.Invalid},
			"no such cluster":        {body, cluster.Cluster{ID: "none", Name: "x"}, refusal.NotFound},
		} {
			if err := amend(c.by, c.with); !refusal.Is(err, c.kind) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
