package intake

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/store"
	"thidua/vi"
)

// Part returns the first table that is taken, by whose heads all are read.
func (l List) Part() Part { return l.Parts[l.Chosen] }

// take takes one table of the file, and with it all that have the same heads.
func (l *List) take(part int, alike bool) {
	l.Chosen = part
	for i := range l.Parts {
		l.Parts[i].Taken = i == part || alike && l.Parts[i].alike(l.Parts[part])
	}
	l.Chosen = l.Taken()[0]
	l.mean(l.Parts[part].Fields)
}

// mean says what the columns of all tables that are taken hold.
func (l *List) mean(fields []string) {
	for _, i := range l.Taken() {
		l.Parts[i].Fields = fields
	}
}

// alike reports whether two tables have the same heads in the same order.
func (p Part) alike(q Part) bool {
	return p.Count > 0 && slices.EqualFunc(p.Heads, q.Heads, func(a, b string) bool { return vi.Fold(a) == vi.Fold(b) })
}

// Taken are the places of the tables that are taken; one at least.
func (l List) Taken() (all []int) {
	for i, p := range l.Parts {
		if p.Taken {
			all = append(all, i)
		}
	}
	if all == nil {
		all = []int{l.Chosen}
	}
	return all
}

// Alike are the places of a table and of those that may be taken with it, for
// they have the same heads.
func (l List) Alike(part int) (all []int) {
	for i, p := range l.Parts {
		if i == part || p.alike(l.Parts[part]) {
			all = append(all, i)
		}
	}
	return all
}

// Notes are what was done without asking in the tables that are taken, in words.
func (l List) Notes() (all []string) {
	for _, i := range l.Taken() {
		for _, n := range l.Parts[i].Notes {
			switch {
			case n.N > 0:
				all = append(all, l.Where(RowKey{i, n.N})+": "+n.Text)
			case len(l.Taken()) > 1:
				all = append(all, l.Parts[i].Name+": "+n.Text)
			default:
				all = append(all, n.Text)
			}
		}
	}
	return all
}

// RowKey tells one row of a file from all others: its table's place and its
// number there.
type RowKey struct{ Table, Line int }

// String writes the key as a form sends it.
func (k RowKey) String() string { return fmt.Sprintf("%d.%d", k.Table, k.Line) }

// ReadRowKey reads what String wrote; false for anything else.
func ReadRowKey(text string) (k RowKey, ok bool) {
	table, line, _ := strings.Cut(text, ".")
	var err1, err2 error
	k.Table, err1 = strconv.Atoi(table)
	k.Line, err2 = strconv.Atoi(line)
	return k, err1 == nil && err2 == nil && k.String() == text
}

// Where says which row it is, with its table when there are several.
func (l List) Where(k RowKey) string {
	if len(l.Taken()) > 1 && k.Table < len(l.Parts) {
		return fmt.Sprintf("%s, dòng %d", l.Parts[k.Table].Name, k.Line)
	}
	return fmt.Sprintf("Dòng %d", k.Line)
}

// WaitingRow is a row of a list that waits.
type WaitingRow struct {
	Line
	Table   int  // its place in the file
	LeftOut bool // whoever sent it does not want it taken
}

// Key tells the row from all others of the file.
func (r WaitingRow) Key() RowKey { return RowKey{r.Table, r.N} }

// Rows reads the rows of the tables that are taken.
func (l List) Rows(ctx context.Context, tx *store.Tx) ([]WaitingRow, error) {
	type row struct {
		WaitingRow
		cells store.JSON[[]string]
	}
	taken := map[int]bool{}
	for _, i := range l.Taken() {
		taken[i] = true
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.Table, &r.N, &r.Under, &r.cells, &r.LeftOut} },
		`SELECT sheet, line, under, cells, left_out FROM intake_row WHERE list_id = $1
			AND sheet IN (SELECT CAST(j.key AS integer) FROM json_each($2) AS j) ORDER BY sheet, line`, l.ID, store.Text(taken))
	all := make([]WaitingRow, len(rows))
	for i, r := range rows {
		all[i], all[i].Cells = r.WaitingRow, r.cells.V
	}
	return all, err
}

// Values are the cells of a row by field.
func (l List) Values(r WaitingRow) map[string]string {
	return Table{Fields: l.Part().Fields}.Values(r.Line)
}
