package dossier

import (
	"context"

	"thidua/store"
)

// AttachedAcross are the files on the lists of all the season's dossiers, by
// nomination id, those withdrawn left out. One statement.
func AttachedAcross(ctx context.Context, tx *store.Tx, seasonID string) (map[string][]Attached, error) {
	all, err := store.All(ctx, tx, func(a *Attached) []any {
		return []any{&a.Dossier, &a.Kind, &a.Evidence, &a.Name, &a.Unit, &a.On}
	}, `SELECT f.nomination_id, f.kind, f.evidence_id, e.name, e.unit_id, f.attached_on FROM nomination n
		JOIN dossier_file f ON f.nomination_id = n.id JOIN evidence e ON e.id = f.evidence_id
		WHERE n.season_id = $1 AND n.status <> 'withdrawn' ORDER BY f.nomination_id, f.kind, e.name, e.id`, seasonID)
	of := map[string][]Attached{}
	for _, a := range all {
		of[a.Dossier] = append(of[a.Dossier], a)
	}
	return of, err
}
