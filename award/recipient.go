package award

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// nameAll finds or enters the recipients of waiting awards.
func (p *pen) nameAll(ctx context.Context) error {
	wanted := make(map[string]int, len(p.waiting))
	for i := range p.waiting {
		e := &p.waiting[i]
		e.identity = identityOf(e.Award)
		wanted[e.identity] = 1
	}
	known, err := p.known(ctx, wanted)
	if err != nil {
		return err
	}
	var rows [][]any
	for i := range p.waiting { // in the order of the list, so that the same list gives the same numbers
		e := &p.waiting[i]
		n, there := known[e.identity]
		if !there {
			p.recipient++
			n = p.recipient
			known[e.identity] = n
			fold := vi.Fold(e.Name)
			p.words = appendWords(p.words, fold, n)
			own := ""
			if e.Kind == Collective {
				own = e.Unit
			}
			rows = append(rows, []any{n, e.Kind, e.Name, fold, e.identity, e.Birth, e.Sex, own, e.Sample})
		}
		e.recipient = n
	}
	if err := store.Insert(ctx, p.tx, `recipient (id, kind, name, fold, identity, birth, sex, unit_id, illustrative)`, rows); err != nil {
		return err
	}
	if len(p.words) < mostWords {
		return nil
	}
	return p.writeWords(ctx)
}

// known are the recipients already in the register, by identity.
func (p *pen) known(ctx context.Context, wanted map[string]int) (map[string]int, error) {
	type pair struct {
		key string
		id  int
	}
	// One by one through the index: of a join PostgreSQL keeps the plan that was
	// best while the register was empty, and reads all of it every time.
	found, err := store.All(ctx, p.tx, func(x *pair) []any { return []any{&x.key, &x.id} },
		`SELECT j.key, COALESCE((SELECT r.id FROM recipient r WHERE r.identity = j.key), 0) FROM json_each($1) AS j`, store.Text(wanted))
	if err != nil {
		return nil, err
	}
	known := make(map[string]int, len(found))
	for _, x := range found {
		if x.id != 0 {
			known[x.key] = x.id
		}
	}
	return known, nil
}

// word is a key that a name is found by, and whose name it is.
type word struct {
	key string
	id  int
}

// appendWords adds what a name is found by.
func appendWords(words []word, fold string, id int) []word {
	for _, key := range wordKeys(fold) {
		words = append(words, word{key, id})
	}
	return words
}

// writeWords enters what the names of new recipients are found by.
func (p *pen) writeWords(ctx context.Context) error {
	words := p.words
	p.words = p.words[:0]
	return insertWords(ctx, p.tx, "recipient_word (key, recipient_id)", words)
}

// insertWords writes words in their order: neighbours are written faster.
func insertWords(ctx context.Context, tx *store.Tx, into string, words []word) error {
	slices.SortFunc(words, func(a, b word) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) })
	for some := range slices.Chunk(words, chunk) {
		rows := make([][]any, len(some))
		for i, w := range some {
			rows[i] = []any{[]byte(w.key), w.id}
		}
		if err := store.Insert(ctx, tx, into, rows); err != nil {
			return err
		}
	}
	return nil
}
