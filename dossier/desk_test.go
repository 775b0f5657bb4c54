package dossier

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// The same people at their desks.
var (
	atHead      = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "thanh_chuong", Cluster: "c", Person: "p1"}
	atSecretary = access.Actor{Name: "Thư ký Hội đồng", Role: access.CouncilSecretary, Cluster: "c", Person: "p2"}
	atDecider   = access.Actor{Name: "Người quyết định", Role: access.Decider, Cluster: "c", Person: "p3"}
	stranger    = access.Actor{Name: "Trưởng cụm khác", Role: access.ClusterHead, Unit: "x", Cluster: "other", Person: "p4"}
)

func get(t *testing.T, db *store.DB, id string) (n Nomination) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		n, err = ByID(context.Background(), tx, id)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func phase(t *testing.T, db *store.DB, p season.Phase) {
	t.Helper()
	testkit.Exec(t, db, `UPDATE season SET phase = '`+string(p)+`' WHERE id = 's'`)
}

func wants(t *testing.T, err error, kind refusal.Kind, says string) {
	t.Helper()
	for _, e := range refusal.All(err) {
		if e.Kind == kind && strings.Contains(e.Sentence, says) {
			return
		}
	}
	t.Fatalf("want %s saying %q, got %v", kind, says, err)
}

func flagVote(t *testing.T, db *store.DB, candidate string, passed bool) string {
	t.Helper()
	return vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn " + candidate, Method: voting.Consensus, Stated: &passed,
		Options: []voting.Option{{Label: candidate, Candidate: candidate}}})
}

func TestNominate_atADeskTakesNoOutcomeFromTheForm(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		n, id := flagFor("con_cuong"), ""
		n.Status, n.Member, n.CouncilVote, n.Note = Decided, true, "v", "x"
		n.Decision = Decision{Number: "1/QĐ", Day: seedDay, By: "Tôi"}
		n.Findings = []Finding{{Sentence: "Luật cho phép tất cả.", Mark: FromText, Source: "Luật"}}
		testkit.Write(t, db, nominating(atHead, n, &id))
		got := get(t, db, id)
		if got.Status != Proposed || got.Decision != (Decision{}) || got.CouncilVote != "" || got.Note != "" {
			t.Fatalf("got %+v", got)
		}
		for _, f := range got.Findings {
			if f.Sentence == "Luật cho phép tất cả." {
				t.Fatal("law was typed in")
			}
		}
	})
}

func TestNominate_refusesAtADesk(t *testing.T) {
	db := testkit.SQLite(t)
	begin(t, db)
	lost := flagVote(t, db, "thanh_chuong", false)
	for name, c := range map[string]struct {
		by   access.Actor
		n    Nomination
		kind refusal.Kind
		says string
	}{
		"another cluster's year":            {stranger, flagFor("con_cuong"), refusal.NotAllowed, "không làm việc cho cụm này"},
		"the head's own unit without vote":  {atHead, flagFor("thanh_chuong"), refusal.NotAllowed, "đã biểu quyết suy tôn"},
		"a candidate who lost the vote":     {atHead, func() Nomination { n := flagFor("thanh_chuong"); n.Vote = lost; return n }(), refusal.Unsatisfied, "không được suy tôn"},
		"a forged vote":                     {atHead, func() Nomination { n := flagFor("con_cuong"); n.Vote = "nowhere"; return n }(), refusal.Invalid, "Không có cuộc biểu quyết"},
		"a year not yet at its conference":  {atHead, func() Nomination { n := flagFor("con_cuong"); n.Season = "other"; return n }(), refusal.Closed, "bước"},
		"a decider who nominates":           {atDecider, flagFor("con_cuong"), refusal.NotAllowed, "trưởng cụm"},
		"a unit outside without any reason": {atHead, func() Nomination { n := flagFor("thanh_linh"); n.Reason = ""; return n }(), refusal.Invalid, "phải ghi lý do"},
	} {
		t.Run(name, func(t *testing.T) {
			var id string
			wants(t, testkit.Try(db, nominating(c.by, c.n, &id)), c.kind, c.says)
		})
	}
}

func TestRest_onlyTheVoteTellsWhoIsEndorsed(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var id string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &id))
		try := func(work func(ctx context.Context, tx *store.Tx) error) error { return testkit.Try(db, work) }
		wants(t, try(func(ctx context.Context, tx *store.Tx) error {
			return Decide(ctx, tx, atHead, seedDay, id, Endorsed, Decision{})
		}), refusal.Invalid, "do biểu quyết")
		other := flagVote(t, db, "thanh_chuong", true)
		won := vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn hai đơn vị", Method: voting.Consensus, Stated: new(true),
			Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: "con_cuong"}, {Label: "Xã Thanh Lĩnh", Candidate: "thanh_linh"}}})
		wants(t, try(func(ctx context.Context, tx *store.Tx) error { return Rest(ctx, tx, stranger, seedDay, id, won) }), refusal.NotAllowed, "cụm này")
		wants(t, try(func(ctx context.Context, tx *store.Tx) error { return Judge(ctx, tx, atSecretary, seedDay, id, won) }), refusal.Closed, "bước")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return Rest(ctx, tx, atHead, seedDay, id, won) })
		if n := get(t, db, id); n.Status != Endorsed || n.Vote != won {
			t.Fatalf("got %+v", n)
		}
		wants(t, try(func(ctx context.Context, tx *store.Tx) error { return Rest(ctx, tx, atHead, seedDay, id, other) }), refusal.Closed, "Được suy tôn")
	})
}

func TestJudgeAndDecide_areTheCouncilsAndTheDeciders(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var id string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &id))
		phase(t, db, season.Council)
		council := voting.Vote{Season: "s", Question: "Trình tặng cờ", Body: voting.Council, Method: voting.Paper, Denominator: voting.OfEstablishment, Threshold: exact.Ratio(4, 5),
			Establishment: new(10), Present: new(10), Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: "con_cuong", For: new(9)}}}
		var voteID string
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			voteID, err = voting.Record(ctx, tx, secretary, seedDay, council)
			return err
		})
		judge := func(by access.Actor) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Judge(ctx, tx, by, seedDay, id, voteID) })
		}
		decide := func(by access.Actor, d Decision) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return Decide(ctx, tx, by, vi.MustDay("2015-04-01"), id, Decided, d)
			})
		}
		whole := Decision{Number: "231/QĐ-TTg", Day: vi.MustDay("2015-03-14"), By: "Thủ tướng Chính phủ"}
		wants(t, judge(atHead), refusal.NotAllowed, "Hội đồng")
		wants(t, judge(atDecider), refusal.NotAllowed, "Hội đồng")
		if err := judge(atSecretary); err != nil {
			t.Fatal(err)
		}
		wants(t, decide(atHead, whole), refusal.NotAllowed, "người có thẩm quyền")
		wants(t, decide(atDecider, Decision{}), refusal.Invalid, "số quyết định")
		wants(t, decide(atDecider, Decision{Number: "1", Day: vi.MustDay("2016-01-01"), By: "x"}), refusal.Invalid, "chưa tới")
		if err := decide(atDecider, whole); err != nil {
			t.Fatal(err)
		}
		wants(t, decide(atDecider, whole), refusal.Closed, "Đã có quyết định")
		if n := get(t, db, id); n.Status != Decided || n.CouncilVote != voteID || n.Decision != whole {
			t.Fatalf("got %+v", n)
		}
	})
}

func TestWithdraw_keepsTheReasonAndFreesThePlace(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		var id, again string
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &id))
		withdraw := func(reason string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Withdraw(ctx, tx, atHead, seedDay, id, reason) })
		}
		wants(t, withdraw(" "), refusal.Invalid, "lý do")
		if err := withdraw("Ghi nhầm danh hiệu"); err != nil {
			t.Fatal(err)
		}
		if all, _ := ofSeason(t, db); len(all) != 0 {
			t.Fatal("a withdrawn nomination is still read by others")
		}
		if n := get(t, db, id); n.Status != Withdrawn || n.Note != "Ghi nhầm danh hiệu" {
			t.Fatalf("got %+v", n)
		}
		testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &again))
	})
}

func TestKeepPapers_untilTheCouncilHasJudged(t *testing.T) {
	db := testkit.SQLite(t)
	begin(t, db)
	var id string
	testkit.Write(t, db, nominating(atHead, flagFor("con_cuong"), &id))
	keep := func(kinds ...PaperKind) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return KeepPapers(ctx, tx, atHead, seedDay, id, kinds) })
	}
	wants(t, keep("a_bribe"), refusal.Invalid, "loại giấy tờ")
	if err := keep(SubmissionLetter, AchievementReport, SubmissionLetter); err != nil {
		t.Fatal(err)
	}
	if n := get(t, db, id); len(n.Papers) != 2 {
		t.Fatalf("got %v", n.Papers)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return Decide(ctx, tx, secretary, seedDay, id, Cut, Decision{})
	})
	wants(t, keep(SubmissionLetter), refusal.Closed, "không bổ sung")
}

func TestPlacesOf_printsTheArithmeticOfTheQuota(t *testing.T) {
	flags := []season.Quota{{Title: "Cờ thi đua của Chính phủ", Percent: exact.Int(20)}}
	list := []Nomination{
		{CandidateKind: Collective, Member: true, Title: "Cờ thi đua Chính phủ", Status: Endorsed},
		{CandidateKind: Collective, Title: "Cờ thi đua Chính phủ", Status: Endorsed},
		{CandidateKind: Collective, Member: true, Title: "Cờ thi đua Chính phủ", Status: Withdrawn},
	}
	all := PlacesOf(flags, 7, true, list)
	want := "Cờ thi đua của Chính phủ: được đề nghị 1 (20,00 % của 7 đơn vị, làm tròn xuống); đã đề nghị 1; còn 0. Tập thể ngoài cụm không tính vào số này."
	if len(all) != 1 || all[0].Words != want {
		t.Fatalf("got %+v", all)
	}
}
