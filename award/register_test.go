package award_test

import (
	"context"
	"fmt"
	"testing"

	"thidua/access"
	"thidua/award"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx      = context.Background()
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
	today    = vi.MustDay("2014-11-22")
)

func decision(number string) award.Decision {
	return award.Decision{Number: number, Day: vi.MustDay("2014-01-20"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true}
}

func person(name, unit string) award.Award {
	return award.Award{Kind: award.Individual, Name: name, UnitName: unit, Title: "base_emulation_fighter", TitleName: "Chiến sĩ thi đua cơ sở", Year: 2013, Sample: true}
}

func record(t *testing.T, db *store.DB, d award.Decision, awards ...award.Award) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = award.Record(ctx, tx, standing, today, d, awards)
		return err
	})
	return id
}

func search(t *testing.T, db *store.DB, q award.Query, s award.Scope) (page award.Page) {
	t.Helper()
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		page, err = award.Search(ctx, tx, q, s)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return page
}

func TestRecord_givesPlacesWithoutGapsAndRefusesTheDecisionTwice(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := record(t, db, decision("155/QĐ-UBND"), person("Nguyễn Văn Hòa", "Sở Nội vụ"), person("Lô Thị Thúy", "Sở Nội vụ"))
		_ = db.Read(ctx, func(tx *store.Tx) error {
			d, all, err := award.Of(ctx, tx, id, award.Whole)
			if err != nil || d.Awards != 2 || all[0].Place != 1 || all[1].Place != 2 || all[1].Name != "Lô Thị Thúy" {
				t.Errorf("got %+v, %+v, %v", d, all, err)
			}
			return nil
		})
		for name, c := range map[string]struct {
			number string
			awards []award.Award
			kind   refusal.Kind
		}{
			"the same number otherwise written": {"Số 0155/qd-ubnd", []award.Award{person("Vi Văn Sơn", "")}, refusal.Conflict},
			"no number":                         {" ", []award.Award{person("Vi Văn Sơn", "")}, refusal.Invalid},
			"nobody":                            {"156/QĐ-UBND", nil, refusal.Invalid},
			"a gap in the places":               {"156/QĐ-UBND", []award.Award{placed(person("Vi Văn Sơn", ""), 1), placed(person("Vi Văn An", ""), 3)}, refusal.Invalid},
			"a formula for a name":              {"156/QĐ-UBND", []award.Award{person("=1+1", "")}, refusal.Invalid},
			"a year after the decision":         {"156/QĐ-UBND", []award.Award{inYear(person("Vi Văn Sơn", ""), 2015)}, refusal.Invalid},
		} {
			t.Run(name, func(t *testing.T) {
				err := db.Write(ctx, func(tx *store.Tx) error {
					_, err := award.Record(ctx, tx, standing, today, decision(c.number), c.awards)
					return err
				})
				if all := refusal.All(err); len(all) == 0 || all[0].Kind != c.kind {
					t.Errorf("got %v", err)
				}
			})
		}
	})
}

func placed(a award.Award, place int) award.Award { a.Place = place; return a }
func inYear(a award.Award, year int) award.Award  { a.Year = year; return a }

func TestSearch_findsANameHoweverItIsTyped(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		record(t, db, decision("1/QĐ-UBND"), person("Nguyễn Đức Hòa", "Sở Nội vụ"), person("Lý Thị Thúy", "Sở Tài chính"), person("Nguyễn Văn Nguyên", "Sở Nội vụ"))
		for typed, want := range map[string]string{
			"nguyen duc hoa": "Nguyễn Đức Hòa", "Nguyễn Đức Hoà": "Nguyễn Đức Hòa", "ÐỨC HÒA": "Nguyễn Đức Hòa", "duc ho": "Nguyễn Đức Hòa",
			"Ho\u0300a": "Nguyễn Đức Hòa", "lí thị": "Lý Thị Thúy", "Thuý": "Lý Thị Thúy", "hoa nguyen": "Nguyễn Đức Hòa", "van nguyen": "Nguyễn Văn Nguyên",
		} {
			page := search(t, db, award.Query{Name: typed}, award.Whole)
			if len(page.Awards) != 1 || page.Awards[0].Name != want || page.Count != 1 {
				t.Errorf("%q finds %d (%+v), want %s", typed, page.Count, page.Awards, want)
			}
		}
		if page := search(t, db, award.Query{Name: "nguyen"}, award.Whole); page.Count != 2 {
			t.Errorf("nguyen finds %d", page.Count)
		}
		for _, typed := range []string{"guyen", "nguyen thuy", "…", "%", "hoa x"} {
			if page := search(t, db, award.Query{Name: typed}, award.Whole); len(page.Awards) > 0 {
				t.Errorf("%q finds %+v", typed, page.Awards)
			}
		}
	})
}

func TestSearch_pagesThroughEverythingOnceInOneOrder(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		const each = 250 // more than a few of one name
		for n := range 3 {
			var all []award.Award
			for i := range each {
				all = append(all, person(fmt.Sprintf("Trần Văn %c%c%c", 'A'+rune(i%26), 'a'+rune(i/26), 'b'+rune(n)), "Sở Nội vụ"))
			}
			record(t, db, decision(fmt.Sprintf("%d/QĐ-UBND", n+1)), all...)
		}
		for name, c := range map[string]struct {
			q     award.Query
			want  int
			count int
			more  bool
		}{
			"everything":      {award.Query{}, 3 * each, award.CountCap, true},
			"by name":         {award.Query{Name: "tran van"}, 3 * each, award.CountCap, true},
			"by name, a year": {award.Query{Name: "tran van", Year: 2013}, 3 * each, award.CountCap, true},
			"one decision":    {award.Query{Decision: "2/QĐ"}, each, each, false},
			"a unit":          {award.Query{Unit: "so noi vu"}, 3 * each, award.CountCap, true},
			"another year":    {award.Query{Name: "tran van", Year: 2012}, 0, 0, false},
		} {
			t.Run(name, func(t *testing.T) {
				seen := map[string]bool{}
				q := c.q
				for first := true; first || q.After != ""; first = false {
					page := search(t, db, q, award.Whole)
					if first && (page.Count != c.count || page.More != c.more) {
						t.Errorf("counted %d, more %v", page.Count, page.More)
					}
					for _, a := range page.Awards {
						if seen[a.ID] {
							t.Fatalf("%s came twice", a.ID)
						}
						seen[a.ID] = true
					}
					q.After = page.Next
				}
				if len(seen) != c.want {
					t.Errorf("saw %d, want %d", len(seen), c.want)
				}
			})
		}
	})
}
