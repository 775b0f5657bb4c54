package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// statementCount is the context key under which CountStatements keeps its tally.
type statementCount struct{}

// CountStatements returns a context whose statements are tallied in *n, so that
// a test can hold a page to a handful of them. Not for concurrent use.
func CountStatements(ctx context.Context) (context.Context, *int) {
	n := new(int)
	return context.WithValue(ctx, statementCount{}, n), n
}

func tally(ctx context.Context) {
	if n, ok := ctx.Value(statementCount{}).(*int); ok {
		*n++
	}
}

// Exec runs one statement and returns how many rows it touched.
func (tx *Tx) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	tally(ctx)
	var res sql.Result
	var err error
	if tx.tx == nil {
		return 0, errors.New("store: nothing is written while only looking")
	}
	if s := tx.statement(ctx, query); s != nil {
		res, err = s.ExecContext(ctx, args...)
	} else {
		res, err = tx.tx.ExecContext(ctx, query, args...)
	}
	if err != nil {
		return 0, fmt.Errorf("store: %w", err)
	}
	return res.RowsAffected()
}

// All returns every row of a query. into names the fields of T in the order of
// the selected columns:
//
//	store.All(ctx, tx, func(u *Unit) []any { return []any{&u.ID, &u.Name} },
//		`SELECT id, name FROM unit WHERE level = $1`, level)
func All[T any](ctx context.Context, tx *Tx, into func(*T) []any, query string, args ...any) ([]T, error) {
	tally(ctx)
	rows, err := tx.query(ctx, query, args)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var t T
		if err := rows.Scan(into(&t)...); err != nil {
			return nil, fmt.Errorf("store: scan: %w", err)
		}
		all = append(all, t)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return all, nil
}

// One returns the only row of a query, or ErrNone.
func One[T any](ctx context.Context, tx *Tx, into func(*T) []any, query string, args ...any) (T, error) {
	tally(ctx)
	var t T
	rows, err := tx.query(ctx, query, args)
	if err != nil {
		return t, fmt.Errorf("store: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return t, fmt.Errorf("store: %w", err)
		}
		return t, ErrNone
	}
	if err := rows.Scan(into(&t)...); err != nil {
		return t, fmt.Errorf("store: %w", err)
	}
	return t, nil
}

// query asks by a statement kept ready, where there is one.
func (tx *Tx) query(ctx context.Context, query string, args []any) (*sql.Rows, error) {
	if s := tx.statement(ctx, query); s != nil {
		return s.QueryContext(ctx, args...)
	}
	if tx.tx == nil {
		return tx.pool.QueryContext(ctx, query, args...)
	}
	return tx.tx.QueryContext(ctx, query, args...)
}

// JSON keeps a value of T in a text column.
type JSON[T any] struct{ V T }

// Scan implements sql.Scanner; an empty column is the zero value.
func (j *JSON[T]) Scan(src any) error {
	var text string
	switch s := src.(type) {
	case string:
		text = s
	case []byte:
		text = string(s)
	case nil:
	default:
		return fmt.Errorf("store: json from %T", src)
	}
	if text == "" {
		var zero T
		j.V = zero
		return nil
	}
	return json.Unmarshal([]byte(text), &j.V)
}

// Text is the column's content for v; it panics on a value that JSON cannot
// hold, which is a fault of the program.
func Text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
