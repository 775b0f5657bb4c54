package season

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

const columns = `id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, published_illustrative, pledge, elected, sources, illustrative`

// row is a Season as its columns hold it.
type row struct {
	Season
	calendar store.JSON[Calendar]
	pledge   store.JSON[Pledge]
	elected  store.JSON[Election]
	sources  store.JSON[[]Source]
}

func (r *row) into() []any {
	return []any{&r.ID, &r.Cluster, &r.Slug, &r.Label, &r.Year, &r.Phase, &r.calendar, &r.MembersCount, &r.PublishedOn, &r.SamplePublication, &r.pledge, &r.elected, &r.sources, &r.Sample}
}

func (r row) season() Season {
	s := r.Season
	s.Calendar, s.Pledge, s.Elected, s.Sources = r.calendar.V, r.pledge.V, r.elected.V, r.sources.V
	return s
}

// ByID returns the season, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Season, error) {
	return one(ctx, tx, `SELECT `+columns+` FROM season WHERE id = $1`, id)
}

// BySlug returns the season of that address, or a refusal of kind NotFound.
func BySlug(ctx context.Context, tx *store.Tx, slug string) (Season, error) {
	return one(ctx, tx, `SELECT `+columns+` FROM season WHERE slug = $1`, slug)
}

func one(ctx context.Context, tx *store.Tx, query, key string) (Season, error) {
	r, err := store.One(ctx, tx, (*row).into, query, key)
	if errors.Is(err, store.ErrNone) {
		return Season{}, refusal.New(refusal.NotFound, "Không có năm thi đua này.")
	}
	return r.season(), err
}

// Listing is a season as the list of years shows it.
type Listing struct {
	Slug, Label, Cluster string
	Phase                Phase
	Sample               bool
}

// List returns the newest seasons first, one page of at most limit, and
// whether more follow.
func List(ctx context.Context, tx *store.Tx, limit, offset int) (page []Listing, more bool, err error) {
	page, err = store.All(ctx, tx, func(l *Listing) []any {
		return []any{&l.Slug, &l.Label, &l.Cluster, &l.Phase, &l.Sample}
	}, `SELECT s.slug, s.label, c.name, s.phase, s.illustrative
		FROM season s JOIN cluster c ON c.id = s.cluster_id
		ORDER BY s.year DESC, s.slug LIMIT $1 OFFSET $2`, limit+1, offset)
	if len(page) > limit {
		return page[:limit], true, err
	}
	return page, false, err
}

// RulesOf returns the newest rules signed for the season; empty Rules when the
// year has none on record.
func RulesOf(ctx context.Context, tx *store.Tx, seasonID string) (Rules, error) {
	body, err := store.One(ctx, tx, func(r *store.JSON[Rules]) []any { return []any{r} },
		`SELECT body FROM season_rules WHERE season_id = $1 ORDER BY version DESC LIMIT 1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return Rules{}, nil
	}
	return body.V, err
}

// Registrations returns what each unit strives for.
func Registrations(ctx context.Context, tx *store.Tx, seasonID string) ([]Registration, error) {
	type stored struct {
		Registration
		titles store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *stored) []any {
		return []any{&r.Unit, &r.Day, &r.titles, &r.Sample}
	}, `SELECT unit_id, day, titles, illustrative FROM registration WHERE season_id = $1 ORDER BY unit_id`, seasonID)
	all := make([]Registration, len(rows))
	for i, r := range rows {
		all[i] = r.Registration
		all[i].Titles = r.titles.V
	}
	return all, err
}

// Notes returns everything said of the year, by kind and in order.
func Notes(ctx context.Context, tx *store.Tx, seasonID string) ([]Note, error) {
	return store.All(ctx, tx, func(n *Note) []any {
		return []any{&n.ID, &n.Kind, &n.Position, &n.Text, &n.Owner, &n.OwnerText, &n.Due, &n.Movement, &n.Key, &n.Sample}
	}, `SELECT id, kind, position, body, owner_unit, owner_text, due, movement_id, stressed, illustrative
		FROM season_note WHERE season_id = $1 ORDER BY kind, position`, seasonID)
}

func update(ctx context.Context, tx *store.Tx, s Season) error {
	_, err := tx.Exec(ctx, `UPDATE season SET phase = $1, calendar = $2, published_on = $3, published_illustrative = $4, pledge = $5, elected = $6 WHERE id = $7`,
		s.Phase, store.Text(s.Calendar), s.PublishedOn, s.SamplePublication, store.Text(s.Pledge), store.Text(s.Elected), s.ID)
	return err
}
