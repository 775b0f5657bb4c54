package report_test

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"thidua/award"
	"thidua/internal/testkit"
	"thidua/movement"
	"thidua/report"
	"thidua/store"
	"thidua/vi"
)

func cellOf(t *testing.T, f report.Form, cells [][]report.Cell, code string, column int) report.Cell {
	t.Helper()
	for i, r := range f.Rows {
		if r.Code == code {
			return cells[i][column]
		}
	}
	t.Fatalf("no row %s", code)
	return report.Cell{}
}

func form(t *testing.T, code string) report.Form {
	t.Helper()
	f, ok := report.ByCode(code)
	if !ok {
		t.Fatalf("no form %s", code)
	}
	return f
}

func TestForm_ofASmallRegisterIsTheOneCountedByHand(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		record(t, db, "155/QĐ-UBND", "2014-01-20", "province_flag", "province_certificate_of_merit", "province_emulation_fighter", "labour_order")
		record(t, db, "9/QĐ-UBND", "2013-12-31", "province_flag")
		_ = db.Read(context.Background(), func(tx *store.Tx) error {
			f := form(t, "0603")
			facts, err := f.Facts(context.Background(), tx, 2014, award.Whole)
			if err != nil {
				t.Fatal(err)
			}
			cells := f.Fill(facts)
			for _, c := range []struct {
				row    string
				column int
				want   report.Cell
			}{
				{"01", 0, report.Cell{N: 3}}, {"01", 1, report.Cell{N: 1}}, {"02", 0, report.Cell{N: 1}}, {"02", 3, report.Cell{N: 1}},
				{"05", 0, report.Cell{N: 2}}, {"05", 3, report.Cell{}}, {"04", 0, report.Cell{}},
				{"03", 0, report.Cell{Open: 1}}, {"03", 2, report.Cell{}}, {"10", 0, report.Cell{Open: 2}}, {"11", 0, report.Cell{Open: 3}},
				{"01", 4, report.Cell{Unheld: true}},
			} {
				c.want.Least = c.column == 0           // the register has no badges
				c.want.Sample = c.want.N + c.want.Open // no source gives these awards
				if got := cellOf(t, f, cells, c.row, c.column); got != c.want {
					t.Errorf("row %s column %d: got %+v, want %+v", c.row, c.column+1, got, c.want)
				}
			}
			listed(t, tx, f, cells)
			return nil
		})
	})
}

// listed holds every figure to the awards that are listed behind it.
func listed(t *testing.T, tx *store.Tx, f report.Form, cells [][]report.Cell) {
	t.Helper()
	for i, r := range f.Rows {
		for j := range f.Columns {
			d, told := f.Narrowed(2014, r, j)
			if !told {
				if cells[i][j].N != 0 {
					t.Errorf("row %s column %d: %d records that nothing lists", r.Code, j+1, cells[i][j].N)
				}
				continue
			}
			rows, err := award.InYear(context.Background(), tx, d, award.Whole, 0, 100)
			if err != nil || len(rows) != cells[i][j].N {
				t.Errorf("row %s column %d: %d listed, %d counted, %v", r.Code, j+1, len(rows), cells[i][j].N, err)
			}
		}
	}
}

func record(t *testing.T, db *store.DB, number, day string, titles ...award.Code) {
	t.Helper()
	d := award.Decision{Number: number, Day: vi.MustDay(day), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true}
	var awards []award.Award
	for i, title := range titles {
		a := award.Award{Kind: award.Individual, Name: fmt.Sprintf("Người thử %d", i), UnitName: "Sở thử", Title: title, TitleName: "theo quyết định", Year: 2013, Sample: true}
		if title == "province_flag" {
			a.Kind, a.Name = award.Collective, "Tập thể thử"
		}
		awards = append(awards, a)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := award.Record(ctx, tx, standing, vi.MustDay("2014-11-22"), d, awards)
		return err
	})
}

func TestOfMovement_tellsTheLengthOnlyWhenBothDaysAreStated(t *testing.T) {
	f := form(t, "0601")
	for name, c := range map[string]struct{ first, last, row string }{
		"a quarter":                    {"2014-01-01", "2014-03-31", "06"},
		"a calendar year":              {"2014-01-01", "2014-12-31", "07"},
		"a year and a day":             {"2014-01-01", "2015-01-01", "08"},
		"three years":                  {"2014-01-01", "2016-12-31", "09"},
		"five years":                   {"2014-01-01", "2018-12-31", "10"},
		"a day short of five years":    {"2014-01-01", "2018-12-30", "09"},
		"a day short of a year: under": {"2014-01-01", "2014-12-30", "06"},
	} {
		m := movement.Movement{LaunchedOn: vi.MustDay(c.first), EndsOn: vi.MustDay(c.last)}
		if got := cellOf(t, f, f.Fill([]report.Fact{report.OfMovement(m)}), c.row, 0); got != (report.Cell{N: 1}) {
			t.Errorf("%s: got %+v in row %s", name, got, c.row)
		}
	}
	cells := f.Fill([]report.Fact{report.OfMovement(movement.Movement{LaunchedOn: vi.MustDay("2014-01-01"), Kind: movement.Regular})})
	for row, want := range map[string]report.Cell{"01": {N: 1}, "04": {N: 1}, "02": {}, "07": {Open: 1}, "12": {N: 1}, "11": {}} {
		if got := cellOf(t, f, cells, row, 0); got != want {
			t.Errorf("no last day, row %s: got %+v, want %+v", row, got, want)
		}
	}
}

// Whatever is on record: what the rows of a breakdown count, with what nobody
// told, is what their total counts.
func TestFill_breakdownsWithWhatIsUntoldMakeTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(report.Forms).Draw(t, "form")
		codes := map[string][]string{}
		for _, r := range f.Rows {
			if r.Of == "01" {
				codes[r.Breakdown] = append(codes[r.Breakdown], r.Code)
			}
		}
		total, sample := 0, 0
		told, untold := map[string]int{}, map[string]int{}
		var facts []report.Fact
		for i := range rapid.IntRange(0, 20).Draw(t, "facts") {
			fact := report.Fact{N: rapid.IntRange(1, 1000).Draw(t, "n"), Rows: map[string]string{}}
			fact.Sample = rapid.IntRange(0, fact.N).Draw(t, "illustrative")
			if column := rapid.IntRange(0, len(f.Columns)-1).Draw(t, "column"); column > 0 {
				fact.Columns = []int{column}
			}
			total += fact.N
			sample += fact.Sample
			for b, of := range codes {
				if rapid.Bool().Draw(t, fmt.Sprint(i, b)) {
					fact.Rows[b] = rapid.SampledFrom(of).Draw(t, "row")
					told[b] += fact.N
				} else {
					untold[b] += fact.N
				}
			}
			facts = append(facts, fact)
		}
		sums := map[string]int{}
		for i, cells := range f.Fill(facts) {
			r := f.Rows[i]
			if r.Code == "01" && (cells[0].N != total || cells[0].Open != 0 || cells[0].Sample != sample) {
				t.Fatalf("total %+v, want %d, of them %d illustrative", cells[0], total, sample)
			}
			if r.Of == "01" {
				sums[r.Breakdown] += cells[0].N
				if cells[0].Sample > cells[0].N+cells[0].Open {
					t.Fatalf("row %s: more illustrative than counted: %+v", r.Code, cells[0])
				}
				if cells[0].Open != untold[r.Breakdown] {
					t.Fatalf("row %s leaves %d open, want %d", r.Code, cells[0].Open, untold[r.Breakdown])
				}
			}
		}
		for b := range codes {
			if sums[b] != told[b] || sums[b]+untold[b] != total {
				t.Fatalf("%s: %d + %d of %d", b, sums[b], untold[b], total)
			}
		}
	})
}
