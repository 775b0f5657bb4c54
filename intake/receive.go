package intake

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// List is a file's list that waits to be confirmed by whoever sent it.
type List struct {
	ID     string
	Place  string // what it is for: a season's id
	File   string
	Parts  []Part // the file's tables
	Chosen int    // the first of those that are taken
}

// Part is one table of a file, without its rows.
type Part struct {
	Name   string   `json:"name"`
	Heads  []string `json:"heads"`
	Fields []string `json:"fields"`
	Notes  []Note   `json:"notes"`
	Count  int      `json:"count"` // of its rows
	Taken  bool     `json:"taken"`
}

// listsKept is how many lists of one kind may wait for one person; the oldest go.
const listsKept = 3

// Receive keeps the tables of a file for a place until the list is confirmed,
// and returns its id. What the unit said of such columns before comes first.
func (f Form) Receive(ctx context.Context, tx *store.Tx, by access.Actor, place, file string, tables []Table) (string, error) {
	if err := access.Check(by, f.Act, ""); err != nil {
		return "", err
	}
	remembered, err := f.remembered(ctx, tx, by)
	if err != nil {
		return "", err
	}
	l := List{ID: store.NewID()}
	for _, t := range tables {
		remind(t, remembered)
		l.Parts = append(l.Parts, Part{Name: t.Name, Heads: t.Heads, Fields: t.Fields, Notes: t.Notes, Count: len(t.Rows)})
	}
	l.take(f.Best(tables), true)
	if _, err := tx.Exec(ctx, `INSERT INTO intake_list (id, person_id, form, place, file, tables, chosen, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		l.ID, by.Person, f.Name, place, vi.Clean(file), store.Text(l.Parts), l.Chosen, tx.Now); err != nil {
		return "", err
	}
	var rows [][]any
	for i, t := range tables {
		for _, r := range t.Rows {
			rows = append(rows, []any{l.ID, i, r.N, r.Under, store.Text(r.Cells), false})
		}
	}
	if err := store.Insert(ctx, tx, "intake_row (list_id, sheet, line, under, cells, left_out)", rows); err != nil {
		return "", err
	}
	return l.ID, f.forgetOld(ctx, tx, by)
}

// remind gives a table's columns the fields that the unit gave them before.
func remind(t Table, remembered map[string]string) {
	known := func(i int) (string, bool) {
		field, ok := remembered[vi.Fold(t.Heads[i])]
		return field, ok && t.Heads[i] != ""
	}
	for i := range t.Heads {
		if _, ok := known(i); ok {
			t.Fields[i] = ""
		}
	}
	for i := range t.Heads {
		if field, ok := known(i); ok && !slices.Contains(t.Fields, field) {
			t.Fields[i] = field
		}
	}
}

// owner is for whom mappings are remembered: the unit, or the office that has
// none.
func owner(by access.Actor) string {
	if by.Unit != "" {
		return by.Unit
	}
	return string(by.Role)
}

func (f Form) remembered(ctx context.Context, tx *store.Tx, by access.Actor) (map[string]string, error) {
	type row struct{ head, field string }
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.head, &r.field} },
		`SELECT head, field FROM intake_mapping WHERE owner = $1 AND form = $2`, owner(by), f.Name)
	all := make(map[string]string, len(rows))
	for _, r := range rows {
		all[r.head] = r.field
	}
	return all, err
}

func (f Form) remember(ctx context.Context, tx *store.Tx, by access.Actor, heads, fields []string) error {
	for i, name := range heads {
		if vi.Fold(name) == "" {
			continue
		}
		if _, err := tx.Exec(ctx, `INSERT INTO intake_mapping (owner, form, head, field) VALUES ($1, $2, $3, $4)
			ON CONFLICT (owner, form, head) DO UPDATE SET field = excluded.field`, owner(by), f.Name, vi.Fold(name), fields[i]); err != nil {
			return err
		}
	}
	return nil
}

func (f Form) forgetOld(ctx context.Context, tx *store.Tx, by access.Actor) error {
	ids, err := store.All(ctx, tx, func(id *string) []any { return []any{id} },
		`SELECT id FROM intake_list WHERE person_id = $1 AND form = $2 ORDER BY id DESC`, by.Person, f.Name)
	for i, id := range ids {
		if i < listsKept || err != nil {
			continue
		}
		err = forget(ctx, tx, id)
	}
	return err
}

func forget(ctx context.Context, tx *store.Tx, id string) error {
	if _, err := tx.Exec(ctx, `DELETE FROM intake_row WHERE list_id = $1`, id); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM intake_list WHERE id = $1`, id)
	return err
}

// Waiting returns a list that waits for a place, to whoever sent it.
func (f Form) Waiting(ctx context.Context, tx *store.Tx, by access.Actor, place, id string) (List, error) {
	if err := access.Check(by, f.Act, ""); err != nil {
		return List{}, err
	}
	l := List{ID: id, Place: place}
	var parts store.JSON[[]Part]
	_, err := store.One(ctx, tx, func(*struct{}) []any { return []any{&l.File, &parts, &l.Chosen} },
		`SELECT file, tables, chosen FROM intake_list WHERE id = $1 AND person_id = $2 AND form = $3 AND place = $4`, id, by.Person, f.Name, place)
	if errors.Is(err, store.ErrNone) {
		return List{}, refusal.New(refusal.NotFound, "Không có danh sách nào đang chờ ở đây; có thể đã ghi xong hoặc đã được thay.")
	}
	l.Parts = parts.V
	return l, err
}

// CellField is the name of the field by which the cell of a column is sent.
func CellField(column int) string { return "cells[" + strconv.Itoa(column) + "]" }

// ColumnField is the name of the field by which the meaning of a column is sent.
func ColumnField(column int) string { return "columns[" + strconv.Itoa(column) + "]" }
