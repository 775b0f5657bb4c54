package store

import (
	"context"
	"strconv"
	"strings"
)

// Insert writes many rows into a table, named with its columns: "unit (id,
// name)". It does so by a few statements that are the same again and again, so
// that each is understood once.
func Insert(ctx context.Context, tx *Tx, into string, rows [][]any) error {
	for len(rows) > 0 {
		n := tx.atOnce(len(rows))
		args := make([]any, 0, n*len(rows[0]))
		for _, row := range rows[:n] {
			args = append(args, row...)
		}
		if _, err := tx.Exec(ctx, "INSERT INTO "+into+" VALUES "+places(n, len(rows[0])), args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// atOnce is how many of so many rows one statement writes. SQLite's driver looks
// longer for the place of each value the more there are; a server is waited for
// at each statement.
func (tx *Tx) atOnce(rows int) int {
	switch {
	case rows >= 100 && tx.statements == nil: // on PostgreSQL
		return 100
	case rows >= 10:
		return 10
	}
	return 1
}

// places are those of the values of so many rows: "($1,$2),($3,$4)".
func places(rows, each int) string {
	var b strings.Builder
	for i := range rows * each {
		switch {
		case i == 0:
			b.WriteByte('(')
		case i%each == 0:
			b.WriteString("),(")
		default:
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(i + 1))
	}
	b.WriteByte(')')
	return b.String()
}

// Recount has PostgreSQL count what the tables hold after very many rows were
// written. It does so by itself a minute later; until then it may read all of a
// table for the sake of one row. SQLite chooses its way without counting.
func Recount(ctx context.Context, tx *Tx, tables ...string) error {
	if tx.statements != nil {
		return nil
	}
	_, err := tx.Exec(ctx, "ANALYZE "+strings.Join(tables, ", "))
	return err
}
