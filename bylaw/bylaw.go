// Package bylaw keeps the by-laws of provinces and clusters as their files were
// loaded: every version, with who loaded it and when.
package bylaw

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Load puts a by-law on record as a new version; the older ones stay. A
// file that is the newest version to the letter changes nothing.
func Load(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, raw []byte) (rulebook.Local, error) {
	if err := access.Check(by, access.LoadLaw, ""); err != nil {
		return rulebook.Local{}, err
	}
	l, faults := rulebook.CheckLocal(raw)
	if len(faults) > 0 {
		var all []error
		for _, f := range faults {
			all = append(all, refusal.Field("file", f))
		}
		return l, errors.Join(all...)
	}
	if err := free(ctx, tx, l); err != nil {
		return l, err
	}
	last, err := store.All(ctx, tx, func(x *stored) []any { return []any{&x.version, &x.body} },
		`SELECT version, body FROM bylaw WHERE id = $1 ORDER BY version DESC LIMIT 1`, l.ID)
	if err != nil {
		return l, err
	}
	l.Version = 1
	if len(last) > 0 {
		if last[0].body == string(raw) {
			return l, refusal.New(refusal.Conflict, fmt.Sprintf("Tệp này giống hệt bản %d đã nạp.", last[0].version))
		}
		l.Version = last[0].version + 1
	}
	if _, err := tx.Exec(ctx, `INSERT INTO bylaw (id, version, body, name, province, from_day, until_day, loaded_at, loaded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		l.ID, l.Version, string(raw), l.Name, vi.Fold(l.Province), l.From, l.Until, tx.Now, by.Name); err != nil {
		return l, err
	}
	return l, journal.Record(ctx, tx, by, day, access.LoadLaw, "bylaw:"+l.ID, struct {
		Version int    `json:"version"`
		Number  string `json:"number"`
	}{l.Version, l.Number})
}

// free refuses a by-law that bounds the same title as another one in force for
// the same cluster: nothing says which of the two would come first.
func free(ctx context.Context, tx *store.Tx, l rulebook.Local) error {
	others, err := All(ctx, tx)
	if err != nil {
		return err
	}
	for _, o := range others {
		if title, clash := l.Clashes(o.Local); clash {
			return refusal.Field("file", fmt.Sprintf("Quy định %s đã giới hạn số lượng %s trong cùng thời gian và phạm vi, không nói quy định nào áp dụng trước. Ghi ngày hết hiệu lực (until) cho quy định cũ trước.", o.Number, title.Name))
		}
	}
	return nil
}

type stored struct {
	version  int
	id, body string
	at       store.Time
	by       string
}

// Loaded is a by-law's version as it was put on record.
type Loaded struct {
	rulebook.Local
	At   store.Time
	By   string
	File string // as it came
}

// All lists the newest versions of all by-laws.
func All(ctx context.Context, tx *store.Tx) ([]Loaded, error) {
	return read(ctx, tx, `SELECT l.version, l.id, l.body, l.loaded_at, l.loaded_by FROM bylaw l
		WHERE l.version = (SELECT max(x.version) FROM bylaw x WHERE x.id = l.id) ORDER BY l.id`)
}

// ByID is the newest version of a by-law.
func ByID(ctx context.Context, tx *store.Tx, id string) (Loaded, error) {
	all, err := read(ctx, tx, `SELECT l.version, l.id, l.body, l.loaded_at, l.loaded_by FROM bylaw l WHERE l.id = $1 ORDER BY l.version DESC LIMIT 1`, id)
	if err != nil {
		return Loaded{}, err
	}
	if len(all) == 0 {
		return Loaded{}, refusal.New(refusal.NotFound, "Không có quy định địa phương này.")
	}
	return all[0], nil
}

// On lists the by-laws that hold for a cluster of the province on the day,
// as they were known at a moment: versions loaded later are passed over.
func On(ctx context.Context, tx *store.Tx, province, cluster string, day vi.Day, known store.Time) (all []rulebook.Local, err error) {
	rows, err := read(ctx, tx, `SELECT l.version, l.id, l.body, l.loaded_at, l.loaded_by FROM bylaw l
		WHERE l.province = $1 AND l.version = (SELECT max(x.version) FROM bylaw x WHERE x.id = l.id AND x.loaded_at <= $2) ORDER BY l.id`, vi.Fold(province), known)
	for _, l := range rows {
		if !day.Before(l.From) && !day.After(l.Until) && (l.Cluster == "" || vi.Fold(l.Cluster) == vi.Fold(cluster)) {
			all = append(all, l.Local)
		}
	}
	return all, err
}

func read(ctx context.Context, tx *store.Tx, query string, args ...any) (all []Loaded, err error) {
	rows, err := store.All(ctx, tx, func(x *stored) []any { return []any{&x.version, &x.id, &x.body, &x.at, &x.by} }, query, args...)
	for _, x := range rows {
		l, faults := rulebook.CheckLocal([]byte(x.body))
		if len(faults) > 0 {
			return nil, fmt.Errorf("bylaw: %s version %d no longer fits: %s", x.id, x.version, faults[0])
		}
		l.Version = x.version
		all = append(all, Loaded{l, x.at, x.by, x.body})
	}
	return all, err
}
