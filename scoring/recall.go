package scoring

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// turnDetail is what the journal keeps of a sheet that was taken back.
type turnDetail struct {
	Reason string `json:"reason"`
}

// RecallSelf takes the unit's own sheet back to be changed: while self-scoring
// lasts, and before anybody began to score upon it. The leader returns it to the
// officer in the same way. It always takes a reason.
func RecallSelf(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, turn int64, reason string) error {
	d, err := openSelf(ctx, tx, by, access.SelfScore, day, seasonID, unit, turn)
	if err != nil {
		return err
	}
	if reason, err = reasonGiven(reason); err != nil {
		return err
	}
	if d.sheet.State != Submitted {
		return refusal.New(refusal.Conflict, "Phiếu chưa nộp nên không có gì để thu hồi.")
	}
	if err := d.mayRecall(ctx, tx); err != nil {
		return err
	}
	d.sheet.State = Draft
	d.sheet.Turn++
	d.touch(tx.Now, by)
	if err := putSelf(ctx, tx, d.sheet); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.RecallSheet, "score_sheet:"+d.sheet.ID, turnDetail{reason})
}

// mayRecall: it is still time, and nobody rests on what was sent.
func (d *selfDesk) mayRecall(ctx context.Context, tx *store.Tx) error {
	if err := d.year.StillOpen(d.day, "phiếu tự chấm"); err != nil {
		return err
	}
	if err := inSelfScoring(d.year, d.day); err != nil {
		return err
	}
	later, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM score_sheet WHERE season_id = $1 AND unit_id = $2 AND stage <> 'self'`, d.year.ID, d.sheet.Unit)
	if err != nil {
		return err
	}
	if later > 0 {
		return refusal.New(refusal.Closed, "Đã có nơi chấm trên phiếu này nên không thu hồi được; hãy đề nghị trưởng cụm hoặc cơ quan thường trực mở lại tiêu chí cần sửa.")
	}
	return nil
}

func reasonGiven(reason string) (string, error) {
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return "", err
	}
	switch {
	case reason == "":
		return "", refusal.Field("reason", "Hãy ghi lý do.")
	case length(reason) > longestExplanation:
		return "", refusal.Field("reason", "Lý do dài quá "+vi.FormatInt(longestExplanation)+" ký tự.")
	}
	return reason, nil
}
