package journal

import (
	"context"
	"fmt"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// Filter narrows the journal; its zero value means every entry.
type Filter struct {
	Person  string   // person id
	Among   []string // person ids, any of them; nil = not asked, an empty list finds nothing
	Role    string
	Act     string
	Object  string   // kind of object, or kind and id: "score_sheet", "season:01J…"
	Objects []string // kinds and ids, any of them; nil = not asked, an empty list finds nothing
	From    vi.Day   // first day of recording; zero = from the beginning
	To      vi.Day   // last day of recording; zero = to the end
}

// where is the filter as SQL, with its arguments numbered from 1.
func (f Filter) where() (string, []any) {
	var parts []string
	var args []any
	add := func(part string, arg any) {
		args = append(args, arg)
		parts = append(parts, fmt.Sprintf(part, len(args)))
	}
	if f.Person != "" {
		add("person = $%d", f.Person)
	}
	if f.Among != nil {
		add(`person IN (SELECT j.key FROM json_each($%d) AS j)`, keys(f.Among))
	}
	if f.Objects != nil {
		add(`object IN (SELECT j.key FROM json_each($%d) AS j)`, keys(f.Objects))
	}
	if f.Role != "" {
		add("role = $%d", f.Role)
	}
	if f.Act != "" {
		add("act = $%d", f.Act)
	}
	if f.Object != "" {
		add(`object LIKE $%d ESCAPE '\'`, likeSafe.Replace(f.Object)+"%")
	}
	if !f.From.IsZero() {
		add("at >= $%d", store.At(f.From.Time()))
	}
	if !f.To.IsZero() {
		add("at < $%d", store.At(f.To.AddDays(1).Time()))
	}
	if len(parts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(parts, " AND "), args
}

// keys is a list as one JSON object, which json_each reads alike on both engines.
func keys(list []string) string {
	all := make(map[string]bool, len(list))
	for _, x := range list {
		all[x] = true
	}
	return store.Text(all)
}

var likeSafe = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// Search returns the entries that the filter keeps, newest first, at most limit
// of them after the first offset, and how many there are in all.
func Search(ctx context.Context, tx *store.Tx, f Filter, limit, offset int) (page []Entry, total int, err error) {
	where, args := f.where()
	total, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal`+where, args...)
	if err != nil {
		return nil, 0, err
	}
	page, err = store.All(ctx, tx, func(e *Entry) []any {
		return []any{&e.Seq, &e.At, &e.Day, &e.Actor, &e.Role, &e.Act, &e.Object, &e.Detail, &e.Prev, &e.Hash, &e.Person, &e.Scope}
	}, `SELECT seq, at, day, actor, role, act, object, detail, prev, hash, person, scope FROM journal`+where+
		fmt.Sprintf(` ORDER BY seq DESC LIMIT $%d OFFSET $%d`, len(args)+1, len(args)+2), append(args, limit, offset)...)
	return page, total, err
}
