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
	Note    string // what readers must know of the figures; sentences
	Source  Source // what it is filled from
	Measure string // đơn vị tính of the whole form; may be empty
	ByRow   bool   // each row has its own đơn vị tính, in a column
	Adds    bool   // it says itself that its first column is the sum of the others, and its first row that of every breakdown
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

// Row is the form's row of that code; false when it has none.
func (f Form) Row(code string) (Row, bool) {
	if at, known := f.index(code); known {
		return f.Rows[at], true
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
