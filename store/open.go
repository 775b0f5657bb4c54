// Package store keeps the records: it opens the database (embedded SQLite, or
// PostgreSQL for many machines) and runs each read and write as one
// transaction. The difference between the two engines ends here.
package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"golang.org/x/sync/semaphore"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// DB is an open database. Reads may run side by side; on SQLite writes queue
// behind one connection.
type DB struct {
	engine engine
	read   *sql.DB
	write  *sql.DB
	now    func() time.Time
	kept   map[*sql.DB]*statements // by pool; none on PostgreSQL
	queue  *semaphore.Weighted     // of those who read, on SQLite; nil on PostgreSQL
	log    string                  // the file in which SQLite writes first; empty on PostgreSQL
}

type engine string

const (
	sqlite   engine = "sqlite"
	postgres engine = "postgres"
)

// Open opens the database at address: "postgres://…" for a server, anything
// else is the path of an SQLite file, made if it does not exist.
func Open(ctx context.Context, address string) (*DB, error) {
	if strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://") {
		return openPostgres(ctx, address)
	}
	return openSQLite(ctx, address)
}

// readers is how many read side by side on SQLite, which reads in this process:
// more than there are cores for only keep one another waiting. The others queue,
// first come first served; the pool of connections would let anybody go next.
var readers = min(max(2, runtime.NumCPU()), 8)

// lookers is how many more connections there are for single facts; idle is after
// what time without work a connection is given back.
const (
	lookers = 2
	idle    = 5 * time.Minute
)

func openPostgres(ctx context.Context, address string) (*DB, error) {
	pool, err := sql.Open("pgx", address)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	pool.SetMaxOpenConns(16)
	pool.SetMaxIdleConns(16) // opening one takes longer than any page
	pool.SetConnMaxIdleTime(idle)
	db := &DB{engine: postgres, read: pool, write: pool, now: time.Now}
	return db, db.ready(ctx)
}

func openSQLite(ctx context.Context, path string) (*DB, error) {
	write, err := sql.Open("sqlite", sqliteAddress(path, "immediate", writeCache))
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", sqliteAddress(path, "deferred", readCache/readers))
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	read.SetMaxOpenConns(readers + lookers)
	read.SetMaxIdleConns(readers + lookers)
	read.SetConnMaxIdleTime(idle)
	db := &DB{engine: sqlite, read: read, write: write, now: time.Now, queue: semaphore.NewWeighted(int64(readers)), log: path + "-wal",
		kept: map[*sql.DB]*statements{read: newStatements(), write: newStatements()}}
	return db, db.ready(ctx)
}

// The most memory that SQLite keeps of the file for the writer, who touches many
// places at once, and for all who read side by side; in KiB.
const (
	writeCache = 32 << 10
	readCache  = 32 << 10
)

func sqliteAddress(path, lock string, cache int) string {
	q := url.Values{}
	q.Set("_txlock", lock)
	for _, pragma := range []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", fmt.Sprintf("cache_size(-%d)", cache)} {
		q.Add("_pragma", pragma)
	}
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String()
}

// ready proves that the database answers; on failure it closes what was opened.
func (db *DB) ready(ctx context.Context) error {
	if err := db.write.PingContext(ctx); err != nil {
		_ = db.Close()
		return fmt.Errorf("store: open: %w", err)
	}
	return nil
}

// SetClock replaces the clock that gives each transaction its Now.
func (db *DB) SetClock(now func() time.Time) { db.now = now }

// Engine names the engine for people: "SQLite" or "PostgreSQL".
func (db *DB) Engine() string {
	if db.engine == postgres {
		return "PostgreSQL"
	}
	return "SQLite"
}

// Close ends all connections.
func (db *DB) Close() error {
	err := db.write.Close()
	if db.read != db.write {
		if e := db.read.Close(); err == nil {
			err = e
		}
	}
	return err
}
