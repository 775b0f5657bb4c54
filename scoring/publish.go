package scoring

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Outstanding is something still open before the results are published.
type Outstanding struct {
	Unit     string // unit id; empty when it is of the whole year
	Stage    season.Stage
	Sentence string
}

// Outstanding lists what is still open: sheets that are missing or unsent, gaps
// without a reason, criteria nobody scored, questions without an answer. sheets
// are all of the season, drafts too; questions all that were asked.
func (r Result) Outstanding(plan Plan, sheets []Sheet, questions []Question) (open []Outstanding) {
	add := func(unit string, stage season.Stage, format string, args ...any) {
		open = append(open, Outstanding{unit, stage, fmt.Sprintf(format, args...)})
	}
	for i, m := range r.Roster {
		name := vi.LowerFirst(m.Name)
		if !r.stages[0].held[i] {
			add(m.Unit, season.Self, "Chưa có phiếu tự chấm của %s.", name)
		}
		for _, a := range plan.Assignments {
			if a.Unit == m.Unit && !sentBy(sheets, a.Scorer, m.Unit, season.Cross) {
				add(m.Unit, season.Cross, "Chưa có phiếu chấm chéo %s do %s chấm.", name, r.nameOf(a.Scorer))
			}
		}
		if r.Rules.Scoring.Decides == season.Appraised && !r.stages[2].held[i] {
			add(m.Unit, season.Appraised, "Chưa thẩm định điểm của %s.", name)
		}
		if s, ok := r.Score(m.Unit, season.Final); ok && len(s.Missing) > 0 {
			add(m.Unit, season.Final, "Điểm cuối cùng của %s còn %d tiêu chí chưa ai chấm, đang tính 0 điểm.", name, len(s.Missing))
		}
	}
	for _, g := range r.Gaps {
		if g.Reason == "" {
			add(g.Unit, g.Stage, "%s: %s", vi.UpperFirst(r.nameOf(g.Unit)), vi.LowerFirst(g.Sentence()))
		}
	}
	for _, s := range sheets {
		if s.State == Draft {
			add(s.Unit, s.Stage, "Còn phiếu %s %s chưa gửi.", stageName(s.Stage), r.nameOf(s.Unit))
		}
	}
	for _, q := range questions {
		if q.Answer == "" {
			add(q.Unit, season.Cross, "%s chưa trả lời câu hỏi về tiêu chí %s.", vi.UpperFirst(r.nameOf(q.Unit)), q.Criterion)
		}
	}
	return open
}

func sentBy(sheets []Sheet, scorer, unit string, stage season.Stage) bool {
	return slices.ContainsFunc(sheets, func(s Sheet) bool {
		return s.Scorer == scorer && s.Unit == unit && s.Stage == stage && s.State == Submitted
	})
}

// nameOf is a unit's name in the middle of a sentence; a department that is no
// member has none here.
func (r Result) nameOf(unit string) string {
	if i, ok := r.memberAt[unit]; ok {
		return vi.LowerFirst(r.Roster[i].Name)
	}
	return "cơ quan được phân công"
}

// Publication is what was published and what was still open then.
type Publication struct {
	On        vi.Day
	By        string
	Questions []string // what was still open, as it was shown
	Reason    string   // why it was published all the same
}

// PublishResult publishes the year's results from the day on, after computing
// them a last time. From then on no sheet is taken, changed or reopened: only a
// new decision changes anything. Whoever scored, appraised or set a target in
// the year does not publish it; while anything is open it needs a reason.
func PublishResult(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, ties Ties, reason string) error {
	year, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.PublishResult, "", year); err != nil {
		return err
	}
	if !year.PublishedOn.IsZero() {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Kết quả đã công bố ngày %s.", year.PublishedOn.Short()))
	}
	if err := season.TakeDuty(ctx, tx, by, seasonID, "", access.Publishes); err != nil {
		return err
	}
	open, err := settle(ctx, tx, by, day, year, ties)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if len(open) > 0 && reason == "" {
		return refusal.Field("reason", fmt.Sprintf("Còn %d việc chưa xong; công bố khi còn việc chưa xong thì phải ghi lý do.", len(open)))
	}
	p := Publication{On: day, By: by.Name, Reason: reason}
	for _, o := range open {
		p.Questions = append(p.Questions, o.Sentence)
	}
	if err := putPublication(ctx, tx, seasonID, p); err != nil {
		return err
	}
	detail := map[string]any{"publication": p, "ties": ties}
	if err := journal.Record(ctx, tx, by, day, access.PublishResult, "ranking:"+seasonID, detail); err != nil {
		return err
	}
	return season.Publish(ctx, tx, by, day, seasonID, false)
}

// settle computes the results a last time, unless a report states them, and
// returns what is still open.
func settle(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, year season.Season, ties Ties) ([]Outstanding, error) {
	stated, err := Standings(ctx, tx, year.ID)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(stated, func(s Standing) bool { return s.Stated }) {
		return nil, nil
	}
	r, err := Recompute(ctx, tx, by, day, year.ID, ties)
	if err != nil {
		return nil, err
	}
	if len(r.Standings(season.Final, ties)) == 0 {
		return nil, refusal.New(refusal.Unsatisfied, "Chưa có điểm cuối cùng của đơn vị nào, nên chưa công bố được.")
	}
	plan, err := PlanOf(ctx, tx, year.ID)
	if err != nil {
		return nil, err
	}
	sheets, err := Sheets(ctx, tx, year.ID)
	if err != nil {
		return nil, err
	}
	questions, err := Questions(ctx, tx, year.ID)
	return r.Outstanding(plan, sheets, questions), err
}

func putPublication(ctx context.Context, tx *store.Tx, seasonID string, p Publication) error {
	_, err := tx.Exec(ctx, `INSERT INTO result_publication (season_id, published_on, published_by, questions, reason) VALUES ($1, $2, $3, $4, $5)`,
		seasonID, p.On, p.By, store.Text(p.Questions), p.Reason)
	return err
}

// PublicationOf returns how the year's results were published at a desk, and
// whether they were.
func PublicationOf(ctx context.Context, tx *store.Tx, seasonID string) (Publication, bool, error) {
	var questions store.JSON[[]string]
	p, err := store.One(ctx, tx, func(p *Publication) []any { return []any{&p.On, &p.By, &questions, &p.Reason} },
		`SELECT published_on, published_by, questions, reason FROM result_publication WHERE season_id = $1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return Publication{}, false, nil
	}
	p.Questions = questions.V
	return p, err == nil, err
}
