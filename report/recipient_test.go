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
