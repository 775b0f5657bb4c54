// Package job is the work done behind the desks: letters sent, notices drawn
// up, reminders made each morning. A job is put down together with the act that
// asks for it, is done once, is tried again when it fails, and is shown to the
// administrator when it cannot be done.
package job

import (
	"context"
	"time"

	"thidua/store"
)

// State is where a job stands.
type State string

// The states.
const (
	Waiting State = "waiting" // chờ làm
	Done    State = "done"    // đã xong
	Dead    State = "dead"    // không làm được
)

// Label is the state in Vietnamese.
func (s State) Label() string {
	switch s {
	case Done:
		return "Đã xong"
	case Dead:
		return "Không làm được"
	}
	return "Chờ làm"
}

// Job is one piece of work.
type Job struct {
	ID       string
	Kind     string     // what to do: the name of a Kind
	Key      string     // two jobs of one kind and key are one job; empty = a job of its own
	Payload  string     // the particulars, as JSON
	State    State      //
	RunAfter store.Time // not before; zero = at once
	Attempts int        // how often it was begun
	Error    string     // why it failed last
	MadeAt   store.Time
	EndedAt  store.Time // zero while it waits
	claim    string
}

// Kind is one sort of job and how it is done.
type Kind struct {
	Name  string
	Label string // in Vietnamese, for the administrator
	// Do does the job. It may be begun more than once, when the machine stopped
	// in the middle, so it must not mind finding its work done. ctx ends before
	// the claim does.
	Do func(ctx context.Context, db *store.DB, j Job) error
	// Again tells when a job that comes back is due next; nil = done once.
	Again func(now time.Time) time.Time
	Tries int // how often it is begun at most; 8 unless said
}

// Add puts a job down within the act's own transaction: it is done only if the
// act is. payload becomes JSON. Of two with one key the first stands.
func Add(ctx context.Context, tx *store.Tx, kind, key string, payload any) error {
	return AddAfter(ctx, tx, kind, key, payload, tx.Now)
}

// AddAfter is Add for a job that must not begin before a moment.
func AddAfter(ctx context.Context, tx *store.Tx, kind, key string, payload any, after store.Time) error {
	id := store.NewID()
	if key == "" {
		key = id
	}
	_, err := tx.Exec(ctx, `INSERT INTO job (id, kind, job_key, payload, state, run_after, claimed_until, made_at, ended_at)
		VALUES ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8) ON CONFLICT (kind, job_key) DO NOTHING`,
		id, kind, key, store.Text(payload), after, store.Time{}, tx.Now, store.Time{})
	return err
}

const columns = `id, kind, job_key, payload, state, run_after, attempts, last_error, made_at, ended_at`

func (j *Job) into() []any {
	return []any{&j.ID, &j.Kind, &j.Key, &j.Payload, &j.State, &j.RunAfter, &j.Attempts, &j.Error, &j.MadeAt, &j.EndedAt}
}
