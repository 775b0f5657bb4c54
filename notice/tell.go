package notice

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
)

// batch is how many entries are read in one transaction.
const batch = 100

// Tell reads the journal on from where it stopped and tells those whom each act
// concerns; more reports whether entries are left. Entries and place are kept
// in one transaction, so that after a crash nothing is told twice and nothing is
// forgotten. It returns who was told anything, with what is urgent.
func Tell(ctx context.Context, tx *store.Tx) (told Told, more bool, err error) {
	from, err := place(ctx, tx)
	if err != nil {
		return nil, false, err
	}
	entries, err := journal.After(ctx, tx, from, batch)
	if err != nil || len(entries) == 0 {
		return nil, false, err
	}
	r, told := newReader(ctx, tx), Told{}
	for _, e := range entries {
		if err := r.tell(e, told); err != nil {
			return nil, false, err
		}
	}
	_, err = tx.Exec(ctx, `INSERT INTO notice_cursor (place, seq) VALUES (1, $1) ON CONFLICT (place) DO UPDATE SET seq = excluded.seq`, entries[len(entries)-1].Seq)
	return told, len(entries) == batch, err
}

// place is the last entry that was told.
func place(ctx context.Context, tx *store.Tx) (int64, error) {
	seq, err := store.One(ctx, tx, func(n *int64) []any { return []any{n} }, `SELECT seq FROM notice_cursor WHERE place = 1`)
	if errors.Is(err, store.ErrNone) {
		return 0, nil
	}
	return seq, err
}

// Told says who was told anything: person id, and whether any of it is urgent.
type Told map[string]bool

func (t Told) add(n Notice) { t[n.Person] = t[n.Person] || n.Kind == Urgent }

// People are those who were told anything, in a fixed order.
func (t Told) People() []string { return slices.Sorted(maps.Keys(t)) }

// tell tells everybody whom the entry concerns, but not who did it. What a
// season file or a command recorded tells of a year gone by: nobody waits for it.
func (r *reader) tell(e journal.Entry, told Told) error {
	if e.Person == "" {
		return nil
	}
	if kind, person, _ := strings.Cut(e.Object, ":"); kind == "person" {
		return r.tellOwner(e, person, told)
	}
	if !slices.ContainsFunc(table, func(x rule) bool { return x.act == access.Act(e.Act) }) {
		return nil
	}
	m, found, err := r.matter(e)
	if err != nil || !found {
		return err
	}
	for _, x := range table {
		if x.act != access.Act(e.Act) || x.when != nil && !x.when(m) {
			continue
		}
		if err := r.spread(m, x, told); err != nil {
			return err
		}
	}
	return nil
}

// spread tells everybody whom the row names.
func (r *reader) spread(m matter, x rule, told Told) error {
	holders, err := r.of(m.year)
	if err != nil {
		return err
	}
	for _, h := range holders {
		if h.Person.ID == m.Person || !x.to(m, h) {
			continue
		}
		parted, err := r.parted(m, h.Person.ID)
		if err != nil {
			return err
		}
		if parted {
			continue
		}
		n := Notice{Person: h.Person.ID, Key: key(m.Entry), Say: x.say(m), Link: x.page(m), Kind: x.kind}
		if err := r.put(n, told); err != nil {
			return err
		}
	}
	return nil
}

// tellOwner tells a person what happened to their own account, also what they
// did themselves: it may not have been they.
func (r *reader) tellOwner(e journal.Entry, person string, told Told) error {
	say, known := own[access.Act(e.Act)]
	if !known {
		return nil
	}
	return r.put(Notice{Person: person, Key: key(e), Say: say, Link: "/tai-khoan", Kind: Urgent}, told)
}

func (r *reader) put(n Notice, told Told) error {
	if n.Kind == "" {
		n.Kind = Happened
	}
	told.add(n)
	return put(r.ctx, r.tx, n)
}

// key makes every entry one notice for a person, whichever row tells it.
func key(e journal.Entry) string { return fmt.Sprintf("journal:%d", e.Seq) }
