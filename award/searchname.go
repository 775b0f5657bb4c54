package award

import (
	"cmp"
	"context"
	"slices"

	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// atOnce is of how many recipients it is asked at a time how many awards they
// have.
const atOnce = 30

// byName returns a page of the awards of very many who share words of their
// name, in the order of the names from those words on. q holds what awards must
// meet, next the first recipients.
func (query Query) byName(ctx context.Context, tx *store.Tx, fold string, q asked, next []found) (page Page, err error) {
	page.Count = -1
	if c, ok := readCursor(query.After); ok && len(c.Key) > 0 {
		if next, err = nextCalled(ctx, tx, fold, found{c.Key, c.Recipient}); err != nil {
			return page, err
		}
	}
	for len(page.Awards) < query.Limit && len(next) > 0 {
		n, err := query.enough(ctx, tx, next[:min(atOnce, len(next))], len(page.Awards), q)
		if err != nil {
			return page, err
		}
		if err := fill(ctx, tx, &page, next[:n], q); err != nil {
			return page, err
		}
		last := next[n-1]
		page.Next = cursor{Key: last.key, Recipient: last.id}.String()
		if next = next[n:]; len(next) == 0 {
			if next, err = nextCalled(ctx, tx, fold, last); err != nil {
				return page, err
			}
		}
	}
	if len(next) == 0 && len(page.Awards) < query.Limit {
		page.Next = ""
	}
	if query.After == "" {
		err = query.count(ctx, tx, fold, q, &page)
	}
	return page, err
}

// nextCalled are the next few of whose name the words are a part.
func nextCalled(ctx context.Context, tx *store.Tx, fold string, from found) ([]found, error) {
	return store.All(ctx, tx, (*found).into, `SELECT key, recipient_id FROM recipient_word
		WHERE (key, recipient_id) > ($1, $2) AND key < $3 ORDER BY key, recipient_id`+limit(few), from.key, from.id, after(fold))
}

// with is a copy of the conditions that grows by itself.
func (q asked) with(condition string, values ...any) asked {
	q.args = q.args[:len(q.args):len(q.args)]
	q.and(condition, values...)
	return q
}

// of narrows to the awards of the recipients.
func (q asked) of(next []found) asked {
	ids := make([]int, len(next))
	for i, f := range next {
		ids[i] = f.id
	}
	q.args = q.args[:len(q.args):len(q.args)]
	q.in("a.recipient_id", ids)
	return q
}

// enough is how many of the next recipients it takes to fill a page that has so
// many awards; at least one. An index knows, so that no award is read for a page
// which it is not on.
func (query Query) enough(ctx context.Context, tx *store.Tx, next []found, has int, q asked) (int, error) {
	type share struct{ id, awards int }
	q = q.of(next)
	counted, err := store.All(ctx, tx, func(s *share) []any { return []any{&s.id, &s.awards} },
		`SELECT a.recipient_id, count(*) FROM award a WHERE true`+q.where+` GROUP BY a.recipient_id`, q.args...)
	if err != nil {
		return 0, err
	}
	awards := map[int]int{}
	for _, s := range counted {
		awards[s.id] = s.awards
	}
	for i, f := range next {
		has += awards[f.id]
		awards[f.id] = 0 // may come twice, by two words
		if has >= query.Limit {
			return i + 1, nil
		}
	}
	return len(next), nil
}

// fill adds the awards of the recipients to the page.
func fill(ctx context.Context, tx *store.Tx, page *Page, next []found, q asked) error {
	order := map[int]int{}
	for i, f := range next {
		if _, twice := order[f.id]; !twice {
			order[f.id] = i
		}
	}
	q = q.of(next)
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a`+joins+` WHERE true`+q.where, q.args...)
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(order[a.recipient], order[b.recipient]), cmp.Compare(b.Year, a.Year), cmp.Compare(b.decision, a.decision), cmp.Compare(b.Place, a.Place))
	})
	page.Awards = append(page.Awards, awards(rows)...)
	return err
}

// count counts what is found by a name, up to CountCap. More than so many
// recipients have more than so many awards, unless some of these are not for
// the asker to see.
func (query Query) count(ctx context.Context, tx *store.Tx, fold string, q asked, page *Page) error {
	if q.where == "" {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT count(*) FROM (SELECT 1 FROM recipient_word WHERE key >= $1 AND key < $2`+limit(CountCap+1)+`) x`, []byte(fold), after(fold))
		if page.Count, page.More = min(n, CountCap), n > CountCap; err != nil || page.More {
			return err
		}
	}
	q = q.with("k.key >= %s AND k.key < %s", []byte(fold), after(fold))
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM (SELECT 1 FROM recipient_word k JOIN award a ON a.recipient_id = k.recipient_id WHERE true`+q.where+limit(CountCap+1)+`) x`, q.args...)
	page.Count, page.More = min(n, CountCap), n > CountCap
	return err
}

// mostPlaces is up to how many workplaces or decisions are looked at one by one.
const mostPlaces = 2000

// workplacesOf are the workplaces that a unit's name means: those called so, and
// those of the units called so at any time, with what they came from and became.
func workplacesOf(ctx context.Context, tx *store.Tx, name string) ([]int, error) {
	fold := cut(vi.Fold(name))
	if fold == "" {
		return nil, nil
	}
	units, err := org.Find(ctx, tx, name, vi.Day{})
	if err != nil {
		return nil, err
	}
	line := map[string]bool{}
	for _, u := range units[:min(len(units), 20)] {
		_, all, err := lineNames(ctx, tx, u.ID)
		if err != nil {
			return nil, err
		}
		for _, id := range all {
			line[id] = true
		}
	}
	ids := make([]string, 0, len(line))
	for id := range line {
		ids = append(ids, id)
	}
	return store.All(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT workplace_id FROM workplace_word WHERE key >= $1 AND key < $2
		UNION SELECT id FROM workplace WHERE unit_id <> '' AND unit_id IN (SELECT j.key FROM json_each($3) AS j)`+limit(mostPlaces+1),
		[]byte(fold), after(fold), set(ids))
}
