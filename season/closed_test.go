package season_test

import (
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestRegister_refusesWhoeverIsNoMemberAndWhatIsNotYet(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		var stranger string
		do(t, db, func(tx *store.Tx) (err error) {
			stranger, err = org.Add(ctx, tx, standing, day, org.Unit{Name: "Huyện Đô Lương"})
			return err
		})
		register := func(unit string, on vi.Day, r season.Registration) func(*store.Tx) error {
			r.Unit = unit
			return func(tx *store.Tx) error {
				return season.Register(ctx, tx, access.Actor{Role: access.EmulationOfficer, Unit: unit}, on, g.season, r)
			}
		}
		refuses(t, db, refusal.Invalid, "không phải thành viên", register(stranger, day, season.Registration{Day: vi.MustDay("2014-03-02")}))
		refuses(t, db, refusal.Invalid, "ở sau ngày ghi", register(g.unit, vi.MustDay("2014-03-02"), season.Registration{Day: vi.MustDay("2014-03-03")}))
		refuses(t, db, refusal.Invalid, "bị hỏng", register(g.unit, day, season.Registration{Titles: []string{"Cờ", "thi \uFFFDua"}}))
	})
}

// closeYear takes the year to its end by the steps of the machine.
func closeYear(t *testing.T, db *store.DB, id string) {
	t.Helper()
	do(t, db, func(tx *store.Tx) error {
		for _, act := range []string{"start_work", "convene", "close"} {
			if err := season.Move(ctx, tx, standing, day, id, act); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestSeason_thatHasEndedTakesNoMoreRecords(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		closeYear(t, db, g.season)
		officer := access.Actor{Role: access.EmulationOfficer, Unit: g.unit}
		for name, act := range map[string]func(tx *store.Tx) error{
			"rules": func(tx *store.Tx) error { return season.Sign(ctx, tx, standing, day, g.season, season.Rules{}) },
			"a pledge": func(tx *store.Tx) error {
				return season.SignPledge(ctx, tx, standing, day, g.season, season.Pledge{Text: "Giao ước"})
			},
			"a head elected": func(tx *store.Tx) error {
				return season.Elect(ctx, tx, standing, day, g.season, season.Election{Head: g.unit})
			},
			"a registration": func(tx *store.Tx) error {
				return season.Register(ctx, tx, officer, day, g.season, season.Registration{Unit: g.unit})
			},
			"a finding": func(tx *store.Tx) error {
				return season.Write(ctx, tx, standing, day, g.season, []season.Note{{Kind: season.Finding, Text: "Chưa đều."}})
			},
			"a figure": func(tx *store.Tx) error {
				return season.Report(ctx, tx, standing, day, g.season, 1, season.Figure{Name: "Chi hội", Count: exact.Int(1)})
			},
		} {
			t.Run(name, func(t *testing.T) { refuses(t, db, refusal.Closed, "Năm thi đua đã kết thúc", act) })
		}
	})
}

func TestSign_refusesRulesOnceTheResultsByThemArePublic(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error { return season.Publish(ctx, tx, standing, day, g.season, false) })
		sign := func(on vi.Day) func(tx *store.Tx) error {
			return func(tx *store.Tx) error { return season.Sign(ctx, tx, standing, on, g.season, season.Rules{}) }
		}
		refuses(t, db, refusal.Closed, "đã công bố ngày 22/11/2014", sign(day))
		refuses(t, db, refusal.Closed, "đã công bố ngày 22/11/2014", sign(day.AddDays(1)))
	})
}

func TestStillOpen_holdsByDayOfPublicationAndPhase(t *testing.T) {
	for name, c := range map[string]struct {
		year season.Season
		want bool
	}{
		"in work, not published":           {season.Season{Phase: season.Work}, true},
		"published on the day itself":      {season.Season{Phase: season.Work, PublishedOn: day}, false},
		"published the day before":         {season.Season{Phase: season.Work, PublishedOn: day.AddDays(-1)}, false},
		"ended without being published":    {season.Season{Phase: season.Closed}, false},
		"ended and published later":        {season.Season{Phase: season.Closed, PublishedOn: day.AddDays(9)}, false},
		"to be published after the record": {season.Season{Phase: season.Awarding, PublishedOn: day.AddDays(9)}, true},
	} {
		t.Run(name, func(t *testing.T) {
			err := c.year.StillOpen(day, "phong trào")
			if (err == nil) != c.want || !c.want && !refusal.Is(err, refusal.Closed) {
				t.Fatalf("got %v", err)
			}
		})
	}
}
