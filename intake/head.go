package intake

import (
	"slices"
	"strings"

	"thidua/vi"
)

const (
	headWithin = 25 // how many rows down a head is looked for: titles stand above
	tallest    = 3  // rows of a head
)

// head is where a table begins: its first row, by place in the sheet, and how
// many rows it takes.
type head struct {
	at, rows int
	names    []string // by column
	parts    [][]string
	fields   []string // by column; "" where it is not known
}

// findHead is the best head of a sheet for the form: the rows that name the most
// columns, the earliest and lowest of them. Where no row names two, the first
// one with three cells is taken, for people to say what it means.
func findHead(s Sheet, w words) head {
	best, most := head{}, 0
	for at := range min(len(s.Rows), headWithin) {
		if distinct(s.Rows[at].Cells) < 2 {
			continue // a title
		}
		for rows := 1; rows <= tallest && at+rows < len(s.Rows)+1; rows++ {
			h := headAt(s, at, rows, w)
			if n := named(h.fields); n > most {
				best, most = h, n
			}
		}
	}
	if most >= 2 {
		return best
	}
	for at, r := range s.Rows[:min(len(s.Rows), headWithin)] {
		if distinct(r.Cells) >= 3 {
			return headAt(s, at, 1, w)
		}
	}
	return headAt(s, 0, 1, w)
}

func named(fields []string) (n int) {
	for _, f := range fields {
		if f != "" {
			n++
		}
	}
	return n
}

func distinct(cells []string) int {
	seen := map[string]bool{}
	for _, c := range cells {
		if c != "" {
			seen[c] = true
		}
	}
	return len(seen)
}

// headAt reads rows as a head. Names of several rows are put together from the
// top: "Danh hiệu – Năm 2014".
func headAt(s Sheet, at, rows int, w words) head {
	h := head{at: at, rows: rows}
	for c := range s.width() {
		var parts []string
		for _, r := range s.Rows[at : at+rows] {
			if text := r.at(c); text != "" && !slices.Contains(parts, text) && !s.Hidden[c] {
				parts = append(parts, text)
			}
		}
		h.parts = append(h.parts, parts)
		h.names = append(h.names, strings.Join(parts, " – "))
	}
	h.name(w)
	return h
}

// name finds what the columns hold. A field counts once; a head that says it
// outright comes before one that only begins so, and the whole name before its
// parts, the lowest first.
func (h *head) name(w words) {
	h.fields = make([]string, len(h.names))
	taken := map[string]bool{}
	for _, find := range []func(string) string{w.field, w.likely} {
		for c, parts := range h.parts {
			if h.fields[c] != "" {
				continue
			}
			candidates := []string{strings.Join(parts, " ")}
			for i := len(parts) - 1; i >= 0; i-- {
				candidates = append(candidates, parts[i])
			}
			for _, text := range candidates {
				if f := find(text); f != "" && !taken[f] {
					h.fields[c], taken[f] = f, true
					break
				}
			}
		}
	}
}

// counts reports whether a column only numbers the rows.
func counts(name string) bool {
	switch vi.Fold(name) {
	case "stt", "tt", "so tt", "so thu tu", "thu tu":
		return true
	}
	return false
}
