package report_test

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/award"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
	"thidua/vi"
)

var (
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	province = award.Scope{All: true, Province: "tinh-thu"}
	today    = vi.MustDay("2014-12-10")
)

// typed is a figure with all that it needs.
func typed(row string, column, seen, n int) report.Figure {
	return report.Figure{Row: row, Column: column, Version: seen, N: n, Reason: "Số thử", Document: "Báo cáo số 12/BC-SNV"}
}

func fill(db *store.DB, by access.Actor, f report.Form, scope award.Scope, x report.Figure) error {
	return db.Write(context.Background(), func(tx *store.Tx) error {
		return f.Type(context.Background(), tx, by, today, 2014, scope, x)
	})
}

// shown are the figures of a form and all that was typed into it.
func shown(t *testing.T, db *store.DB, f report.Form, scope award.Scope) (cells [][]report.Cell, history []report.Figure) {
	t.Helper()
	err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		if cells, err = f.Cells(context.Background(), tx, 2014, scope); err != nil {
			return err
		}
		history, err = f.Figures(context.Background(), tx, 2014, scope)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return cells, history
}

func TestType_keepsEveryVersionAndShowsTheLast(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		f := form(t, "0604")
		withdrawn := typed("02", 0, 2, 0)
		withdrawn.Withdrawn = true
		for i, step := range []struct {
			x    report.Figure
			want int // -1 = nothing stands
		}{{typed("02", 0, 0, 3), 3}, {typed("02", 0, 1, 5), 5}, {withdrawn, -1}, {typed("02", 0, 3, 0), 0}} {
			if err := fill(db, standing, f, province, step.x); err != nil {
				t.Fatal(err)
			}
			cells, history := shown(t, db, f, province)
			got := -1
			if c := cellOf(t, f, cells, "02", 0); c.Typed != nil {
				got = c.Typed.N
			}
			if got != step.want || len(history) != i+1 || history[i].By != standing.Name || history[i].On != today || history[i].At.IsZero() {
				t.Errorf("step %d: %d stands, history %+v", i+1, got, history)
			}
		}
		if cells, _ := shown(t, db, f, award.Scope{All: true, Province: "tinh-khac"}); cellOf(t, f, cells, "02", 0).Typed != nil {
			t.Error("another province sees the figure")
		}
		if n := entries(t, db); n != 4 {
			t.Errorf("%d entries in the journal", n)
		}
	})
}

func entries(t *testing.T, db *store.DB) (n int) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = $1`, string(access.FillReport))
		return err
	})
	return n
}

func TestType_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		record(t, db, "155/QĐ-UBND", "2014-01-20", "province_flag", "province_certificate_of_merit")
		awards, people := form(t, "0603"), form(t, "0605")
		for _, x := range []report.Figure{typed("age-1", 0, 0, 4), typed("age-1", 1, 0, 2)} {
			if err := fill(db, standing, people, award.Whole, x); err != nil {
				t.Fatal(err)
			}
		}
		noReason, noDocument, nothing := typed("11", 0, 0, 1), typed("11", 0, 0, 1), typed("11", 0, 0, 0)
		noReason.Reason, noDocument.Document, nothing.Withdrawn = " ", "", true
		before := entries(t, db)
		for name, c := range map[string]struct {
			by   access.Actor
			form report.Form
			x    report.Figure
			kind refusal.Kind
		}{
			"an officer of a unit":                {access.Actor{Role: access.EmulationOfficer, Unit: "u"}, people, typed("age-2", 0, 0, 1), refusal.NotAllowed},
			"the inspector":                       {access.Actor{Role: access.Inspector}, people, typed("age-2", 0, 0, 1), refusal.NotAllowed},
			"the council's secretary":             {access.Actor{Role: access.CouncilSecretary}, people, typed("age-2", 0, 0, 1), refusal.NotAllowed},
			"a figure that the records know":      {standing, awards, typed("01", 1, 0, 9), refusal.Unsatisfied},
			"a nought that the records know":      {standing, awards, typed("04", 1, 0, 1), refusal.Unsatisfied},
			"less than what is on record":         {standing, awards, typed("01", 0, 0, 1), refusal.Invalid},
			"more than what is on record":         {standing, awards, typed("11", 1, 0, 2), refusal.Invalid},
			"less than none":                      {standing, people, typed("age-2", 0, 0, -1), refusal.Invalid},
			"too many":                            {standing, people, typed("age-2", 0, 0, report.MostTyped+1), refusal.Invalid},
			"no reason":                           {standing, awards, noReason, refusal.Invalid},
			"no document":                         {standing, awards, noDocument, refusal.Invalid},
			"more women than people":              {standing, people, typed("age-1", 1, 1, 5), refusal.Invalid},
			"fewer people than women":             {standing, people, typed("age-1", 0, 1, 1), refusal.Invalid},
			"a stale page":                        {standing, people, typed("age-1", 0, 0, 7), refusal.Conflict},
			"a page newer than the records":       {standing, people, typed("age-1", 0, 2, 7), refusal.Conflict},
			"to withdraw what was never typed":    {standing, awards, nothing, refusal.NotFound},
			"a row that the form has not":         {standing, people, typed("01", 0, 0, 1), refusal.NotFound},
			"a heading":                           {standing, people, typed("", 0, 0, 1), refusal.NotFound},
			"a column that the form has not":      {standing, people, typed("age-1", 2, 0, 1), refusal.NotFound},
			"a column before the form's first is": {standing, people, typed("age-1", -1, 0, 1), refusal.NotFound},
		} {
			if err := fill(db, c.by, c.form, award.Whole, c.x); !refusal.Is(err, c.kind) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if after := entries(t, db); after != before {
			t.Errorf("refused acts left %d entries", after-before)
		}
	})
}

func TestCells_putWhatTheRecordsKnowBeforeWhatWasTyped(t *testing.T) {
	db := testkit.SQLite(t)
	f := form(t, "0603")
	record(t, db, "155/QĐ-UBND", "2014-01-20", "province_flag", "province_certificate_of_merit")
	if err := fill(db, standing, f, award.Whole, typed("11", 1, 0, 1)); err != nil {
		t.Fatal(err)
	}
	cells, _ := shown(t, db, f, award.Whole)
	if c := cellOf(t, f, cells, "11", 1); c.Typed == nil || c.Typed.N != 1 || c.Open != 1 {
		t.Errorf("typed: %+v", c)
	}
	testkit.Exec(t, db, `UPDATE statistical_figure SET row_code = '02'`) // a collective's certificates, of which the register knows
	cells, _ = shown(t, db, f, award.Whole)
	if c := cellOf(t, f, cells, "02", 1); c.Typed != nil || !c.Known() {
		t.Errorf("known: %+v", c)
	}
}

// Whatever the form: numbers of columns begin with 1 and leave none out, codes
// name one row each, and a part has the column it is of before it.
func TestForms_areWellFormed(t *testing.T) {
	for _, f := range report.Forms {
		codes := map[string]bool{}
		for _, r := range f.Rows {
			if r.Code != "" && codes[r.Code] {
				t.Errorf("%s: two rows %s", f.Code, r.Code)
			}
			codes[r.Code] = true
		}
		last := 0
		for i, c := range f.Columns {
			if n := f.No(i); n != last && n != last+1 {
				t.Errorf("%s: column %d is numbered %d after %d", f.Code, i, n, last)
			}
			last = f.No(i)
			if c.Part && i == 0 {
				t.Errorf("%s: a part of nothing", f.Code)
			}
		}
	}
}

// Whatever is typed one after another: what the last said stands, unless it was
// refused.
func TestType_theLastAcceptedStands(t *testing.T) {
	db := testkit.SQLite(t)
	f, year := form(t, "0605"), 0
	rapid.Check(t, func(rt *rapid.T) {
		year++
		scope := award.Scope{All: true, Province: vi.FormatInt(int64(year))}
		version, stands := 0, -1
		for range rapid.IntRange(1, 6).Draw(rt, "times") {
			x := typed("education-4", 0, version-rapid.IntRange(0, 1).Draw(rt, "late"), rapid.IntRange(-2, 50).Draw(rt, "n"))
			x.Withdrawn = rapid.Bool().Draw(rt, "withdrawn")
			late := x.Version != version
			err := fill(db, standing, f, scope, x)
			if allowed := !late && (x.Withdrawn && stands >= 0 || !x.Withdrawn && x.N >= 0); allowed != (err == nil) {
				rt.Fatalf("%+v over %d: %v", x, stands, err)
			}
			if err == nil {
				version++
				if stands = x.N; x.Withdrawn {
					stands = -1
				}
			}
		}
		cells, history := shown(t, db, f, scope)
		got := -1
		if c := cellOf(t, f, cells, "education-4", 0); c.Typed != nil {
			got = c.Typed.N
		}
		if got != stands || len(history) != version {
			rt.Fatalf("%d stands, want %d; %d versions, want %d", got, stands, len(history), version)
		}
	})
}
