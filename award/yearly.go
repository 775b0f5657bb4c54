package award

import (
	"context"
	"slices"

	"thidua/rulebook"
	"thidua/store"
)

// Yearly is how many awards of one title went to one kind of recipient in a
// year of decisions.
type Yearly struct {
	Title    Code
	Kind     Recipient
	Category rulebook.Category // empty where the records do not tell
	N        int
	Sample   int // how many of N are from no source: số liệu minh họa
}

// Decided narrows the awards that were decided in a calendar year. An award
// counts in the year of its decision, also when a later decision revoked it.
type Decided struct {
	Year     int    // of the decision's day
	Titles   []Code // none = every title
	Kind     Recipient
	Category rulebook.Category // empty = of every kind, and of none told
}

// Total is how many of the year's counts are so.
func (d Decided) Total(counts []Yearly) (n int) {
	for _, y := range counts {
		if (d.Kind == "" || y.Kind == d.Kind) && (d.Category == "" || y.Category == d.Category) && (len(d.Titles) == 0 || slices.Contains(d.Titles, y.Title)) {
			n += y.N
		}
	}
	return n
}

// YearlyCounts counts the awards decided in a year within the scope, by title,
// kind of recipient and category, in two statements.
func YearlyCounts(ctx context.Context, tx *store.Tx, year int, s Scope) ([]Yearly, error) {
	q, err := Decided{Year: year}.asked(ctx, tx, s)
	if err != nil {
		return nil, err
	}
	return store.All(ctx, tx, func(y *Yearly) []any { return []any{&y.Title, &y.Kind, &y.Category, &y.N, &y.Sample} },
		`SELECT a.title, a.kind, a.category, count(*), sum(CASE WHEN a.illustrative THEN 1 ELSE 0 END) FROM award a JOIN award_decision y ON y.id = a.decision_id WHERE true`+q.where+
			` GROUP BY a.title, a.kind, a.category ORDER BY a.title, a.kind, a.category`, q.args...)
}

// InYear returns up to limit awards decided so, in the order of the register,
// from the one after as many as skip.
func InYear(ctx context.Context, tx *store.Tx, d Decided, s Scope, skip, most int) ([]Award, error) {
	q, err := d.asked(ctx, tx, s)
	if err != nil {
		return nil, err
	}
	page := limit(most) + " OFFSET " + q.arg(skip)
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a JOIN award_decision y ON y.id = a.decision_id`+joins+
		` WHERE true`+q.where+` ORDER BY a.decision_id, a.place`+page, q.args...)
	return awards(rows), err
}

func (d Decided) asked(ctx context.Context, tx *store.Tx, s Scope) (asked, error) {
	q := asked{}
	q.and("y.year = %s", d.Year)
	if d.Kind != "" {
		q.and("a.kind = %s", d.Kind)
	}
	if d.Category != "" {
		q.and("a.category = %s", d.Category)
	}
	if len(d.Titles) > 0 {
		titles := make([]string, len(d.Titles))
		for i, t := range d.Titles {
			titles[i] = string(t)
		}
		q.and("a.title IN (SELECT j.key FROM json_each(%s) AS j)", set(titles))
	}
	return q, q.among(ctx, tx, s)
}
