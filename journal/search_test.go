package journal_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

func TestSearch_findsByPersonActObjectAndDay(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		day := vi.MustDay("2014-11-22")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, e := range []struct {
				person string
				act    access.Act
				object string
			}{{"p1", access.SelfScore, "score_sheet:1"}, {"p2", access.SelfScore, "score_sheet:2"}, {"p1", access.Export, "page:/x"}, {"", access.OpenSeason, "season:1"}} {
				by := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Person: e.person, Unit: "u"}
				if err := journal.Record(ctx, tx, by, day, e.act, e.object, nil); err != nil {
					return err
				}
			}
			return nil
		})
		for name, c := range map[string]struct {
			f    journal.Filter
			want int
		}{
			"everything":                    {journal.Filter{}, 4},
			"a person":                      {journal.Filter{Person: "p1"}, 2},
			"a person's act":                {journal.Filter{Person: "p1", Act: string(access.Export)}, 1},
			"a kind of object":              {journal.Filter{Object: "score_sheet"}, 2},
			"a wildcard is a letter":        {journal.Filter{Object: "score%"}, 0},
			"one of several people":         {journal.Filter{Among: []string{"p1", "p2"}}, 3},
			"several objects":               {journal.Filter{Objects: []string{"score_sheet:2", "season:1"}}, 2},
			"one of nobody":                 {journal.Filter{Among: []string{}}, 0},
			"the day it was recorded":       {journal.Filter{From: day, To: day}, 4},
			"the day after it was recorded": {journal.Filter{From: day.AddDays(1)}, 0},
		} {
			t.Run(name, func(t *testing.T) {
				testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
					page, total, err := journal.Search(ctx, tx, c.f, 1, 0)
					if total != c.want || len(page) != min(1, c.want) {
						t.Errorf("found %d, page of %d; want %d", total, len(page), c.want)
					}
					return err
				})
			})
		}
	})
}

func TestExtract_tellsEveryAlteration(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		var x journal.Extract
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			for range 3 {
				if err := journal.Record(ctx, tx, access.Actor{Name: "Thư ký", Person: "p"}, vi.MustDay("2014-11-22"), access.Export, "page:/", nil); err != nil {
					return err
				}
			}
			page, _, err := journal.Search(ctx, tx, journal.Filter{}, 10, 0)
			if err != nil {
				return err
			}
			x, err = journal.Seal(ctx, tx, journal.Extract{For: "tất cả", By: "Thanh tra", Entries: page})
			return err
		})
		again, err := journal.ReadExtract([]byte(store.Text(x)))
		if err != nil || len(again.Check()) != 0 {
			t.Fatalf("an extract as it was issued is refused: %v %v", err, again.Check())
		}
		for name, alter := range map[string]func(x *journal.Extract){
			"another actor":     func(x *journal.Extract) { x.Entries[1].Actor = "Người khác" },
			"an entry taken":    func(x *journal.Extract) { x.Entries = x.Entries[:2] },
			"another question":  func(x *journal.Extract) { x.For = "một phần" },
			"another signature": func(x *journal.Extract) { x.Sign = "AAAA" },
			"no key":            func(x *journal.Extract) { x.Key = "" },
		} {
			copied, _ := journal.ReadExtract([]byte(store.Text(x)))
			alter(&copied)
			if len(copied.Check()) == 0 {
				t.Errorf("%s is not told", name)
			}
		}
	})
}
