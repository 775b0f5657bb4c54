package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// ErrNone is returned by One when no row answers.
var ErrNone = errors.New("store: no such row")

// attempts is how often a write that lost a race against another is tried.
const attempts = 12

// takeTurn lets one write follow another. Each appends to the journal's chain, so
// that no two could be committed from one state of it: without turns all but one
// of those that come at once would be done in vain. Locking comes before the
// first query, so that what is then seen is what the one before left (the manual
// of PostgreSQL, LOCK).
const takeTurn = `LOCK TABLE write_turn IN EXCLUSIVE MODE`

// Tx is one transaction. Now is taken once, at its start.
type Tx struct {
	Now        Time
	tx         *sql.Tx     // nil while only looking
	pool       *sql.DB     // of the connections
	statements *statements // kept ready; nil where the driver keeps them
	missed     []string    // queries that were not ready
	asked      map[string]int
	own        map[string]*sql.Stmt // made ready within this transaction
}

// Read runs work on a snapshot; what it writes is refused or lost.
func (db *DB) Read(ctx context.Context, work func(*Tx) error) error {
	return db.once(ctx, db.read, &sql.TxOptions{ReadOnly: db.engine == postgres, Isolation: db.level(sql.LevelRepeatableRead)}, work)
}

// Look runs work that asks for single facts, without a transaction around them:
// each statement sees the records as they then stand, and nothing is written.
func (db *DB) Look(ctx context.Context, work func(*Tx) error) error {
	t := &Tx{Now: At(db.now()), pool: db.read, statements: db.kept[db.read]}
	err := work(t)
	if len(t.missed) > 0 {
		t.statements.learn(ctx, t.pool, t.missed)
	}
	return err
}

// Write runs work as one serialisable transaction and commits it when work
// returns nil. Work may run more than once (a lost race is tried again), so it
// must have no effect outside the transaction.
func (db *DB) Write(ctx context.Context, work func(*Tx) error) error {
	var err error
	for i := range attempts {
		err = db.once(ctx, db.write, &sql.TxOptions{Isolation: db.level(sql.LevelSerializable)}, work)
		if err == nil {
			db.foldLog(ctx)
			return nil
		}
		if !lostRace(err) {
			return err
		}
		if err := pause(ctx, i); err != nil {
			return err
		}
	}
	return err
}

// level is the isolation asked of PostgreSQL; SQLite's driver knows only its own.
func (db *DB) level(l sql.IsolationLevel) sql.IsolationLevel {
	if db.engine == sqlite {
		return sql.LevelDefault
	}
	return l
}

func (db *DB) once(ctx context.Context, pool *sql.DB, opts *sql.TxOptions, work func(*Tx) error) error {
	if db.queue != nil && pool == db.read {
		if err := db.queue.Acquire(ctx, 1); err != nil {
			return fmt.Errorf("store: queue: %w", err)
		}
		defer db.queue.Release(1)
	}
	tx, err := pool.BeginTx(ctx, opts)
	if err != nil {
		return fmt.Errorf("store: begin: %w", err)
	}
	t := &Tx{tx: tx, pool: pool, statements: db.kept[pool]}
	defer func() {
		_ = tx.Rollback() // after Commit this does nothing
		if len(t.missed) > 0 {
			t.statements.learn(ctx, pool, t.missed)
		}
	}()
	if db.engine == postgres && !opts.ReadOnly {
		if _, err := tx.ExecContext(ctx, takeTurn); err != nil {
			return fmt.Errorf("store: turn: %w", err)
		}
	}
	t.Now = At(db.now())
	if err := work(t); err != nil {
		if ctx.Err() != nil { // what it then says of closed statements is not the reason
			return fmt.Errorf("store: given up: %w", context.Cause(ctx))
		}
		return err
	}
	if pool != db.write || opts.ReadOnly {
		return nil
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("store: commit: %w", err)
	}
	return nil
}

// pause waits a little longer each time, never in step with the rival.
func pause(ctx context.Context, i int) error {
	wait := time.Duration(1+rand.IntN(5<<min(i, 6))) * time.Millisecond
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(wait):
		return nil
	}
}

// lostRace reports a failure that repeating the transaction may cure.
func lostRace(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "40001" || pg.Code == "40P01"
	}
	var lite *driver.Error
	if errors.As(err, &lite) {
		return lite.Code()&0xff == codes.SQLITE_BUSY
	}
	return false
}
