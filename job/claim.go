package job

import (
	"context"
	"errors"
	"slices"
	"time"
	"unicode/utf8"

	"thidua/store"
)

// A job that began is left alone so long; whoever began it must end sooner.
const (
	claimTime = 5 * time.Minute
	workTime  = 4 * time.Minute
)

const standardTries = 8

func (k Kind) tries() int {
	if k.Tries == 0 {
		return standardTries
	}
	return k.Tries
}

// backoff is how long a job rests after its n-th failure: one minute, four,
// sixteen… at most six hours; eight tries take about eighteen hours.
func backoff(n int) time.Duration {
	d := time.Minute
	for range n - 1 {
		if d *= 4; d > 6*time.Hour {
			return 6 * time.Hour
		}
	}
	return d
}

// due reports whether any job waits, without taking part in writing.
func (w *Worker) due(ctx context.Context) (found bool, err error) {
	err = w.DB.Read(ctx, func(tx *store.Tx) error {
		_, err := w.next(ctx, tx)
		found = err == nil
		if errors.Is(err, store.ErrNone) {
			return nil
		}
		return err
	})
	return found, err
}

// next is the job that waits longest and that nobody is at.
func (w *Worker) next(ctx context.Context, tx *store.Tx) (Job, error) {
	kinds := map[string]bool{}
	for _, k := range w.Kinds {
		kinds[k.Name] = true
	}
	return store.One(ctx, tx, (*Job).into, `SELECT `+columns+` FROM job
		WHERE state = 'waiting' AND run_after <= $1 AND claimed_until <= $2 AND kind IN (SELECT j.key FROM json_each($3) AS j)
		ORDER BY run_after, id LIMIT 1`, tx.Now, tx.Now, store.Text(kinds))
}

// claim takes the next job for this worker alone; none is left when its ID is
// empty. A job that ended the machine too often is dead.
func (w *Worker) claim(ctx context.Context) (j Job, k Kind, err error) {
	err = w.DB.Write(ctx, func(tx *store.Tx) error {
		for {
			if j, err = w.next(ctx, tx); errors.Is(err, store.ErrNone) {
				j = Job{}
				return nil
			} else if err != nil {
				return err
			}
			if k = w.kind(j.Kind); k.Again != nil || j.Attempts < k.tries() {
				break
			}
			if err := bury(ctx, tx, j, "Chương trình dừng giữa chừng mỗi lần làm việc này."); err != nil {
				return err
			}
		}
		j.Attempts++
		j.claim = store.NewID()
		_, err := tx.Exec(ctx, `UPDATE job SET claim = $1, claimed_until = $2, attempts = $3 WHERE id = $4`,
			j.claim, store.At(tx.Now.Add(claimTime)), j.Attempts, j.ID)
		return err
	})
	return j, k, err
}

func (w *Worker) kind(name string) Kind {
	i := slices.IndexFunc(w.Kinds, func(k Kind) bool { return k.Name == name })
	return w.Kinds[i]
}

// bury ends a job that cannot be done; its particulars stay for another try.
func bury(ctx context.Context, tx *store.Tx, j Job, why string) error {
	_, err := tx.Exec(ctx, `UPDATE job SET state = 'dead', claim = '', claimed_until = $1, last_error = $2, ended_at = $3 WHERE id = $4`,
		store.Time{}, short(why), tx.Now, j.ID)
	return err
}

// Hopeless marks a failure that no further try can cure.
func Hopeless(err error) error { return hopeless{err} }

type hopeless struct{ error }

func (h hopeless) Unwrap() error { return h.error }

// settle writes down how a job ended. Whoever lost the claim meanwhile changes
// nothing.
func (w *Worker) settle(ctx context.Context, k Kind, j Job, failure error) error {
	return w.DB.Write(ctx, func(tx *store.Tx) error {
		var end hopeless
		switch {
		case failure == nil && k.Again != nil:
			return j.put(ctx, tx, Waiting, store.At(k.Again(tx.Now.Time)), 0, "")
		case failure == nil:
			return j.finish(ctx, tx)
		case k.Again != nil:
			return j.put(ctx, tx, Waiting, store.At(tx.Now.Add(backoff(j.Attempts))), j.Attempts, failure.Error())
		case errors.As(failure, &end) || j.Attempts >= k.tries():
			return j.put(ctx, tx, Dead, j.RunAfter, j.Attempts, failure.Error())
		}
		return j.put(ctx, tx, Waiting, store.At(tx.Now.Add(backoff(j.Attempts))), j.Attempts, failure.Error())
	})
}

func (j Job) put(ctx context.Context, tx *store.Tx, s State, after store.Time, attempts int, why string) error {
	var ended store.Time
	if s == Dead {
		ended = tx.Now
	}
	_, err := tx.Exec(ctx, `UPDATE job SET state = $1, run_after = $2, attempts = $3, last_error = $4, ended_at = $5, claim = '', claimed_until = $6
		WHERE id = $7 AND claim = $8`, s, after, attempts, short(why), ended, store.Time{}, j.ID, j.claim)
	return err
}

// finish keeps that the job was done, and forgets its particulars.
func (j Job) finish(ctx context.Context, tx *store.Tx) error {
	_, err := tx.Exec(ctx, `UPDATE job SET state = 'done', payload = '', last_error = '', ended_at = $1, claim = '', claimed_until = $2
		WHERE id = $3 AND claim = $4`, tx.Now, store.Time{}, j.ID, j.claim)
	return err
}

// short cuts an error to what a list can show.
func short(s string) string {
	const most = 500
	for i := range s {
		if i > most {
			s = s[:i] + "…"
			break
		}
	}
	if !utf8.ValidString(s) {
		return "lỗi không đọc được"
	}
	return s
}
