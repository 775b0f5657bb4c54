package notice_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"thidua/access"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// TestNotices_everyLinkOpens records acts of every kind on objects of every
// kind, and follows what each person is told.
func TestNotices_everyLinkOpens(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	objects := things(t, p)
	details := []any{map[string]any{"season": p.Season.ID, "State": "x"}, map[string]any{"kind": "begin"}, map[string]any{"kind": "circulate"}, map[string]any{"kind": "freeze"},
		map[string]any{"kind": "sign"}, map[string]any{"step": "open"}, map[string]any{"step": "self_score"}, map[string]any{"step": "pledge"}, map[string]any{"status": "endorsed"},
		map[string]any{"status": "passed"}, "open_self_scoring"}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		for _, rule := range access.Matrix {
			for _, object := range objects {
				for _, detail := range details {
					// Somebody without a desk of the year: nobody is left out.
					by := access.Actor{Name: "x", Role: access.Admin, Person: p.People["admin"].ID}
					if err := journal.Record(ctx, tx, by, vi.MustDay("2014-11-22"), rule.Act, object, detail); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
	for more := true; more; {
		testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
			_, more, err = notice.Tell(ctx, tx)
			return err
		})
	}
	followed := map[string]bool{}
	for who, person := range p.People {
		var links []string
		testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
			links, err = store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT DISTINCT link FROM notice WHERE person_id = $1 ORDER BY link`, person.ID)
			return err
		})
		for _, link := range links {
			followed[link] = true
			if w := p.As(who).Get(link); w.Code != http.StatusOK {
				t.Errorf("%s: %s answers %d", who, link, w.Code)
			}
		}
	}
	if len(followed) < 17 {
		t.Errorf("only %d pages are led to: %v", len(followed), followed)
	}
}

// things puts an object of every kind on record and returns their names.
func things(t *testing.T, p *province.Province) []string {
	t.Helper()
	s, cc, as := p.Season.ID, p.Unit["con-cuong"], p.Unit["anh-son"]
	testkit.Exec(t, p.DB,
		`UPDATE season SET published_on = '2014-11-22'`,
		fmt.Sprintf(`INSERT INTO movement (id, season_id, name, fold, kind, launched_on, ends_on, launched_by, period_text, results, illustrative) VALUES ('m1', '%s', 'Phong trào', 'phong trao', 'regular', '', '', '', '', '', true)`, s),
		fmt.Sprintf(`INSERT INTO indicator (id, season_id, code, name, measure, direction, assigned_by, illustrative) VALUES ('i1', '%s', 'ct1', 'Thu ngân sách', '', 'more', '', true)`, s),
		fmt.Sprintf(`INSERT INTO target (id, indicator_id, unit_id, base_year, base_value, term_from, term_to, term_value, yearly, assigned_on, illustrative) VALUES ('t1', 'i1', '%s', 0, '', 0, 0, '', '{"2014":"10"}', '', true)`, cc),
		fmt.Sprintf(`INSERT INTO exemplar (id, season_id, kind, name, how_many, unit_id, story, state, steps, illustrative) VALUES ('e1', '%s', 'collective', 'Bản Cò Phạt', 0, '%s', '', 'discovered', '[]', true)`, s, cc),
		fmt.Sprintf(`INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative) VALUES ('s1', '%s', '%s', 'cross', '%s', '', 1, '', 'submitted', '[]', '', '', '', '', true)`, s, as, cc),
		fmt.Sprintf(`INSERT INTO score_question (id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on) VALUES ('q1', '%s', '%s', '%s', '1.1', '?', '', '', '')`, s, as, cc),
		fmt.Sprintf(`INSERT INTO score_question (id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on) VALUES ('q2', '%s', '%s', '', '1.1', '?', '', '', '')`, s, as),
		fmt.Sprintf(`INSERT INTO conference (id, season_id, kind, also, title, on_day, time_of_day, place, convened_by, chair, secretary, agenda, papers, attendance, delegates, reports, speeches, conclusions, photos, held, illustrative, stage, version)
			VALUES ('c1', '%s', 'closing', '[]', '', '', '', '', '', '', '', '[]', '[]', '{}', '[]', '[]', '[]', '[]', '[]', false, true, 'amended', 1)`, s),
		`INSERT INTO conference_minutes (conference_id, number, version, why, sections, amendments, frozen, sha256, signatures) VALUES ('c1', 1, 1, '', '[]', '[]', '', '', '[]')`,
		fmt.Sprintf(`INSERT INTO poll (id, season_id, state, question_key, ballot_round, body, voters, board, salt, attempt, differs, reason) VALUES ('p1', '%s', 'opened', 'k', 1, '{"id":"p1","season":"%[1]s","question":"?","body":"cluster","method":"paper"}', '[]', '[]', '', 1, '[]', '')`, s),
		fmt.Sprintf(`INSERT INTO poll (id, season_id, state, question_key, ballot_round, body, voters, board, salt, attempt, differs, reason) VALUES ('p2', '%s', 'opened', 'l', 1, '{"id":"p2","season":"%[1]s","question":"?","body":"council","method":"paper"}', '[]', '[]', '', 1, '[]', '')`, s),
		fmt.Sprintf(`INSERT INTO nomination (id, season_id, candidate_name, candidate_kind, member, reason, title, title_key, title_code, path, status, decision, papers, findings, illustrative) VALUES ('n1', '%s', 'Huyện Con Cuông', 'collective', true, '', 'Cờ', 'co', '', '[]', 'endorsed', '{}', '[]', '[]', true)`, s))
	return []string{"season:" + s, "cross_plan:" + s, "bulletin:" + s, "cluster:" + p.Season.Cluster, "movement:m1", "movement_response:m1:" + cc, "target:t1", "exemplar:e1",
		"score_sheet:s1", "question:q1", "question:q2", "conference:c1", "poll:p1", "poll:p2", "nomination:n1", "reminder:" + s + ":" + cc, "person:" + p.People["head"].ID}
}
