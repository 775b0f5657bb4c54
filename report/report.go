// Package report fills the yearly statistical forms on emulation and
// commendation from what is on record, and says of every number whether the
// records are enough for it: what they do not tell is unknown, never zero.
package report

import (
	"slices"

	"thidua/award"
)

// Form is one statistical form of a calendar year, due on 15 December of it
// (Circular 02/2023/TT-BNV). The rows and columns were read from the templates
// of one provincial reporting system, not from the circular's own print.
type Form struct {
	Code    string // "0603", also its address
	Number  string // as printed: "0603.N/BNV-TĐKT"
	Title   string
	Note    string // what readers must know of the figures; sentences
	Source  Source // what it is filled from
	Measure string // đơn vị tính of the whole form; may be empty
	ByRow   bool   // each row has its own đơn vị tính, in a column
	Columns []Column
	Rows    []Row
}

// Source is the records that a form counts.
type Source int

// The sources. Of organisations and civil servants nothing is on record, so that
// their forms are typed.
const (
	Nothing Source = iota
	Awards
	Movements
)

// Column is a column of figures. Where records are counted, the first of a form
// is the total of the others. Neighbours of one Group share their number.
type Column struct {
	Group  string // what stands over it; may be empty
	Name   string
	Titles []award.Code    // what awards it counts; none where it counts no awards
	Kind   award.Recipient // it counts awards to these only; empty = to all
	Unheld bool            // the records have no such kind
	Least  bool            // the records have a part of its kinds only
	Part   bool            // of which: never more than the column before it
}

// No is the printed number of a column.
func (f Form) No(column int) (n int) {
	for i, c := range f.Columns[:column+1] {
		if i == 0 || c.Group == "" || c.Group != f.Columns[i-1].Group {
			n++
		}
	}
	return n
}

// Row is a row of a form; one without code is a heading.
type Row struct {
	Name      string
	Code      string
	Uncoded   bool   // its printed code was not read: Code is our own and not shown
	Measure   string // đơn vị tính; may be empty
	Breakdown string // by what it divides its parent; empty for the total and headings
	Of        string // code of its parent
}

// Printed is the row's code as it is shown.
func (r Row) Printed() string {
	if r.Uncoded {
		return ""
	}
	return r.Code
}

// Fact is as many records of which the same is known.
type Fact struct {
	Columns []int             // indexes of the form's columns: its own, or those it may be in; none when any
	Rows    map[string]string // code of the row by breakdown; what the records do not tell is missing
	N       int
	Sample  int // how many of N are from no source: số liệu minh họa
}

// Cell is one figure. With Open > 0 the figure is unknown: the records do not
// tell whether so many more of them belong here.
type Cell struct {
	N      int
	Open   int
	Sample int     // how many of N and Open are from no source: số liệu minh họa
	Unheld bool    // the records have no such kind at all, so that the figure is unknown
	Least  bool    // the records have a part of the kinds only: the figure is at least N
	Typed  *Figure // what an officer typed for an unknown figure; nil when nobody did
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
				cells[i][j].add(min(f.inRow(fact, r), fact.in(j)), fact)
			}
		}
	}
	return cells
}

func (c *Cell) add(a answer, fact Fact) {
	switch a {
	case no:
		return
	case yes:
		c.N += fact.N
	case untold:
		c.Open += fact.N
	}
	c.Sample += fact.Sample
}

// Belongs reports whether the fact is counted in that row and column.
func (f Form) Belongs(fact Fact, row Row, column int) bool {
	return min(f.inRow(fact, row), fact.in(column)) == yes
}

// in is whether the fact belongs into a column; everything does into the first.
func (fact Fact) in(column int) answer {
	switch {
	case column == 0:
		return yes
	case len(fact.Columns) == 0:
		return untold
	case !slices.Contains(fact.Columns, column):
		return no
	case len(fact.Columns) > 1:
		return untold
	}
	return yes
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
