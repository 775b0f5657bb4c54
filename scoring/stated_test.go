package scoring_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
)

func state(db *store.DB, by access.Actor, id string, rows ...scoring.Standing) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.StateRanking(ctx, tx, by, november, id, rows)
	})
}

func standings(t *testing.T, db *store.DB, id string) (rows []scoring.Standing) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		rows, err = scoring.Standings(ctx, tx, id)
		return err
	})
	return rows
}

func TestStateRanking_keepsWhatTheReportSays(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []scoring.Standing
		want string
	}{
		{"the first three of six", []scoring.Standing{{Unit: "u4", Rank: 2}, {Unit: "u2", Rank: 1}, {Unit: "u3", Rank: 3}}, "u2=1 u4=2 u3=3"},
		{"a shared rank, in the report's order", []scoring.Standing{{Unit: "u4", Rank: 1}, {Unit: "u2", Rank: 1}, {Unit: "u3", Rank: 3}}, "u4=1 u2=1 u3=3"},
		{"points without ranks", []scoring.Standing{{Unit: "u1", Points: n("97")}, {Unit: "u2", Points: n("107")}}, "u2=1 u1=2"},
		{"one unit's rank and a band for all", []scoring.Standing{{Unit: "u1", Band: "hoàn thành xuất sắc"}, {Unit: "u2", Rank: 1, Band: "hoàn thành xuất sắc"}}, "u2=1 u1=0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
				id := openSeason(t, db, 6, season.Rules{Scale: n("100")})
				if err := state(db, standingBody, id, c.rows...); err != nil {
					t.Fatal(err)
				}
				rows := standings(t, db, id)
				if got := ranks(rows); got != c.want {
					t.Errorf("ranking %s, want %s", got, c.want)
				}
				for _, s := range rows {
					if !s.Stated || s.Stage != season.Final || s.Points.Known() != s.Percent.Known() {
						t.Errorf("kept as %+v", s)
					}
				}
			})
		})
	}
}

func TestStateRanking_refuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		by    access.Actor
		rows  []scoring.Standing
		kind  refusal.Kind
		field string
		words string
	}{
		{"a unit that is no member", standingBody, []scoring.Standing{{Unit: stranger, Rank: 1}}, refusal.Invalid, "ranking.0.unit", "không phải là thành viên"},
		{"a unit twice", standingBody, []scoring.Standing{{Unit: "u1", Rank: 1}, {Unit: "u1", Rank: 2}}, refusal.Invalid, "ranking.1.unit", "hai lần"},
		{"a rank beyond the members", standingBody, []scoring.Standing{{Unit: "u1", Rank: 3}}, refusal.Invalid, "ranking.0.rank", "quá số đơn vị"},
		{"a rank below 1", standingBody, []scoring.Standing{{Unit: "u1", Rank: -1}}, refusal.Invalid, "ranking.0.rank", "tính từ 1"},
		{"points below 0", standingBody, []scoring.Standing{{Unit: "u1", Points: n("-1")}}, refusal.Invalid, "ranking.0.score", "dưới 0"},
		{"a maximum of 0", standingBody, []scoring.Standing{{Unit: "u1", Points: n("1"), Max: n("0")}}, refusal.Invalid, "ranking.0.max", "lớn hơn 0"},
		{"a member's officer", officer("u1"), []scoring.Standing{{Unit: "u1", Rank: 1}}, refusal.NotAllowed, "", "cơ quan thường trực"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			id := openSeason(t, db, 2, season.Rules{})
			refused(t, state(db, c.by, id, c.rows...), c.kind, c.field, c.words)
			if rows := standings(t, db, id); len(rows) != 0 {
				t.Errorf("something was kept: %+v", rows)
			}
		})
	}
}

func TestStateRanking_standsAgainstAnother(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, season.Rules{Scale: n("100")})
		if err := state(db, standingBody, id, scoring.Standing{Unit: "u1", Rank: 1}); err != nil {
			t.Fatal(err)
		}
		refused(t, state(db, standingBody, id, scoring.Standing{Unit: "u2", Rank: 1}), refusal.Conflict, "", "đã có thứ hạng")
		refused(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := scoring.Recompute(ctx, tx, standingBody, november, id, scoring.Ties{})
			return err
		}), refusal.Conflict, "", "theo báo cáo")
	})
}
