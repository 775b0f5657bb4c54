package store

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// released are the steps of the tables that have left the house. Whoever releases
// adds to them; none is ever taken away, and every later step has a number above
// them all.
var released = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 45, 46, 47, 50, 54, 55, 56, 58, 59}

func TestMigrate_takesADatabaseOfTheReleaseBeforeFurther(t *testing.T) {
	ctx := context.Background()
	db, err := Open(ctx, filepath.Join(t.TempDir(), "before.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	before := fstest.MapFS{}
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range released {
		at := slices.IndexFunc(files, func(f string) bool { return strings.HasPrefix(f, fmt.Sprintf("migrations/%04d_", n)) })
		if at < 0 {
			t.Fatalf("step %d, which was released, is gone", n)
		}
		body, err := migrations.ReadFile(files[at])
		if err != nil {
			t.Fatal(err)
		}
		before[filepath.Base(files[at])] = &fstest.MapFile{Data: body}
	}
	if err := db.take(ctx, before); err != nil {
		t.Fatal(err)
	}
	if err := db.Migrate(ctx); err != nil {
		t.Error(err)
	}
}
