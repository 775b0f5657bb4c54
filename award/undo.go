package award

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Batch is one import, and whether it was undone.
type Batch struct {
	ID        string
	File      string
	SHA256    string
	Rows      int
	Added     int
	Decisions int
	Actor     string
	At        store.Time
	UndoneAt  string // empty while it stands
	UndoneBy  string
	UndoneWhy string
}

func (b *Batch) into() []any {
	return []any{&b.ID, &b.File, &b.SHA256, &b.Rows, &b.Added, &b.Decisions, &b.Actor, &b.At, &b.UndoneAt, &b.UndoneBy, &b.UndoneWhy}
}

const selectBatch = `SELECT id, file, sha256, row_count, added, decisions, actor, at, undone_at, undone_by, undone_why FROM award_batch`

// Batches are the last imports that the scope reaches, newest first.
func Batches(ctx context.Context, tx *store.Tx, s Scope) ([]Batch, error) {
	where, args := s.ofBatches()
	return store.All(ctx, tx, (*Batch).into, selectBatch+` WHERE true`+where+` ORDER BY id DESC LIMIT 100`, args...)
}

// ofBatches bounds imports to those that the scope's province made.
func (s Scope) ofBatches() (where string, args []any) {
	switch {
	case !s.All:
		return ` AND false`, nil
	case s.Province != "":
		return ` AND province_id = $1`, []any{s.Province}
	}
	return "", nil
}

// Undo takes a whole import back: its awards are shown and counted no more, and
// the list may be imported anew. The register keeps that they were entered and
// undone. It is refused once something rests on one of them: an amendment or a
// revocation; and outside the scope there is no such import.
func Undo(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Scope, batch, why string) error {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return err
	}
	where, args := s.ofBatches()
	b, err := store.One(ctx, tx, (*Batch).into, selectBatch+` WHERE id = $`+strconv.Itoa(len(args)+1)+where, append(args, batch)...)
	if errors.Is(err, store.ErrNone) {
		return refusal.New(refusal.NotFound, "Không có lần nạp này.")
	}
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "why", Value: &why}); err != nil {
		return err
	}
	switch {
	case b.UndoneAt != "":
		return refusal.New(refusal.Conflict, "Lần nạp này đã được bỏ.")
	case why == "":
		return refusal.Field("why", "Phải ghi vì sao bỏ lần nạp này.")
	}
	if err := nothingRests(ctx, tx, b); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE award_decision SET undone = $1 WHERE batch_id = $2`, tx.Now.String(), batch); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE award_batch SET undone_at = $1, undone_by = $2, undone_why = $3 WHERE id = $4`, tx.Now.String(), by.Name, why, batch); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepRegister, "award_batch:"+batch, map[string]any{"undone": true, "why": why, "awards": b.Added})
}

// nothingRests refuses when something was built on the batch.
func nothingRests(ctx context.Context, tx *store.Tx, b Batch) error {
	changed, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM award_event e JOIN award_decision d ON d.id = e.decision_id WHERE d.batch_id = $1`, b.ID)
	if err != nil {
		return err
	}
	if changed > 0 {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Không bỏ được: %d khen thưởng của lần nạp này đã được điều chỉnh hoặc thu hồi bằng quyết định khác.", changed))
	}
	return nil
}
