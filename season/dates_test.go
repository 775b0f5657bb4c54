package season_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func redate(tx *store.Tx, g ground, c season.Calendar, reason string) error {
	s, err := season.ByID(ctx, tx, g.season)
	if err != nil {
		return err
	}
	return season.Redate(ctx, tx, seated(g), day, g.season, s.Calendar.Mark(), c, reason)
}

// running is a year in self-scoring from 10 to 25 November; today is the 22nd.
func running(t *testing.T, db *store.DB) ground {
	g := lay(t, db)
	do(t, db, func(tx *store.Tx) error {
		if err := redate(tx, g, season.Calendar{span(season.SelfScoring, "2014-11-10", "2014-11-25")}, "Lập lịch"); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE season SET phase = 'self_scoring'`)
		return err
	})
	return g
}

func TestRedate_setsAndExtends(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := running(t, db)
		do(t, db, func(tx *store.Tx) error {
			return redate(tx, g, season.Calendar{span(season.SelfScoring, "2014-11-10", "2014-11-28"),
				{Phase: season.Conferring, From: vi.MustDay("2014-12-10"), Place: "  Thanh  Chương "}, {Phase: season.Council}}, "Lũ, mất liên lạc")
		})
		do(t, db, func(tx *store.Tx) error {
			s, err := season.ByID(ctx, tx, g.season)
			if err != nil {
				return err
			}
			if conference, _ := s.Calendar.Of(season.Conferring); len(s.Calendar) != 2 || conference.Place != "Thanh Chương" {
				t.Errorf("%+v", s.Calendar)
			}
			changes, err := season.DateChanges(ctx, tx, g.season)
			if err != nil {
				return err
			}
			// Before: the pledge's days left out, self-scoring stated; now: extended, and the conference.
			if n := len(changes); n != 4 || !changes[2].Later() || changes[2].Reason != "Lũ, mất liên lạc" || changes[2].By != "Chuyên viên" || changes[3].Phase != season.Conferring {
				t.Errorf("%+v", changes)
			}
			return nil
		})
	})
}

func TestRedate_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := running(t, db)
		self := func(from, to string) season.Calendar { return season.Calendar{span(season.SelfScoring, from, to)} }
		for _, c := range []struct {
			name string
			kind refusal.Kind
			says string
			act  func(tx *store.Tx) error
		}{
			{"an extension without a reason", refusal.Invalid, "phải ghi lý do", func(tx *store.Tx) error { return redate(tx, g, self("2014-11-10", "2014-11-30"), " ") }},
			{"a running deadline brought back before today", refusal.Invalid, "chưa hết", func(tx *store.Tx) error { return redate(tx, g, self("2014-11-10", "2014-11-20"), "vội") }},
			{"a phase that ends before it begins", refusal.Invalid, "trước khi bắt đầu", func(tx *store.Tx) error { return redate(tx, g, self("2014-11-28", "2014-11-26"), "x") }},
			{"phases that overlap", refusal.Invalid, "chồng lên nhau", func(tx *store.Tx) error {
				return redate(tx, g, append(self("2014-11-10", "2014-11-25"), span(season.CrossScoring, "2014-11-20", "2014-11-30")), "x")
			}},
			{"a phase that is none", refusal.Invalid, "Không có bước", func(tx *store.Tx) error { return redate(tx, g, season.Calendar{span("party", "2014-11-10", "")}, "x") }},
			{"dates seen before somebody changed them", refusal.Conflict, "Có người vừa sửa", func(tx *store.Tx) error {
				return season.Redate(ctx, tx, seated(g), day, g.season, season.Calendar{}.Mark(), self("2014-11-10", "2014-11-30"), "x")
			}},
			{"an officer", refusal.NotAllowed, "gia hạn", func(tx *store.Tx) error {
				return season.Redate(ctx, tx, access.Actor{Role: access.EmulationOfficer, Unit: g.unit, Person: "o", Cluster: g.cluster}, day, g.season, "", nil, "x")
			}},
			{"the head of another cluster", refusal.NotAllowed, "cho cụm này", func(tx *store.Tx) error {
				return season.Redate(ctx, tx, access.Actor{Role: access.ClusterHead, Unit: g.unit, Person: "o", Cluster: "another"}, day, g.season, "", nil, "x")
			}},
			{"a year that has ended", refusal.Closed, "kết thúc", func(tx *store.Tx) error {
				if _, err := tx.Exec(ctx, `UPDATE season SET phase = 'closed'`); err != nil {
					return err
				}
				return redate(tx, g, self("2014-11-10", "2014-11-30"), "x")
			}},
		} {
			t.Run(c.name, func(t *testing.T) { refuses(t, db, c.kind, c.says, c.act) })
		}
	})
}

func TestRedate_aDeadlineGoneByMovesOnlyWithAReason(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db) // the pledge ended on 28 March
		for _, to := range []string{"2014-03-20", "2014-12-01", ""} {
			refuses(t, db, refusal.Invalid, "phải ghi lý do", func(tx *store.Tx) error {
				return redate(tx, g, season.Calendar{span(season.Pledging, "2014-03-01", to)}, "")
			})
		}
		do(t, db, func(tx *store.Tx) error {
			return redate(tx, g, season.Calendar{span(season.Pledging, "2014-03-01", "2014-12-01")}, "Bổ sung giao ước")
		})
	})
}

func TestLater_keepsEveryPhaseAndItsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anyDay := rapid.Custom(func(t *rapid.T) vi.Day {
			return vi.MustDay("2011-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		})
		from := anyDay.Draw(t, "from")
		c := season.Calendar{{Phase: season.SelfScoring, From: from, To: from.AddDays(rapid.IntRange(0, 400).Draw(t, "length")), Place: "x"}, {Phase: season.Conferring}}
		years := rapid.IntRange(0, 5).Draw(t, "years")
		later := c.Later(years)
		if len(later) != 2 || len(later.Faults()) > 0 || later[0].From.Year() != from.Year()+years || !later[1].From.IsZero() || later[0].Place != "" {
			t.Fatalf("%+v became %+v", c, later)
		}
	})
}
