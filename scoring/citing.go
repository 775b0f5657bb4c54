package scoring

import (
	"context"
	"strings"

	"thidua/evidence"
	"thidua/season"
	"thidua/store"
)

// Uses returns what the unit cites in its own sheets of all years, in what it
// last sent and in what it is still filling in, in two statements. It is for the
// unit's own people.
func Uses(ctx context.Context, tx *store.Tx, unit string) ([]evidence.Use, error) {
	type sheetMarks struct {
		evidence.Use
		marks store.JSON[[]Mark]
		mark  store.JSON[Mark]
	}
	const from = ` FROM score_sheet s JOIN season y ON y.id = s.season_id JOIN cluster c ON c.id = y.cluster_id`
	sheets, err := store.All(ctx, tx, func(r *sheetMarks) []any { return []any{&r.Season, &r.Label, &r.Cluster, &r.marks} },
		`SELECT s.season_id, y.label, c.name, s.marks`+from+` WHERE s.unit_id = $1 AND s.stage = $2 AND s.scorer = $3 ORDER BY y.year, y.id`, unit, season.Self, unit)
	if err != nil {
		return nil, err
	}
	cells, err := store.All(ctx, tx, func(r *sheetMarks) []any { return []any{&r.Season, &r.Label, &r.Cluster, &r.mark} },
		`SELECT s.season_id, y.label, c.name, x.mark`+from+` JOIN score_cell x ON x.sheet_id = s.id
		WHERE s.unit_id = $1 AND s.stage = $2 AND s.scorer = $3 ORDER BY y.year, y.id, x.criterion`, unit, season.Self, unit)
	if err != nil {
		return nil, err
	}
	var all []evidence.Use
	seen := map[evidence.Use]bool{}
	for _, r := range append(sheets, cells...) {
		for _, m := range append(r.marks.V, r.mark.V) {
			for _, entry := range m.Evidence {
				c := r.Use
				c.Where, c.Entry = "tiêu chí "+m.Criterion, strings.TrimSpace(entry)
				if !seen[c] {
					seen[c] = true
					all = append(all, c)
				}
			}
		}
	}
	return all, nil
}

// Cites are the criteria under which the sheets, those that somebody may see,
// cite the entry as the unit's own evidence: an entry on a sheet that others
// wrote counts as theirs.
func Cites(sheets []Sheet, unit, entry string) (criteria []string) {
	for _, s := range sheets {
		if s.Scorer != unit {
			continue
		}
		for _, m := range s.Marks {
			for _, e := range m.Evidence {
				if strings.TrimSpace(e) == entry {
					criteria = append(criteria, m.Criterion)
				}
			}
		}
	}
	return criteria
}
