package dossier

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// KeepHold puts a matter that freezes proposals on record and returns its id.
func KeepHold(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, h Hold) (string, error) {
	if err := access.Check(by, access.KeepHold, ""); err != nil {
		return "", err
	}
	if err := h.check(day); err != nil {
		return "", err
	}
	h.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO award_hold (id, unit_id, subject, subject_key, kind, source, from_day, outcome, concluded_on, conclusion, counts_from, illustrative)
		VALUES ($1, NULLIF(CAST($2 AS text), ''), $3, $4, $5, $6, $7, '', '', '', '', $8)`,
		h.ID, h.Unit, h.Subject, vi.SpellingKey(h.Subject), h.Kind, h.Source, h.From, h.Sample); err != nil {
		return "", err
	}
	return h.ID, journal.Record(ctx, tx, by, day, access.KeepHold, "award_hold:"+h.ID, h)
}

// check tidies a new hold and refuses, all at once, what is wrong with it.
func (h *Hold) check(day vi.Day) error {
	faults := []error{refusal.Texts(refusal.Text{Field: "subject", Value: &h.Subject}, refusal.Text{Field: "source", Value: &h.Source})}
	if h.Subject == "" {
		faults = append(faults, refusal.Field("subject", "Ghi tên đơn vị hoặc người."))
	}
	if h.Kind.Label() == "" {
		faults = append(faults, refusal.Field("kind", "Chọn loại việc."))
	}
	if h.Source == "" {
		faults = append(faults, refusal.Field("source", "Ghi văn bản hoặc nguồn làm căn cứ."))
	}
	if h.From.IsZero() || day.Before(h.From) {
		faults = append(faults, refusal.Field("from", "Ghi ngày bắt đầu, không sau hôm nay."))
	}
	return errors.Join(faults...)
}

// ConcludeHold ends a matter by the document that concludes it: cleared, and
// the proposal resumes; or a violation, and achievements count from countsFrom.
func ConcludeHold(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, outcome HoldOutcome, on, countsFrom vi.Day, document string) error {
	if err := access.Check(by, access.KeepHold, ""); err != nil {
		return err
	}
	h, err := HoldByID(ctx, tx, id)
	if err != nil {
		return err
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "conclusion", Value: &document})}
	if h.Outcome != "" {
		return refusal.New(refusal.Closed, "Việc này đã có kết luận.")
	}
	if document == "" {
		faults = append(faults, refusal.Field("conclusion", "Ghi văn bản kết luận."))
	}
	if on.IsZero() || on.Before(h.From) || day.Before(on) {
		faults = append(faults, refusal.Field("concluded_on", "Ngày kết luận phải từ ngày bắt đầu đến hôm nay."))
	}
	switch outcome {
	case Cleared:
		countsFrom = vi.Day{}
	case Violation:
		if countsFrom.IsZero() || countsFrom.Before(on) {
			faults = append(faults, refusal.Field("counts_from", "Có vi phạm thì ghi ngày hết thời hạn kỷ luật: thành tích tính từ ngày ấy."))
		}
	default:
		faults = append(faults, refusal.Field("outcome", "Chọn có vi phạm hay không."))
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE award_hold SET outcome = $1, concluded_on = $2, conclusion = $3, counts_from = $4 WHERE id = $5 AND outcome = ''`,
		outcome, on, document, countsFrom, id); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepHold, "award_hold:"+id, map[string]any{"outcome": outcome, "on": on, "counts_from": countsFrom, "document": document})
}

const holdColumns = `SELECT id, COALESCE(unit_id, ''), subject, kind, source, from_day, outcome, concluded_on, conclusion, counts_from, illustrative FROM award_hold`

func (h *Hold) into() []any {
	return []any{&h.ID, &h.Unit, &h.Subject, &h.Kind, &h.Source, &h.From, &h.Outcome, &h.ConcludedOn, &h.Conclusion, &h.CountsFrom, &h.Sample}
}

// HoldByID returns the hold, or a refusal of kind NotFound.
func HoldByID(ctx context.Context, tx *store.Tx, id string) (Hold, error) {
	h, err := store.One(ctx, tx, (*Hold).into, holdColumns+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return h, refusal.New(refusal.NotFound, "Không có việc này trong sổ tạm dừng.")
	}
	return h, err
}

// Holds are all holds ever kept, the newest first. One statement.
func Holds(ctx context.Context, tx *store.Tx) ([]Hold, error) {
	return store.All(ctx, tx, (*Hold).into, holdColumns+` ORDER BY from_day DESC, id DESC`)
}

// Frozen are the holds that stand in the candidate's way on the day.
func Frozen(ctx context.Context, tx *store.Tx, n Nomination, day vi.Day) ([]Hold, error) {
	all, err := Holds(ctx, tx)
	return frozen(n, all, day), err
}

// NotFrozen refuses while a hold stands in the candidate's way.
func NotFrozen(ctx context.Context, tx *store.Tx, n Nomination, day vi.Day) error {
	all, err := Holds(ctx, tx)
	if err != nil {
		return err
	}
	return standStill(n, all, day)
}

// standStill refuses while one of the holds stands in the candidate's way. The
// sentence does not tell the matter itself: whoever may know it reads it in the
// register.
func standStill(n Nomination, all []Hold, day vi.Day) error {
	found := frozen(n, all, day)
	if len(found) == 0 {
		return nil
	}
	return &refusal.Error{Kind: refusal.Unsatisfied, Rule: string(access.KeepHold), Sentence: fmt.Sprintf(
		"Đang tạm dừng đề nghị, xét khen thưởng đối với %s từ ngày %s, cho đến khi có kết luận.", inSentence(n.CandidateName), found[len(found)-1].From.Short())}
}
