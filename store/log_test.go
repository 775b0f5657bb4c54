package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"thidua/store"
)

func TestWrite_leavesNoLongLogBehind(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "long.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, statement := range []string{`CREATE TABLE long (body blob)`, `INSERT INTO long VALUES (zeroblob(80000000))`} {
		if err := db.Write(ctx, func(tx *store.Tx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	log, err := os.Stat(path + "-wal")
	if err != nil || log.Size() != 0 {
		t.Errorf("the log is %d bytes long, %v", log.Size(), err)
	}
	var n int
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT length(body) FROM long`)
		return err
	}); err != nil || n != 80_000_000 {
		t.Errorf("%d bytes are kept, %v", n, err)
	}
}
