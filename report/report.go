// Package report fills the yearly statistical forms on emulation and
// commendation from what is on record, and says of every number whether the
// records are enough for it: what they do not tell is unknown, never zero.
package report

import "thidua/award"

// Form is one statistical form of a calendar year, due on 15 December of it
// (Circular 02/2023/TT-BNV). The rows and columns were read from the templates
// of one provincial reporting system, not from the circular's own print.
type Form struct {
	Code    string // "0603", also its address
	Number  string // as printed: "0603.N/BNV-TĐKT"
	Title   string
	Note    string // what readers must know of the figures; a sentence
	Awards  bool   // filled from the register of awards; else from the movements
	Columns []Column
	Rows    []Row
}

// Column is a column of figures; the first of a form is the total of the others.
type Column struct {
	Name   string
	Titles []award.Code // what awards it counts; none where it counts no awards
	Unheld bool         // the records have no such kind
	Least  bool         // the records have a part of its kinds only
}

// Row is a row of a form; one without code is a heading.
type Row struct {
	Name      string
	Code      string
	Measure   string // đơn vị tính; may be empty
	Breakdown string // by what it divides its parent; empty for the total and headings
	Of        string // code of its parent
}

// Fact is as many records of which the same is known.
type Fact struct {
	Column int               // index of the form's column; 0 when the records do not tell
	Rows   map[string]string // code of the row by breakdown; what the records do not tell is missing
	N      int
}

// Cell is one figure. With Open > 0 the figure is unknown: the records do not
// tell whether so many more of them belong here.
type Cell struct {
	N      int
	Open   int
	Unheld bool // the records have no such kind at all, so that the figure is unknown
	Least  bool // the records have a part of the kinds only: the figure is at least N
}

// Known reports whether the records are enough for the figure.
func (c Cell) Known() bool { return c.Open == 0 && !c.Unheld && !c.Least }

// answer is whether a fact belongs somewhere.
type answer int

const (
	no answer = iota
	untold
	yes
)

// Fill counts the facts into the form's cells, by row and column as they stand
// in the form; a heading's cells are empty.
func (f Form) Fill(facts []Fact) [][]Cell {
	cells := make([][]Cell, len(f.Rows))
	for i, r := range f.Rows {
		cells[i] = make([]Cell, len(f.Columns))
		for j, c := range f.Columns {
			cells[i][j].Unheld, cells[i][j].Least = c.Unheld && r.Code != "", c.Least && r.Code != ""
			for _, fact := range facts {
				cells[i][j].add(min(f.inRow(fact, r), fact.in(j)), fact.N)
			}
		}
	}
	return cells
}

func (c *Cell) add(a answer, n int) {
	switch a {
	case yes:
		c.N += n
	case untold:
		c.Open += n
	}
}

// Belongs reports whether the fact is counted in that row and column.
func (f Form) Belongs(fact Fact, row Row, column int) bool {
	return min(f.inRow(fact, row), fact.in(column)) == yes
}

func (fact Fact) in(column int) answer {
	switch fact.Column {
	case column:
		return yes
	case 0:
		return max(untold, total(column))
	}
	return total(column)
}

// total takes everything into a form's first column.
func total(column int) answer {
	if column == 0 {
		return yes
	}
	return no
}

func (f Form) inRow(fact Fact, r Row) answer {
	switch {
	case r.Code == "":
		return no
	case r.Breakdown == "":
		return yes
	}
	parent, _ := f.Row(r.Of)
	own := no
	switch code, told := fact.Rows[r.Breakdown]; {
	case !told:
		own = untold
	case code == r.Code:
		own = yes
	}
	return min(own, f.inRow(fact, parent))
}

// Row is the form's row of that code; false when it has none.
func (f Form) Row(code string) (Row, bool) {
	for _, r := range f.Rows {
		if r.Code == code && code != "" {
			return r, true
		}
	}
	return Row{}, false
}

// ByCode is the form of that code; false when there is none.
func ByCode(code string) (Form, bool) {
	for _, f := range Forms {
		if f.Code == code {
			return f, true
		}
	}
	return Form{}, false
}
