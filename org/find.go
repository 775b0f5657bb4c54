package org

import (
	"context"
	"slices"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// Find returns the units that a writing may mean on the day (zero: at any time,
// each with the name that matched): accents, case and the kind may be left out,
// as vi.SameName has it. Where accents tell some of them from the others, only
// those spelled as written are returned. Several may remain, in Vietnamese
// order: homonyms are common.
func Find(ctx context.Context, tx *store.Tx, name string, day vi.Day) ([]Unit, error) {
	whole, bare := searchKeys(name)
	units, err := store.All(ctx, tx, intoUnit, selectNamed+`
		WHERE n.fold IN ($1, $2) AND ($3 = '' OR (n.from_day <= $3 AND (n.until_day = '' OR n.until_day > $3)
			AND u.valid_from <= $3 AND (u.valid_until = '' OR u.valid_until > $3)))
		`+inOrder, whole, bare, day.String())
	if err != nil {
		return nil, err
	}
	return bestMatches(units, name), nil
}

// selectNamed reads units with every name they ever had; inOrder sorts these.
const (
	selectNamed = `SELECT u.id, u.code, u.level, u.valid_from, u.valid_until, u.illustrative,
			n.name, n.short_name, n.kind, COALESCE(n.parent_id, '')
		FROM unit_name n JOIN unit u ON u.id = n.unit_id`
	inOrder = `ORDER BY n.sort_key, u.code, u.id, n.from_day`
)

// FindAll returns what each of many writings may mean at any time, as Find does,
// in one statement.
func FindAll(ctx context.Context, tx *store.Tx, names []string) (map[string][]Unit, error) {
	var wanted []string
	for _, name := range names {
		whole, bare := searchKeys(name)
		wanted = append(wanted, whole, bare)
	}
	units, err := store.All(ctx, tx, intoUnit, selectNamed+` WHERE n.fold IN (SELECT j.key FROM json_each($1) AS j) `+inOrder, keys(wanted))
	if err != nil {
		return nil, err
	}
	all := make(map[string][]Unit, len(names))
	at := map[string][]int{}
	for i, u := range units {
		key := vi.Fold(u.ShortName)
		at[key] = append(at[key], i)
	}
	for _, name := range names {
		whole, bare := searchKeys(name)
		places := append(slices.Clone(at[whole]), at[bare]...)
		slices.Sort(places)
		var meant []Unit
		for _, i := range slices.Compact(places) {
			meant = append(meant, units[i])
		}
		all[name] = bestMatches(meant, name)
	}
	return all, nil
}

// searchKeys are the stored keys a writing may mean: its own, and that without
// a kind typed with or without accents.
func searchKeys(name string) (whole, bare string) {
	_, short := vi.SplitUnitName(name)
	whole = vi.Fold(short)
	bare = vi.Fold(name)
	for _, a := range administrative {
		if rest, ok := strings.CutPrefix(bare, vi.Fold(a.word)+" "); ok {
			return whole, rest
		}
	}
	return whole, bare
}

// bestMatches keeps what vi.SameName agrees to, and of that only what is
// spelled alike if there is any.
func bestMatches(units []Unit, name string) []Unit {
	var same, alike []Unit
	_, short := vi.SplitUnitName(name)
	for _, u := range units {
		if !vi.SameName(u.Name, name) {
			continue
		}
		same = append(same, u)
		if vi.SpellingKey(u.ShortName) == vi.SpellingKey(short) {
			alike = append(alike, u)
		}
	}
	if len(alike) > 0 {
		return alike
	}
	return same
}
