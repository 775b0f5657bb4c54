package testkit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/store"
)

// Digest is every table of an SQLite database with how many rows it has and the
// sum of what they hold, one line a table, so that two moments can be compared.
// The tables named are left out.
func Digest(t testing.TB, db *store.DB, except ...string) string {
	t.Helper()
	var lines []string
	Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		tables, err := store.All(ctx, tx, func(s *string) []any { return []any{s} },
			`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
		if err != nil {
			return err
		}
		for _, table := range tables {
			if slices.Contains(except, table) {
				continue
			}
			line, err := digest(ctx, tx, table)
			if err != nil {
				return err
			}
			lines = append(lines, line)
		}
		return nil
	})
	return strings.Join(lines, "\n")
}

// digest joins a table's rows in their own order.
func digest(ctx context.Context, tx *store.Tx, table string) (string, error) {
	columns, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT name FROM pragma_table_info('`+table+`') ORDER BY cid`)
	if err != nil {
		return "", err
	}
	quoted := make([]string, len(columns))
	for i, c := range columns {
		quoted[i] = `quote("` + c + `")`
	}
	rows, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT `+strings.Join(quoted, ` || ',' || `)+` FROM "`+table+`"`)
	return fmt.Sprintf("%s: %d rows: %s", table, len(rows), strings.Join(rows, ";")), err
}

// Differ names the first table at which two digests part.
func Differ(before, after string) string {
	b, a := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range b {
		if i >= len(a) || a[i] != b[i] {
			name, _, _ := strings.Cut(b[i], ":")
			return name
		}
	}
	return "more tables"
}
