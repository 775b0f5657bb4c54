package movement_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/movement"
	"thidua/store"
	"thidua/vi"
)

var (
	head    = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "thanh_chuong"}
	officer = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong"}
	guest   = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "do_luong"}
	day     = vi.MustDay("2014-04-10")
)

// year puts a season with two members, and a unit that is none, on record.
func year(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('con_cuong', 'district'), ('thanh_chuong', 'district'), ('do_luong', 'district')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', 'con_cuong', 1), ('c', '2014', 'thanh_chuong', 2)`,
		testkit.Season("s", "c", 2014, "work", 2),
	)
}

func launch(t *testing.T, db *store.DB, m movement.Movement) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = movement.Launch(ctx, tx, head, day, m)
		return err
	})
	return id
}

func newCountryside() movement.Movement {
	return movement.Movement{Season: "s", Name: "Chung sức xây dựng nông thôn mới", Kind: movement.Regular, LaunchedOn: vi.MustDay("2014-03-28")}
}

func ofSeason(t *testing.T, db *store.DB) (all []movement.Movement, statements int) {
	t.Helper()
	ctx, n := store.CountStatements(context.Background())
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		all, err = movement.OfSeason(ctx, tx, "s")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all, *n
}

func TestMovement_keepsLaunchResponsesResultsAndReviews(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		id := launch(t, db, newCountryside())
		launch(t, db, movement.Movement{Season: "s", Name: "Xóa đói, giảm nghèo", Kind: movement.Campaign, Sample: true})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			r := movement.Response{Movement: id, Unit: "con_cuong", On: day, Summary: "Hiến đất  làm đường.",
				Figures: []movement.Figure{{Name: "Đường bê tông", Value: exact.Must("12.5"), Unit: "km", Sample: true}}}
			if err := movement.Respond(ctx, tx, officer, day, r); err != nil {
				return err
			}
			r.Summary = "Hiến đất làm đường, góp ngày công."
			if err := movement.Respond(ctx, tx, officer, day, r); err != nil {
				return err
			}
			if _, err := movement.RecordReview(ctx, tx, head, day, movement.Review{Movement: id, Kind: movement.Final, On: day, Text: "Chuyển biến về hạ tầng."}); err != nil {
				return err
			}
			return movement.StateResults(ctx, tx, head, day, id, "Nâng cao thu nhập.")
		})
		all, statements := ofSeason(t, db)
		if statements > 3 {
			t.Errorf("a season's movements took %d statements", statements)
		}
		if len(all) != 2 || all[0].ID != id || !all[1].Sample || all[0].Results != "Nâng cao thu nhập." {
			t.Fatalf("movements came back as %+v", all)
		}
		r := all[0].Responses
		if len(r) != 1 || r[0].Summary != "Hiến đất làm đường, góp ngày công." || r[0].Figures[0].Value.String() != "12.5" || !r[0].Figures[0].Sample {
			t.Errorf("the response put right came back as %+v", r)
		}
		if v := all[0].Reviews; len(v) != 1 || v[0].Kind != movement.Final || v[0].On != day {
			t.Errorf("the review came back as %+v", v)
		}
		if n := journalled(t, db, "movement_response:"+id+":con_cuong"); n != 2 {
			t.Errorf("the journal keeps %d of the two answers", n)
		}
	})
}

func journalled(t *testing.T, db *store.DB, object string) (n int) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = store.One(context.Background(), tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE object = $1`, object)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}
