package report

import "slices"

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
