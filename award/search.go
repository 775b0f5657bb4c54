package award

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// Query is what is looked for; what is left empty narrows nothing.
type Query struct {
	Name     string // of a recipient: words of it one after another, with accents or without, the last may be begun only
	Unit     string // the unit's name, old or new
	Title    Code
	Kind     Recipient
	Decision string // number of the decision, or its beginning
	Year     int
	After    string // where the page before ended: its Next
	Limit    int    // awards on a page, at most PageCap; PageSize when 0
}

// PageSize is how many awards a page has; the last recipient of a page by name
// may bring a few more. PageCap is the most that is asked for at once, for a
// file. CountCap is up to where what was found is counted.
const (
	PageSize = 20
	PageCap  = 1000
	CountCap = 300
)

// Page is one page of what was found: newest first, or by name when very many
// are called so.
type Page struct {
	Awards []Award
	Next   string // for Query.After; empty on the last page
	Count  int    // found in all, at most CountCap; -1 on pages after the first
	More   bool   // more than CountCap were found
}

// few is up to how many recipients of a name are looked at one by one.
const few = 100

// Search finds awards within the scope.
func Search(ctx context.Context, tx *store.Tx, query Query, s Scope) (Page, error) {
	if query.Limit <= 0 {
		query.Limit = PageSize
	}
	query.Limit = min(query.Limit, PageCap)
	fold := cut(vi.Fold(query.Name))
	q, possible, err := query.narrow(ctx, tx)
	if err != nil || !possible || query.Name != "" && fold == "" {
		return Page{}, err
	}
	free := q.where == "" && s.All
	if err := q.among(ctx, tx, s); err != nil {
		return Page{}, err
	}
	if fold == "" {
		return query.newest(ctx, tx, q)
	}
	first, some, err := called(ctx, tx, fold)
	switch {
	case err != nil:
		return Page{}, err
	case some:
		ids := make([]int, len(first))
		for i, f := range first {
			ids[i] = f.id
		}
		q.in("a.recipient_id", ids)
		q.whole = true
	case free:
		return query.byName(ctx, tx, fold, q, first)
	default:
		if err := q.calledSo(ctx, tx, fold); err != nil {
			return Page{}, err
		}
	}
	return query.newest(ctx, tx, q)
}

// many is up to how many recipients of a name are looked at one by one beside
// other conditions; of a name that still more bear, every few awards are.
const many = 20_000

// calledSo narrows to the awards of a name that more than a few bear.
func (q *asked) calledSo(ctx context.Context, tx *store.Tx, fold string) error {
	ids, err := store.All(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT DISTINCT recipient_id FROM recipient_word WHERE key >= $1 AND key < $2`+limit(many+1), []byte(fold), after(fold))
	if len(ids) > many {
		q.and("EXISTS (SELECT 1 FROM recipient r WHERE r.id = a.recipient_id AND ' ' || r.fold LIKE CAST(%s AS text))", "% "+fold+"%")
		return err
	}
	q.in("a.recipient_id", ids)
	q.whole = true
	return err
}

// found is a recipient with the key by which they were found.
type found struct {
	key []byte
	id  int
}

func (f *found) into() []any { return []any{&f.key, &f.id} }

// called are the recipients of whose name the words are a part, in the order of
// the names from those words on; some is false when there are more than a few,
// and these are the first.
func called(ctx context.Context, tx *store.Tx, fold string) (all []found, some bool, err error) {
	all, err = store.All(ctx, tx, (*found).into,
		`SELECT key, recipient_id FROM recipient_word WHERE key >= $1 AND key < $2 ORDER BY key, recipient_id`+limit(few+1), []byte(fold), after(fold))
	if err != nil || len(all) > few {
		return all[:min(few, len(all))], false, err
	}
	if len(all) == 0 && strings.Contains(fold, " ") {
		all, err = apart(ctx, tx, strings.Fields(fold))
	}
	return all, true, err
}

// sought is how many names with the rarest of the words are looked through for
// the others.
const sought = 500

// apart finds recipients whose name has all words, in any order and place: it
// looks through those with the rarest one, so that of words which are all very
// common it may find none.
func apart(ctx context.Context, tx *store.Tx, words []string) ([]found, error) {
	rarest, least := "", sought+1
	for _, w := range words {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT count(*) FROM (SELECT 1 FROM recipient_word WHERE key >= $1 AND key < $2`+limit(sought)+`) x`, []byte(w), after(w))
		if err != nil || n == 0 {
			return nil, err
		}
		if n < least {
			rarest, least = w, n
		}
	}
	q := asked{}
	where := `k.key >= ` + q.arg([]byte(rarest)) + ` AND k.key < ` + q.arg(after(rarest))
	for _, w := range words {
		q.and("' ' || r.fold LIKE CAST(%s AS text)", "% "+w+"%")
	}
	return store.All(ctx, tx, func(f *found) []any { return []any{&f.id} }, `SELECT DISTINCT r.id FROM
		(SELECT k.recipient_id AS id FROM recipient_word k WHERE `+where+limit(sought)+`) k
		LEFT JOIN recipient r ON r.id = k.id WHERE true`+q.where+limit(few), q.args...)
}

// narrow turns what is asked besides the name into conditions; possible is false
// when nothing can meet them.
func (query Query) narrow(ctx context.Context, tx *store.Tx) (q asked, possible bool, err error) {
	year, title := "a.year = %s", "a.title = %s"
	if query.Name != "" { // few bear a name: whoever looks begins with them, not with a year's awards
		year, title = "a.year + 0 = %s", "a.title || '' = %s"
	}
	if query.Year != 0 {
		q.and(year, query.Year)
	}
	if query.Title != "" {
		q.and(title, query.Title)
	}
	if query.Kind != "" {
		q.and("a.kind = %s", query.Kind)
	}
	if query.Decision != "" {
		key := numberKey(query.Decision)
		ids, err := store.All(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT id FROM award_decision WHERE number_key >= $1 AND number_key < $2`+limit(mostPlaces+1), []byte(key), after(key))
		if err != nil || len(ids) == 0 {
			return q, false, err
		}
		if len(ids) > mostPlaces {
			q.and("EXISTS (SELECT 1 FROM award_decision n WHERE n.id = a.decision_id AND n.number_key >= %s AND n.number_key < %s)", []byte(key), after(key))
		} else {
			q.in("a.decision_id", ids)
		}
	}
	if query.Unit != "" {
		ids, err := workplacesOf(ctx, tx, query.Unit)
		if err != nil || len(ids) == 0 {
			return q, false, err
		}
		if len(ids) > mostPlaces { // so many that every few awards are of one
			q.and("EXISTS (SELECT 1 FROM workplace n WHERE n.id = a.workplace_id AND ' ' || n.fold LIKE CAST(%s AS text))", "% "+cut(vi.Fold(query.Unit))+"%")
		} else {
			q.in("a.workplace_id", ids)
		}
	}
	return q, true, nil
}

// newestFirst is the order of a page. What is found by a list of ids is to be
// sorted: PostgreSQL, who knows no ids before it is asked, would look through the
// whole register along its order to find them.
func (q asked) newestFirst() string {
	year := "a.year"
	if q.sorted {
		year = "a.year + 0"
	}
	return " ORDER BY " + year + " DESC, a.decision_id DESC, a.place DESC"
}

// limit ends a statement after n rows. It stands in the text: SQLite thinks a
// statement over again for each value of a limit that does not.
func limit(n int) string { return " LIMIT " + strconv.Itoa(n) }

// cursor is where a page ended.
type cursor struct {
	Year, Decision, Place int
	Key                   []byte `json:",omitempty"` // by name
	Recipient             int    `json:",omitempty"`
}

func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString([]byte(store.Text(c)))
}

// readCursor reads what String wrote; anything else is the beginning.
func readCursor(s string) (c cursor, ok bool) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if s == "" || err != nil || json.Unmarshal(b, &c) != nil {
		return cursor{}, false
	}
	inside := func(n int) bool { return 0 <= n && n <= maxID }
	return c, inside(c.Year) && inside(c.Decision) && inside(c.Place) && inside(c.Recipient)
}

// newest returns a page of what meets the conditions, newest first. Where all of
// it is looked at anyway, it is counted on the way.
func (query Query) newest(ctx context.Context, tx *store.Tx, q asked) (Page, error) {
	page := Page{Count: -1}
	count := asked{where: q.where, args: q.args[:len(q.args):len(q.args)]}
	if c, ok := readCursor(query.After); ok {
		q.and("(a.year, a.decision_id, a.place) < (%s, %s, %s)", c.Year, c.Decision, c.Place)
	}
	n, found := 0, "0"
	if q.whole {
		found = "count(*) OVER ()"
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return append(r.into(), &n) },
		`SELECT `+columns+`, x.n FROM (SELECT a.year, a.decision_id, a.place, `+found+` AS n FROM award a WHERE true`+q.where+q.newestFirst()+
			limit(query.Limit+1)+`) x LEFT JOIN award a ON a.decision_id = x.decision_id AND a.place = x.place`+joins+
			` ORDER BY x.year DESC, x.decision_id DESC, x.place DESC`, q.args...)
	if err != nil {
		return page, err
	}
	if len(rows) > query.Limit {
		rows = rows[:query.Limit]
		last := rows[query.Limit-1]
		page.Next = cursor{Year: last.Year, Decision: last.decision, Place: last.Place}.String()
	}
	page.Awards = awards(rows)
	if query.After != "" {
		return page, nil
	}
	if page.Next == "" {
		page.Count = len(rows)
		return page, nil
	}
	if !q.whole {
		n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT count(*) FROM (SELECT 1 FROM award a WHERE true`+count.where+limit(CountCap+1)+`) x`, count.args...)
	}
	page.Count, page.More = min(n, CountCap), n > CountCap
	return page, err
}
