// Package intake takes in the lists that people have: Excel, Word, CSV and
// files of old programs, with titles above the heads, merged and hidden cells,
// totals in between and letters of old fonts. Out comes a clean table, or a
// sentence that says what to do.
package intake

// Sheet is one table of a file as it stands there: a sheet of Excel, a table of
// Word, or the whole of a CSV file.
type Sheet struct {
	Name   string
	Rows   []Row // those with anything in them, in order
	Hidden map[int]bool
	Merges []Merge
}

// Row is one row; N is its number in the file, from 1.
type Row struct {
	N      int
	Cells  []string
	Hidden bool
}

// Merge is a block of cells shown as one; rows count from 1, columns from 0, and
// both ends belong to it.
type Merge struct{ Top, Left, Bottom, Right int }

// What is taken of a file at most. Longer lists are parted.
const (
	MaxSize     = 8 << 20 // bytes of the file
	MaxRows     = 20_000  // rows with anything in them
	maxColumns  = 100
	maxSheets   = 50
	maxCell     = 4000     // letters of one cell
	maxUnpacked = 64 << 20 // bytes of one part of a package
	maxText     = 32 << 20 // bytes of all cells
	maxMerges   = 50_000
)

func (r Row) at(column int) string {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return ""
}

func (r Row) empty() bool {
	for _, c := range r.Cells {
		if c != "" {
			return false
		}
	}
	return true
}

// width is the number of columns that any row has.
func (s Sheet) width() (n int) {
	for _, r := range s.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// spread writes what a merged block shows into all of its cells, where these are
// empty.
func (s *Sheet) spread() {
	if len(s.Merges) == 0 {
		return
	}
	at := make(map[int]int, len(s.Rows))
	for i, r := range s.Rows {
		at[r.N] = i
	}
	for _, m := range s.Merges {
		if i, ok := at[m.Top]; ok && s.Rows[i].at(m.Left) != "" && m.Right < maxColumns {
			s.fill(m, s.Rows[i].at(m.Left), at)
		}
	}
}

func (s *Sheet) fill(m Merge, text string, at map[int]int) {
	for n := m.Top; n <= m.Bottom && n <= m.Top+MaxRows; n++ {
		i, ok := at[n]
		if !ok {
			continue
		}
		row := &s.Rows[i]
		for c := m.Left; c <= m.Right; c++ {
			for len(row.Cells) <= c {
				row.Cells = append(row.Cells, "")
			}
			if row.Cells[c] == "" {
				row.Cells[c] = text
			}
		}
	}
}
