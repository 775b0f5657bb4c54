package season

import (
	"context"

	"thidua/evidence"
	"thidua/store"
)

// Uses returns what the unit's follow-ups of findings and tasks of all years
// cite.
func Uses(ctx context.Context, tx *store.Tx, unit string) (all []evidence.Use, err error) {
	type row struct {
		evidence.Use
		entries store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.Season, &r.Label, &r.Cluster, &r.Where, &r.entries} },
		`SELECT y.id, y.label, c.name, n.body, x.evidence FROM season_note_step x JOIN season_note n ON n.id = x.note_id
		JOIN season y ON y.id = n.season_id JOIN cluster c ON c.id = y.cluster_id
		WHERE x.told_unit = $1 AND x.evidence <> '' ORDER BY y.year, x.id`, unit)
	for _, r := range rows {
		r.Where = "việc đã làm về “" + shortened(r.Where) + "”"
		for _, r.Entry = range r.entries.V {
			all = append(all, r.Use)
		}
	}
	return all, err
}

// shortened is the beginning of a long text.
func shortened(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
