package voting

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
)

// rule signs another ballot rule for the year.
func rule(t *testing.T, db *store.DB, b season.Ballot, ties ...season.TieStep) {
	t.Helper()
	testkit.Exec(t, db, `UPDATE season_rules SET body = '`+store.Text(season.Rules{Version: 1, Ballot: b, Ties: ties})+`'`)
}

func call(db *store.DB, id string, voices []Voice) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Call(ctx, tx, atHead, day, id, voices) })
}

// says is the voice of every unit on option i.
func says(i int, choices string) (voices []Voice) {
	word := map[byte]Choice{'+': ForIt, '-': AgainstIt, '0': Abstained}
	for j := range choices {
		voices = append(voices, Voice{Unit: everybody.Units[j], Option: i, Choice: word[choices[j]], Text: "Chưa đủ căn cứ."})
	}
	return voices
}

func TestCall_aConsensusIsWhatNobodyObjectsTo(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		rule(t, db, season.Ballot{Method: "consensus"})
		for name, c := range map[string]struct {
			choices string
			passed  bool
			words   string
		}{
			"all agree":   {"+++++", true, "thảo luận, thống nhất"},
			"one objects": {"++-++", false, "Huyện c: Chưa đủ căn cứ."},
		} {
			v := question()
			v.Question, v.Seats = name, 0
			id := prepare(t, db, atHead, v)
			open(t, db, id)
			if err := call(db, id, says(0, c.choices)); err != nil {
				t.Fatal(err)
			}
			r := pollOf(t, db, id).Result()
			if *r.Passed != c.passed || !strings.Contains(r.Words, c.words) || *r.Options[0].Passed != c.passed {
				t.Errorf("%s: %v, %q", name, *r.Passed, r.Words)
			}
		}
	})
}

func TestCall_anOpenVoteNamesWhoVotedWhat(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		rule(t, db, season.Ballot{Method: "open", Denominator: "present", Threshold: exact.Ratio(1, 2), Strict: true})
		id := prepare(t, db, atHead, question())
		open(t, db, id)
		if err := call(db, id, append(says(0, "+++0-"), says(1, "---+0")...)); err != nil {
			t.Fatal(err)
		}
		all := ofSeason(t, db)
		if len(all) != 1 || len(all[0].Roll) != 10 || *all[0].Options[0].For != 3 || *all[0].Options[1].Blank != 1 {
			t.Fatalf("got %s", store.Text(all))
		}
		if r := all[0].Result(); !*r.Options[0].Passed || !strings.Contains(r.Words, "5 thành viên có mặt") {
			t.Fatalf("got %q", r.Words)
		}
	})
}

func TestCall_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	rule(t, db, season.Ballot{Method: "open", Denominator: "present", Threshold: exact.Ratio(1, 2)})
	id := prepare(t, db, atHead, question())
	open(t, db, id)
	whole := append(says(0, "+++0-"), says(1, "---+0")...)
	for name, c := range map[string]struct {
		voices []Voice
		says   string
	}{
		"a unit without a voice":              {whole[:9], "Chưa ghi ý kiến"},
		"a unit that is not present":          {append(whole[:9:9], Voice{Unit: "x", Option: 1, Choice: ForIt}), "không được biểu quyết"},
		"an option that is not on the ballot": {append(whole[:10:10], Voice{Unit: "a", Option: 2, Choice: ForIt}), "không được biểu quyết"},
		"a word that is no choice":            {append(whole[:9:9], Voice{Unit: "e", Option: 1, Choice: "maybe"}), "Chưa ghi ý kiến"},
		"two choices where one seat is free":  {append(says(0, "+++0-"), says(1, "+--+0")...), "nhiều hơn số được chọn"},
	} {
		t.Run(name, func(t *testing.T) { wants(t, call(db, id, c.voices), refusal.Invalid, c.says) })
	}
	wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Call(ctx, tx, binh, day, id, whole) }), refusal.NotAllowed, "trưởng cụm")
}

func TestCall_noPaperVoteNamesAnybody(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := prepare(t, db, atHead, question())
	open(t, db, id, "p-an", "p-binh")
	wants(t, call(db, id, append(says(0, "+++++"), says(1, "-----")...)), refusal.Unsatisfied, "không gọi tên ai")
}

// tied is a paper vote whose two options have two votes each.
func tiedPoll(t *testing.T, db *store.DB) (id string) {
	t.Helper()
	rule(t, db, season.Ballot{Method: "paper", Denominator: "establishment", Threshold: exact.Ratio(1, 5), Rounds: 2}, season.TieVotes, season.TieEarlier, season.TieEqual)
	id = prepare(t, db, atHead, question())
	open(t, db, id, "p-an", "p-binh")
	for _, by := range []access.Actor{an, binh} {
		if _, err := count(db, by, id, tally(2, 2)); err != nil {
			t.Fatal(err)
		}
	}
	return id
}

func breakTie(db *store.DB, by access.Actor, id string, step season.TieStep, tie Tie) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return BreakTie(ctx, tx, by, day, id, step, tie) })
}

func TestBreakTie_followsTheSignedChain(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := tiedPoll(t, db)
		if p := pollOf(t, db, id); p.State != Tied || len(ofSeason(t, db)) != 0 {
			t.Fatalf("got %s, %d on record", p.State, len(ofSeason(t, db)))
		}
		chosen := Tie{Chosen: []string{"Huyện c"}, Reason: "năm trước được cờ của tỉnh"}
		wants(t, breakTie(db, atHead, id, season.TieEarlier, chosen), refusal.NotAllowed, "trong số ngang phiếu")
		wants(t, breakTie(db, standing, id, season.TieHead, chosen), refusal.Invalid, "thứ tự xét")
		wants(t, breakTie(db, standing, id, season.TieVotes, chosen), refusal.Invalid, "thứ tự xét")
		wants(t, breakTie(db, standing, id, season.TieEarlier, Tie{Chosen: chosen.Chosen}), refusal.Invalid, "căn cứ")
		wants(t, breakTie(db, standing, id, season.TieEarlier, Tie{Chosen: []string{"Huyện a", "Huyện c"}, Reason: "x"}), refusal.Invalid, "đúng 1")
		wants(t, breakTie(db, standing, id, season.TieEarlier, Tie{Chosen: []string{"Huyện b"}, Reason: "x"}), refusal.Invalid, "trong số ngang phiếu")
		if err := breakTie(db, standing, id, season.TieEarlier, chosen); err != nil {
			t.Fatal(err)
		}
		r := ofSeason(t, db)[0].Result()
		if *r.Options[0].Passed || !*r.Options[1].Passed || !strings.Contains(r.Words, "Thành tích trước đó cao hơn") {
			t.Fatalf("got %q", r.Words)
		}
	})
}

func TestBreakTie_mayTakeAllAsEquals(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := tiedPoll(t, db)
	if err := breakTie(db, standing, id, season.TieEqual, Tie{Reason: "hội nghị thống nhất"}); err != nil {
		t.Fatal(err)
	}
	if r := ofSeason(t, db)[0].Result(); !*r.Options[0].Passed || !*r.Options[1].Passed {
		t.Fatalf("got %q", r.Words)
	}
}

func TestCancel_aTieIsCancelledOnlyForAnotherRound(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := tiedPoll(t, db)
	cancel := func(by access.Actor, id, reason string) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Cancel(ctx, tx, by, day, id, reason) })
	}
	wants(t, cancel(standing, id, ""), refusal.Invalid, "lý do")
	wants(t, cancel(atHead, id, "Bỏ phiếu lại"), refusal.NotAllowed, "ngang phiếu")
	if err := cancel(standing, id, "Ngang phiếu, bỏ phiếu lại vòng 2"); err != nil {
		t.Fatal(err)
	}
	if p := pollOf(t, db, id); p.State != Cancelled || *p.Options[0].For != 2 {
		t.Fatalf("the counts of the round are lost: %+v", p)
	}
	second := question()
	wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := Prepare(ctx, tx, atHead, day, second)
		return err
	}), refusal.Invalid, "vòng 1")
	second.Round = 2
	id = prepare(t, db, atHead, second)
	open(t, db, id, "p-an", "p-binh")
	for _, by := range []access.Actor{an, binh} {
		if _, err := count(db, by, id, tally(2, 2)); err != nil {
			t.Fatal(err)
		}
	}
	wants(t, cancel(standing, id, "Lại nữa"), refusal.Unsatisfied, "chỉ cho 2 vòng")
}

func TestCouncil_countsOutOfAllMembersThoseInWritingIncluded(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	v := Vote{Season: "s", Question: "Trình tặng cờ", Body: Council, Method: Paper, Denominator: OfEstablishment, Threshold: exact.Ratio(4, 5),
		Options: []Option{{Label: "Huyện a", Candidate: "a"}}}
	id := prepare(t, db, secretary, v)
	try := func(p Presence) error {
		return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return OpenPoll(ctx, tx, secretary, day, id, p, []string{"p-an", "p-binh"})
		})
	}
	wants(t, try(Presence{Present: new(9)}), refusal.Invalid, "số thành viên")
	wants(t, try(Presence{Establishment: new(10), Present: new(11)}), refusal.Invalid, "nhiều hơn tổng số")
	wants(t, try(Presence{Establishment: new(10), Present: new(7), AbsentInWriting: new(4)}), refusal.Invalid, "chỉ có 3 người vắng")
	if err := try(Presence{Establishment: new(10), Present: new(7), AbsentInWriting: new(2)}); err != nil {
		t.Fatal(err)
	}
	for _, by := range []access.Actor{an, binh} {
		if _, err := count(db, by, id, Tally{Issued: new(9), Returned: new(9), Valid: new(9), Invalid: new(0), Options: []Option{{For: new(8), Against: new(1), Blank: new(0)}}}); err != nil {
			t.Fatal(err)
		}
	}
	if r := ofSeason(t, db)[0].Result(); !*r.Passed || !strings.Contains(r.Words, "8 phiếu đồng ý trên tổng số 10 thành viên") {
		t.Fatalf("got %q", r.Words)
	}
}

// TestTransitions_nothingLeadsOutOfAnEnd walks the whole machine.
func TestTransitions_nothingLeadsOutOfAnEnd(t *testing.T) {
	all := []State{Prepared, Opened, Tied, Closed, Cancelled}
	steps := []Step{Preparation, Opening, Calling, Counting, TieBreak, Cancelling}
	rapid.Check(t, func(t *rapid.T) {
		from, step := rapid.SampledFrom(all).Draw(t, "from"), rapid.SampledFrom(steps).Draw(t, "step")
		if (from == Closed || from == Cancelled) && from.May(step) {
			t.Fatalf("%s may %s", from, step)
		}
	})
	for _, tr := range Transitions {
		if tr.To.Label() == "" || tr.From != "" && tr.From.Label() == "" || stepWords[tr.Step] == "" {
			t.Errorf("%+v has no words", tr)
		}
	}
}

// TestDiffers_namesExactlyTheFieldsThatDiffer compares two counts by their seals.
func TestDiffers_namesExactlyTheFieldsThatDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, want := sealed{}, sealed{}, map[string]bool{}
		for _, f := range []string{"issued", "returned", "valid", "options[0].for"} {
			a[f], b[f] = "x", "x"
			if rapid.Bool().Draw(t, f) {
				b[f], want[f] = "y", true
			}
		}
		got := a.differs(b)
		if len(got) != len(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		for _, f := range got {
			if !want[f] {
				t.Fatalf("%s does not differ", f)
			}
		}
	})
}
