package award

import (
	"bytes"
	"context"
	"slices"

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
	words := map[int]string{}
	for i := range p.waiting { // in the order of the list, so that the same list gives the same numbers
		e := &p.waiting[i]
		n, there := known[e.identity]
		if !there {
			p.recipient++
			n = p.recipient
			known[e.identity], words[n] = n, vi.Fold(e.Name)
			own := ""
			if e.Kind == Collective {
				own = e.Unit
			}
			rows = append(rows, []any{n, e.Kind, e.Name, words[n], e.identity, e.Birth, e.Sex, own, e.Sample})
		}
		e.recipient = n
	}
	if err := store.Insert(ctx, p.tx, `recipient (id, kind, name, fold, identity, birth, sex, unit_id, illustrative)`, rows); err != nil {
		return err
	}
	return writeWords(ctx, p.tx, "recipient_word (key, recipient_id)", words)
}

// known are the recipients already in the register, by identity.
func (p *pen) known(ctx context.Context, wanted map[string]int) (map[string]int, error) {
	type pair struct {
		key string
		id  int
	}
	found, err := store.All(ctx, p.tx, func(x *pair) []any { return []any{&x.key, &x.id} },
		`SELECT identity, id FROM recipient WHERE identity IN (SELECT j.key FROM json_each($1) AS j)`, store.Text(wanted))
	if err != nil {
		return nil, err
	}
	known := make(map[string]int, len(found))
	for _, x := range found {
		known[x.key] = x.id
	}
	return known, nil
}

// writeWords enters what names are found by; folds are by their owner's id.
func writeWords(ctx context.Context, tx *store.Tx, into string, folds map[int]string) error {
	var rows [][]any
	for n, fold := range folds {
		for _, key := range wordKeys(fold) {
			rows = append(rows, []any{[]byte(key), n})
		}
	}
	return store.Insert(ctx, tx, into, sortedByKey(rows))
}

// sortedByKey orders rows by their first value: neighbours are written faster.
func sortedByKey(rows [][]any) [][]any {
	slices.SortFunc(rows, func(a, b []any) int { return bytes.Compare(a[0].([]byte), b[0].([]byte)) })
	return rows
}
