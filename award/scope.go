package award

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// Scope is what part of the register somebody may see. The zero Scope shows
// nothing.
type Scope struct {
	All      bool     // of the province if one is named, else the whole register
	Province string   // unit id: awards of other provinces' units are left out
	Units    []string // unit ids: their own awards and their people's, when not All
}

// Whole is the register without bounds, for the program's own checks.
var Whole = Scope{All: true}

// ScopeOf is what the actor may see: an officer or leader their own unit and
// those that became part of it, the standing body and the council the province
// of the body's seat (a unit id; empty when it is bound to none). The
// administrator sees nothing.
func ScopeOf(ctx context.Context, tx *store.Tx, by access.Actor, seat string) (Scope, error) {
	if err := access.Check(by, access.ReadRegister, ""); err != nil {
		return Scope{}, err
	}
	if by.Role.OfUnit() {
		units, err := withFormer(ctx, tx, by.Unit)
		return Scope{Units: units}, err
	}
	province, err := org.ProvinceOf(ctx, tx, seat, vi.Day{})
	return Scope{All: true, Province: province}, err
}

// withFormer is a unit and those that were taken into it whole.
func withFormer(ctx context.Context, tx *store.Tx, unit string) ([]string, error) {
	if unit == "" {
		return nil, nil
	}
	line, err := org.Lineage(ctx, tx, unit)
	if err != nil {
		return nil, err
	}
	into := map[string]bool{unit: true}
	for i := len(line.Before) - 1; i >= 0; i-- { // from the newest step back
		if s := line.Before[i]; into[s.To] && s.Share == org.Full {
			into[s.From] = true
		}
	}
	units := make([]string, 0, len(into))
	for u := range into {
		units = append(units, u)
	}
	return units, nil
}

// asked is a statement's conditions on "award a" that grow, with their values.
type asked struct {
	where string
	args  []any
	// sorted says that what meets it is found by a list of ids, and then sorted;
	// whole that all of it is looked at anyway.
	sorted, whole bool
}

// and adds a condition; each %s in it is the place of the next value.
func (q *asked) and(condition string, values ...any) {
	marks := make([]any, len(values))
	for i, v := range values {
		marks[i] = q.arg(v)
	}
	q.where += " AND " + fmt.Sprintf(condition, marks...)
}

// in narrows to the ids. Very few are named one by one, some twice where they are two or
// three: PostgreSQL takes a list that it must unpack for a hundred, and then
// rather reads the whole register; SQLite's driver is slow with many values.
func (q *asked) in(column string, ids []int) {
	switch len(ids) {
	case 1:
		q.and(column+" = %s", ids[0])
	case 2, 3, 4:
		q.and(column+" IN (%s, %s, %s, %s)", ids[0], ids[1], ids[len(ids)-2], ids[len(ids)-1])
	default:
		q.and(column+" IN (SELECT CAST(j.key AS integer) FROM json_each(%s) AS j)", numbers(ids))
		q.sorted = true
	}
}

func (q *asked) arg(v any) string {
	q.args = append(q.args, v)
	return fmt.Sprintf("$%d", len(q.args))
}

// among bounds a statement to the scope, and to decisions that stand. Imports
// are hardly ever undone, so that each award's decision is asked only then.
func (q *asked) among(ctx context.Context, tx *store.Tx, s Scope) error {
	undone, err := store.All(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT id FROM award_decision WHERE undone <> '' LIMIT 1`)
	if err != nil {
		return err
	}
	if len(undone) > 0 {
		q.where += " AND NOT EXISTS (SELECT 1 FROM award_decision x WHERE x.id = a.decision_id AND x.undone <> '')"
	}
	switch {
	case s.All && s.Province != "":
		q.and("a.workplace_id NOT IN (SELECT id FROM workplace WHERE province_id <> '' AND province_id <> %s)", s.Province)
	case !s.All:
		q.and(`(a.workplace_id IN (SELECT id FROM workplace WHERE unit_id IN (SELECT j.key FROM json_each(%s) AS j))
			OR a.recipient_id IN (SELECT id FROM recipient WHERE unit_id <> '' AND unit_id IN (SELECT j.key FROM json_each(%s) AS j)))`, set(s.Units), set(s.Units))
	}
	return nil
}

// set is a list of texts as one JSON object, whose keys json_each reads alike on
// both engines.
func set(texts []string) string {
	object := make(map[string]int, len(texts))
	for _, t := range texts {
		object[t] = 1
	}
	return store.Text(object)
}

// numbers is likewise a list of ids.
func numbers(ids []int) string {
	object := make(map[int]int, len(ids))
	for _, n := range ids {
		object[n] = 1
	}
	return store.Text(object)
}
