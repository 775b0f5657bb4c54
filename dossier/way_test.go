package dossier

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// The standing body's people at their desks.
var (
	atStanding  = access.Actor{Name: "Chuyên viên Sở Nội vụ", Role: access.StandingBody, Cluster: "c", Person: "p5"}
	atStanding2 = access.Actor{Name: "Chuyên viên khác", Role: access.StandingBody, Cluster: "c", Person: "p6"}
	atOfficer   = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong", Cluster: "c", Person: "p7"}
)

func TestWay_everyPlaceIsReachedAndLeadsOn(t *testing.T) {
	for _, p := range EveryPlace {
		if p.Label() == "" {
			t.Errorf("%s has no name", p)
		}
		if len(StepsFrom(p)) == 0 {
			t.Errorf("nothing leads on from %s", p)
		}
		if p != AtCluster && !slices.ContainsFunc(Way, func(s Step) bool { return s.To == p }) {
			t.Errorf("nothing leads to %s", p)
		}
	}
	seen := map[string]bool{}
	for _, s := range Way {
		key := string(s.From) + "/" + string(s.Name)
		rule, ok := access.Of(s.Act)
		if seen[key] || s.Name.Label() == "" || !ok || len(rule.Roles) == 0 {
			t.Errorf("%s: twice, without a name or nobody's", key)
		}
		seen[key] = true
	}
}

func TestWay_nothingPassesTheCouncilWithoutReception(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at, received := AtCluster, false
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			s := rapid.SampledFrom(StepsFrom(at)).Draw(t, "step")
			if at = s.To; at == AtCluster {
				received = false
			}
			received = received || s.Name == Receive
			if at.Received() && !received {
				t.Fatalf("%s without reception", at)
			}
		}
	})
}

// file is a nomination of Con Cuông for the flag, endorsed and at the cluster.
func filed(t *testing.T, db *store.DB) string {
	t.Helper()
	begin(t, db)
	n := flagFor("con_cuong")
	var id string
	testkit.Write(t, db, nominating(atHead, n, &id))
	return id
}

func taking(by access.Actor, id string, m Move) work {
	return func(ctx context.Context, tx *store.Tx) error { return Take(ctx, tx, by, seedDay, id, m) }
}

func receiving(by access.Actor, id string, r Reception) work {
	return func(ctx context.Context, tx *store.Tx) error {
		return ReceiveForAppraisal(ctx, tx, by, seedDay, id, r)
	}
}

func history(t *testing.T, db *store.DB, id string) (all []Taken) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		all, err = History(context.Background(), tx, id)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTake_upTheLevelsWithItsHistory(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send, Number: "12/TTr-CTĐ", DueOn: vi.MustDay("2014-12-05")}))
		testkit.Write(t, db, receiving(atStanding, id, Reception{Reason: "Đủ giấy tờ"}))
		testkit.Write(t, db, taking(atStanding, id, Move{Step: Reopen, Reason: "Thiếu biên bản", Parts: []Part{Part(ReviewMinutes)}}))
		keep := func(kinds ...PaperKind) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return KeepPapers(ctx, tx, atHead, seedDay, id, kinds) })
		}
		wants(t, keep(AchievementReport), refusal.Closed, "không mở lại phần “Báo cáo thành tích”")
		if err := keep(ReviewMinutes); err != nil {
			t.Fatal(err)
		}
		testkit.Write(t, db, taking(atHead, id, Move{Step: Complete}))
		wants(t, keep(), refusal.Closed, "trừ khi được trả lại")
		phase(t, db, season.Council)
		testkit.Write(t, db, taking(atStanding, id, Move{Step: ToCouncil}))
		wants(t, testkit.Try(db, taking(atSecretary, id, Move{Step: ToChair})), refusal.Unsatisfied, "Hội đồng chưa thông qua")
		n := get(t, db, id)
		if n.Place != AtCouncil || n.ReceivedOn != seedDay || n.Regime == "" {
			t.Fatalf("%+v", n)
		}
		var steps []string
		for _, s := range history(t, db, id) {
			steps = append(steps, string(s.Step))
			if s.Actor == "" || s.Role == "" || s.On != seedDay {
				t.Errorf("%+v", s)
			}
		}
		if got := strings.Join(steps, " "); got != "send receive reopen complete to_council" {
			t.Fatal(got)
		}
		if first := history(t, db, id)[0]; first.Number != "12/TTr-CTĐ" || first.DueOn != vi.MustDay("2014-12-05") {
			t.Errorf("%+v", first)
		}
	})
}

func TestTake_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	id := filed(t, db)
	try := func(w work, kind refusal.Kind, says string) { t.Helper(); wants(t, testkit.Try(db, w), kind, says) }
	try(taking(atOfficer, id, Move{Step: Send}), refusal.NotAllowed, "trưởng cụm")
	try(taking(stranger, id, Move{Step: Send}), refusal.NotAllowed, "cụm này")
	try(taking(atHead, id, Move{Step: Recall, Reason: "x"}), refusal.Closed, "Đang lập ở cụm")
	try(taking(atHead, id, Move{Step: "fly"}), refusal.NotAllowed, "")
	try(taking(atStanding, id, Move{Step: "fly"}), refusal.Closed, "")
	try(taking(atHead, "01ARZ3NDEKTSV4RRFFQ69G5FAV", Move{Step: Send}), refusal.NotFound, "")
	try(taking(atHead, id, Move{Step: Send, On: seedDay.AddDays(1)}), refusal.Invalid, "chưa tới")
	try(taking(atHead, id, Move{Step: Send, DueOn: seedDay.AddDays(-1)}), refusal.Invalid, "Hạn")
	testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
	try(taking(atHead, id, Move{Step: Recall}), refusal.Invalid, "lý do")
	try(taking(atHead, id, Move{Step: Return, Reason: "x"}), refusal.NotAllowed, "cơ quan thường trực")
	try(taking(atStanding, id, Move{Step: Return}), refusal.Invalid, "lý do")
	try(taking(atStanding, id, Move{Step: Receive}), refusal.Invalid, "mẫu tiếp nhận")
	try(receiving(atHead, id, Reception{}), refusal.NotAllowed, "cơ quan thường trực")
	try(receiving(atDecider, id, Reception{}), refusal.NotAllowed, "")
	try(receiving(atStanding, id, Reception{On: seedDay.AddDays(-1)}), refusal.Invalid, "không thể sớm hơn")
	testkit.Write(t, db, receiving(atStanding, id, Reception{}))
	try(receiving(atStanding2, id, Reception{}), refusal.Closed, "không tiếp nhận được")
	try(taking(atHead, id, Move{Step: Recall, Reason: "x"}), refusal.Closed, "không rút về được")
	try(taking(atStanding, id, Move{Step: Reopen, Reason: "x"}), refusal.Invalid, "Chọn những phần")
	try(taking(atStanding, id, Move{Step: Reopen, Reason: "x", Parts: []Part{"a_bribe"}}), refusal.Invalid, "không có phần")
}

func TestReceive_isInOtherHandsThanTheSending(t *testing.T) {
	db := testkit.SQLite(t)
	id := filed(t, db)
	testkit.Write(t, db, taking(atStanding, id, Move{Step: Send}))
	wants(t, testkit.Try(db, receiving(atStanding, id, Reception{})), refusal.NotAllowed, "Người đã gửi")
	testkit.Write(t, db, receiving(atStanding2, id, Reception{}))
}

func TestReturn_takesTheLawBackAndAReopeningKeepsIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
		testkit.Write(t, db, receiving(atStanding, id, Reception{}))
		was := get(t, db, id)
		testkit.Write(t, db, taking(atStanding, id, Move{Step: Reopen, Reason: "Thiếu số liệu", Parts: []Part{FactsPart}}))
		if n := get(t, db, id); n.Regime != was.Regime || n.ReceivedOn != was.ReceivedOn || !slices.Equal(n.OpenParts, []Part{FactsPart}) {
			t.Fatalf("%+v", n)
		}
		testkit.Write(t, db, taking(atHead, id, Move{Step: Complete}))
		testkit.Write(t, db, taking(atStanding, id, Move{Step: Return, Reason: "Không đúng mẫu"}))
		if n := get(t, db, id); n.Place != AtCluster || n.Regime != "" || !n.ReceivedOn.IsZero() || len(n.OpenParts) > 0 {
			t.Fatalf("%+v", n)
		}
	})
}

func TestOpinion_holdsTheDossierUntilItsLimit(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		ask := func(by access.Actor, o Opinion) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				_, err := AskOpinion(ctx, tx, by, seedDay, id, o)
				return err
			})
		}
		police := Opinion{Agency: "Công an tỉnh", Subject: "An ninh, trật tự", DueOn: vi.MustDay("2014-12-05")}
		wants(t, ask(atStanding, police), refusal.Closed, "đang được thẩm định")
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
		testkit.Write(t, db, receiving(atStanding, id, Reception{}))
		wants(t, ask(atHead, police), refusal.NotAllowed, "cơ quan thường trực")
		wants(t, ask(atStanding, Opinion{DueOn: seedDay}), refusal.Invalid, "cơ quan được xin ý kiến")
		if err := ask(atStanding, police); err != nil {
			t.Fatal(err)
		}
		wants(t, ask(atStanding, police), refusal.Conflict, "Đang chờ ý kiến của Công an tỉnh")
		phase(t, db, season.Council)
		forward := func(day vi.Day) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return Take(ctx, tx, atStanding, day, id, Move{Step: ToCouncil})
			})
		}
		wants(t, forward(vi.MustDay("2014-12-01")), refusal.Unsatisfied, "Còn chờ ý kiến của Công an tỉnh")
		late := func(day string) (n int) {
			if err := db.Read(context.Background(), func(tx *store.Tx) error {
				all, err := UnderWay(context.Background(), tx)
				for _, w := range all {
					if w.Late(vi.MustDay(day)) {
						n++
					}
				}
				return err
			}); err != nil {
				t.Fatal(err)
			}
			return n
		}
		before := late("2014-12-05")
		if after := late("2014-12-06"); after != before+1 {
			t.Errorf("late: %d, then %d", before, after)
		}
		if err := forward(vi.MustDay("2014-12-08")); err != nil {
			t.Fatalf("after the agency let its limit pass: %v", err)
		}
	})
}

func TestOpinion_isAnsweredOnceWithItsWords(t *testing.T) {
	db := testkit.SQLite(t)
	id := filed(t, db)
	testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
	testkit.Write(t, db, receiving(atStanding, id, Reception{}))
	var asked string
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		asked, err = AskOpinion(ctx, tx, atStanding, seedDay, id, Opinion{Agency: "Thanh tra tỉnh", DueOn: vi.MustDay("2014-12-05")})
		return err
	})
	answer := func(dossier, id string, a Opinion) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return AnswerOpinion(ctx, tx, atStanding, seedDay, dossier, id, a)
		})
	}
	wants(t, answer(id, asked, Opinion{}), refusal.Invalid, "Chọn nội dung")
	wants(t, answer(id, asked, Opinion{Answer: Disagrees}), refusal.Invalid, "phải ghi nội dung")
	wants(t, answer(id, "nothing", Opinion{Answer: Agrees}), refusal.NotFound, "")
	if err := answer(id, asked, Opinion{Answer: Agrees, Number: "45/TTr"}); err != nil {
		t.Fatal(err)
	}
	wants(t, answer(id, asked, Opinion{Answer: Agrees}), refusal.NotFound, "chờ trả lời")
}

func TestConsultation_runsItsDaysAndEndsWithAConclusion(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := filed(t, db)
		testkit.Write(t, db, taking(atHead, id, Move{Step: Send}))
		testkit.Write(t, db, receiving(atStanding, id, Reception{}))
		var open string
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			open, err = Consult(ctx, tx, atStanding, seedDay, id, Consultation{Medium: "Cổng thông tin điện tử tỉnh", From: seedDay, To: vi.MustDay("2014-11-28")})
			return err
		})
		hear := func(v Voice) error {
			v.Consultation = open
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Hear(ctx, tx, atStanding, seedDay, id, v) })
		}
		wants(t, hear(Voice{}), refusal.Invalid, "nội dung")
		if err := hear(Voice{Words: "Đồng tình"}); err != nil {
			t.Fatal(err)
		}
		end := func(day, words string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return EndConsultation(ctx, tx, atStanding, vi.MustDay(day), id, open, words)
			})
		}
		phase(t, db, season.Council)
		wants(t, testkit.Try(db, taking(atStanding, id, Move{Step: ToCouncil})), refusal.Unsatisfied, "chưa kết thúc")
		wants(t, end("2014-11-28", "Không có ý kiến phản đối"), refusal.Closed, "Chưa hết thời gian")
		wants(t, end("2014-11-29", ""), refusal.Invalid, "kết luận")
		if err := end("2014-11-29", "Một ý kiến, đồng tình"); err != nil {
			t.Fatal(err)
		}
		wants(t, end("2014-11-29", "lại"), refusal.NotFound, "đang mở")
		testkit.Write(t, db, taking(atStanding, id, Move{Step: ToCouncil}))
	})
}
