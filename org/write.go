package org

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// unitRow and nameRow are rows on their way into the tables, many in one
// statement: a JSON object from id to row, which both engines unfold alike.
type unitRow struct {
	Code   string `json:"code"`
	Level  Level  `json:"level"`
	From   vi.Day `json:"from"`
	Until  vi.Day `json:"until"`
	Sample string `json:"sample"`
}

type nameRow struct {
	From   vi.Day `json:"from"`
	Name   string `json:"name"`
	Short  string `json:"short"`
	Kind   Kind   `json:"kind"`
	Parent string `json:"parent"`
	Fold   string `json:"fold"`
	Sort   string `json:"sort"`
}

// insertUnits writes new units with their names in two statements, however
// many they are. A first name holds as far back as the unit goes.
func insertUnits(ctx context.Context, tx *store.Tx, units []Unit) error {
	if len(units) == 0 {
		return nil
	}
	rows, names := make(map[string]unitRow, len(units)), make(map[string]nameRow, len(units))
	for _, u := range units {
		rows[u.ID] = unitRow{Code: u.Code, Level: u.Level, From: u.From, Until: u.Until, Sample: truth(u.Sample)}
		names[u.ID] = newName(u, vi.Day{})
	}
	if _, err := tx.Exec(ctx, `INSERT INTO unit (id, code, level, valid_from, valid_until, illustrative)
		SELECT j.key, j.value ->> 'code', j.value ->> 'level', j.value ->> 'from', j.value ->> 'until', (j.value ->> 'sample') = 'yes'
		FROM json_each($1) AS j`, store.Text(rows)); err != nil {
		return err
	}
	return insertNames(ctx, tx, names)
}

// insertNames writes a name for each unit id; one that begins on the same day
// as a name already there takes its place.
func insertNames(ctx context.Context, tx *store.Tx, names map[string]nameRow) error {
	_, err := tx.Exec(ctx, `INSERT INTO unit_name (unit_id, from_day, until_day, name, short_name, kind, parent_id, fold, sort_key)
		SELECT j.key, j.value ->> 'from', '', j.value ->> 'name', j.value ->> 'short', j.value ->> 'kind',
			NULLIF(j.value ->> 'parent', ''), j.value ->> 'fold', j.value ->> 'sort'
		FROM json_each($1) AS j WHERE true
		ON CONFLICT (unit_id, from_day) DO UPDATE SET name = excluded.name, short_name = excluded.short_name,
			kind = excluded.kind, parent_id = excluded.parent_id, fold = excluded.fold, sort_key = excluded.sort_key`, store.Text(names))
	return err
}

// replaceNames ends the newest names of the units on the day and begins new ones.
func replaceNames(ctx context.Context, tx *store.Tx, day vi.Day, units []Unit) error {
	if len(units) == 0 {
		return nil
	}
	names, ids := make(map[string]nameRow, len(units)), make([]string, len(units))
	for i, u := range units {
		names[u.ID], ids[i] = newName(u, day), u.ID
	}
	if _, err := tx.Exec(ctx, `UPDATE unit_name SET until_day = $1 WHERE until_day = '' AND from_day < $1
		AND unit_id IN (SELECT j.key FROM json_each($2) AS j)`, day, keys(ids)); err != nil {
		return err
	}
	return insertNames(ctx, tx, names)
}

// setUntil gives the units their first day of no longer existing; the zero day
// brings them back.
func setUntil(ctx context.Context, tx *store.Tx, day vi.Day, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, `UPDATE unit SET valid_until = $1 WHERE id IN (SELECT j.key FROM json_each($2) AS j)`, day, keys(ids))
	return err
}

func newName(u Unit, from vi.Day) nameRow {
	return nameRow{From: from, Name: u.Name, Short: u.ShortName, Kind: u.Kind, Parent: u.Parent,
		Fold: vi.Fold(u.ShortName), Sort: vi.SortKey(u.ShortName)}
}

func truth(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
