package award

import (
	"cmp"
	"context"
	"slices"

	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// found is a recipient with the key by which they were found.
type found struct {
	key []byte
	id  int
}

// byName returns a page of the awards of very many who share words of their
// name, in the order of the names from those words on.
func (query Query) byName(ctx context.Context, tx *store.Tx, fold string, s Scope) (Page, error) {
	page := Page{Count: -1}
	from := cursor{Key: []byte(fold)}
	if c, ok := readCursor(query.After); ok && len(c.Key) > 0 {
		from = c
	}
	for len(page.Awards) < query.Limit {
		next, err := store.All(ctx, tx, func(f *found) []any { return []any{&f.key, &f.id} },
			`SELECT key, recipient_id FROM recipient_word WHERE (key, recipient_id) > ($1, $2) AND key < $3 ORDER BY key, recipient_id LIMIT $4`,
			from.Key, from.Recipient, after(fold), query.Limit)
		if err != nil {
			return page, err
		}
		if len(next) == 0 {
			from = cursor{}
			break
		}
		last, err := query.fill(ctx, tx, &page, next, s)
		if err != nil {
			return page, err
		}
		from = cursor{Key: last.key, Recipient: last.id}
	}
	if from.Key != nil {
		page.Next = from.String()
	}
	if query.After != "" {
		return page, nil
	}
	page.Count, page.More = CountCap, true // there are more than a few recipients: see count
	return page, query.count(ctx, tx, fold, s, &page)
}

// fill adds the awards of the recipients to the page, until it is full, and
// returns the last recipient that it has.
func (query Query) fill(ctx context.Context, tx *store.Tx, page *Page, next []found, s Scope) (last found, err error) {
	ids, order := make([]int, len(next)), map[int]int{}
	for i, f := range next {
		ids[i] = f.id
		if _, twice := order[f.id]; !twice {
			order[f.id] = i
		}
	}
	q := asked{}
	q.and("a.recipient_id IN (SELECT CAST(j.key AS integer) FROM json_each(%s) AS j)", numbers(ids))
	q.among(s)
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a`+joins+` WHERE true`+q.where, q.args...)
	if err != nil {
		return last, err
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(order[a.recipient], order[b.recipient]), cmp.Compare(b.Year, a.Year), cmp.Compare(b.decision, a.decision), cmp.Compare(b.Place, a.Place))
	})
	for i, r := range rows {
		if len(page.Awards) >= query.Limit && r.recipient != rows[i-1].recipient {
			return next[order[rows[i-1].recipient]], nil
		}
		page.Awards = append(page.Awards, r.award())
	}
	return next[len(next)-1], nil
}

// count counts what is found by a name, up to CountCap. Nearly every recipient
// has an award, so that very many are not looked through for them.
func (query Query) count(ctx context.Context, tx *store.Tx, fold string, s Scope, page *Page) error {
	q := asked{}
	from, to := q.arg([]byte(fold)), q.arg(after(fold))
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM (SELECT 1 FROM recipient_word WHERE key >= `+from+` AND key < `+to+` LIMIT `+q.arg(2*CountCap)+`) x`, q.args...)
	if err != nil || n == 2*CountCap {
		return err
	}
	q = asked{}
	q.and("a.recipient_id IN (SELECT recipient_id FROM recipient_word WHERE key >= %s AND key < %s)", []byte(fold), after(fold))
	q.among(s)
	n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM (SELECT 1 FROM award a WHERE true`+q.where+` LIMIT `+q.arg(CountCap+1)+`) x`, q.args...)
	page.Count, page.More = min(n, CountCap), n > CountCap
	return err
}

// mostPlaces is how many workplaces a unit's name may mean at most.
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
		UNION SELECT id FROM workplace WHERE unit_id <> '' AND unit_id IN (SELECT j.key FROM json_each($3) AS j) LIMIT $4`,
		[]byte(fold), after(fold), set(ids), mostPlaces)
}
