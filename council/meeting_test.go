package council_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/council"
	"thidua/dossier"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

func TestMeeting_eachDossierPassesByTheShareOfAllMembers(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h := assemble(t, db, own)
		passes, fails := h.flag("ky-son"), h.flag("anh-son")
		h.putOn(passes, fails)
		h.roll(7, 2) // nine vote, ten are the denominator
		if err := h.open("standing2", "member"); err != nil {
			t.Fatal(err)
		}
		h.bothCount(9, map[string][3]int{passes: {8, 1, 0}, fails: {7, 1, 1}})
		m, lines := h.lines()
		for _, l := range lines {
			if l.Passed(m) != nil || l.Words(m) != "" {
				t.Error("a result is told before the meeting is closed")
			}
		}
		if err := h.close(); err != nil {
			t.Fatal(err)
		}
		m, lines = h.lines()
		if h.status(passes) != dossier.Passed || h.status(fails) != dossier.Cut {
			t.Errorf("8 of 10: %s, 7 of 10: %s", h.status(passes), h.status(fails))
		}
		for i, want := range []string{
			"8 đồng ý, 1 không đồng ý, 0 phiếu không hợp lệ. 8 phiếu đồng ý trên tổng số 10 thành viên, bằng 80,00 %; cần từ 80 % trở lên, tức ít nhất 8 phiếu: đạt. (Quy chế làm việc của Hội đồng (minh họa))",
			"7 đồng ý, 1 không đồng ý, 1 phiếu không hợp lệ. 7 phiếu đồng ý trên tổng số 10 thành viên, bằng 70,00 %; cần từ 80 % trở lên, tức ít nhất 8 phiếu: không đạt. (Quy chế làm việc của Hội đồng (minh họa))",
		} {
			if got := lines[i].Words(m); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		}
	})
}

func TestMinutes_stateWhoWroteAndWhoWasAway(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	h.putOn(h.flag("con-cuong"))
	h.roll(8, 1)
	h.must(func(ctx context.Context, tx *store.Tx) error {
		m, err := council.MeetingByID(ctx, tx, h.meet)
		if err != nil {
			return err
		}
		c, _ := council.ByID(ctx, tx, h.council)
		all, _ := council.Establishments(ctx, tx, h.council)
		lines, _ := council.Lines(ctx, tx, m)
		text := strings.Join(council.Minutes(c, all[0], m, lines), "\n")
		for _, want := range []string{
			"Hội đồng có 10 thành viên theo Quyết định số 12/QĐ-UBND ngày 02/01/2014.",
			"Điểm danh: 8 trên tổng số 10 thành viên có mặt, bằng 80,00 %; cần từ 2/3 trở lên, tức ít nhất 7: đủ số thành viên.",
			"Ủy viên thử I vắng mặt, gửi ý kiến bằng văn bản (15/CV ngày 20/11/2014).",
			"Vắng mặt: Ủy viên thử J.",
			"Hồ sơ Huyện Con Cuông: Ủy viên ở Con Cuông: làm việc ở đơn vị được đề nghị; vẫn bỏ phiếu; mẫu số vẫn là tổng số 10 thành viên.",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in\n%s", want, text)
			}
		}
		return nil
	})
}

func TestConflict_neverChangesTheDenominator(t *testing.T) {
	rules := own
	rules.Recuse = true
	h := assemble(t, testkit.SQLite(t), rules)
	theirs, other := h.flag("con-cuong"), h.flag("ky-son")
	h.putOn(theirs, other)
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	// Ten papers; on Con Cuông's line nine votes at most, still of ten members.
	if _, err := h.count("standing2", 10, map[string][3]int{theirs: {10, 0, 0}, other: {10, 0, 0}}); !refusal.Is(err, refusal.Invalid) {
		t.Errorf("a recused member's vote was counted: %v", err)
	}
	h.bothCount(10, map[string][3]int{theirs: {8, 1, 0}, other: {10, 0, 0}})
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	m, lines := h.lines()
	if w := lines[0].Words(m); !strings.Contains(w, "8 phiếu đồng ý trên tổng số 10 thành viên, bằng 80,00 %") {
		t.Error(w)
	}
}

func TestDeclare_isTheMembersOwn(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	id := h.flag("ky-son")
	h.putOn(id)
	declare := func(who string, seat int) error {
		return h.try(func(ctx context.Context, tx *store.Tx) error {
			return council.Declare(ctx, tx, h.Actor(who), today, h.meet, id, seat, "Từng làm việc ở huyện")
		})
	}
	if err := declare("member", 3); refusal.Of(err) == nil || refusal.Of(err).Rule != "own_conflict" {
		t.Errorf("a member declared another's conflict: %v", err)
	}
	if err := declare("member", 2); err != nil {
		t.Error(err)
	}
	h.roll(10, 0)
	if err := h.open("standing2", "member"); refusal.Of(err) == nil || refusal.Of(err).Rule != "own_ballot" {
		t.Errorf("a member counts a ballot they have an interest in: %v", err)
	}
}

func TestOpen_refuses(t *testing.T) {
	for name, c := range map[string]struct {
		rules         council.Rules
		here, writing int
		board         []string
		want          string
	}{
		"without quorum":                  {own, 6, 4, []string{"standing2", "member"}, "Không đủ số thành viên để họp: 6 trên tổng số 10"},
		"without a known share":           {council.Rules{}, 10, 0, []string{"standing2", "member"}, "chưa kiểm chứng được văn bản nào quy định tỷ lệ phiếu"},
		"with one teller":                 {own, 10, 0, []string{"standing2"}, "Ban kiểm phiếu phải có ít nhất hai người"},
		"with a teller of a unit":         {own, 10, 0, []string{"standing2", "officer:anh-son"}, "Phiếu của Hội đồng do người của Hội đồng"},
		"with somebody who may not count": {own, 10, 0, []string{"standing2", "admin"}, "Phiếu của Hội đồng do người của Hội đồng"},
	} {
		t.Run(name, func(t *testing.T) {
			h := assemble(t, testkit.SQLite(t), c.rules)
			h.putOn(h.flag("ky-son"))
			h.roll(c.here, c.writing)
			if err := h.open(c.board...); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestCount_takesNothingFromWhoMayNot(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h := assemble(t, db, own)
		id := h.flag("ky-son")
		h.putOn(id)
		h.roll(10, 0)
		rows := map[string][3]int{id: {9, 1, 0}}
		if _, err := h.count("standing2", 10, rows); !refusal.Is(err, refusal.Closed) {
			t.Errorf("counted before the ballot was opened: %v", err)
		}
		if err := h.open("standing2", "member"); err != nil {
			t.Fatal(err)
		}
		for _, who := range []string{"member2", "standing3", "secretary", "decider", "officer:ky-son"} {
			if _, err := h.count(who, 10, rows); !refusal.Is(err, refusal.NotAllowed) {
				t.Errorf("%s counted: %v", who, err)
			}
		}
		if err := h.close(); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("closed before the count: %v", err)
		}
		if _, err := h.count("standing2", 10, rows); err != nil {
			t.Fatal(err)
		}
		if _, err := h.count("standing2", 10, rows); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("one person counted twice: %v", err)
		}
		if p, err := h.count("member", 10, map[string][3]int{id: {8, 2, 0}}); err != nil || p.Differing != 1 {
			t.Errorf("two different counts: %+v %v", p, err)
		}
		h.bothCount(10, rows)
		if _, err := h.count("standing2", 10, rows); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("counted after the end: %v", err)
		}
		if err := h.close(); err != nil {
			t.Fatal(err)
		}
		if _, err := h.count("standing2", 10, rows); !refusal.Is(err, refusal.Closed) {
			t.Errorf("counted in a closed meeting: %v", err)
		}
	})
}

func TestCount_namesEachFieldThatCannotBe(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	a, b := h.flag("ky-son"), h.flag("anh-son")
	h.putOn(a, b)
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	_, err := h.count("standing2", 12, map[string][3]int{a: {9, 1, 0}, b: {9, 1, 0}})
	if all := refusal.All(err); len(all) == 0 || all[0].Field != "issued" {
		t.Errorf("more papers than voters: %v", err)
	}
	_, err = h.count("standing2", 10, map[string][3]int{a: {9, 1, 0}, b: {9, 0, 0}})
	if all := refusal.All(err); len(all) != 1 || all[0].Field != council.RowField(b, "for") {
		t.Errorf("a line that does not add up: %v", err)
	}
	if p, err := h.count("standing2", 10, map[string][3]int{a: {9, 1, 0}, b: {9, 0, 1}}); err != nil || p.First != 2 {
		t.Errorf("after a refusal nothing may be kept of it: %+v %v", p, err)
	}
}

func TestEstablish_renewalEndsTheOldListTheDayBefore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h := assemble(t, db, own)
		h.establish("2015-01-01", 12)
		h.must(func(ctx context.Context, tx *store.Tx) error {
			all, err := council.Establishments(ctx, tx, h.council)
			if len(all) != 2 || all[1].Until != vi.MustDay("2014-12-31") || all[0].Members() != 12 || all[1].Members() != 10 {
				t.Errorf("%+v", all)
			}
			return err
		})
		for name, from := range map[string]string{"the same day": "2015-01-01", "before": "2014-06-01"} {
			err := h.try(func(ctx context.Context, tx *store.Tx) error {
				_, err := council.Establish(ctx, tx, h.Actor("standing"), today, council.Establishment{Council: h.council, Document: "13/QĐ-UBND", Day: vi.MustDay(from), From: vi.MustDay(from), Seats: h.seats(9)})
				return err
			})
			if e := refusal.Of(err); e == nil || e.Field != "from" {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestEstablish_refusesARenewalUnderAMeetingAlreadyHeld(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	err := h.try(func(ctx context.Context, tx *store.Tx) error {
		_, err := council.Establish(ctx, tx, h.Actor("standing"), today, council.Establishment{Council: h.council, Document: "13/QĐ-UBND", Day: today, From: vi.MustDay("2014-11-20"), Seats: h.seats(9)})
		return err
	})
	if e := refusal.Of(err); e == nil || e.Field != "from" || !strings.Contains(e.Sentence, "22/11/2014") {
		t.Error(err)
	}
}

func TestPutOn_refusesForgedAndUsedNominations(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	id := h.flag("ky-son")
	h.putOn(id)
	other := h.call("Phiên họp lần 2")
	put := func(by access.Actor, meeting, nomination string) error {
		return h.try(func(ctx context.Context, tx *store.Tx) error {
			return council.PutOn(ctx, tx, by, today, meeting, []string{nomination})
		})
	}
	bound := h.Actor("standing") // inside a year: bound to its cluster
	bound.Cluster = "another-cluster"
	for name, err := range map[string]error{
		"a nomination that is not there":     put(h.Actor("standing"), h.meet, "01J00000000000000000000000"),
		"a meeting that is not there":        put(h.Actor("standing"), "01J00000000000000000000000", id),
		"one on the list of another meeting": put(h.Actor("standing"), other, id),
		"by a unit's officer":                put(h.Actor("officer:ky-son"), h.meet, id),
		"by a capacity for another cluster":  put(bound, h.meet, id),
		"by the administrator":               put(h.Actor("admin"), h.meet, id),
	} {
		if refusal.Of(err) == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTakeRoll_aMemberHasOneLineAndOneVoice(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	for name, roll := range map[string][]council.Attendance{
		"a member present and in writing": {{Seat: 1, Presence: council.Here}, {Seat: 1, Presence: council.Writing, Document: "15/CV"}},
		"the clerk, who is no member":     {{Seat: 11, Presence: council.Here}},
		"a seat that is not there":        {{Seat: 99, Presence: council.Here}},
	} {
		err := h.try(func(ctx context.Context, tx *store.Tx) error {
			return council.TakeRoll(ctx, tx, h.Actor("secretary"), today, h.meet, roll)
		})
		if !refusal.Is(err, refusal.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
