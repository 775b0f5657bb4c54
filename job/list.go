package job

import (
	"context"
	"time"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Troubled returns the jobs that failed, dead ones first, the newest of each
// first. Their particulars are left out: they may be somebody's letter.
func Troubled(ctx context.Context, tx *store.Tx) ([]Job, error) {
	return store.All(ctx, tx, (*Job).into, `SELECT id, kind, job_key, '', state, run_after, attempts, last_error, made_at, ended_at FROM job
		WHERE state = 'dead' OR (state = 'waiting' AND last_error <> '') ORDER BY state, made_at DESC, id DESC LIMIT 1000`)
}

// CountDead counts the jobs that cannot be done.
func CountDead(ctx context.Context, tx *store.Tx) (int, error) {
	return store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM job WHERE state = 'dead'`)
}

// Retry lets a dead job be tried anew.
func Retry(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	return end(ctx, tx, by, day, id, "retry", `UPDATE job SET state = 'waiting', attempts = 0, run_after = $1, ended_at = $2 WHERE id = $3 AND state = 'dead'`,
		tx.Now, store.Time{}, id)
}

// Drop gives a dead job up, with all that it was about.
func Drop(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	return end(ctx, tx, by, day, id, "drop", `UPDATE job SET state = 'done', payload = '', ended_at = $1 WHERE id = $2 AND state = 'dead'`, tx.Now, id)
}

func end(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, how, statement string, args ...any) error {
	if err := access.Check(by, access.ManageJobs, ""); err != nil {
		return err
	}
	n, err := tx.Exec(ctx, statement, args...)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal.New(refusal.NotFound, "Không có việc nào như vậy đang dừng; có thể người khác đã xử lý.")
	}
	return journal.Record(ctx, tx, by, day, access.ManageJobs, "job:"+id, map[string]string{"how": how})
}

// keepDone is how long a job that was done stays on record, and with it its key.
const keepDone = 60 * 24 * time.Hour

// Tidy is the job that takes done jobs off the record when nobody asks for them
// any more.
var Tidy = Kind{Name: "job.tidy", Label: "Dọn việc đã xong", Again: Daily(3), Do: func(ctx context.Context, db *store.DB, _ Job) error {
	return db.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM job WHERE state = 'done' AND ended_at < $1`, store.At(tx.Now.Add(-keepDone)))
		return err
	})
}}
