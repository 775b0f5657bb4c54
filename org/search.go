package org

import (
	"context"
	"fmt"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// Seek says which units a list is to show, and in which order.
type Seek struct {
	Text   string // part of any name the unit ever bore, accents and kind aside, or the beginning of its code
	Level  Level
	Under  string // unit id: only what stands below it, at any depth
	State  State
	Sort   string // "name", "code", "level" or "from"; empty = "name"
	Desc   bool
	Limit  int // 0 = all
	Offset int
}

// State is whether a unit still exists.
type State string

// The states; empty asks for both.
const (
	Living State = "living"
	Ended  State = "ended"
)

// Found is a unit as a list shows it: as it is last known, with the unit above.
type Found struct {
	Unit
	ParentName string // empty for none
}

// orders are the columns a list is sorted by; each ends in the unit's id, so
// that pages never overlap.
var orders = map[string]string{
	"name":  "n.sort_key %s, u.code, u.id",
	"code":  "u.code %s, n.sort_key, u.id",
	"level": "CASE u.level WHEN 'state' THEN 1 WHEN 'province' THEN 2 WHEN 'department' THEN 3 WHEN 'district' THEN 4 WHEN 'commune' THEN 5 ELSE 6 END %s, n.sort_key, u.id",
	"from":  "u.valid_from %s, n.sort_key, u.id",
}

// Search returns one page of the units that a list asks for, and how many there
// are in all, in two statements.
func Search(ctx context.Context, tx *store.Tx, s Seek, today vi.Day) (page []Found, total int, err error) {
	q := s.query(today)
	total, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, q.with+`SELECT count(*)`+q.from, q.args...)
	if err != nil {
		return nil, 0, err
	}
	order, known := orders[s.Sort]
	if !known {
		order = orders["name"]
	}
	way := "ASC"
	if s.Desc {
		way = "DESC"
	}
	text := q.with + `SELECT u.id, u.code, u.level, u.valid_from, u.valid_until, u.illustrative,
			n.name, n.short_name, n.kind, COALESCE(n.parent_id, ''), COALESCE(p.name, '')` + q.from + ` ORDER BY ` + fmt.Sprintf(order, way)
	if s.Limit > 0 {
		text += fmt.Sprintf(` LIMIT %d OFFSET %d`, s.Limit, max(0, s.Offset))
	}
	page, err = store.All(ctx, tx, func(f *Found) []any { return append(intoUnit(&f.Unit), &f.ParentName) }, text, q.args...)
	return page, total, err
}

// query is a statement's parts with what it is asked with.
type query struct {
	with, from string
	args       []any
}

func (s Seek) query(today vi.Day) query {
	q := query{from: ` FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.until_day = ''
		LEFT JOIN unit_name p ON p.unit_id = n.parent_id AND p.until_day = '' WHERE true`}
	if s.Under != "" {
		q.with = `WITH RECURSIVE under (unit_id) AS (
			SELECT unit_id FROM unit_name WHERE parent_id = ` + q.arg(s.Under) + ` AND until_day = ''
			UNION SELECT c.unit_id FROM under a JOIN unit_name c ON c.parent_id = a.unit_id AND c.until_day = '') `
		q.from += ` AND u.id IN (SELECT unit_id FROM under)`
	}
	if s.Level != "" {
		q.from += ` AND u.level = ` + q.arg(s.Level)
	}
	switch s.State {
	case Living:
		q.from += ` AND (u.valid_until = '' OR u.valid_until > ` + q.arg(today) + `)`
	case Ended:
		q.from += ` AND u.valid_until <> '' AND u.valid_until <= ` + q.arg(today)
	}
	q.text(s.Text)
	return q
}

// text narrows to what was typed. Folded keys hold letters, digits and spaces
// only, so nothing in them is a pattern.
func (q *query) text(typed string) {
	if strings.TrimSpace(typed) == "" {
		return
	}
	whole, bare := searchKeys(typed)
	if whole == "" {
		whole = "?" // nothing but signs: no key has any
	}
	if bare == "" {
		bare = whole
	}
	code := vi.Fold(typed)
	if code == "" {
		code = whole
	}
	q.from += ` AND (u.id IN (SELECT m.unit_id FROM unit_name m WHERE m.fold LIKE ` + q.arg("%"+whole+"%") + ` OR m.fold LIKE ` + q.arg("%"+bare+"%") + `)
		OR u.code LIKE ` + q.arg(code+"%") + `)`
}

// arg adds an argument and returns its place in the statement.
func (q *query) arg(v any) string {
	q.args = append(q.args, v)
	return fmt.Sprintf("$%d", len(q.args))
}

// Provinces returns the provinces that ever were, those of today first, in
// Vietnamese order.
func Provinces(ctx context.Context, tx *store.Tx) ([]Unit, error) {
	return store.All(ctx, tx, intoUnit, selectUnit+` WHERE u.level = $2 ORDER BY CASE WHEN u.valid_until = '' THEN 1 ELSE 2 END, n.sort_key, u.id`, on(vi.Day{}), LevelProvince)
}
