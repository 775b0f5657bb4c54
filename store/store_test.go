package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"thidua/internal/testkit"
	"thidua/store"
)

// TestConformance is the one suite both engines must pass.
func TestConformance(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		write(t, db, `CREATE TABLE probe (id text PRIMARY KEY, n bigint NOT NULL, flag boolean NOT NULL, at text NOT NULL, body bytea)`)
		for name, test := range map[string]func(*testing.T, context.Context, *store.DB){
			"a committed row reads back with every type":  readsBack,
			"a failed write leaves nothing":               leavesNothing,
			"a row that is not there is ErrNone":          isNone,
			"a limit holds against rivals":                limitHolds,
			"a panic rolls back and frees the connection": panicRollsBack,
			"what a read writes is lost":                  readCannotWrite,
			"statements are counted":                      statementsCounted,
			"many rows are written once each":             manyRows,
		} {
			t.Run(name, func(t *testing.T) {
				write(t, db, `DELETE FROM probe`)
				test(t, ctx, db)
			})
		}
	})
}

type probe struct {
	id   string
	n    int64
	flag bool
	at   store.Time
	body []byte
}

func (p *probe) into() []any { return []any{&p.id, &p.n, &p.flag, &p.at, &p.body} }

func write(t *testing.T, db *store.DB, query string, args ...any) {
	t.Helper()
	if err := db.Write(context.Background(), func(tx *store.Tx) error {
		_, err := tx.Exec(context.Background(), query, args...)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, db *store.DB) (n int) {
	t.Helper()
	if err := db.Read(context.Background(), func(tx *store.Tx) error {
		var err error
		n, err = store.One(context.Background(), tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM probe`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

const insert = `INSERT INTO probe (id, n, flag, at, body) VALUES ($1, $2, $3, $4, $5)`

func readsBack(t *testing.T, ctx context.Context, db *store.DB) {
	want := probe{"thi-đua", 1 << 60, true, store.At(time.Date(2014, 11, 22, 1, 2, 3, 4567, time.UTC)), []byte{0, 1, 255}}
	write(t, db, insert, want.id, want.n, want.flag, want.at, want.body)
	if err := db.Read(ctx, func(tx *store.Tx) error {
		got, err := store.One(ctx, tx, (*probe).into, `SELECT id, n, flag, at, body FROM probe WHERE flag AND id = $1`, want.id)
		if got.id != want.id || got.n != want.n || !got.flag || !got.at.Equal(want.at.Time) || string(got.body) != string(want.body) {
			t.Errorf("read %+v, wrote %+v", got, want)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func leavesNothing(t *testing.T, ctx context.Context, db *store.DB) {
	refused := errors.New("refused")
	err := db.Write(ctx, func(tx *store.Tx) error {
		if _, err := tx.Exec(ctx, insert, "a", 1, false, tx.Now, nil); err != nil {
			return err
		}
		return refused
	})
	if !errors.Is(err, refused) || count(t, db) != 0 {
		t.Fatalf("err %v, rows %d", err, count(t, db))
	}
}

func isNone(t *testing.T, ctx context.Context, db *store.DB) {
	err := db.Read(ctx, func(tx *store.Tx) error {
		_, err := store.One(ctx, tx, (*probe).into, `SELECT id, n, flag, at, body FROM probe WHERE id = $1`, "none")
		return err
	})
	if !errors.Is(err, store.ErrNone) {
		t.Fatalf("got %v", err)
	}
}

// limitHolds lets twenty writers count and then add, where ten are allowed: at
// a weaker isolation more than ten get in.
func limitHolds(t *testing.T, ctx context.Context, db *store.DB) {
	full := errors.New("full")
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			err := db.Write(ctx, func(tx *store.Tx) error {
				n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM probe`)
				if err != nil {
					return err
				}
				if n >= 10 {
					return full
				}
				_, err = tx.Exec(ctx, insert, store.NewID(), n, false, tx.Now, nil)
				return err
			})
			if err != nil && !errors.Is(err, full) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := count(t, db); n != 10 {
		t.Fatalf("a limit of 10 let %d in", n)
	}
}

func panicRollsBack(t *testing.T, ctx context.Context, db *store.DB) {
	func() {
		defer func() { _ = recover() }()
		_ = db.Write(ctx, func(tx *store.Tx) error {
			_, _ = tx.Exec(ctx, insert, "a", 1, false, tx.Now, nil)
			panic("fault")
		})
	}()
	if count(t, db) != 0 {
		t.Fatal("the row stayed")
	}
	write(t, db, insert, "b", 1, false, store.At(time.Now()), nil)
}

func readCannotWrite(t *testing.T, ctx context.Context, db *store.DB) {
	_ = db.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(ctx, insert, "a", 1, false, tx.Now, nil)
		return err
	})
	if count(t, db) != 0 {
		t.Fatal("a read wrote")
	}
}

func statementsCounted(t *testing.T, ctx context.Context, db *store.DB) {
	ctx, n := store.CountStatements(ctx)
	_ = db.Read(ctx, func(tx *store.Tx) error {
		for range 3 {
			if _, err := store.All(ctx, tx, (*probe).into, `SELECT id, n, flag, at, body FROM probe`); err != nil {
				t.Error(err)
			}
		}
		return nil
	})
	if *n != 3 {
		t.Fatalf("counted %d", *n)
	}
}

func TestMigrate_twiceIsHarmless(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if err := db.Migrate(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestNow_isTakenOnceAndSortsAsText(t *testing.T) {
	a := store.At(time.Date(2014, 1, 2, 3, 4, 5, 0, time.UTC))
	b := store.At(time.Date(2014, 1, 2, 3, 4, 5, 1000, time.UTC))
	if a.String() >= b.String() || len(a.String()) != len(b.String()) {
		t.Fatalf("%s does not sort before %s", a, b)
	}
}

func manyRows(t *testing.T, ctx context.Context, db *store.DB) {
	const n = 237 // hundreds, tens and ones
	rows := make([][]any, n)
	for i := range rows {
		rows[i] = []any{fmt.Sprintf("row %03d", i), i, i%2 == 0, ""}
	}
	if err := db.Write(ctx, func(tx *store.Tx) error {
		return store.Insert(ctx, tx, "probe (id, n, flag, at)", rows)
	}); err != nil {
		t.Fatal(err)
	}
	if err := db.Read(ctx, func(tx *store.Tx) error {
		all, err := store.All(ctx, tx, func(p *probe) []any { return []any{&p.id, &p.n, &p.flag} }, `SELECT id, n, flag FROM probe ORDER BY id`)
		if len(all) != n {
			t.Errorf("%d rows of %d", len(all), n)
		}
		for i, p := range all {
			if p.n != int64(i) || p.id != rows[i][0] || p.flag != (i%2 == 0) {
				t.Errorf("row %d reads %+v", i, p)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
