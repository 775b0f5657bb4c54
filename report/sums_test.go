package report_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/award"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/report"
	"thidua/store"
)

// launch records so many movements without an end, each regular, of a cluster
// whose standing body is that unit; "" for none.
func launch(t *testing.T, db *store.DB, cluster, standingBody string, movements ...string) {
	t.Helper()
	body := "NULL"
	if standingBody != "" {
		body = "'" + standingBody + "'"
	}
	statements := []string{
		`INSERT INTO cluster (id, name, fold, kind, standing_body_unit) VALUES ('` + cluster + `', 'Cụm thử', 'cum thu', 'cum', ` + body + `)`,
		`INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
			VALUES ('s-` + cluster + `', '` + cluster + `', '` + cluster + `', '2014', 2014, 'work', '{}', 0, '', '{}', '{}', '[]', false)`,
	}
	for _, m := range movements {
		statements = append(statements, `INSERT INTO movement (id, season_id, name, fold, kind, launched_on, ends_on, launched_by, period_text, results, illustrative)
			VALUES ('`+m+`', 's-`+cluster+`', 'Phong trào thử', '`+m+`', 'regular', '', '', '', '', '', false)`)
	}
	testkit.Exec(t, db, statements...)
}

func TestType_refusesWhatContradictsTheSumThatTheFormStates(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		launch(t, db, "c", "", "m1", "m2", "m3", "m4", "m5")
		f := form(t, "0601")
		type step struct {
			row      string
			column   int
			seen, n  int
			withdraw bool
			says     string // "" = it is taken
		}
		for i, s := range []step{
			{row: "01", column: 1, n: 1},
			{row: "01", column: 2, n: 5, says: "Các cột 2, 3, 4 cộng lại là 6, không khớp cột 1 là 5"},
			{row: "01", column: 2, n: 2},
			{row: "01", column: 3, n: 1, says: "Các cột 2, 3, 4 cộng lại là 4, không khớp cột 1 là 5"},
			{row: "01", column: 3, n: 2},
			{row: "01", column: 2, seen: 1, n: 1, says: "cộng lại là 4"},
			{row: "01", column: 3, seen: 1, withdraw: true},
			{row: "01", column: 2, seen: 1, n: 1},
			{row: "01", column: 3, seen: 2, n: 3},
			{row: "06", column: 0, n: 4},
			{row: "07", column: 0, n: 2, says: "Các dòng 06, 07, 08, 09, 10 cộng lại là 6, không khớp dòng 01 là 5"},
			{row: "07", column: 0, n: 1},
			{row: "04", column: 1, n: 0, says: "Các dòng 02, 03, 04, 05 cộng lại là 0, không khớp dòng 01 là 1"},
			{row: "04", column: 1, n: 1},
		} {
			x := typed(s.row, s.column, s.seen, s.n)
			x.Withdrawn = s.withdraw
			err := fill(db, standing, f, award.Whole, x)
			if e := refusal.Of(err); (err == nil) != (s.says == "") || e != nil && (e.Field != report.FigureField || !strings.Contains(e.Sentence, s.says)) {
				t.Fatalf("step %d: %v, want %q", i+1, err, s.says)
			}
		}
	})
}

// Whatever is typed into the columns of 0601, in any order: once all are told
// they make the total.
func TestType_leavesNoWholeRowThatDoesNotAddUp(t *testing.T) {
	db := testkit.SQLite(t)
	launch(t, db, "c", "", "m1", "m2", "m3", "m4")
	f, year := form(t, "0601"), 0
	rapid.Check(t, func(rt *rapid.T) {
		year++
		scope := award.Scope{All: true, Province: "p" + string(rune('a'+year%26)) + strings.Repeat("x", year/26)}
		seen := map[int]int{}
		for range rapid.IntRange(1, 12).Draw(rt, "times") {
			column := rapid.IntRange(1, 3).Draw(rt, "column")
			x := typed("01", column, seen[column], rapid.IntRange(0, 4).Draw(rt, "n"))
			x.Withdrawn = rapid.Bool().Draw(rt, "withdrawn")
			if fill(db, standing, f, scope, x) == nil {
				seen[column]++
			}
		}
		cells, _ := shown(t, db, f, scope)
		made, told := 0, 0
		for column := 1; column <= 3; column++ {
			if c := cellOf(t, f, cells, "01", column); c.Typed != nil {
				made, told = made+c.Typed.N, told+1
			}
		}
		if whole := cellOf(t, f, cells, "01", 0).N; told == 3 && made != whole || made > whole {
			rt.Fatalf("%d columns make %d of %d", told, made, whole)
		}
	})
}

func TestMovementsOf_leavesOutThoseOfAnotherProvince(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		testkit.Exec(t, db,
			`INSERT INTO unit (id, level) VALUES ('nghe-an', 'province'), ('ha-tinh', 'province'), ('so-na', 'department'), ('so-ht', 'department')`,
			`INSERT INTO unit_name (unit_id, name, short_name, kind, parent_id, fold, sort_key) VALUES ('nghe-an', 'Tỉnh Nghệ An', 'Nghệ An', 'province', NULL, 'nghe an', '1'),
				('ha-tinh', 'Tỉnh Hà Tĩnh', 'Hà Tĩnh', 'province', NULL, 'ha tinh', '2'), ('so-na', 'Sở Nội vụ', 'Sở Nội vụ', 'department', 'nghe-an', 'so noi vu', '3'),
				('so-ht', 'Sở Nội vụ', 'Sở Nội vụ', 'department', 'ha-tinh', 'so noi vu', '4')`)
		launch(t, db, "na", "so-na", "m1", "m2")
		launch(t, db, "ht", "so-ht", "m3")
		launch(t, db, "khong", "", "m4")
		for seat, want := range map[string]string{"nghe-an": "m1 m2 m4", "ha-tinh": "m3 m4", "": "m1 m2 m3 m4"} {
			var got []string
			err := db.Read(context.Background(), func(tx *store.Tx) error {
				all, err := report.MovementsOf(context.Background(), tx, 2014, award.Scope{All: true, Province: seat})
				for _, m := range all {
					got = append(got, m.ID)
				}
				return err
			})
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("a standing body of %q counts %v, want %s (%v)", seat, got, want, err)
			}
		}
	})
}
