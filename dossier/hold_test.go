package dossier

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestHold_freezesFromItsFirstDayUntilItsEnd(t *testing.T) {
	open := Hold{From: vi.MustDay("2014-06-10")}
	cleared, guilty := open, open
	cleared.Outcome, cleared.ConcludedOn = Cleared, vi.MustDay("2014-09-01")
	guilty.Outcome, guilty.ConcludedOn, guilty.CountsFrom = Violation, vi.MustDay("2014-09-01"), vi.MustDay("2015-09-01")
	for name, c := range map[string]struct {
		h    Hold
		day  string
		want bool
	}{
		"the day before":                       {open, "2014-06-09", false},
		"its first day":                        {open, "2014-06-10", true},
		"years later without an end":           {open, "2019-01-01", true},
		"the day before it was cleared":        {cleared, "2014-08-31", true},
		"the day it was cleared":               {cleared, "2014-09-01", false},
		"found guilty, discipline running":     {guilty, "2015-08-31", true},
		"the first day after the discipline":   {guilty, "2015-09-01", false},
		"looked at from before it was opened":  {guilty, "2014-01-01", false},
		"cleared, looked at long before again": {cleared, "2014-01-01", false},
	} {
		if got := c.h.Freezes(vi.MustDay(c.day)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestHold_concernsItsOwnOnly(t *testing.T) {
	unit := Nomination{CandidateKind: Collective, CandidateUnit: "u", CandidateName: "Huyện Con Cuông"}
	person := Nomination{CandidateKind: Person, CandidateName: "Vi Thị Hòa, Chủ tịch UBND xã", ProposedBy: "u"}
	for name, c := range map[string]struct {
		h    Hold
		n    Nomination
		want bool
	}{
		"the unit":                        {Hold{Unit: "u", Subject: "Huyện Con Cuông"}, unit, true},
		"another unit":                    {Hold{Unit: "v", Subject: "Huyện Con Cuông"}, unit, false},
		"a person of the unit":            {Hold{Unit: "u", Subject: "Vi Thị Hòa"}, unit, false},
		"the person, in another spelling": {Hold{Unit: "u", Subject: "Vi Thị Hoà"}, person, true},
		"the person, no unit known":       {Hold{Subject: "Vi Thị Hòa"}, person, true},
		"a namesake elsewhere":            {Hold{Unit: "v", Subject: "Vi Thị Hòa"}, person, false},
		"half a name":                     {Hold{Unit: "u", Subject: "Vi Thị Hò"}, person, false},
	} {
		if got := c.h.concerns(c.n); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestHold_onceOverNeverFreezesAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := vi.MustDay("2014-01-01")
		h := Hold{From: from, Outcome: rapid.SampledFrom([]HoldOutcome{"", Cleared, Violation}).Draw(t, "outcome")}
		h.ConcludedOn = from.AddDays(rapid.IntRange(0, 400).Draw(t, "concluded"))
		h.CountsFrom = h.ConcludedOn.AddDays(rapid.IntRange(0, 400).Draw(t, "counts"))
		ended := false
		for d := range 900 {
			freezes := h.Freezes(from.AddDays(d))
			if ended && freezes {
				t.Fatalf("froze again on day %d", d)
			}
			ended = ended || !freezes
		}
	})
}

func TestHold_stopsProposalAndResumesWhenCleared(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		keep := func(by access.Actor, h Hold) (id string, err error) {
			err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
				id, err = KeepHold(ctx, tx, by, seedDay, h)
				return err
			})
			return id, err
		}
		complaint := Hold{Unit: "con_cuong", Subject: "Huyện Con Cuông", Kind: Complaint, Source: "Đơn ngày 01/11/2014", From: vi.MustDay("2014-11-03")}
		_, err := keep(atHead, complaint)
		wants(t, err, refusal.NotAllowed, "cơ quan thường trực")
		_, err = keep(atStanding, Hold{})
		wants(t, err, refusal.Invalid, "Ghi tên")
		id, err := keep(atStanding, complaint)
		if err != nil {
			t.Fatal(err)
		}
		var n string
		wants(t, testkit.Try(db, nominating(atHead, flagFor("con_cuong"), &n)), refusal.Unsatisfied, "Đang tạm dừng")
		conclude := func(outcome HoldOutcome, on, from vi.Day, paper string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return ConcludeHold(ctx, tx, atStanding, seedDay, id, outcome, on, from, paper)
			})
		}
		wants(t, conclude("", seedDay, vi.Day{}, "QĐ"), refusal.Invalid, "Chọn có vi phạm")
		wants(t, conclude(Cleared, seedDay, vi.Day{}, ""), refusal.Invalid, "văn bản kết luận")
		wants(t, conclude(Cleared, vi.MustDay("2014-11-01"), vi.Day{}, "QĐ"), refusal.Invalid, "Ngày kết luận")
		wants(t, conclude(Violation, seedDay, vi.Day{}, "QĐ"), refusal.Invalid, "hết thời hạn kỷ luật")
		if err := conclude(Cleared, seedDay, vi.Day{}, "Thông báo 12/TB-UBND"); err != nil {
			t.Fatal(err)
		}
		wants(t, conclude(Violation, seedDay, seedDay, "QĐ"), refusal.Closed, "đã có kết luận")
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &n))
	})
}

func TestHold_freezesADossierOnItsWay(t *testing.T) {
	db := testkit.SQLite(t)
	id := filed(t, db)
	testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := KeepHold(ctx, tx, atStanding, seedDay, Hold{Unit: "con_cuong", Subject: "Huyện Con Cuông", Kind: Inspection, Source: "QĐ 7/QĐ-TTr", From: seedDay})
		return err
	})
	wants(t, testkit.Try(db, receiving(atStanding, id, Reception{})), refusal.Unsatisfied, "Đang tạm dừng")
	phase(t, db, season.Council)
	wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return Decide(ctx, tx, atSecretary, seedDay, id, Passed, Decision{})
	}), refusal.Unsatisfied, "Đang tạm dừng")
	if err := testkit.Try(db, taking(atStanding, id, Move{Step: Return, Reason: "Chờ kết luận thanh tra"})); err != nil {
		t.Fatalf("a frozen dossier may go back: %v", err)
	}
}

func TestCountsFrom_isTheEndOfTheLastDiscipline(t *testing.T) {
	n := Nomination{CandidateKind: Collective, CandidateUnit: "u", CandidateName: "Huyện Con Cuông"}
	of := func(day string) Hold {
		return Hold{Unit: "u", Subject: "Huyện Con Cuông", Outcome: Violation, CountsFrom: vi.MustDay(day)}
	}
	if got := CountsFrom(n, []Hold{of("2012-05-01"), of("2013-06-01"), {Unit: "v", Outcome: Violation, CountsFrom: vi.MustDay("2020-01-01")}}); got != vi.MustDay("2013-06-01") {
		t.Fatal(got)
	}
	if !CountsFrom(n, nil).IsZero() {
		t.Fatal("a discipline out of nothing")
	}
}
