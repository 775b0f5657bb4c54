package season

import (
	"context"

	"thidua/cluster"
	"thidua/store"
	"thidua/web/year"
)

// counts is what the year's other rooms have on record, by member unit.
type counts struct {
	movements                    int
	responses, sheets, exemplars map[string]int
	sample                       bool
}

// tallyRow is one line of the count.
type tallyRow struct {
	what, unit, parent string
	n, samples         int
}

func (r *tallyRow) into() []any { return []any{&r.what, &r.unit, &r.parent, &r.n, &r.samples} }

// tallies counts in one statement: a page of the whole year must not read every
// room's records to print four numbers a member. Only sent sheets count, and
// only exemplars that are public (exemplar.Exemplar.Public) and have a name.
func tallies(ctx context.Context, tx *store.Tx, v year.Visit) (c counts, err error) {
	span, err := cluster.ParseYear(v.Season.Label)
	if err != nil {
		return c, err
	}
	rows, err := store.All(ctx, tx, (*tallyRow).into,
		`SELECT 'movement', '', '', count(*), 0 FROM movement WHERE season_id = $1
		UNION ALL SELECT 'response', r.unit_id, '', count(*), sum(CASE WHEN r.illustrative THEN 1 ELSE 0 END)
			FROM movement_response r JOIN movement m ON m.id = r.movement_id WHERE m.season_id = $1 GROUP BY r.unit_id
		UNION ALL SELECT 'sheet', unit_id, '', count(*), sum(CASE WHEN illustrative THEN 1 ELSE 0 END)
			FROM score_sheet WHERE season_id = $1 AND stage = 'self' AND state = 'submitted' GROUP BY unit_id
		UNION ALL SELECT 'exemplar', COALESCE(e.unit_id, ''), COALESCE(n.parent_id, ''), count(*), sum(CASE WHEN e.illustrative THEN 1 ELSE 0 END)
			FROM exemplar e LEFT JOIN unit_name n ON n.unit_id = e.unit_id AND n.from_day <= $2 AND (n.until_day = '' OR n.until_day > $2)
			WHERE e.season_id = $1 AND e.state IN ('published', 'replicated') AND e.kind <> 'statement'
			GROUP BY e.unit_id, n.parent_id`, v.Season.ID, span.NamingDay())
	return sum(v, rows), err
}

func sum(v year.Visit, rows []tallyRow) counts {
	c := counts{responses: map[string]int{}, sheets: map[string]int{}, exemplars: map[string]int{}}
	for _, r := range rows {
		c.sample = c.sample || r.samples > 0
		switch r.what {
		case "movement":
			c.movements = r.n
		case "response":
			c.responses[r.unit] += r.n
		case "sheet":
			c.sheets[r.unit] += r.n
		case "exemplar":
			c.exemplars[memberOf(v, r)] += r.n
		}
	}
	return c
}

// memberOf is the member an exemplar counts for: the unit where it grew, or the
// one above it, as a commune of a member district.
func memberOf(v year.Visit, r tallyRow) string {
	for _, m := range v.Members {
		if m.Unit == r.unit || m.Unit == r.parent {
			return m.Unit
		}
	}
	return ""
}
