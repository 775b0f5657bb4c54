package intake

import (
	"strconv"
	"strings"

	"thidua/vi"
)

// Table is a list with its head found: what each column holds, the rows that say
// something, and what was left out.
type Table struct {
	Name   string
	Heads  []string
	Fields []string // by column: the form's field, or "" for one that is passed over
	Rows   []Line
	Notes  []Note
}

// Line is one row of a table; N is its number in the file. Under are the headings
// in the middle of the list that it stands under: "I. Tập thể"; see Headings.
type Line struct {
	N     int
	Under string
	Cells []string
}

// Note tells what was done to a row without asking.
type Note struct {
	N    int    `json:"n"` // the row's number in the file; 0 for the whole table
	Text string `json:"text"`
}

// Tables reads the sheets of a file as lists of the form.
func (f Form) Tables(sheets []Sheet) []Table {
	w := f.words()
	tables := make([]Table, 0, len(sheets))
	for _, s := range sheets {
		tables = append(tables, f.table(s, w))
	}
	return tables
}

// Best is the place of the table that names the most of the form's columns, and
// of those the one with the most rows.
func (f Form) Best(tables []Table) (best int) {
	rank := func(t Table) int { return named(t.Fields)*(MaxRows+1) + len(t.Rows) }
	for i := range tables {
		if rank(tables[i]) > rank(tables[best]) {
			best = i
		}
	}
	return best
}

func (f Form) table(s Sheet, w words) Table {
	h := findHead(s, w)
	t := Table{Name: s.Name}
	var from [][]int // by column of the table: the columns of the sheet
	count := -1
	for c, name := range h.names {
		switch last := len(t.Heads) - 1; {
		case s.Hidden[c] || name == "" && h.fields[c] == "" && s.blankBelow(c, h.at+h.rows):
		case counts(name) && count < 0:
			count = c
		case last >= 0 && name != "" && name == t.Heads[last]:
			from[last] = append(from[last], c) // one head over several columns
		default:
			t.Heads, t.Fields, from = append(t.Heads, name), append(t.Fields, h.fields[c]), append(from, []int{c})
		}
	}
	if n := len(hiddenWithText(s)); n > 0 {
		t.Notes = append(t.Notes, Note{0, "Đã bỏ qua " + strconv.Itoa(n) + " cột đang ẩn."})
	}
	k := &keeper{form: f, table: &t, count: count}
	for _, name := range t.Heads {
		k.heads = append(k.heads, vi.Fold(name))
	}
	for _, r := range s.Rows[min(h.at+h.rows, len(s.Rows)):] {
		line := Line{N: r.N, Cells: make([]string, len(from))}
		for i, columns := range from {
			line.Cells[i] = joined(r, columns)
		}
		k.take(r.at(max(count, 0)), line, r.Hidden)
	}
	k.trim()
	return t
}

func (s Sheet) blankBelow(column, at int) bool {
	for _, r := range s.Rows[min(at, len(s.Rows)):] {
		if r.at(column) != "" {
			return false
		}
	}
	return true
}

func hiddenWithText(s Sheet) map[int]bool {
	all := map[int]bool{}
	for _, r := range s.Rows {
		for c, text := range r.Cells {
			if text != "" && s.Hidden[c] {
				all[c] = true
			}
		}
	}
	return all
}

// joined is what a row has in columns under one head.
func joined(r Row, columns []int) string {
	var parts []string
	for _, c := range columns {
		if text := r.at(c); text != "" && (len(parts) == 0 || parts[len(parts)-1] != text) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}
