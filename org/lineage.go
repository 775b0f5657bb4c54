package org

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// Step is one passing from a unit to its successor, with the names as they were
// the day before and on the day.
type Step struct {
	On       vi.Day
	From     string // unit id
	FromName string
	To       string // unit id; the same as From when it went on under its code
	ToName   string
	Act      string // the document, may be empty
	Share    Share
	Note     string
}

// Ancestry is where a unit came from and what became of it, in order of time.
type Ancestry struct {
	Before []Step // oldest first
	After  []Step // oldest first
}

// Lineage follows a unit's predecessors and successors through all time, in two
// statements. From one step only later ones are followed (backwards: earlier
// ones), so a village that joined a town in 2024 does not inherit what the town
// lost in 2020.
func Lineage(ctx context.Context, tx *store.Tx, unit string) (Ancestry, error) {
	var a Ancestry
	var err error
	if a.Before, err = steps(ctx, tx, backwards, unit, "9999-12-31"); err != nil {
		return Ancestry{}, err
	}
	a.After, err = steps(ctx, tx, forwards, unit, "")
	return a, err
}

const (
	forwards = `WITH RECURSIVE walk (unit_id, on_day) AS (
			SELECT CAST($1 AS text), CAST($2 AS text)
			UNION
			SELECT s.to_unit, s.on_day FROM walk w JOIN unit_succession s ON s.from_unit = w.unit_id AND s.on_day > w.on_day
		), step (from_unit, to_unit, on_day) AS (
			SELECT DISTINCT s.from_unit, s.to_unit, s.on_day
			FROM walk w JOIN unit_succession s ON s.from_unit = w.unit_id AND s.on_day > w.on_day)`
	backwards = `WITH RECURSIVE walk (unit_id, on_day) AS (
			SELECT CAST($1 AS text), CAST($2 AS text)
			UNION
			SELECT s.from_unit, s.on_day FROM walk w JOIN unit_succession s ON s.to_unit = w.unit_id AND s.on_day < w.on_day
		), step (from_unit, to_unit, on_day) AS (
			SELECT DISTINCT s.from_unit, s.to_unit, s.on_day
			FROM walk w JOIN unit_succession s ON s.to_unit = w.unit_id AND s.on_day < w.on_day)`
)

func steps(ctx context.Context, tx *store.Tx, walk, unit, start string) ([]Step, error) {
	return store.All(ctx, tx, func(s *Step) []any {
		return []any{&s.On, &s.From, &s.FromName, &s.To, &s.ToName, &s.Act, &s.Share, &s.Note}
	}, walk+` SELECT s.on_day, s.from_unit, a.name, s.to_unit, b.name, s.act, s.share, s.note
		FROM step t
		JOIN unit_succession s ON s.from_unit = t.from_unit AND s.to_unit = t.to_unit AND s.on_day = t.on_day
		JOIN unit_name a ON a.unit_id = s.from_unit AND a.from_day < s.on_day AND (a.until_day = '' OR a.until_day >= s.on_day)
		JOIN unit_name b ON b.unit_id = s.to_unit AND b.from_day <= s.on_day AND (b.until_day = '' OR b.until_day > s.on_day)
		ORDER BY s.on_day, a.sort_key, b.sort_key, s.from_unit, s.to_unit`, unit, start)
}
