package season_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// pledging puts a year of two members on record, in the pledge phase until
// 31/03/2014.
func pledging(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('a', 'district'), ('b', 'district'), ('x', 'district')`,
		`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) VALUES ('a', 'Huyện A', 'A', 'district', 'a', 'a'), ('b', 'Huyện B', 'B', 'district', 'b', 'b')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum'), ('d', 'Cụm khác', 'cum khac', 'cum')`,
		testkit.Season("s", "c", 2014, "pledge", 2),
		`UPDATE season SET calendar = '[{"phase":"pledge","from":"2014-03-01","to":"2014-03-31"}]'`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position, role) VALUES ('c', '2014', 'a', 1, ''), ('c', '2014', 'b', 2, 'head')`)
}

var (
	intime  = vi.MustDay("2014-03-20")
	late    = vi.MustDay("2014-04-01")
	deskA   = access.Actor{Name: "Cán bộ A", Role: access.EmulationOfficer, Unit: "a", Person: "pa"}
	leaderA = access.Actor{Name: "Lãnh đạo A", Role: access.Leader, Unit: "a", Person: "la"}
	leaderB = access.Actor{Name: "Lãnh đạo B", Role: access.Leader, Unit: "b", Person: "lb"}
	headB   = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "b", Person: "hb", Cluster: "c"}
	headD   = access.Actor{Name: "Trưởng cụm khác", Role: access.ClusterHead, Unit: "x", Person: "hd", Cluster: "d"}
	bodyC   = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody, Unit: "so", Person: "sb", Cluster: "c"}
)

type act = func(context.Context, *store.Tx) error

func drafting(by access.Actor, day vi.Day, seen int, text string) act {
	return func(ctx context.Context, tx *store.Tx) error {
		return season.DraftPledge(ctx, tx, by, day, "s", seen, season.PledgeDraft{Text: text, Place: "Thanh Chương"})
	}
}

func joining(by access.Actor, day vi.Day, unit string, read int) act {
	return func(ctx context.Context, tx *store.Tx) error {
		return season.JoinPledge(ctx, tx, by, day, "s", unit, read)
	}
}

func TestPledge_isDraftedSignedByEachLeaderAndConcluded(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		pledging(t, db)
		for _, step := range []act{
			drafting(headB, intime, 0, " Thi đua  lập thành tích\r\n\n\nĐoàn kết "),
			joining(leaderA, intime, "a", 1),
			drafting(bodyC, intime, 1, "Thi đua lập thành tích\nĐoàn kết, thực chất"), // A's signature falls
			joining(leaderB, intime, "b", 2),
			drafting(bodyC, intime, 2, "Thi đua lập thành tích\nĐoàn kết, thực chất"), // the place alone: B's holds
		} {
			testkit.Write(t, db, step)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			d, err := season.PledgeDraftOf(ctx, tx, "s")
			if err != nil {
				return err
			}
			if _, a := d.SignedBy("a"); a || d.Revision != 2 || d.Text != "Thi đua lập thành tích\nĐoàn kết, thực chất" {
				t.Errorf("got %+v", d)
			}
			if b, signed := d.SignedBy("b"); !signed || b.Name != "Lãnh đạo B" || b.On != intime {
				t.Errorf("B's signature is %+v", b)
			}
			if err := season.ConcludePledge(ctx, tx, headB, intime, "s", intime, "Thanh Chương", []string{"a", "b"}); err != nil {
				return err
			}
			s, err := season.ByID(ctx, tx, "s")
			if strings.Join(s.Pledge.Units, " ") != "b a" || s.Pledge.Text != d.Text || s.Pledge.Day != intime {
				t.Errorf("the pledge is %+v", s.Pledge)
			}
			return err
		})
		if err := testkit.Try(db, joining(leaderA, intime, "a", 2)); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("signed after the end: %v", err)
		}
	})
}

func TestPledge_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		pledging(t, db)
		if err := testkit.Try(db, joining(leaderA, intime, "a", 0)); !refusal.Is(err, refusal.Closed) {
			t.Errorf("signed nothing: %v", err)
		}
		testkit.Write(t, db, drafting(headB, intime, 0, "Lời giao ước"))
		concluding := func(by access.Actor, on vi.Day, units ...string) act {
			return func(ctx context.Context, tx *store.Tx) error {
				return season.ConcludePledge(ctx, tx, by, intime, "s", on, "", units)
			}
		}
		for name, c := range map[string]struct {
			try  act
			kind refusal.Kind
		}{
			"an officer signing":                   {joining(deskA, intime, "a", 1), refusal.NotAllowed},
			"a leader signing for another unit":    {joining(leaderA, intime, "b", 1), refusal.NotAllowed},
			"the head signing for its own unit":    {joining(headB, intime, "b", 1), refusal.NotAllowed},
			"a leader of a unit that is no member": {joining(access.Actor{Role: access.Leader, Unit: "x", Person: "p"}, intime, "x", 1), refusal.Invalid},
			"a signature under words not read":     {joining(leaderA, intime, "a", 2), refusal.Conflict},
			"a signature after the deadline":       {joining(leaderA, late, "a", 1), refusal.Closed},
			"a draft by a unit":                    {drafting(leaderA, intime, 1, "x"), refusal.NotAllowed},
			"a draft by another cluster's head":    {drafting(headD, intime, 1, "x"), refusal.NotAllowed},
			"a draft over another's":               {drafting(bodyC, intime, 0, "x"), refusal.Conflict},
			"a draft without words":                {drafting(bodyC, intime, 1, " \n "), refusal.Invalid},
			"an end without signatures":            {concluding(headB, intime), refusal.Invalid},
			"an end with a signature of no member": {concluding(headB, intime, "x"), refusal.Invalid},
			"an end of tomorrow":                   {concluding(headB, intime.AddDays(1), "a"), refusal.Invalid},
			"an end without a day":                 {concluding(headB, vi.Day{}, "a"), refusal.Invalid},
			"an end by a unit":                     {concluding(leaderA, intime, "a"), refusal.NotAllowed},
			"an end by another cluster's head":     {concluding(headD, intime, "a"), refusal.NotAllowed},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
		testkit.Exec(t, db, `UPDATE season SET phase = 'work'`)
		if err := testkit.Try(db, joining(leaderA, intime, "a", 1)); !refusal.Is(err, refusal.Closed) {
			t.Errorf("signed in another phase: %v", err)
		}
	})
}

func registering(by access.Actor, day vi.Day, unit string, told vi.Day, titles ...string) act {
	return func(ctx context.Context, tx *store.Tx) error {
		return season.Register(ctx, tx, by, day, "s", season.Registration{Unit: unit, Day: told, Titles: titles})
	}
}

func correcting(by access.Actor, day vi.Day, unit string, seen []string, titles ...string) act {
	return func(ctx context.Context, tx *store.Tx) error {
		return season.CorrectRegistration(ctx, tx, by, day, "s", season.Registration{Unit: unit, Titles: titles}, seen)
	}
}

func TestRegister_atADeskIsOfToday(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		pledging(t, db)
		for name, c := range map[string]struct {
			try  act
			kind refusal.Kind
		}{
			"late, and no day told":       {registering(deskA, late, "a", vi.Day{}, "Cờ thi đua"), refusal.Closed},
			"late, and a day of then":     {registering(deskA, late, "a", intime, "Cờ thi đua"), refusal.Closed},
			"for another unit":            {registering(deskA, intime, "b", vi.Day{}, "Cờ thi đua"), refusal.NotAllowed},
			"by the head for its unit":    {registering(headB, intime, "b", vi.Day{}, "Cờ thi đua"), refusal.NotAllowed},
			"without any title":           {registering(deskA, intime, "a", vi.Day{}), refusal.Invalid},
			"one title twice":             {registering(deskA, intime, "a", vi.Day{}, "Cờ thi đua", "cờ thi đua"), refusal.Invalid},
			"a correction of nothing yet": {correcting(deskA, intime, "a", nil, "Cờ thi đua"), refusal.Conflict},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
		testkit.Write(t, db, registering(deskA, intime, "a", vi.Day{}, "Cờ thi đua"))
		if err := testkit.Try(db, correcting(deskA, late, "a", []string{"Cờ thi đua"}, "Bằng khen")); !refusal.Is(err, refusal.Closed) {
			t.Errorf("corrected after the deadline: %v", err)
		}
		testkit.Write(t, db, correcting(leaderA, intime.AddDays(1), "a", []string{"Cờ thi đua"}, "Bằng khen"))
		if err := testkit.Try(db, correcting(deskA, intime.AddDays(1), "a", []string{"Cờ thi đua"}, "Giấy khen")); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("overwrote what the leader wrote: %v", err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := season.Registrations(ctx, tx, "s")
			if len(all) != 1 || strings.Join(all[0].Titles, ",") != "Bằng khen" || all[0].Day != intime.AddDays(1) {
				t.Errorf("got %+v", all)
			}
			return err
		})
	})
}
