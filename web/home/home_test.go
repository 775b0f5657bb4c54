package home_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

const path = "/viec-can-lam"

func get(t *testing.T, p *province.Province, who, address string) string {
	t.Helper()
	w := p.As(who).Get(address)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %s answers %d", who, address, w.Code)
	}
	return w.Body.String()
}

// fill gives the year dates, a plan and records, so that items of all kinds wait.
func fill(t *testing.T, p *province.Province) {
	t.Helper()
	exec := func(format string, args ...any) { testkit.Exec(t, p.DB, fmt.Sprintf(format, args...)) }
	exec(`UPDATE season SET calendar = '[{"phase":"pledge","from":"2014-01-01","to":"2014-03-28"},{"phase":"work","from":"2014-03-29","to":"2014-10-31"},
		{"phase":"self_scoring","from":"2014-11-01","to":"2014-11-25","illustrative":true},{"phase":"cross_scoring","from":"2014-11-26","to":"2014-11-27"},
		{"phase":"appraisal","from":"2014-11-28","to":"2014-11-30"},{"phase":"conference","from":"2014-12-05","place":"Thanh Chương"}]'`)
	exec(`INSERT INTO indicator (id, season_id, code, name, measure, direction, assigned_by, illustrative) VALUES ('i1', '%s', 'ct1', 'Thu ngân sách', 'tỷ đồng', 'more', '', true)`, p.Season.ID)
	for i, u := range province.Units {
		exec(`INSERT INTO target (id, indicator_id, unit_id, base_year, base_value, term_from, term_to, term_value, yearly, assigned_on, illustrative)
			VALUES ('t%d', 'i1', '%s', 0, '', 0, 0, '', '{"2014":"10"}', '2014-03-01', true)`, i, p.Unit[u])
	}
	exec(`INSERT INTO target_actual (target_id, of_year, amount, as_of, reported_on, illustrative) VALUES ('t1', 2014, '11', '', '2014-10-01', true)`)
	exec(`INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
		VALUES ('s1', '%s', '%s', 'self', '%s', '', 1, '2014-11-20', 'submitted', '[]', '77.77', '', '', '', true)`, p.Season.ID, p.Unit["ky-son"], p.Unit["ky-son"])
	exec(`INSERT INTO cross_plan (season_id, pairs, confirmed_on, confirmed_by, reason) VALUES ('%s', '[{"scorer":"%s","unit":"%s"},{"scorer":"%s","unit":"%s"}]', '2014-11-10', '', '')`,
		p.Season.ID, p.Unit["con-cuong"], p.Unit["anh-son"], p.Unit["anh-son"], p.Unit["con-cuong"])
	exec(`INSERT INTO score_question (id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on)
		VALUES ('q1', '%s', '%s', '%s', '1.1', 'Số liệu lấy đến ngày nào?', '2014-11-20', '', '')`, p.Season.ID, p.Unit["con-cuong"], p.Unit["anh-son"])
	exec(`INSERT INTO exemplar (id, season_id, kind, name, how_many, unit_id, story, state, steps, illustrative)
		VALUES ('e1', '%s', 'collective', 'Bản Cò Phạt', 0, '%s', 'Giữ rừng', 'discovered', '[]', true)`, p.Season.ID, p.Unit["con-cuong"])
	exec(`INSERT INTO conference (id, season_id, kind, also, title, on_day, time_of_day, place, convened_by, chair, secretary, agenda, papers, attendance, delegates, reports, speeches, conclusions, photos, held, illustrative, stage, version, chair_person, secretary_person)
		VALUES ('c1', '%s', 'closing', '[]', '', '2014-12-05', '', '', '', '', '', '[]', '[]', '{"present":["%s"]}', '[]', '[]', '[]', '[]', '[]', false, true, 'called', 1, '%s', '%s')`,
		p.Season.ID, p.Unit["con-cuong"], p.People["head"].ID, p.People["officer:con-cuong"].ID)
	exec(`INSERT INTO poll (id, season_id, state, question_key, ballot_round, body, voters, board, salt, attempt, differs, reason)
		VALUES ('p1', '%s', 'opened', 'k', 1, '{"id":"p1","season":"%s","question":"Suy tôn Cờ thi đua","body":"cluster","method":"paper"}', '[]', '[{"person":"%s","name":"x"}]', '', 1, '[]', '')`,
		p.Season.ID, p.Season.ID, p.People["officer:con-cuong"].ID)
	for i, status := range []string{"proposed", "endorsed", "passed"} {
		exec(`INSERT INTO nomination (id, season_id, candidate_name, candidate_kind, member, reason, title, title_key, title_code, path, status, decision, papers, findings, illustrative)
			VALUES ('n%d', '%s', 'Huyện Con Cuông', 'collective', true, '', 'Cờ thi đua của Chính phủ', 'k%d', '', '[]', '%s', '{}', '[]', '[]', true)`, i, p.Season.ID, i, status)
	}
	exec(`INSERT INTO job (id, kind, job_key, payload, state, run_after, claimed_until, last_error, made_at, ended_at)
		VALUES ('j1', 'notice.send', 'j1', '{}', 'dead', '2014-11-22T01:00:00.000000Z', '0001-01-01T00:00:00.000000Z', '550 no such user', '2014-11-22T01:00:00.000000Z', '2014-11-22T01:00:00.000000Z')`)
	exec(`UPDATE person SET state = 'locked' WHERE login = 'standing3'`)
}

// step changes what is on record so that other items wait in the phase.
func stageIn(t *testing.T, p *province.Province, phase season.Phase, stage string) {
	t.Helper()
	testkit.Exec(t, p.DB, fmt.Sprintf(`UPDATE season SET phase = '%s'`, phase), fmt.Sprintf(`UPDATE conference SET stage = '%s'`, stage))
}

// TestHome_everyLinkOfEveryRoleOpens follows every item of every role in every
// phase: each leads to a page that answers 200 to that person.
func TestHome_everyLinkOfEveryRoleOpens(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SetUp))
	fill(t, p)
	kinds, followed := map[todo.Kind]bool{}, 0
	for i, phase := range season.Phases {
		stageIn(t, p, phase, []string{"called", "running", "closed", "drafted", "amended", "frozen", "signed"}[i%7])
		for who, person := range p.People {
			if who == "standing3" {
				continue // locked
			}
			var items []todo.Item
			testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
				grants, err := account.HeldOn(ctx, tx, person.ID, vi.MustDay("2014-11-22"))
				if err == nil {
					items, _, err = todo.For(ctx, tx, person, grants, vi.MustDay("2014-11-22"))
				}
				return err
			})
			page := get(t, p, who, path)
			for _, x := range items {
				kinds[x.Kind] = true
				followed++
				if !strings.Contains(page, `href="`+strings.ReplaceAll(x.Link, "&", "&amp;")+`"`) {
					t.Errorf("%s, %s: the page does not lead to %s", phase, who, x.Link)
				}
				if w := p.As(who).Get(x.Link); w.Code != http.StatusOK {
					t.Errorf("%s, %s: %s leads to %s, which answers %d", phase, who, x.Kind, x.Link, w.Code)
				}
			}
		}
	}
	if len(kinds) < 25 {
		t.Errorf("only %d kinds of item were met: %v", len(kinds), kinds)
	}
	t.Logf("%d links of %d kinds followed", followed, len(kinds))
}

func TestHome_ofWhoeverHasNothingToDoSaysSo(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	if page := get(t, p, "decider", path); !strings.Contains(page, "Không có việc nào chờ đồng chí") || !strings.Contains(page, "Chưa có thông báo nào") {
		t.Error("an empty desk does not say so")
	}
}

func TestHome_saysTheDaysLeftAndTheRule(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	fill(t, p)
	page := get(t, p, "officer:con-cuong", path)
	for _, want := range []string{"Hôm nay thứ Bảy, 22/11/2014.", "còn 3 ngày", "hạn 25/11/2014", "quá hạn 22 ngày", "Hạn tính đến hết ngày, 24 giờ 00, giờ Việt Nam (UTC+7).", "số liệu minh họa"} {
		if !strings.Contains(strings.ReplaceAll(text(page), "\u00a0", " "), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if before, after := strings.Index(page, "quá hạn 22 ngày"), strings.Index(page, "còn 3 ngày"); before > after {
		t.Error("what is late does not stand first")
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// text is a page's words, each gap one space.
func text(page string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(page, "")), " ")
}

// TestHome_tellsNothingOfAMark: two databases that differ in the marks of a
// sheet and in what others have filled in give the same page, byte for byte.
func TestHome_tellsNothingOfAMark(t *testing.T) {
	for _, who := range []string{"officer:con-cuong", "leader:con-cuong", "head", "deputy", "standing", "member", "secretary", "decider", "admin"} {
		p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
		fill(t, p)
		before := get(t, p, who, path)
		testkit.Exec(t, p.DB, `UPDATE score_sheet SET marks = '[{"criterion":"1.1","actual":"30"}]', total = '99', bonus = '3'`,
			fmt.Sprintf(`INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
				VALUES ('s2', '%s', '%s', 'self', '%s', '', 1, '2014-11-20', 'draft', '[]', '', '', '', '', true)`, p.Season.ID, p.Unit["anh-son"], p.Unit["anh-son"]),
			`INSERT INTO score_cell (sheet_id, criterion, revision, mark, saved_at, saved_by) VALUES ('s2', '1.1', 1, '{"criterion":"1.1","actual":"30"}', '', '')`)
		if after := get(t, p, who, path); after != before {
			t.Errorf("%s sees another page", who)
		}
	}
}

func TestHome_showsOnlyYearsWithinReach(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	testkit.Exec(t, p.DB, `INSERT INTO cluster (id, name, fold, kind) VALUES ('other', 'Khối khác', 'khoi khac', 'khoi')`, testkit.Season("other-year", "other", 2014, "work", 3))
	for _, who := range []string{"officer:con-cuong", "head", "standing", "admin", "inspector"} {
		if page := get(t, p, who, path); strings.Contains(page, "Khối khác") {
			t.Errorf("%s sees a year of another cluster", who)
		}
	}
	if page := get(t, p, "member", path); !strings.Contains(page, "Khối khác") {
		t.Error("the council is set over every cluster")
	}
}

func TestMissing_isForThoseWhoRemind(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	for who := range p.People {
		want := http.StatusForbidden
		if who == "head" || who == "deputy" || strings.HasPrefix(who, "standing") {
			want = http.StatusOK
		}
		if w := p.As(who).Get(p.Path("chua-nop")); w.Code != want {
			t.Errorf("%s: answers %d, want %d", who, w.Code, want)
		}
	}
}

func TestMissing_remindsOnceADayAndIsSearchedFilteredAndTakenToExcel(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		fill(t, p)
		address := p.Path("chua-nop") + "?buoc=self_score"
		page := get(t, p, "head", address)
		if strings.Contains(page, ">Kỳ Sơn<") || strings.Count(page, `value="nhac"`) != 4 {
			t.Errorf("the list is not the four that have not sent")
		}
		form := url.Values{"viec": {"nhac"}, "don-vi": {p.Unit["con-cuong"]}, "buoc": {"self_score"}}
		if w := p.As("head").Post(address, form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != address {
			t.Fatalf("answers %d, leads to %q", w.Code, w.Header().Get("Location"))
		}
		page = get(t, p, "head", address)
		if !strings.Contains(page, "Đã nhắc Huyện Con Cuông") || strings.Count(page, `value="nhac"`) != 3 || !strings.Contains(page, "đã nhắc hôm nay") || !strings.Contains(page, "22/11/2014, Trưởng cụm") {
			t.Error("the reminder does not show")
		}
		if w := p.As("standing").Post(address, form); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "mỗi ngày chỉ nhắc một lần") {
			t.Errorf("a second reminder answers %d", w.Code)
		}
		if w := p.As("officer:con-cuong").Post(address, form); w.Code != http.StatusForbidden {
			t.Errorf("an officer's reminder answers %d", w.Code)
		}
		if w := p.As("standing").Post(address, url.Values{"viec": {"nhac-tat-ca"}}); w.Code != http.StatusSeeOther {
			t.Errorf("all others: %d", w.Code)
		}
		if page = get(t, p, "head", address); strings.Count(page, "đã nhắc hôm nay") != 4 {
			t.Error("not everybody was reminded")
		}
		if page = get(t, p, "head", p.Path("chua-nop")+"?tim=con+cuong"); strings.Contains(text(page), "Thanh Chương phiếu") || !strings.Contains(page, ">Con Cuông<") {
			t.Error("the search does not find")
		}
		if w := p.As("head").Get(address + "&dang=xlsx"); w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "don-vi-chua-nop.xlsx") {
			t.Errorf("Excel answers %d %q", w.Code, w.Header().Get("Content-Disposition"))
		}
	})
}

func TestHome_takesFewStatements(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	fill(t, p)
	ctx, n := store.CountStatements(context.Background())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.RemoteAddr, r.RequestURI = "192.0.2.1:1", path
	if w := p.As("standing").Do(r); w.Code != http.StatusOK {
		t.Fatal(w.Code)
	}
	if *n > 20 {
		t.Errorf("the page takes %d statements", *n)
	}
	t.Logf("%d statements", *n)
}

func BenchmarkHome(b *testing.B) {
	p := province.New(b, testkit.SQLite(b), province.Phase(season.SelfScoring))
	cookie := p.Cookie("standing")
	for b.Loop() {
		r, _ := http.NewRequest(http.MethodGet, path, nil)
		r.RequestURI, r.RemoteAddr = path, "192.0.2.1:1"
		r.Header.Set("Cookie", cookie)
		if w := p.As("").Do(r); w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
