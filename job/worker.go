package job

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"thidua/store"
)

// How often a worker looks for work, and how long a job under way may go on
// after the program was asked to stop.
const (
	lookEvery = 2 * time.Second
	graceTime = 8 * time.Second
)

// Worker does the jobs of its kinds, one after another. Several, on one machine
// or on many, do each job once.
type Worker struct {
	DB    *store.DB
	Kinds []Kind
	Log   *slog.Logger // where failures go; nil = slog.Default()
}

// Run works until ctx ends; a job under way is then finished, or given up after
// some seconds and done by another worker later.
func (w *Worker) Run(ctx context.Context) {
	work, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	defer giveUp()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(graceTime, giveUp) })
	defer stop()
	for ctx.Err() == nil {
		if _, err := w.run(ctx, work); err != nil && ctx.Err() == nil {
			w.log().Error("job: looking for work", "err", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(lookEvery):
		}
	}
}

// RunDue does every job that is due now and returns how many were begun.
func (w *Worker) RunDue(ctx context.Context) (int, error) { return w.run(ctx, ctx) }

// run stops beginning jobs when ctx ends; those begun live under work.
func (w *Worker) run(ctx, work context.Context) (n int, err error) {
	if err := w.prepare(ctx); err != nil {
		return 0, err
	}
	for ctx.Err() == nil {
		found, err := w.due(ctx)
		if err != nil || !found {
			return n, err
		}
		j, k, err := w.claim(ctx)
		if err != nil || j.ID == "" {
			return n, err
		}
		n++
		if err := w.do(work, k, j); err != nil {
			return n, err
		}
	}
	return n, nil
}

// do does one job and writes down how it ended.
func (w *Worker) do(ctx context.Context, k Kind, j Job) error {
	failure := attempt(ctx, w.DB, k, j)
	if failure != nil {
		w.log().Warn("job: failed", "kind", j.Kind, "id", j.ID, "attempt", j.Attempts, "err", failure)
	}
	if ctx.Err() != nil {
		return ctx.Err() // given up: the claim runs out and another worker begins anew
	}
	return w.settle(ctx, k, j, failure)
}

// attempt runs the job; a panic is a failure like others.
func attempt(ctx context.Context, db *store.DB, k Kind, j Job) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job: panic: %v", p)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, workTime)
	defer cancel()
	return k.Do(ctx, db, j)
}

// prepare puts down the jobs that come back, where they are not yet.
func (w *Worker) prepare(ctx context.Context) error {
	missing, err := w.missing(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	return w.DB.Write(ctx, func(tx *store.Tx) error {
		for _, k := range missing {
			if err := Add(ctx, tx, k.Name, recurring, struct{}{}); err != nil {
				return err
			}
		}
		return nil
	})
}

// recurring is the key of the one job of a kind that comes back.
const recurring = "recurring"

func (w *Worker) missing(ctx context.Context) (missing []Kind, err error) {
	err = w.DB.Read(ctx, func(tx *store.Tx) error {
		there, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT kind FROM job WHERE job_key = $1`, recurring)
		missing = nil
		for _, k := range w.Kinds {
			if k.Again != nil && !slices.Contains(there, k.Name) {
				missing = append(missing, k)
			}
		}
		return err
	})
	return missing, err
}

func (w *Worker) log() *slog.Logger {
	if w.Log == nil {
		return slog.Default()
	}
	return w.Log
}
