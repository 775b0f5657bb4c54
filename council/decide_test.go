package council_test

import (
	"context"
	"strings"
	"testing"

	"thidua/award"
	"thidua/bonus"
	"thidua/council"
	"thidua/dossier"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// decision is a decision of the province's chair of today.
var decision = award.Decision{Number: "155/QĐ-UBND", Day: today, Authority: "Chủ tịch UBND tỉnh Nghệ An", Signer: "Chủ tịch thử"}

// judged is a hall whose meeting has passed the first dossiers and cut the last.
func judged(t *testing.T, db *store.DB, units ...string) (h *hall, ids []string) {
	t.Helper()
	h = assemble(t, db, own)
	for _, u := range units {
		ids = append(ids, h.flag(u))
	}
	h.putOn(ids...)
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	rows := map[string][3]int{}
	for i, id := range ids {
		rows[id] = [3]int{9, 1, 0}
		if i == len(ids)-1 {
			rows[id] = [3]int{7, 3, 0}
		}
	}
	h.bothCount(10, rows)
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	return h, ids
}

func (h *hall) draw(who string, d award.Decision, ids ...string) (id string, err error) {
	err = h.try(func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = council.Draw(ctx, tx, h.Actor(who), today, council.Drawing{Meeting: h.meet, Nominations: ids, Decision: d})
		return err
	})
	return id, err
}

func TestDraw_entersTheRegisterAndListsTheMoney(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h, ids := judged(t, db, "ky-son", "anh-son", "con-cuong")
		first, err := h.draw("decider", decision, ids[1])
		if err != nil {
			t.Fatal(err)
		}
		second := decision
		second.Number = "156/QĐ-UBND"
		if _, err := h.draw("decider", second, ids[0]); err != nil {
			t.Fatal(err)
		}
		h.must(func(ctx context.Context, tx *store.Tx) error {
			d, awards, err := award.Of(ctx, tx, first, award.Whole)
			if err != nil {
				return err
			}
			if d.Number != "155/QĐ-UBND" || len(awards) != 1 || awards[0].Name != "Huyện Anh Sơn" || awards[0].Place != 1 || awards[0].Year != 2014 || awards[0].Title != award.Code(dossier.ProvinceFlag) || awards[0].Category != rulebook.Thematic || !d.Sample {
				t.Errorf("%+v %+v", d, awards)
			}
			money, err := bonus.OfDecision(ctx, tx, first)
			if len(money) != 1 || money[0].State != bonus.Unknown || !strings.HasPrefix(money[0].Words, "Chưa tính: ") {
				t.Errorf("the law of 2014 says nothing of money: %+v", money)
			}
			drawn, _ := council.Decisions(ctx, tx, h.meet)
			if len(drawn) != 2 {
				t.Errorf("%+v", drawn)
			}
			return err
		})
		if s := h.status(ids[1]); s != dossier.Decided {
			t.Error(s)
		}
		var faults []journal.Fault
		h.must(func(ctx context.Context, tx *store.Tx) (err error) {
			faults, _, err = journal.Verify(ctx, tx)
			return err
		})
		if len(faults) > 0 {
			t.Error(faults)
		}
	})
}

func TestDraw_refuses(t *testing.T) {
	h, ids := judged(t, testkit.SQLite(t), "ky-son", "anh-son", "con-cuong")
	other := h.flag("tuong-duong") // passed by nobody, on no list
	with := func(change func(*award.Decision)) award.Decision {
		d := decision
		change(&d)
		return d
	}
	for name, c := range map[string]struct {
		who  string
		d    award.Decision
		ids  []string
		want string // the rule, else words of the sentence
	}{
		"whoever did not pass":                   {"decider", decision, []string{ids[2]}, "Huyện Con Cuông không được Hội đồng thông qua."},
		"one of several who did not pass":        {"decider", decision, []string{ids[0], ids[2]}, "không được Hội đồng thông qua"},
		"somebody on no list":                    {"decider", decision, []string{other}, "không có trong danh sách"},
		"a forged id":                            {"decider", decision, []string{"01J00000000000000000000000"}, "không có trong danh sách"},
		"nobody":                                 {"decider", decision, nil, "Chọn ít nhất một"},
		"one candidate twice":                    {"decider", decision, []string{ids[0], ids[0]}, "có hai lần"},
		"by the secretary who opened the ballot": {"secretary", decision, ids[:1], "council_hands"},
		"by a teller":                            {"standing2", decision, ids[:1], "council_hands"},
		"by a council member":                    {"member2", decision, ids[:1], "record_decision"},
		"by a unit's leader":                     {"leader:ky-son", decision, ids[:1], "record_decision"},
		"by the administrator":                   {"admin", decision, ids[:1], "record_decision"},
		"without a number":                       {"decider", with(func(d *award.Decision) { d.Number = " " }), ids[:1], "Thiếu số quyết định"},
		"without a signer":                       {"decider", with(func(d *award.Decision) { d.Signer = "" }), ids[:1], "Ghi người ký"},
		"on a day to come":                       {"decider", with(func(d *award.Decision) { d.Day = today.AddDays(1) }), ids[:1], "chưa tới"},
		"on a day before the meeting":            {"decider", with(func(d *award.Decision) { d.Day = today.AddDays(-1) }), ids[:1], "trước ngày Hội đồng họp"},
		"signed by a name on the list":           {"decider", with(func(d *award.Decision) { d.Signer = "huyện Kỳ Sơn" }), ids[:1], "own_award"},
	} {
		t.Run(name, func(t *testing.T) {
			before := testkit.Digest(t, h.DB)
			_, err := h.draw(c.who, c.d, c.ids...)
			e := refusal.Of(err)
			if e == nil || e.Rule != c.want && !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v", err)
			}
			if after := testkit.Digest(t, h.DB); after != before {
				t.Error("a refused decision left a trace: " + testkit.Differ(before, after))
			}
		})
	}
	if _, err := h.draw("decider", decision, ids[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := h.draw("decider", with(func(d *award.Decision) { d.Number = "160/QĐ-UBND" }), ids[0]); err == nil || !strings.Contains(err.Error(), "đã có quyết định (155/QĐ-UBND)") {
		t.Errorf("a second decision for one candidate: %v", err)
	}
	if _, err := h.draw("decider", decision, ids[1]); !refusal.Is(err, refusal.Conflict) {
		t.Errorf("the same number twice: %v", err)
	}
}

func TestDraw_beforeTheResultIsRefused(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	id := h.flag("ky-son")
	h.putOn(id)
	h.roll(10, 0)
	if _, err := h.draw("decider", decision, id); !refusal.Is(err, refusal.Closed) {
		t.Errorf("before the ballot: %v", err)
	}
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.draw("decider", decision, id); !refusal.Is(err, refusal.Closed) {
		t.Errorf("before the count: %v", err)
	}
}

func TestDraw_byWhomTheLawNames(t *testing.T) {
	m := vi.MustDay("2024-03-01")
	for name, c := range map[string]struct {
		code      dossier.Code
		authority string
		ok        bool
	}{
		"the province's chair, shortened and with its place": {dossier.ProvinceFlag, "Chủ tịch UBND tỉnh Nghệ An", true},
		"the Prime Minister on a provincial flag":            {dossier.ProvinceFlag, "Thủ tướng Chính phủ", false},
		"the chair on a Government flag":                     {dossier.GovernmentFlag, "Chủ tịch UBND tỉnh Nghệ An", false},
		"the Prime Minister":                                 {dossier.GovernmentFlag, "Thủ tướng Chính phủ", true},
	} {
		t.Run(name, func(t *testing.T) {
			err := council.CheckAuthority(c.authority, dossier.Nomination{Title: "Cờ", TitleCode: c.code}, m)
			if (err == nil) != c.ok {
				t.Error(err)
			}
		})
	}
}

func TestRefuse_isToldOnceAndOnlyToWhoDidNotPass(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		h, ids := judged(t, db, "ky-son", "con-cuong")
		refuse := func(who string, n council.Notice) error {
			return h.try(func(ctx context.Context, tx *store.Tx) error {
				return council.Refuse(ctx, tx, h.Actor(who), today, h.meet, n)
			})
		}
		notice := council.Notice{Nomination: ids[1], Number: "40/TB-HĐTĐKT", Day: today, Reason: "Không đạt tỷ lệ phiếu"}
		passed := notice
		passed.Nomination = ids[0]
		if err := refuse("secretary", passed); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("to somebody who passed: %v", err)
		}
		if err := refuse("member", notice); !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("by a member: %v", err)
		}
		if err := refuse("secretary", council.Notice{Nomination: ids[1]}); len(refusal.All(err)) != 3 {
			t.Errorf("without number, day and reason: %v", err)
		}
		if err := refuse("secretary", notice); err != nil {
			t.Fatal(err)
		}
		if err := refuse("secretary", notice); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("twice: %v", err)
		}
	})
}
