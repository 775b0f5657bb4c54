package journal_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

var ctx = context.Background()

func fill(t *testing.T, db *store.DB, n int) {
	t.Helper()
	for i := range n {
		entry := journal.Entry{Day: vi.MustDay("2014-11-22"), Actor: "Sở Nội vụ", Role: "standing_body", Act: "nominate", Object: "nomination:x"}
		if err := db.Write(ctx, func(tx *store.Tx) error { return journal.Append(ctx, tx, entry, map[string]int{"n": i}) }); err != nil {
			t.Fatal(err)
		}
	}
}

func verify(t *testing.T, db *store.DB) []journal.Fault {
	t.Helper()
	var faults []journal.Fault
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		faults, _, err = journal.Verify(ctx, tx)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return faults
}

func tamper(t *testing.T, db *store.DB, statement string, args ...any) {
	t.Helper()
	if err := db.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(ctx, statement, args...)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func TestVerify_anUntouchedJournalHasNoFault(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if faults := verify(t, db); len(faults) != 0 {
			t.Fatalf("an empty journal: %v", faults)
		}
		fill(t, db, 5)
		if faults := verify(t, db); len(faults) != 0 {
			t.Fatalf("got %v", faults)
		}
	})
}

// TestVerify_namesTheEntryThatWasTamperedWith changes the tables behind the
// program's back, in every way there is.
func TestVerify_namesTheEntryThatWasTamperedWith(t *testing.T) {
	const copyOf = `INSERT INTO journal (seq, at, day, actor, role, act, object, detail, prev, hash) SELECT `
	for name, c := range map[string]struct {
		statement string
		seq       int64
		says      string
	}{
		"an altered detail":               {`UPDATE journal SET detail = '{"n":9}' WHERE seq = 3`, 3, "đã bị sửa"},
		"an altered actor":                {`UPDATE journal SET actor = 'Người khác' WHERE seq = 1`, 1, "đã bị sửa"},
		"an altered day":                  {`UPDATE journal SET day = '2015-11-22' WHERE seq = 5`, 5, "đã bị sửa"},
		"an altered hash":                 {`UPDATE journal SET hash = 'x' WHERE seq = 2`, 2, "đã bị sửa"},
		"a removed entry":                 {`DELETE FROM journal WHERE seq = 3`, 4, "Mục 3 đã bị xóa"},
		"the first entry removed":         {`DELETE FROM journal WHERE seq = 1`, 2, "Mục 1 đã bị xóa"},
		"two removed entries":             {`DELETE FROM journal WHERE seq IN (2, 3)`, 4, "từ 2 đến 3"},
		"the last entry removed":          {`DELETE FROM journal WHERE seq = 5`, 5, "cuối nhật ký"},
		"an entry added at the end":       {copyOf + `6, at, day, actor, role, act, object, detail, hash, 'x' FROM journal WHERE seq = 5`, 6, "đã bị sửa"},
		"an entry in place of another":    {`UPDATE journal SET act = (SELECT act FROM journal WHERE seq = 4), prev = 'y' WHERE seq = 4`, 4, "đã bị sửa"},
		"the head moved back":             {`UPDATE journal_head SET seq = 4`, 5, "chèn"},
		"the head pointing to other text": {`UPDATE journal_head SET hash = 'z'`, 5, "không khớp"},
	} {
		t.Run(name, func(t *testing.T) {
			testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
				fill(t, db, 5)
				tamper(t, db, c.statement)
				for _, f := range verify(t, db) {
					if f.Seq == c.seq && strings.Contains(f.Sentence, c.says) {
						return
					}
				}
				t.Fatalf("no fault at %d saying %q: %v", c.seq, c.says, verify(t, db))
			})
		})
	}
}

// TestVerify_aRewrittenTailShowsAgainstAHeadKeptElsewhere: whoever rewrites the
// last entries with right hashes and moves the head cannot restore the old head.
func TestVerify_aRewrittenTailShowsAgainstAHeadKeptElsewhere(t *testing.T) {
	db := testkit.SQLite(t)
	fill(t, db, 5)
	var kept journal.Head
	if err := db.Read(ctx, func(tx *store.Tx) (err error) { kept, err = journal.CurrentHead(ctx, tx); return }); err != nil {
		t.Fatal(err)
	}
	tamper(t, db, `DELETE FROM journal WHERE seq = 5`)
	tamper(t, db, `UPDATE journal_head SET seq = 4, hash = (SELECT hash FROM journal WHERE seq = 4)`)
	fill(t, db, 1)
	if err := db.Read(ctx, func(tx *store.Tx) error {
		known, err := journal.Contains(ctx, tx, kept.Hash)
		if known {
			t.Error("the old head was still found")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func TestAppend_isLostWithItsTransaction(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		fill(t, db, 1)
		_ = db.Write(ctx, func(tx *store.Tx) error {
			if err := journal.Append(ctx, tx, journal.Entry{Act: "nominate"}, nil); err != nil {
				t.Error(err)
			}
			return context.Canceled
		})
		fill(t, db, 1)
		if faults := verify(t, db); len(faults) != 0 {
			t.Fatalf("got %v", faults)
		}
	})
}

func TestVerify_anySingleChangedLetterIsFound(t *testing.T) {
	db := testkit.SQLite(t)
	fill(t, db, 8)
	rapid.Check(t, func(rt *rapid.T) {
		seq := rapid.Int64Range(1, 8).Draw(rt, "seq")
		column := rapid.SampledFrom([]string{"at", "day", "actor", "role", "act", "object", "detail", "prev", "hash"}).Draw(rt, "column")
		old := swap(t, db, column, seq, "changed")
		if len(verify(t, db)) == 0 {
			rt.Fatalf("a change of %s in entry %d was not found", column, seq)
		}
		swap(t, db, column, seq, old)
	})
}

// swap puts text in the entry's column and returns what stood there.
func swap(t *testing.T, db *store.DB, column string, seq int64, text string) (old string) {
	t.Helper()
	if err := db.Write(ctx, func(tx *store.Tx) (err error) {
		if old, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT `+column+` FROM journal WHERE seq = $1`, seq); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE journal SET `+column+` = $1 WHERE seq = $2`, text, seq)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return old
}

func TestRecord_namesWhoActedInWhichCapacity(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		by := access.Actor{Name: "Phòng Nội vụ", Role: access.EmulationOfficer, Unit: "con_cuong"}
		day := vi.MustDay("2014-11-22")
		if err := db.Write(ctx, func(tx *store.Tx) error {
			return journal.Record(ctx, tx, by, day, access.SelfScore, "score_sheet:1", []int{1})
		}); err != nil {
			t.Fatal(err)
		}
		if err := db.Read(ctx, func(tx *store.Tx) error {
			e, err := store.One(ctx, tx, func(e *journal.Entry) []any {
				return []any{&e.Day, &e.Actor, &e.Role, &e.Act, &e.Object, &e.Detail}
			}, `SELECT day, actor, role, act, object, detail FROM journal WHERE seq = 1`)
			want := journal.Entry{Day: day, Actor: "Phòng Nội vụ", Role: "emulation_officer", Act: "self_score", Object: "score_sheet:1", Detail: "[1]"}
			if e != want {
				t.Errorf("got %+v", e)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}
