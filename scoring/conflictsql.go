package scoring

import (
	"context"

	"thidua/store"
)

const conflictColumns = `id, season_id, person_id, unit_id, kind, note, declared_on, declared_by, ended_on, ended_why`

// Conflicts returns the conflicts of interest declared for the season, those
// that ended too, oldest first, in one statement.
func Conflicts(ctx context.Context, tx *store.Tx, seasonID string) ([]Conflict, error) {
	return store.All(ctx, tx, func(c *Conflict) []any {
		return []any{&c.ID, &c.Season, &c.Person, &c.Unit, &c.Kind, &c.Note, &c.DeclaredOn, &c.DeclaredBy, &c.EndedOn, &c.EndedWhy}
	}, `SELECT `+conflictColumns+` FROM interest_conflict WHERE season_id = $1 ORDER BY id`, seasonID)
}

func putConflict(ctx context.Context, tx *store.Tx, c Conflict) error {
	_, err := tx.Exec(ctx, `INSERT INTO interest_conflict (`+conflictColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (id) DO UPDATE SET ended_on = excluded.ended_on, ended_why = excluded.ended_why`,
		c.ID, c.Season, c.Person, c.Unit, c.Kind, c.Note, c.DeclaredOn, c.DeclaredBy, c.EndedOn, c.EndedWhy)
	return err
}
