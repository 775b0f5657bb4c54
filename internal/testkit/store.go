// Package testkit is the workbench of the tests: an empty database per test on
// both engines, a settable clock, and a browser.
package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"thidua/store"
)

// Today is the day every test database believes it is, unless told otherwise.
var Today = time.Date(2014, 11, 22, 2, 0, 0, 0, time.UTC)

// OnBothEngines runs the test once on SQLite and once on PostgreSQL, each with
// a fresh, migrated database.
func OnBothEngines(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite returns a fresh, migrated SQLite database that goes with the test.
func SQLite(t testing.TB) *store.DB {
	t.Helper()
	return open(t, SQLiteAddress(t))
}

// SQLiteAddress is the path of a fresh, migrated database, for a test that lets
// another process open it.
func SQLiteAddress(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "thidua.db")
	if err := os.WriteFile(path, sqliteTemplate(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Postgres returns a fresh, migrated PostgreSQL database that goes with the
// test. THIDUA_TEST_POSTGRES names the server; ./test starts one.
func Postgres(t testing.TB) *store.DB {
	t.Helper()
	return open(t, PostgresAddress(t))
}

// PostgresAddress is the address of such a database, for a test that lets
// another process open it.
func PostgresAddress(t testing.TB) string {
	t.Helper()
	template := postgresTemplate(t)
	name := fmt.Sprintf("t_%s", strings.ToLower(store.NewID()))
	admin(t, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", name, template))
	t.Cleanup(func() { admin(t, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") })
	return postgresAddress(t, name)
}

func open(t testing.TB, address string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	db.SetClock(func() time.Time { return Today })
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// sqliteTemplate is the file of a migrated, empty database, made once a process.
func sqliteTemplate(t testing.TB) []byte {
	t.Helper()
	file, err := sqliteOnce()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

var sqliteOnce = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "thidua-template")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "template.db")
	if err := migrate(path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func postgresTemplate(t testing.TB) string {
	t.Helper()
	if os.Getenv("THIDUA_TEST_POSTGRES") == "" {
		t.Fatal("THIDUA_TEST_POSTGRES is not set: run the tests with ./test, which starts a PostgreSQL server")
	}
	name, err := postgresOnce()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

var postgresOnce = sync.OnceValues(func() (string, error) {
	name := fmt.Sprintf("template_%s", strings.ToLower(store.NewID()))
	server, err := sql.Open("pgx", os.Getenv("THIDUA_TEST_POSTGRES"))
	if err != nil {
		return "", err
	}
	defer server.Close()
	if _, err := server.Exec("CREATE DATABASE " + name); err != nil {
		return "", err
	}
	address, err := addressOf(name)
	if err != nil {
		return "", err
	}
	return name, migrate(address)
})

func migrate(address string) error {
	db, err := store.Open(context.Background(), address)
	if err != nil {
		return err
	}
	if err := db.Migrate(context.Background()); err != nil {
		_ = db.Close()
		return err
	}
	return db.Close()
}

func admin(t testing.TB, statement string) {
	t.Helper()
	server, err := sql.Open("pgx", os.Getenv("THIDUA_TEST_POSTGRES"))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	// CREATE DATABASE waits its turn on the template; rivals are tried again.
	for range 50 {
		if _, err = server.Exec(statement); err == nil || !strings.Contains(err.Error(), "being accessed by other users") {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func postgresAddress(t testing.TB, name string) string {
	t.Helper()
	address, err := addressOf(name)
	if err != nil {
		t.Fatal(err)
	}
	return address
}
