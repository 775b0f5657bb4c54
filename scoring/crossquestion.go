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

// Question is what a scorer asks the unit it scores, on one criterion.
type Question struct {
	ID         string
	Season     string // season id
	Unit       string // unit id of the unit that is asked
	Asker      string // unit id of the unit that asks; empty for the standing body
	Criterion  string // code
	Text       string
	AskedOn    vi.Day
	Answer     string // empty until it is answered
	AnsweredOn vi.Day
}

const questionColumns = `id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on`

// Questions returns every question of the season, oldest first, in one
// statement; a page shows what VisibleQuestions leaves of them.
func Questions(ctx context.Context, tx *store.Tx, seasonID string) ([]Question, error) {
	return store.All(ctx, tx, func(q *Question) []any {
		return []any{&q.ID, &q.Season, &q.Unit, &q.Asker, &q.Criterion, &q.Text, &q.AskedOn, &q.Answer, &q.AnsweredOn}
	}, `SELECT `+questionColumns+` FROM score_question WHERE season_id = $1 ORDER BY id`, seasonID)
}

// VisibleQuestions are those the actor's unit asked or was asked, and for the
// standing body all. Nobody else learns from them who scores whom, and whoever
// declared a conflict of interest with a unit nothing of its matters.
func VisibleQuestions(by access.Actor, s season.Season, conflicts []Conflict, questions []Question) (seen []Question) {
	for _, q := range questions {
		asked := by.Role.OfUnit() && by.Unit != "" && q.Unit == by.Unit
		asks := by.Role.OfUnit() && by.Unit != "" && q.Asker == by.Unit || by.Role == access.StandingBody
		if s.Within(by) == nil && (asked || asks && !conflicted(conflicts, by.Person, q.Unit)) {
			seen = append(seen, q)
		}
	}
	return seen
}

// Ask records a question and returns its id. Only who is to score the unit asks
// it: a unit it is assigned to, or an appraiser.
func Ask(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, q Question) (string, error) {
	year, err := season.ByID(ctx, tx, q.Season)
	if err != nil {
		return "", err
	}
	stage := season.Appraised
	if by.Role == access.EmulationOfficer || by.Role == access.Leader {
		stage = season.Cross
	}
	if err := season.Permit(by, steps[stage].act, q.Unit, year); err != nil {
		return "", err
	}
	if err := year.StillOpen(day, "câu hỏi"); err != nil {
		return "", err
	}
	rules, _, err := ground(ctx, tx, year)
	if err != nil {
		return "", err
	}
	q.ID, q.Asker, q.AskedOn, q.Answer, q.AnsweredOn = store.NewID(), by.Unit, day, "", vi.Day{}
	s := Sheet{Season: q.Season, Unit: q.Unit, Stage: stage, Scorer: q.Asker, Marks: []Mark{{Criterion: q.Criterion}}}
	if err := mayJudge(ctx, tx, by, year, rules, s); err != nil {
		return "", err
	}
	if c, ok := rules.Find(q.Criterion); !ok || !c.Leaf() {
		return "", refusal.Field("criterion", fmt.Sprintf("Bộ quy tắc không có tiêu chí “%s”.", q.Criterion))
	}
	if err := errors.Join(refusal.Texts(refusal.Text{Field: "question", Value: &q.Text}), written("question", q.Text, "Ghi câu hỏi.")); err != nil {
		return "", err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO score_question (`+questionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		q.ID, q.Season, q.Unit, q.Asker, q.Criterion, q.Text, q.AskedOn, q.Answer, q.AnsweredOn); err != nil {
		return "", err
	}
	return q.ID, journal.Record(ctx, tx, by, day, steps[stage].act, "question:"+q.ID, q)
}

func written(field, text, sentence string) error {
	if vi.Clean(text) == "" {
		return refusal.Field(field, sentence)
	}
	return nil
}

// AnswerQuestion records the unit's answer; an answer once given stands.
func AnswerQuestion(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, id, answer string) error {
	year, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	all, err := Questions(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	all = VisibleQuestions(by, year, nil, all)
	at := slices.IndexFunc(all, func(q Question) bool { return q.ID == id })
	if at < 0 {
		return refusal.New(refusal.NotFound, "Không có câu hỏi này.")
	}
	q := all[at]
	if err := season.Permit(by, access.SelfScore, q.Unit, year); err != nil {
		return err
	}
	if err := year.StillOpen(day, "câu trả lời"); err != nil {
		return err
	}
	if q.Answer != "" {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Câu hỏi này đã được trả lời ngày %s.", q.AnsweredOn.Short()))
	}
	if err := errors.Join(refusal.Texts(refusal.Text{Field: "answer." + id, Value: &answer}), written("answer."+id, answer, "Ghi câu trả lời.")); err != nil {
		return err
	}
	q.Answer, q.AnsweredOn = answer, day
	if _, err := tx.Exec(ctx, `UPDATE score_question SET answer = $1, answered_on = $2 WHERE id = $3`, q.Answer, q.AnsweredOn, q.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.SelfScore, "question:"+id, q)
}
