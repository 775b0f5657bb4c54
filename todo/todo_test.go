package todo_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

var today = vi.MustDay("2014-11-22")

// of returns the items of a person of the province as "kind" words.
func of(t *testing.T, p *province.Province, name string) (kinds []string, items []todo.Item) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		grants, err := account.HeldOn(ctx, tx, p.People[name].ID, today)
		if err == nil {
			items, _, err = todo.For(ctx, tx, p.People[name], grants, today)
		}
		return err
	})
	for _, x := range items {
		kinds = append(kinds, string(x.Kind))
	}
	return kinds, items
}

// TestFor_everyRoleInEveryPhase says what waits for whom as the year goes on;
// nothing was done in any of these phases.
func TestFor_everyRoleInEveryPhase(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.SetUp))
	for _, c := range []struct {
		phase season.Phase
		who   string
		want  string
	}{
		{season.SetUp, "standing", "set_up"},
		{season.SetUp, "officer:con-cuong", ""},
		{season.SetUp, "head", ""},
		{season.Pledging, "officer:con-cuong", "register respond"},
		{season.Pledging, "leader:con-cuong", "register"},
		{season.Pledging, "head", "record_pledge missing missing"},
		{season.Pledging, "deputy", "missing missing"},
		{season.Pledging, "standing", "assign_target missing missing"},
		{season.Work, "officer:con-cuong", "respond exemplar"},
		{season.Work, "leader:con-cuong", ""},
		{season.Work, "head", "missing"},
		{season.SelfScoring, "officer:con-cuong", "respond self_score"},
		{season.SelfScoring, "leader:con-cuong", "self_score"},
		{season.SelfScoring, "head", "plan_cross missing missing"},
		{season.CrossScoring, "officer:con-cuong", ""},
		{season.Appraisal, "head", "appraise"},
		{season.Appraisal, "deputy", "appraise"},
		{season.Appraisal, "standing", "appraise"},
		{season.Appraisal, "officer:con-cuong", ""},
		{season.Conferring, "head", "convene nominate"},
		{season.Conferring, "standing", "convene nominate publish"},
		{season.Conferring, "secretary", "publish"},
		{season.Nomination, "head", "nominate"},
		{season.Closed, "head", ""},
		{season.Closed, "standing", ""},
		{season.Work, "admin", "no_second_factor"},
		{season.Work, "inspector", "journal"},
		{season.Work, "member", ""},
		{season.Work, "decider", ""},
	} {
		testkit.Exec(t, db, fmt.Sprintf(`UPDATE season SET phase = '%s'`, c.phase))
		if kinds, _ := of(t, p, c.who); strings.Join(kinds, " ") != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.phase, c.who, strings.Join(kinds, " "), c.want)
		}
	}
}

// TestFor_followsTheRecordsOnBothEngines puts one record after another and sees
// the item go.
func TestFor_followsTheRecordsOnBothEngines(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.CrossScoring))
		cc, as := p.Unit["con-cuong"], p.Unit["anh-son"]
		exec := func(format string, args ...any) { testkit.Exec(t, db, fmt.Sprintf(format, args...)) }
		has := func(who string, k todo.Kind, want bool) {
			t.Helper()
			kinds, _ := of(t, p, who)
			if got := slices.Contains(kinds, string(k)); got != want {
				t.Errorf("%s %s: got %v, want %v (%v)", who, k, got, want, kinds)
			}
		}
		officer := "officer:con-cuong"
		has(officer, todo.CrossScoring, false)
		exec(`INSERT INTO cross_plan (season_id, pairs, confirmed_on, confirmed_by, reason) VALUES ('%s', '[{"scorer":"%s","unit":"%s"}]', '', '', '')`, p.Season.ID, cc, as)
		has(officer, todo.CrossScoring, false)
		exec(`UPDATE cross_plan SET confirmed_on = '2014-11-10'`)
		has(officer, todo.CrossScoring, true)
		has("officer:anh-son", todo.CrossScoring, false)
		has("head", todo.Reminding, true)
		exec(`INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
			VALUES ('s1', '%s', '%s', 'cross', '%s', '', 1, '2014-11-20', 'draft', '[]', '', '', '', '', false)`, p.Season.ID, as, cc)
		has(officer, todo.CrossScoring, true)
		exec(`UPDATE score_sheet SET state = 'submitted'`)
		has(officer, todo.CrossScoring, false)
		has("head", todo.Reminding, false)

		has("officer:anh-son", todo.Answering, false)
		exec(`INSERT INTO score_question (id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on)
			VALUES ('q1', '%s', '%s', '%s', '1.1', 'Vì sao?', '2014-11-20', '', '')`, p.Season.ID, as, cc)
		has("officer:anh-son", todo.Answering, true)
		has(officer, todo.Answering, false)
		exec(`UPDATE score_question SET answer = 'Vì thế.'`)
		has("officer:anh-son", todo.Answering, false)

		person := p.People["secretary"].ID
		exec(`INSERT INTO conference (id, season_id, kind, also, title, on_day, time_of_day, place, convened_by, chair, secretary, agenda, papers, attendance, delegates, reports, speeches, conclusions, photos, held, illustrative, stage, secretary_person)
			VALUES ('c1', '%s', 'closing', '', '', '2014-11-25', '', '', '', '', '', '', '', '{"present":["%s"]}', '', '', '', '', '', false, false, 'called', '%s')`, p.Season.ID, cc, person)
		has("head", todo.Holding, true)
		has(officer, todo.AmendingMinutes, false)
		exec(`UPDATE conference SET stage = 'amended'`)
		has(officer, todo.AmendingMinutes, true)
		has("officer:anh-son", todo.AmendingMinutes, false)
		exec(`UPDATE conference SET stage = 'frozen'`)
		exec(`INSERT INTO conference_minutes (conference_id, number, version, why, sections, amendments, frozen, sha256, signatures) VALUES ('c1', 1, 1, '', '', '', '', '', '[]')`)
		has("secretary", todo.Signing, true)
		has("head", todo.Signing, false)
		exec(`UPDATE conference_minutes SET signatures = '[{"seat":"secretary","person":"%s"}]'`, person)
		has("secretary", todo.Signing, false)

		exec(`INSERT INTO poll (id, season_id, state, question_key, ballot_round, body, voters, board, salt, attempt, differs, reason)
			VALUES ('p1', '%s', 'opened', 'k', 1, '{"question":"Suy tôn","body":"cluster"}', '[]', '[{"person":"%s","name":"x"}]', '', 1, '', '')`, p.Season.ID, p.People[officer].ID)
		has(officer, todo.Counting, true)
		has("officer:anh-son", todo.Counting, false)
		exec(`INSERT INTO poll_entry (poll_id, attempt, person_id, sealed, entered_at) VALUES ('p1', 1, '%s', '', '')`, p.People[officer].ID)
		has(officer, todo.Counting, false)
	})
}

func TestFor_takesAFixedNumberOfStatements(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		count := func() int {
			ctx, n := store.CountStatements(context.Background())
			if err := db.Read(ctx, func(tx *store.Tx) error {
				_, years, err := todo.For(ctx, tx, p.People["standing"], []account.Grant{{Role: access.StandingBody}}, today)
				if len(years) == 0 {
					t.Error("the standing body reaches no year")
				}
				return err
			}); err != nil {
				t.Fatal(err)
			}
			return *n
		}
		one := count()
		for year := 2000; year < 2010; year++ {
			testkit.Exec(t, db, testkit.Season(fmt.Sprintf("s%d", year), p.Season.Cluster, year, "work", 5))
		}
		if many := count(); many != one || one > 21 {
			t.Errorf("one year takes %d statements, eleven years %d", one, many)
		}
	})
}

func TestDueWords_atTheDay(t *testing.T) {
	for _, c := range []struct {
		due     string
		words   string
		urgency todo.Urgency
	}{
		{"2014-11-30", "còn 8 ngày", todo.Ahead},
		{"2014-11-29", "còn 7 ngày", todo.Soon},
		{"2014-11-23", "còn 1 ngày", todo.Soon},
		{"2014-11-22", "hạn hôm nay", todo.Soon},
		{"2014-11-21", "quá hạn 1 ngày", todo.Late},
		{"2014-01-01", "quá hạn 325 ngày", todo.Late},
	} {
		due := vi.MustDay(c.due)
		if got := todo.DueWords(due, today).Vietnamese; got != c.words || todo.UrgencyOf(due, today) != c.urgency {
			t.Errorf("%s: %q, %s", c.due, got, todo.UrgencyOf(due, today))
		}
	}
	if todo.DueWords(vi.Day{}, today) != (todo.Words{}) || todo.UrgencyOf(vi.Day{}, today) != todo.Undated {
		t.Error("no day is set, and a tag says one")
	}
}

// TestDueWords_aroundMidnightInVietnam: a day ends at midnight of UTC+7, be the
// machine where it may.
func TestDueWords_aroundMidnightInVietnam(t *testing.T) {
	due := vi.MustDay("2014-11-22")
	for _, c := range []struct {
		now   string
		words string
		open  bool
	}{
		{"2014-11-22T23:58:00+07:00", "hạn hôm nay", true},
		{"2014-11-22T23:59:59+07:00", "hạn hôm nay", true},
		{"2014-11-22T16:59:59Z", "hạn hôm nay", true},
		{"2014-11-23T00:00:00+07:00", "quá hạn 1 ngày", false},
		{"2014-11-22T17:00:00Z", "quá hạn 1 ngày", false},
		{"2014-11-22T09:00:00-08:00", "quá hạn 1 ngày", false},
		{"2014-11-22T00:00:00+07:00", "hạn hôm nay", true},
		{"2014-11-21T23:59:59+07:00", "còn 1 ngày", true},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		day := vi.DayOf(now)
		calendar := season.Calendar{{Phase: season.SelfScoring, To: due}}
		if got := todo.DueWords(due, day).Vietnamese; got != c.words || (calendar.Open(season.SelfScoring, day) == nil) != c.open {
			t.Errorf("%s: %q, open %v", c.now, got, calendar.Open(season.SelfScoring, day))
		}
	}
}

func TestMerge_keepsEachItemOnceAndTheEarliestFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.SliceOf(rapid.Custom(func(t *rapid.T) todo.Item {
			x := todo.Item{Kind: todo.Kind(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "kind"))}
			if n := rapid.IntRange(-1, 9).Draw(t, "due"); n >= 0 {
				x.Due = today.AddDays(n)
			}
			return x
		}))
		one, two := draw.Draw(t, "one"), draw.Draw(t, "two")
		all := todo.Merge(one, two)
		seen := map[string]bool{}
		for i, x := range all {
			if seen[x.Key()] {
				t.Fatal("a item stands there twice")
			}
			seen[x.Key()] = true
			if i > 0 && (all[i-1].Due.IsZero() && !x.Due.IsZero() || x.Due.Before(all[i-1].Due)) {
				t.Fatalf("%s after %s", x.Due, all[i-1].Due)
			}
		}
		for _, x := range append(one, two...) {
			if !seen[x.Key()] {
				t.Fatal("a item was lost")
			}
		}
	})
}
