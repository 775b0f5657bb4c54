package exemplar

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

const columns = `id, season_id, kind, name, how_many, COALESCE(unit_id, ''), COALESCE(movement_id, ''), story, state, steps, illustrative`

// row is an Exemplar as its columns hold it.
type row struct {
	Exemplar
	steps store.JSON[[]Step]
}

func (r *row) into() []any {
	return []any{&r.ID, &r.Season, &r.Kind, &r.Name, &r.Count, &r.Unit, &r.Movement, &r.Story, &r.State, &r.steps, &r.Sample}
}

func (r row) exemplar() Exemplar {
	r.Steps = r.steps.V
	return r.Exemplar
}

// ByID returns the exemplar without its adoptions, or a refusal of kind
// NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Exemplar, error) {
	r, err := store.One(ctx, tx, (*row).into, `SELECT `+columns+` FROM exemplar WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Exemplar{}, refusal.New(refusal.NotFound, "Không có điển hình này.")
	}
	return r.exemplar(), err
}

// OfSeason returns the season's exemplars in the order they were recorded, each
// with its adoptions, in two statements. It returns everything: what goes to a
// page passes through Shown or PublicOf first.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Exemplar, error) {
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM exemplar WHERE season_id = $1 ORDER BY id`, seasonID)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	adoptions, err := store.All(ctx, tx, func(a *Adoption) []any {
		return []any{&a.ID, &a.Exemplar, &a.Unit, &a.By, &a.On, &a.Note, &a.Sample}
	}, `SELECT a.id, a.exemplar_id, COALESCE(a.unit_id, ''), a.adopter, a.on_day, a.note, a.illustrative
		FROM exemplar_adoption a JOIN exemplar e ON e.id = a.exemplar_id WHERE e.season_id = $1 ORDER BY a.id`, seasonID)
	byExemplar := map[string][]Adoption{}
	for _, a := range adoptions {
		byExemplar[a.Exemplar] = append(byExemplar[a.Exemplar], a)
	}
	all := make([]Exemplar, len(rows))
	for i, r := range rows {
		all[i] = r.exemplar()
		all[i].Adoptions = byExemplar[r.ID]
	}
	return all, err
}
