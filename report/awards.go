package report

import (
	"context"
	"slices"

	"thidua/award"
	"thidua/movement"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Facts reads what the year's records tell for the form. scope bounds the
// register of awards and the movements to those of the reporting unit.
func (f Form) Facts(ctx context.Context, tx *store.Tx, year int, scope award.Scope) ([]Fact, error) {
	switch f.Source {
	case Nothing:
		return nil, nil
	case Awards:
		counts, err := award.YearlyCounts(ctx, tx, year, scope)
		return f.ofAwards(counts), err
	}
	all, err := MovementsOf(ctx, tx, year, scope)
	facts := make([]Fact, len(all))
	for i, m := range all {
		facts[i] = OfMovement(m)
	}
	return facts, err
}

// ofAwards are the facts of those awards that the form counts. Who proposed
// them, whether a collective is an enterprise and what post a person held are not
// on record.
func (f Form) ofAwards(counts []award.Yearly) (facts []Fact) {
	for _, c := range counts {
		if columns := f.columnsOf(c); len(columns) > 0 {
			rows := map[string]string{byRecipient: f.rowOf(byRecipient, kindNames[c.Kind])}
			if c.Category != "" {
				rows[byWay] = f.rowOf(byWay, ways[c.Category])
			}
			facts = append(facts, Fact{Columns: columns, N: c.N, Sample: c.Sample, Rows: rows})
		}
	}
	return facts
}

// columnsOf are the columns where such awards stand. A title that is parted into
// collectives and individuals has no place for a household: both are its own
// then, and which one is for people to say.
func (f Form) columnsOf(c award.Yearly) (columns []int) {
	for i, x := range f.Columns {
		if !slices.Contains(x.Titles, c.Title) {
			continue
		}
		if x.Kind == c.Kind {
			return []int{i}
		}
		columns = append(columns, i)
	}
	return columns
}

// kindNames are the names of the rows by recipient.
var kindNames = map[award.Recipient]string{award.Collective: "Tập thể", award.Household: "Hộ gia đình", award.Individual: "Cá nhân"}

// ways are the names of the rows by phương thức khen thưởng.
var ways = map[rulebook.Category]string{rulebook.Merit: "Thường xuyên", rulebook.Thematic: "Chuyên đề", rulebook.AdHoc: "Đột xuất", rulebook.Foreign: "Đối ngoại",
	rulebook.Dedication: "Cống hiến", rulebook.LongService: "Niên hạn", rulebook.Resistance: "Kháng chiến"}

// rowOf is the code of the row of that name in a breakdown.
func (f Form) rowOf(breakdown, name string) string {
	i := slices.IndexFunc(f.Rows, func(r Row) bool { return r.Breakdown == breakdown && r.Name == name })
	return f.Rows[i].Code
}

// Narrowed is which awards of a year a cell counts; false for a cell of which
// the records tell nothing.
func (f Form) Narrowed(year int, row Row, column int) (award.Decided, bool) {
	d := award.Decided{Year: year, Kind: f.Columns[column].Kind}
	for i, c := range f.Columns {
		if column == 0 || i == column {
			d.Titles = append(d.Titles, c.Titles...)
		}
	}
	if row.Code == all {
		return d, len(d.Titles) > 0
	}
	if d.Category = named(ways, byWay, row); d.Category != "" {
		return d, len(d.Titles) > 0
	}
	kind := named(kindNames, byRecipient, row)
	told := kind != "" && (d.Kind == "" || d.Kind == kind)
	d.Kind = kind
	return d, told && len(d.Titles) > 0
}

// named is what has the row's name in its breakdown; empty for another row.
func named[K ~string](names map[K]string, breakdown string, row Row) K {
	for what, name := range names {
		if row.Breakdown == breakdown && name == row.Name {
			return what
		}
	}
	return ""
}

// OfMovement is what is known of one movement: it is its cluster's; how long it
// lasts where both its days are stated, and its kind where that is.
func OfMovement(m movement.Movement) Fact {
	known := map[string]string{byScope: "04"}
	switch m.Kind {
	case movement.Campaign:
		known[byWay] = "11"
	case movement.Regular:
		known[byWay] = "12"
	}
	if !m.LaunchedOn.IsZero() && !m.EndsOn.IsZero() {
		known[byTerm] = term(m.LaunchedOn, m.EndsOn)
	}
	fact := Fact{Rows: known, N: 1}
	if m.Sample {
		fact.Sample = 1
	}
	return fact
}

// term is the row of a movement's length, whose last day counts: from 1 January
// to 31 December is one year.
func term(first, last vi.Day) string {
	after := last.AddDays(1)
	from := first.Time()
	reaches := func(years int) bool { return !after.Time().Before(from.AddDate(years, 0, 0)) }
	switch {
	case !reaches(1):
		return "06"
	case after.Time().Equal(from.AddDate(1, 0, 0)):
		return "07"
	case !reaches(3):
		return "08"
	case !reaches(5):
		return "09"
	}
	return "10"
}
