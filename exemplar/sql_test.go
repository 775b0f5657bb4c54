package exemplar_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/exemplar"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
)

var (
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	head     = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "thanh_chuong"}
	officer  = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong"}
	day      = vi.MustDay("2014-11-22")
)

// work is one try within a transaction.
type work = func(context.Context, *store.Tx) error

// begin puts a season with two units and a movement on record.
func begin(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('con_cuong', 'district'), ('thanh_chuong', 'district')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
		testkit.Season("s", "c", 2014, "work", 2),
		`INSERT INTO movement (id, season_id, name, fold, kind, launched_on, ends_on, launched_by, period_text, results, illustrative)
				VALUES ('m', 's', 'Phong trào', 'phong trao', 'regular', '', '', '', '', '', false)`,
	)
}

func model() exemplar.Exemplar {
	return exemplar.Exemplar{Season: "s", Kind: exemplar.Model, Name: "Mô hình trồng cam", Unit: "con_cuong", Movement: "m", Story: "Nâng thu nhập.", Sample: true}
}

func statement() exemplar.Exemplar {
	return exemplar.Exemplar{Season: "s", Kind: exemplar.Statement, Story: "Nhân rộng nhiều điển hình tiên tiến, nhân tố điển hình mới."}
}

func discovered(t *testing.T, db *store.DB) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = exemplar.Discover(ctx, tx, officer, day, model(), vi.MustDay("2014-05-01"))
		return err
	})
	return id
}

func ofSeason(t *testing.T, db *store.DB) (all []exemplar.Exemplar, statements int) {
	t.Helper()
	ctx, n := store.CountStatements(context.Background())
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		all, err = exemplar.OfSeason(ctx, tx, "s")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all, *n
}

func TestExemplar_goesFromDiscoveryToReplication(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		id := discovered(t, db)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, s := range []exemplar.Step{{Act: exemplar.Verifying}, {Act: exemplar.Recognition, Note: "Thông báo của cụm"}, {Act: exemplar.Publication, On: day}} {
				if err := exemplar.Advance(ctx, tx, standing, day, id, s); err != nil {
					return err
				}
			}
			if _, err := exemplar.Adopt(ctx, tx, head, day, exemplar.Adoption{Exemplar: id, Unit: "thanh_chuong", On: day}); err != nil {
				return err
			}
			_, err := exemplar.Adopt(ctx, tx, standing, day, exemplar.Adoption{Exemplar: id, By: "các xã lân cận", Sample: true})
			return err
		})
		all, statements := ofSeason(t, db)
		if statements > 2 {
			t.Errorf("a season's exemplars took %d statements", statements)
		}
		if len(all) != 1 || all[0].State != exemplar.Replicated || len(all[0].Steps) != 5 || all[0].Steps[2].Note != "Thông báo của cụm" || all[0].Movement != "m" || !all[0].Sample {
			t.Fatalf("the exemplar came back as %+v", all)
		}
		if a := all[0].Adoptions; len(a) != 2 || a[0].Unit != "thanh_chuong" || a[1].By != "các xã lân cận" || !a[1].Sample {
			t.Errorf("the adoptions came back as %+v", a)
		}
	})
}

func TestStatement_isKeptWithoutAName(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			id, err := exemplar.Quote(ctx, tx, head, day, statement(), vi.Day{}, "Báo cáo tại hội nghị")
			if err != nil {
				return err
			}
			_, err = exemplar.Adopt(ctx, tx, head, day, exemplar.Adoption{Exemplar: id, By: "các đơn vị trong cụm"})
			return err
		})
		all, _ := ofSeason(t, db)
		if len(all) != 1 || all[0].Name != "" || all[0].Unit != "" || !all[0].Public() || all[0].State != exemplar.Replicated || all[0].Adoptions[0].By != "các đơn vị trong cụm" {
			t.Errorf("the statement came back as %+v", all)
		}
	})
}
