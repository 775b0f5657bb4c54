package voting

import (
	"context"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
)

// The people of the hall. Head, standing body and secretary take the vote; an,
// binh and dung are on the tally board; cuc works for unit c.
var (
	atHead    = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "a", Cluster: "k", Person: "p-head"}
	standing  = access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody, Cluster: "k", Person: "p-standing"}
	secretary = access.Actor{Name: "Thư ký", Role: access.CouncilSecretary, Cluster: "k", Person: "p-secretary"}
	an        = access.Actor{Name: "An", Role: access.StandingBody, Cluster: "k", Person: "p-an"}
	binh      = access.Actor{Name: "Bình", Role: access.EmulationOfficer, Unit: "d", Cluster: "k", Person: "p-binh"}
	dung      = access.Actor{Name: "Dung", Role: access.Leader, Unit: "e", Cluster: "k", Person: "p-dung"}
	cuc       = access.Actor{Name: "Cúc", Role: access.EmulationOfficer, Unit: "c", Cluster: "k", Person: "p-cuc"}
)

// hall is a year with its people and an open conference.
func hall(t *testing.T, db *store.DB) {
	t.Helper()
	year(t, db)
	for _, p := range []access.Actor{atHead, standing, secretary, an, binh, dung, cuc} {
		testkit.Exec(t, db,
			`INSERT INTO person (id, name, fold, sort_key, login, state, made_at) VALUES ('`+p.Person+`', '`+p.Name+`', '', '`+p.Name+`', '`+p.Person+`', 'active', '')`,
			`INSERT INTO role_grant (id, person_id, role, unit_id, cluster_id, from_day, until_day, how, given_by, given_at)
			VALUES ('g-`+p.Person+`', '`+p.Person+`', '`+string(p.Role)+`', NULLIF('`+p.Unit+`', ''), 'k', '', '', 'own', '', '')`)
	}
}

// question is a paper vote on two units, one to be chosen.
func question() Vote {
	return Vote{Season: "s", Conference: "now", Question: "Suy tôn đơn vị dẫn đầu", Body: Cluster, Seats: 1,
		Options: []Option{{Label: "Huyện a", Candidate: "a"}, {Label: "Huyện c", Candidate: "c"}}}
}

func prepare(t *testing.T, db *store.DB, by access.Actor, v Vote) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = Prepare(ctx, tx, by, day, v)
		return err
	})
	return id
}

var everybody = Presence{Units: []string{"a", "b", "c", "d", "e"}}

func open(t *testing.T, db *store.DB, id string, board ...string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return OpenPoll(ctx, tx, atHead, day, id, everybody, board)
	})
}

func count(db *store.DB, by access.Actor, id string, t Tally) (c Counted, err error) {
	err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
		c, err = Count(ctx, tx, by, day, id, t)
		return err
	})
	return c, err
}

func pollOf(t *testing.T, db *store.DB, id string) (p Poll) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		p, err = PollByID(context.Background(), tx, id)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return p
}

// tally is five ballots, all valid, of which so many are for each option.
func tally(a, c int) Tally {
	return Tally{Issued: new(5), Returned: new(5), Valid: new(5), Invalid: new(0), Options: []Option{
		{For: &a, Against: new(5 - a), Blank: new(0)}, {For: &c, Against: new(5 - c), Blank: new(0)}}}
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

func TestPrepare_takesTheSignedRuleWhateverTheFormSays(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		v := question()
		v.Method, v.Denominator, v.Present, v.Stated = Open, OfPresent, new(9), new(true)
		v.Options[0].For = new(5)
		p := pollOf(t, db, prepare(t, db, atHead, v))
		if p.State != Prepared || p.Method != Paper || p.Denominator != OfEstablishment || p.Threshold.String() != "2/3" {
			t.Fatalf("got %+v", p)
		}
		if p.Present != nil || p.Stated != nil || p.Options[0].For != nil {
			t.Fatalf("an outcome was smuggled in: %+v", p)
		}
	})
}

func TestPrepare_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	for name, c := range map[string]struct {
		by     access.Actor
		change func(*Vote)
		kind   refusal.Kind
		says   string
	}{
		"an officer":                         {binh, func(v *Vote) {}, refusal.NotAllowed, "trưởng cụm"},
		"a head of another cluster":          {access.Actor{Role: access.ClusterHead, Unit: "a", Cluster: "other", Person: "x"}, func(v *Vote) {}, refusal.NotAllowed, "không làm việc cho cụm này"},
		"a council's vote by the head":       {atHead, func(v *Vote) { v.Body, v.Method = Council, Paper }, refusal.NotAllowed, "Hội đồng"},
		"no question":                        {atHead, func(v *Vote) { v.Question = "" }, refusal.Invalid, "Chưa ghi nội dung"},
		"no option":                          {atHead, func(v *Vote) { v.Options = nil }, refusal.Invalid, "được lấy phiếu"},
		"the same option twice":              {atHead, func(v *Vote) { v.Options[1].Label = "Huyện a" }, refusal.Invalid, "hai lần"},
		"no conference":                      {atHead, func(v *Vote) { v.Conference = "" }, refusal.Invalid, "Chọn hội nghị"},
		"a conference of another year":       {atHead, func(v *Vote) { v.Conference = "then" }, refusal.Invalid, "không thuộc năm"},
		"more seats than options":            {atHead, func(v *Vote) { v.Seats = 3 }, refusal.Invalid, "Chỉ có 2"},
		"a round the rules do not allow":     {atHead, func(v *Vote) { v.Round = 3 }, refusal.Invalid, "2 vòng"},
		"a council that votes in the open":   {secretary, func(v *Vote) { v.Body, v.Method = Council, Open }, refusal.Invalid, "phiếu kín"},
		"a candidate who is not on record":   {atHead, func(v *Vote) { v.Options[0].Candidate = "nowhere" }, refusal.Invalid, "không có trong danh mục"},
		"a year that has ended":              {atHead, func(v *Vote) { v.Season, v.Conference = "over", "then" }, refusal.Closed, "kết thúc"},
		"an id of a vote of nobody":          {atHead, func(v *Vote) { v.ID = "nowhere" }, refusal.NotFound, ""},
		"more options than a ballot can ask": {atHead, func(v *Vote) { v.Options = make([]Option, mostOptions+1) }, refusal.Invalid, "không quá"},
	} {
		t.Run(name, func(t *testing.T) {
			v := question()
			c.change(&v)
			wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				_, err := Prepare(ctx, tx, c.by, day, v)
				return err
			}), c.kind, c.says)
		})
	}
}

func TestPrepare_aQuestionHasEachRoundOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := prepare(t, db, atHead, question())
		again := question()
		again.Question = "  suy tôn đơn vị dẫn đầu "
		wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := Prepare(ctx, tx, atHead, day, again)
			return err
		}), refusal.Invalid, "đã có vòng 1")
		rewritten := question()
		rewritten.ID, rewritten.Question = id, "Suy tôn đơn vị nhận cờ"
		if prepare(t, db, atHead, rewritten) != id || pollOf(t, db, id).Question != rewritten.Question {
			t.Fatal("a vote not yet opened could not be rewritten")
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return Cancel(ctx, tx, atHead, day, id, "Ghi nhầm") })
		prepare(t, db, atHead, anew(rewritten)) // a vote cancelled before its opening holds no round
	})
}

func anew(v Vote) Vote { v.ID = ""; return v }

func TestOpen_freezesWhoIsPresentAndWhoCounts(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := prepare(t, db, atHead, question())
		open(t, db, id, "p-an", "p-binh", "p-an")
		p := pollOf(t, db, id)
		if p.State != Opened || len(p.Voters) != 5 || *p.Present != 5 || *p.Establishment != 5 || p.OpenedAt == nil {
			t.Fatalf("got %+v", p)
		}
		if !slices.Equal(p.TallyBoard, []string{"An", "Bình"}) || p.anyCount() {
			t.Fatalf("got %v", p.TallyBoard)
		}
	})
}

func TestOpen_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := prepare(t, db, atHead, question())
	for name, c := range map[string]struct {
		by      access.Actor
		present Presence
		board   []string
		kind    refusal.Kind
		says    string
	}{
		"before the roll call":                 {atHead, Presence{}, []string{"p-an", "p-binh"}, refusal.Unsatisfied, "Chưa điểm danh"},
		"without quorum":                       {atHead, Presence{Units: []string{"a", "b", "c"}}, []string{"p-an", "p-binh"}, refusal.Unsatisfied, "ít nhất 4"},
		"a unit that is no member":             {atHead, Presence{Units: []string{"a", "b", "c", "d", "x"}}, []string{"p-an", "p-binh"}, refusal.Invalid, "không phải thành viên"},
		"one unit called five times":           {atHead, Presence{Units: []string{"a", "a", "a", "a", "a"}}, []string{"p-an", "p-binh"}, refusal.Unsatisfied, "ít nhất 4"},
		"a tally board of one":                 {atHead, everybody, []string{"p-an"}, refusal.Invalid, "ít nhất hai người"},
		"a tally board of one, named twice":    {atHead, everybody, []string{"p-an", "p-an"}, refusal.Invalid, "ít nhất hai người"},
		"a stranger on the tally board":        {atHead, everybody, []string{"p-an", "p-nobody"}, refusal.Invalid, "không làm việc cho cụm này"},
		"a teller of a unit on the ballot":     {atHead, everybody, []string{"p-an", "p-cuc"}, refusal.NotAllowed, "có tên trên phiếu"},
		"the head, whose unit is on the paper": {atHead, everybody, []string{"p-an", "p-head"}, refusal.NotAllowed, "có tên trên phiếu"},
		"an officer opening it":                {binh, everybody, []string{"p-an", "p-binh"}, refusal.NotAllowed, "trưởng cụm"},
	} {
		t.Run(name, func(t *testing.T) {
			wants(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return OpenPoll(ctx, tx, c.by, day, id, c.present, c.board)
			}), c.kind, c.says)
			if pollOf(t, db, id).State != Prepared {
				t.Fatal("it was opened")
			}
		})
	}
}

func TestCount_closesOnceTwoPeopleEnteredTheSame(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := prepare(t, db, atHead, question())
		open(t, db, id, "p-an", "p-binh")
		if c, err := count(db, an, id, tally(4, 1)); err != nil || c != FirstCount {
			t.Fatal(c, err)
		}
		if c, err := count(db, binh, id, tally(4, 1)); err != nil || c != Settled {
			t.Fatal(c, err)
		}
		all := ofSeason(t, db)
		if len(all) != 1 || all[0].ID != id || *all[0].Options[0].For != 4 || *all[0].Issued != 5 {
			t.Fatalf("got %s", store.Text(all))
		}
		r := all[0].Result()
		if pollOf(t, db, id).State != Closed || !*r.Options[0].Passed || *r.Options[1].Passed || !strings.Contains(r.Words, "tổng số 5 thành viên") {
			t.Fatalf("got %q", r.Words)
		}
	})
}

// TestCount_tellsNobodyAnythingBeforeTwoAgree searches every column of every
// table for the count of one person.
func TestCount_tellsNobodyAnythingBeforeTwoAgree(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		v := question()
		v.Seats, v.Options = 0, v.Options[:1]
		id := prepare(t, db, atHead, v)
		open(t, db, id, "p-an", "p-binh")
		before := len(ofSeason(t, db))
		if _, err := count(db, an, id, Tally{Issued: new(5), Returned: new(5), Valid: new(5), Invalid: new(0), Options: []Option{{For: new(3), Against: new(2), Blank: new(0)}}}); err != nil {
			t.Fatal(err)
		}
		p := pollOf(t, db, id)
		if p.anyCount() || p.Issued != nil || p.Valid != nil || len(ofSeason(t, db)) != before {
			t.Fatalf("the record tells: %s", store.Text(p))
		}
		for _, text := range everyText(t, db) {
			for _, told := range []string{`"for":3`, `"against":2`, `"issued":5`, `"valid":5`, `"for": 3`} {
				if strings.Contains(text, told) {
					t.Fatalf("%s stands in %s", told, text)
				}
			}
		}
		if err := db.Read(context.Background(), func(tx *store.Tx) error {
			shown, err := OpenNow(context.Background(), tx, "now")
			if len(shown) != 1 || shown[0].Question != v.Question || strings.Contains(store.Text(shown), `"For"`) {
				t.Errorf("the hall's screen: %s", store.Text(shown))
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

// everyText is every row of the tables in which a vote leaves a trace.
func everyText(t *testing.T, db *store.DB) (all []string) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) error {
		for _, q := range []string{
			`SELECT body || voters || board || differs || reason FROM poll`, `SELECT person_id || sealed FROM poll_entry`,
			`SELECT act || object || detail FROM journal`, `SELECT options || roll FROM vote`,
		} {
			rows, err := store.All(context.Background(), tx, func(s *string) []any { return []any{s} }, q)
			if err != nil {
				return err
			}
			all = append(all, rows...)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCount_onDifferenceTellsOnlyWhereAndBothCountAgain(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := prepare(t, db, atHead, question())
		open(t, db, id, "p-an", "p-binh")
		for _, step := range []struct {
			by   access.Actor
			a    int
			want Counted
		}{{an, 4, FirstCount}, {binh, 3, Differing}, {binh, 4, FirstCount}, {an, 4, Settled}} {
			if c, err := count(db, step.by, id, tally(step.a, 1)); err != nil || c != step.want {
				t.Fatalf("%s: %s %v", step.by.Name, c, err)
			}
			if p := pollOf(t, db, id); step.want == Differing && !slices.Equal(p.Differs, []string{"options[0].against", "options[0].for"}) {
				t.Fatalf("differs in %v", p.Differs)
			}
		}
	})
}

func TestCount_aThirdPersonSaysWhyAndAgreesWithOne(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := prepare(t, db, atHead, question())
	open(t, db, id, "p-an", "p-binh", "p-dung")
	for _, step := range []struct {
		by   access.Actor
		a    int
		want Counted
	}{{an, 4, FirstCount}, {binh, 3, Differing}} {
		if c, err := count(db, step.by, id, tally(step.a, 1)); err != nil || c != step.want {
			t.Fatal(c, err)
		}
	}
	_, err := count(db, dung, id, tally(4, 1))
	wants(t, err, refusal.Invalid, "phải ghi lý do")
	third := tally(4, 1)
	third.Reason = "Hai lá phiếu dính vào nhau"
	if c, err := count(db, dung, id, third); err != nil || c != Settled {
		t.Fatal(c, err)
	}
	if p := pollOf(t, db, id); p.State != Closed || p.Reason != third.Reason {
		t.Fatalf("got %+v", p)
	}
}

func TestCount_threeDifferentCountsSettleNothing(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	id := prepare(t, db, atHead, question())
	open(t, db, id, "p-an", "p-binh", "p-dung")
	for i, by := range []access.Actor{an, binh, dung} {
		entry := tally(i+1, 1)
		entry.Reason = "Kiểm lại"
		if _, err := count(db, by, id, entry); err != nil {
			t.Fatal(err)
		}
	}
	if p := pollOf(t, db, id); p.State != Opened || len(p.Differs) == 0 {
		t.Fatalf("got %+v", p)
	}
	// A person's entry of the last attempt does not count in the next: an must find another.
	if c, err := count(db, an, id, tally(2, 1)); err != nil || c != FirstCount {
		t.Fatal(c, err)
	}
}

func TestCount_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	hall(t, db)
	waiting := prepare(t, db, atHead, question())
	id := prepare(t, db, atHead, func() Vote { v := question(); v.Question = "Suy tôn lần khác"; return v }())
	open(t, db, id, "p-an", "p-binh")
	if _, err := count(db, an, id, tally(4, 1)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		by     access.Actor
		id     string
		change func(*Tally)
		kind   refusal.Kind
		says   string
	}{
		"one person entering both counts":       {an, id, func(*Tally) {}, refusal.Conflict, "chờ người thứ hai"},
		"the same person in another capacity":   {access.Actor{Role: access.ClusterDeputy, Unit: "b", Cluster: "k", Person: "p-an"}, id, func(*Tally) {}, refusal.Conflict, "chờ người thứ hai"},
		"somebody who is not on the board":      {dung, id, func(*Tally) {}, refusal.NotAllowed, "ban kiểm phiếu"},
		"the head of the cluster":               {atHead, id, func(*Tally) {}, refusal.NotAllowed, "ban kiểm phiếu"},
		"an actor without a person":             {access.Actor{Role: access.StandingBody}, id, func(*Tally) {}, refusal.NotAllowed, "ban kiểm phiếu"},
		"a teller now of a unit on the ballot":  {access.Actor{Role: access.Leader, Unit: "c", Cluster: "k", Person: "p-binh"}, id, func(*Tally) {}, refusal.NotAllowed, "có tên trên phiếu"},
		"an administrator":                      {access.Actor{Role: access.Admin, Person: "p-an"}, id, func(*Tally) {}, refusal.NotAllowed, "ban kiểm phiếu"},
		"a capacity of another cluster":         {access.Actor{Role: access.StandingBody, Cluster: "other", Person: "p-an"}, id, func(*Tally) {}, refusal.NotAllowed, "không làm việc cho cụm"},
		"a vote that is not open":               {an, waiting, func(*Tally) {}, refusal.Closed, "Chưa mở"},
		"a vote that does not exist":            {an, "nowhere", func(*Tally) {}, refusal.NotFound, ""},
		"a count that is missing":               {binh, id, func(t *Tally) { t.Valid = nil }, refusal.Invalid, "Chưa ghi số phiếu hợp lệ"},
		"more ballots returned than issued":     {binh, id, func(t *Tally) { t.Issued = new(4) }, refusal.Invalid, "nhiều hơn 4"},
		"more ballots than voters":              {binh, id, func(t *Tally) { t.Issued = new(6) }, refusal.Invalid, "nhiều hơn 5"},
		"voices that do not add up":             {binh, id, func(t *Tally) { t.Options[0].Blank = new(2) }, refusal.Invalid, "không khớp"},
		"a negative count":                      {binh, id, func(t *Tally) { t.Options[0].For = new(-1) }, refusal.Invalid, "không thể âm"},
		"ballots that choose two for one seat":  {binh, id, func(t *Tally) { *t = tally(5, 1) }, refusal.Invalid, "chọn quá số"},
		"an option more than the ballot prints": {binh, id, func(t *Tally) { t.Options = append(t.Options, Option{}) }, refusal.Conflict, "mở lại trang"},
	} {
		t.Run(name, func(t *testing.T) {
			entry := tally(4, 1)
			c.change(&entry)
			_, err := count(db, c.by, c.id, entry)
			wants(t, err, c.kind, c.says)
		})
	}
}

func TestClosedPoll_changesNoMore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		hall(t, db)
		id := prepare(t, db, atHead, question())
		open(t, db, id, "p-an", "p-binh")
		for _, by := range []access.Actor{an, binh} {
			if _, err := count(db, by, id, tally(4, 1)); err != nil {
				t.Fatal(err)
			}
		}
		was := store.Text(pollOf(t, db, id)) + store.Text(ofSeason(t, db))
		for name, act := range map[string]func(ctx context.Context, tx *store.Tx) error{
			"prepared anew": func(ctx context.Context, tx *store.Tx) error {
				v := question()
				v.ID, v.Round = id, 2
				_, err := Prepare(ctx, tx, atHead, day, v)
				return err
			},
			"opened again": func(ctx context.Context, tx *store.Tx) error {
				return OpenPoll(ctx, tx, atHead, day, id, everybody, []string{"p-an", "p-binh"})
			},
			"counted again": func(ctx context.Context, tx *store.Tx) error {
				_, err := Count(ctx, tx, an, day, id, tally(1, 4))
				return err
			},
			"called": func(ctx context.Context, tx *store.Tx) error { return Call(ctx, tx, atHead, day, id, nil) },
			"given to others": func(ctx context.Context, tx *store.Tx) error {
				return BreakTie(ctx, tx, standing, day, id, season.TieHead, Tie{Chosen: []string{"Huyện c"}, Reason: "x"})
			},
			"cancelled": func(ctx context.Context, tx *store.Tx) error {
				return Cancel(ctx, tx, standing, day, id, "Không ưng")
			},
		} {
			t.Run(name, func(t *testing.T) {
				wants(t, testkit.Try(db, act), refusal.Closed, "Đã có kết quả")
				if now := store.Text(pollOf(t, db, id)) + store.Text(ofSeason(t, db)); now != was {
					t.Fatalf("it changed to %s", now)
				}
			})
		}
		verifyJournal(t, db)
	})
}

func verifyJournal(t *testing.T, db *store.DB) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) error {
		faults, _, err := journal.Verify(context.Background(), tx)
		if len(faults) > 0 {
			t.Errorf("journal: %v", faults)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
