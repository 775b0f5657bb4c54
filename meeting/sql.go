package meeting

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

// row is a Conference as its columns hold it.
type row struct {
	Conference
	also        store.JSON[[]Kind]
	agenda      store.JSON[[]AgendaItem]
	papers      store.JSON[[]string]
	attendance  store.JSON[Attendance]
	delegates   store.JSON[[]Delegate]
	reports     store.JSON[[]string]
	speeches    store.JSON[[]Speech]
	conclusions store.JSON[[]string]
	photos      store.JSON[[]string]
}

const selected = `SELECT id, season_id, kind, also, title, on_day, time_of_day, place, COALESCE(host_unit, ''), convened_by,
	COALESCE(convened_by_unit, ''), chair, secretary, agenda, papers, attendance, delegates, reports, speeches, conclusions,
	photos, held, illustrative, stage, version, chair_person, secretary_person FROM conference`

func (r *row) into() []any {
	return []any{&r.ID, &r.Season, &r.Kind, &r.also, &r.Title, &r.Day, &r.TimeOfDay, &r.Place, &r.Host, &r.ConvenedBy,
		&r.ConvenedByUnit, &r.Chair, &r.Secretary, &r.agenda, &r.papers, &r.attendance, &r.delegates, &r.reports, &r.speeches,
		&r.conclusions, &r.photos, &r.Held, &r.Sample, &r.Stage, &r.Version,
		&r.ChairPerson, &r.SecretaryPerson}
}

func (r row) conference() Conference {
	c := r.Conference
	c.Also, c.Agenda, c.Papers, c.Attendance, c.Delegates = r.also.V, r.agenda.V, r.papers.V, r.attendance.V, r.delegates.V
	c.Reports, c.Speeches, c.Conclusions, c.Photos = r.reports.V, r.speeches.V, r.conclusions.V, r.photos.V
	return c
}

// ByID returns the conference, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Conference, error) {
	r, err := store.One(ctx, tx, (*row).into, selected+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Conference{}, refusal.New(refusal.NotFound, "Không có hội nghị này.")
	}
	return r.conference(), err
}

// OfSeason returns the season's conferences by day, those without a day first,
// and within a day as they were recorded. One statement.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Conference, error) {
	rows, err := store.All(ctx, tx, (*row).into, selected+` WHERE season_id = $1 ORDER BY on_day, id`, seasonID)
	all := make([]Conference, len(rows))
	for i, r := range rows {
		all[i] = r.conference()
	}
	return all, err
}

// save writes the whole record; a conference that was called keeps its row.
func save(ctx context.Context, tx *store.Tx, c Conference) error {
	_, err := tx.Exec(ctx, `INSERT INTO conference (id, season_id, kind, also, title, on_day, time_of_day, place, host_unit,
		convened_by, convened_by_unit, chair, secretary, agenda, papers, attendance, delegates, reports, speeches, conclusions,
		photos, held, illustrative, stage, version, chair_person, secretary_person)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULLIF(CAST($9 AS text), ''), $10, NULLIF(CAST($11 AS text), ''), $12, $13, $14,
		$15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, also = excluded.also, title = excluded.title,
		on_day = excluded.on_day, time_of_day = excluded.time_of_day, place = excluded.place, host_unit = excluded.host_unit,
		convened_by = excluded.convened_by, convened_by_unit = excluded.convened_by_unit, chair = excluded.chair,
		secretary = excluded.secretary, agenda = excluded.agenda, papers = excluded.papers, attendance = excluded.attendance,
		delegates = excluded.delegates, reports = excluded.reports, speeches = excluded.speeches,
		conclusions = excluded.conclusions, photos = excluded.photos, held = excluded.held, illustrative = excluded.illustrative,
		stage = excluded.stage, version = excluded.version, chair_person = excluded.chair_person, secretary_person = excluded.secretary_person`,
		c.ID, c.Season, c.Kind, store.Text(c.Also), c.Title, c.Day, c.TimeOfDay, c.Place, c.Host, c.ConvenedBy, c.ConvenedByUnit,
		c.Chair, c.Secretary, store.Text(c.Agenda), store.Text(c.Papers), store.Text(c.Attendance), store.Text(c.Delegates),
		store.Text(c.Reports), store.Text(c.Speeches), store.Text(c.Conclusions), store.Text(c.Photos), c.Held, c.Sample,
		c.Stage, c.Version, c.ChairPerson, c.SecretaryPerson)
	return err
}
