package target_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
)

var (
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	officer  = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong"}
	day      = vi.MustDay("2014-11-05")
)

// work is one try within a transaction.
type work = func(context.Context, *store.Tx) error

// begin puts a season with one member, and a unit that is none, on record.
func begin(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('con_cuong', 'district'), ('do_luong', 'district')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', 'con_cuong', 1)`,
		testkit.Season("s", "c", 2014, "work", 1),
	)
}

// assigned defines the poverty indicator and gives Con Cuông its target.
func assigned(t *testing.T, db *store.DB) (indicator, id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		i, tt := poverty("31.4")
		i.Season, i.AssignedBy = "s", "UBND tỉnh"
		if indicator, err = target.Define(ctx, tx, standing, day, i); err != nil {
			return err
		}
		tt.Indicator, tt.Unit, tt.Yearly, tt.Sample = indicator, "con_cuong", map[int]exact.Number{2014: exact.Must("22.5")}, true
		id, err = target.Assign(ctx, tx, standing, day, tt)
		return err
	})
	return indicator, id
}

func report(t *testing.T, db *store.DB, id string, year int, value string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return target.Report(ctx, tx, officer, day, id, target.Actual{Year: year, Value: exact.Must(value)})
	})
}

func ofSeason(t *testing.T, db *store.DB) (all []target.Indicator, statements int) {
	t.Helper()
	ctx, n := store.CountStatements(context.Background())
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		all, err = target.OfSeason(ctx, tx, "s")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all, *n
}

func TestTarget_keepsWhatWasAssignedAndReported(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		_, id := assigned(t, db)
		report(t, db, id, 2014, "20.9")
		report(t, db, id, 2013, "22.8")
		report(t, db, id, 2014, "20.8")
		all, statements := ofSeason(t, db)
		if statements > 3 {
			t.Errorf("a season's targets took %d statements", statements)
		}
		if len(all) != 1 || all[0].AssignedBy != "UBND tỉnh" || len(all[0].Targets) != 1 {
			t.Fatalf("the season came back as %+v", all)
		}
		tt := all[0].Targets[0]
		if tt.ID != id || tt.Unit != "con_cuong" || tt.TermFrom != 2010 || tt.TermTo != 2015 || tt.TermValue.String() != "20" ||
			tt.BaseYear != 2010 || tt.BaseValue.String() != "31.4" || tt.Yearly[2014].String() != "22.5" || tt.AssignedOn != day || !tt.Sample {
			t.Errorf("the target came back as %+v", tt)
		}
		if len(tt.Actuals) != 2 || tt.Actuals[0].Year != 2013 || tt.Actuals[1].Value.String() != "20.8" || tt.Actuals[1].ReportedOn != day {
			t.Errorf("the figures came back as %+v", tt.Actuals)
		}
		if n := journalled(t, db, "target:"+id); n != 4 {
			t.Errorf("the journal keeps %d of the four acts", n)
		}
	})
}

func TestAdjust_changesTheTargetAndKeepsTheFigures(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		indicator, id := assigned(t, db)
		report(t, db, id, 2014, "20.8")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, tt := poverty("31.4")
			tt.Indicator, tt.Unit, tt.TermValue = indicator, "con_cuong", exact.Int(21)
			return target.Adjust(ctx, tx, standing, day, tt, "Điều chỉnh theo chuẩn nghèo mới.")
		})
		all, _ := ofSeason(t, db)
		tt := all[0].Targets[0]
		if tt.ID != id || tt.TermValue.String() != "21" || len(tt.Yearly) != 0 || len(tt.Actuals) != 1 {
			t.Errorf("the adjusted target came back as %+v", tt)
		}
		if n := journalled(t, db, "target:"+id); n != 3 {
			t.Errorf("the journal keeps %d of the three acts", n)
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
