package org

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// selectUnit reads a unit with its name as of the day given as $1; use on.
const selectUnit = `SELECT u.id, u.code, u.level, u.valid_from, u.valid_until, u.illustrative,
		n.name, n.short_name, n.kind, COALESCE(n.parent_id, '')
	FROM unit u JOIN unit_name n ON n.unit_id = u.id
		AND n.from_day <= $1 AND (n.until_day = '' OR n.until_day > $1)`

func intoUnit(u *Unit) []any {
	return []any{&u.ID, &u.Code, &u.Level, &u.From, &u.Until, &u.Sample, &u.Name, &u.ShortName, &u.Kind, &u.Parent}
}

// on is the day as the queries compare it; an unknown day asks for the newest
// name, after every day there is.
func on(day vi.Day) string {
	if day.IsZero() {
		return "9999-12-31"
	}
	return day.String()
}

// ByID returns a unit as it was on the day (zero: as it is last known),
// whether it existed then or not; or a refusal.NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string, day vi.Day) (Unit, error) {
	u, err := store.One(ctx, tx, intoUnit, selectUnit+` WHERE u.id = $2`, on(day), id)
	if errors.Is(err, store.ErrNone) {
		return Unit{}, refusal.New(refusal.NotFound, "Không có đơn vị này.")
	}
	return u, err
}

// ByIDs returns units as they were on the day, by id, in one statement. An id
// that is no unit's is missing from the result.
func ByIDs(ctx context.Context, tx *store.Tx, ids []string, day vi.Day) (map[string]Unit, error) {
	units, err := store.All(ctx, tx, intoUnit,
		selectUnit+` WHERE u.id IN (SELECT j.key FROM json_each($2) AS j)`, on(day), keys(ids))
	if err != nil {
		return nil, err
	}
	byID := make(map[string]Unit, len(units))
	for _, u := range units {
		byID[u.ID] = u
	}
	return byID, nil
}

// ByCode returns the unit that bears an official code on the day, or a
// refusal.NotFound.
func ByCode(ctx context.Context, tx *store.Tx, code string, day vi.Day) (Unit, error) {
	units, err := store.All(ctx, tx, intoUnit, selectUnit+` WHERE u.code = $2`+existing, on(day), code)
	if err != nil || len(units) > 0 {
		return first(units), err
	}
	return Unit{}, refusal.New(refusal.NotFound, "Không có đơn vị nào mang mã “"+code+"” vào ngày này.")
}

// existing limits a query on selectUnit to units that exist on its day.
const existing = ` AND u.valid_from <= $1 AND (u.valid_until = '' OR u.valid_until > $1)`

// Children returns the units directly under one on the day, in Vietnamese order.
func Children(ctx context.Context, tx *store.Tx, parent string, day vi.Day) ([]Unit, error) {
	return store.All(ctx, tx, intoUnit,
		selectUnit+` WHERE n.parent_id = $2`+existing+` ORDER BY n.sort_key, u.code, u.id`, on(day), parent)
}

// Name is what a unit was called over a time, what kind it was and whose.
type Name struct {
	From      vi.Day // first day; zero: as far back as the unit goes
	Until     vi.Day // first day of the next name; zero: the last name
	Name      string
	ShortName string
	Kind      Kind
	Parent    string // id, empty for none
}

// Names returns all names of a unit through time, oldest first.
func Names(ctx context.Context, tx *store.Tx, unit string) ([]Name, error) {
	return store.All(ctx, tx, func(n *Name) []any {
		return []any{&n.From, &n.Until, &n.Name, &n.ShortName, &n.Kind, &n.Parent}
	}, `SELECT from_day, until_day, name, short_name, kind, COALESCE(parent_id, '')
		FROM unit_name WHERE unit_id = $1 ORDER BY from_day`, unit)
}

// keys is a list as one JSON object, which json_each reads alike on both engines.
func keys(ids []string) string {
	object := make(map[string]int, len(ids))
	for _, id := range ids {
		object[id] = 1
	}
	return store.Text(object)
}

func first(units []Unit) Unit {
	if len(units) == 0 {
		return Unit{}
	}
	return units[0]
}
