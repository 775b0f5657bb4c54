package report_test

import (
	"context"
	"fmt"
	"testing"

	"thidua/award"
	"thidua/internal/testkit"
	"thidua/report"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

func TestForm_partsAwardsOfOneTitleByRecipient(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		recordFor(t, db, "1/QĐ-TTg", "2014-03-01", rulebook.PrimeMinisterMerit, award.Collective, award.Collective, award.Individual, award.Household)
		f := form(t, "0602")
		_ = db.Read(context.Background(), func(tx *store.Tx) error {
			facts, err := f.Facts(context.Background(), tx, 2014, award.Whole)
			if err != nil {
				t.Fatal(err)
			}
			cells := f.Fill(facts)
			for name, c := range map[string]struct {
				row    string
				column int
				want   report.Cell
			}{
				"all":                            {"01", 0, report.Cell{N: 4, Sample: 4, Least: true}},
				"collectives":                    {"01", 8, report.Cell{N: 2, Open: 1, Sample: 3}},
				"individuals":                    {"01", 9, report.Cell{N: 1, Open: 1, Sample: 2}},
				"collectives among collectives":  {"06", 8, report.Cell{N: 2, Sample: 2}},
				"individuals among collectives":  {"06", 9, report.Cell{}},
				"a household, its column untold": {"08", 8, report.Cell{Open: 1, Sample: 1}},
				"another title":                  {"01", 7, report.Cell{}},
			} {
				if got := cellOf(t, f, cells, c.row, c.column); got != c.want {
					t.Errorf("%s: got %+v, want %+v", name, got, c.want)
				}
			}
			listed(t, tx, f, cells)
			return nil
		})
		if f.No(8) != 7 || f.No(9) != 7 || f.No(11) != 9 {
			t.Errorf("numbers %d %d %d, want 7 7 9 as printed", f.No(8), f.No(9), f.No(11))
		}
	})
}

func TestForm_partsAwardsByWayAndLeavesOpenWhatNoRecordTells(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ways := []rulebook.Category{rulebook.Merit, rulebook.Merit, rulebook.Thematic, rulebook.AdHoc, rulebook.Foreign, rulebook.Dedication, rulebook.LongService, rulebook.Resistance}
		give(t, db, rulebook.ProvinceMerit, "7/QĐ-UBND", "2014-01-20", ways...)
		give(t, db, rulebook.ProvinceMerit, "8/QĐ-UBND", "2013-12-31", rulebook.AdHoc)
		give(t, db, rulebook.ProvinceMerit, "9/QĐ-UBND", "2014-02-20", rulebook.AdHoc, "")
		_ = db.Read(context.Background(), func(tx *store.Tx) error {
			f := form(t, "0603")
			facts, err := f.Facts(context.Background(), tx, 2014, award.Whole)
			if err != nil {
				t.Fatal(err)
			}
			cells := f.Fill(facts)
			for row, n := range map[string]int{"11": 2, "12": 1, "13": 2, "14": 1, "15": 1, "16": 1, "17": 1} {
				if got, want := cellOf(t, f, cells, row, 1), (report.Cell{N: n, Open: 1, Sample: n + 1}); got != want {
					t.Errorf("row %s: got %+v, want %+v", row, got, want)
				}
			}
			listed(t, tx, f, cells)
			return nil
		})
	})
}

func TestForm_hasARowForEveryKindOfAchievement(t *testing.T) {
	for code, title := range map[string]award.Code{"0602": rulebook.PrimeMinisterMerit, "0603": rulebook.ProvinceMerit} {
		db, f := testkit.SQLite(t), form(t, code)
		give(t, db, title, "7/QĐ-UBND", "2014-01-20", rulebook.AllCategories...)
		_ = db.Read(context.Background(), func(tx *store.Tx) error {
			facts, err := f.Facts(context.Background(), tx, 2014, award.Whole)
			if err != nil {
				t.Fatal(err)
			}
			counted := 0
			for i, cells := range f.Fill(facts) {
				if row := f.Rows[i]; row.Breakdown == "way" {
					counted += cells[0].N
					if cells[0].N != 1 || cells[0].Open != 0 {
						t.Errorf("%s row %s: %+v, want the one award of its kind", code, row.Code, cells[0])
					}
				}
			}
			if counted != len(rulebook.AllCategories) {
				t.Errorf("%s: %d of %d", code, counted, len(rulebook.AllCategories))
			}
			return nil
		})
	}
}

// give records a decision that gives a person the title for each category.
func give(t *testing.T, db *store.DB, title award.Code, number, day string, categories ...rulebook.Category) {
	t.Helper()
	var awards []award.Award
	for i, category := range categories {
		awards = append(awards, award.Award{Kind: award.Individual, Name: fmt.Sprintf("Người thử %d", i), UnitName: "Sở thử", Title: title, TitleName: "theo quyết định", Category: category, Year: 2013, Sample: true})
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := award.Record(ctx, tx, standing, vi.MustDay("2014-11-22"), award.Decision{Number: number, Day: vi.MustDay(day), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true}, awards)
		return err
	})
}

// recordFor records a decision that gives one title to recipients of such kinds.
func recordFor(t *testing.T, db *store.DB, number, day string, title award.Code, kinds ...award.Recipient) {
	t.Helper()
	var awards []award.Award
	for i, kind := range kinds {
		awards = append(awards, award.Award{Kind: kind, Name: fmt.Sprintf("Tên thử %d", i), UnitName: "Sở thử", Title: title, TitleName: "theo quyết định", Year: 2013, Sample: true})
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := award.Record(ctx, tx, standing, vi.MustDay("2014-11-22"), award.Decision{Number: number, Day: vi.MustDay(day), Authority: "Thủ tướng Chính phủ", Sample: true}, awards)
		return err
	})
}
