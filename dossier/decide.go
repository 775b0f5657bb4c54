package dossier

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Decide records what became of a nomination, as a source reports it: endorsed
// or not, passed or cut by a council, decided. The decision's number, day and
// author are kept as far as they are known.
func Decide(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, status Status, d Decision) error {
	if err := access.Check(by, access.Nominate, ""); err != nil {
		return err
	}
	n, err := ByID(ctx, tx, id)
	if err != nil {
		return err
	}
	if !n.Status.MayBecome(status) {
		return refusal.New(refusal.Closed, fmt.Sprintf("Đề nghị đang ở trạng thái “%s”, không chuyển thành “%s” được.", n.Status.Label(), status.Label()))
	}
	if err := refusal.Texts(refusal.Text{Field: "decision.number", Value: &d.Number}, refusal.Text{Field: "decision.by", Value: &d.By}); err != nil {
		return err
	}
	n.Status, n.Decision = status, d
	if err := Check(n); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE nomination SET status = $1, decision = $2 WHERE id = $3`, n.Status, store.Text(n.Decision), n.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+n.ID, map[string]any{"status": status, "decision": d})
}

// RecordTally puts a council's count for one title on record and returns its
// id. A title is counted once a year for each kind of candidate.
func RecordTally(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Tally) (string, error) {
	if err := access.Check(by, access.Nominate, ""); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "title", Value: &t.Title}); err != nil {
		return "", err
	}
	if err := CheckTally(t); err != nil {
		return "", err
	}
	if _, err := openSeason(ctx, tx, t.Season); err != nil {
		return "", err
	}
	t.ID, t.TitleCode = store.NewID(), CodeOf(t.Title)
	added, err := tx.Exec(ctx, `INSERT INTO nomination_tally (id, season_id, title, title_key, title_code, candidate_kind, proposed, passed, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (season_id, title_key, candidate_kind) DO NOTHING`,
		t.ID, t.Season, t.Title, titleKey(t.Title), t.TitleCode, t.CandidateKind, t.Proposed, t.Passed, t.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Số liệu về %s năm này đã được ghi.", t.Title))
	}
	return t.ID, journal.Record(ctx, tx, by, day, access.Nominate, "nomination_tally:"+t.ID, t)
}
