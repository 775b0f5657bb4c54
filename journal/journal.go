// Package journal is the year's logbook: every act is one entry, each entry is
// chained to the one before by SHA-256, and nothing is ever taken out or changed.
package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"thidua/access"
	"thidua/store"
	"thidua/vi"
)

// Entry is one act as it was recorded.
type Entry struct {
	Seq    int64      // 1, 2, 3… without gaps
	At     store.Time // when it was recorded
	Day    vi.Day     // the day the act is dated
	Actor  string     // who, as named then
	Role   string     // in which capacity
	Act    string     // what was done: a name of access.Act
	Object string     // to what: kind and id
	Detail string     // the particulars, as JSON
	Person string     // the person who acted; empty for a season file or a command
	Scope  string     // where their capacity held: access.Actor.Scope
	Prev   string     // Hash of the entry before; empty for the first
	Hash   string     // SHA-256, hex, over all fields above
}

// Head is the place of the newest entry. Written down elsewhere (in the signed
// minutes, say), it proves later that nothing up to it was altered.
type Head struct {
	Seq  int64
	Hash string
}

// Record appends what somebody did in their capacity; see Append. day is the day
// the act is dated, object its kind and id ("unit:01J…").
func Record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, object string, detail any) error {
	return Append(ctx, tx, Entry{Day: day, Actor: by.Name, Role: string(by.Role), Act: string(act), Object: object,
		Person: by.Person, Scope: by.Scope()}, detail)
}

// Done is what one of many acts was done to, and its particulars.
type Done struct {
	Object string
	Detail any
}

// RecordAll appends many acts of one kind that somebody did at once, an entry
// for each.
func RecordAll(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, done []Done) error {
	entries := make([]Entry, len(done))
	for i, x := range done {
		entries[i] = Entry{Day: day, Actor: by.Name, Role: string(by.Role), Act: string(act), Object: x.Object, Detail: store.Text(x.Detail),
			Person: by.Person, Scope: by.Scope()}
	}
	return appendAll(ctx, tx, entries)
}

// Append records an act within the act's own transaction, so that both happen
// or neither does. Seq, At, Prev and Hash are filled in here; detail becomes
// the entry's JSON.
func Append(ctx context.Context, tx *store.Tx, e Entry, detail any) error {
	e.Detail = store.Text(detail)
	return appendAll(ctx, tx, []Entry{e})
}

// appendAll chains entries to the newest one in their order.
func appendAll(ctx context.Context, tx *store.Tx, entries []Entry) error {
	head, err := CurrentHead(ctx, tx)
	if err != nil || len(entries) == 0 {
		return err
	}
	rows := make([][]any, len(entries))
	for i, e := range entries {
		e.Seq, e.Prev, e.At = head.Seq+1, head.Hash, tx.Now
		e.Hash = sum(e.Seq, e.Person, e.Scope, e.At.String(), e.Day.String(), e.Actor, e.Role, e.Act, e.Object, e.Detail, e.Prev)
		rows[i] = []any{e.Seq, e.At, e.Day, e.Actor, e.Role, e.Act, e.Object, e.Detail, e.Prev, e.Hash, e.Person, e.Scope}
		head = Head{Seq: e.Seq, Hash: e.Hash}
	}
	if err := store.Insert(ctx, tx, "journal (seq, at, day, actor, role, act, object, detail, prev, hash, person, scope)", rows); err != nil {
		return err
	}
	return setHead(ctx, tx, head)
}

// CurrentHead returns the newest entry's place; zero when nothing is recorded.
func CurrentHead(ctx context.Context, tx *store.Tx) (Head, error) {
	head, err := store.One(ctx, tx, func(h *Head) []any { return []any{&h.Seq, &h.Hash} },
		`SELECT seq, hash FROM journal_head WHERE place = 1`)
	if errors.Is(err, store.ErrNone) {
		return Head{}, nil
	}
	return head, err
}

func setHead(ctx context.Context, tx *store.Tx, h Head) error {
	_, err := tx.Exec(ctx, `INSERT INTO journal_head (place, seq, hash) VALUES (1, $1, $2)
		ON CONFLICT (place) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`, h.Seq, h.Hash)
	return err
}

// sum is an entry's own hash: SHA-256 over the JSON array of its fields in
// order, which no other fields can produce. Entries without a person are summed
// as they were before people had accounts.
func sum(seq int64, person, scope string, fields ...string) string {
	parts := []any{seq, fields}
	if person != "" || scope != "" {
		parts = append(parts, person, scope)
	}
	digest := sha256.Sum256([]byte(store.Text(parts)))
	return hex.EncodeToString(digest[:])
}
