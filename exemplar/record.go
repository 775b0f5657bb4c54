package exemplar

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Discover introduces an exemplar that has a name and returns its id. on is the
// day it was found; zero when not stated.
func Discover(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Exemplar, on vi.Day) (id string, err error) {
	return begin(ctx, tx, by, day, e, Step{Act: Discovery, On: on})
}

// Quote puts on record what a report says of exemplars without naming any, and
// returns its id. note says which report.
func Quote(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Exemplar, on vi.Day, note string) (id string, err error) {
	return begin(ctx, tx, by, day, e, Step{Act: Quotation, On: on, Note: note})
}

func begin(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Exemplar, step Step) (id string, err error) {
	year, err := season.ByID(ctx, tx, e.Season)
	if err != nil {
		return "", err
	}
	if err := year.NotClosed("điển hình"); err != nil {
		return "", err
	}
	if err := checkPlace(ctx, tx, e); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &e.Name}, refusal.Text{Field: "story", Value: &e.Story}, refusal.Text{Field: "note", Value: &step.Note}); err != nil {
		return "", err
	}
	switch {
	case e.Kind.Label() == "":
		return "", refusal.Field("kind", "Điển hình là tập thể, cá nhân, hộ gia đình, mô hình, hoặc câu nêu trong báo cáo.")
	case e.Count < 0 || e.Count > 0 && e.Kind != Statement:
		return "", refusal.Field("count", "Chỉ câu nêu chung trong báo cáo mới ghi số lượng điển hình, và số ấy phải lớn hơn 0.")
	}
	e.State, e.Steps = "", nil
	if err := e.take(by, year, day, step, Adoption{}); err != nil {
		return "", err
	}
	e.ID, e.Adoptions = store.NewID(), nil
	if _, err := tx.Exec(ctx, `INSERT INTO exemplar (id, season_id, kind, name, how_many, unit_id, movement_id, story, state, steps, illustrative)
		VALUES ($1, $2, $3, $4, $5, NULLIF($6, ''), NULLIF($7, ''), $8, $9, $10, $11)`,
		e.ID, e.Season, e.Kind, e.Name, e.Count, e.Unit, e.Movement, e.Story, e.State, store.Text(e.Steps), e.Sample); err != nil {
		return "", err
	}
	return e.ID, journal.Record(ctx, tx, by, day, access.RecordExemplar, "exemplar:"+e.ID, e)
}

// checkPlace refuses a unit that is not on record, and a movement of another
// season.
func checkPlace(ctx context.Context, tx *store.Tx, e Exemplar) error {
	type known struct{ units, movements int }
	k, err := store.One(ctx, tx, func(k *known) []any { return []any{&k.units, &k.movements} },
		`SELECT (SELECT count(*) FROM unit WHERE id = $1), (SELECT count(*) FROM movement WHERE id = $2 AND season_id = $3)`, e.Unit, e.Movement, e.Season)
	switch {
	case err != nil:
		return err
	case e.Unit != "" && k.units == 0:
		return refusal.Field("unit", "Không có đơn vị này.")
	case e.Movement != "" && k.movements == 0:
		return refusal.Field("movement", "Năm thi đua này không có phong trào ấy.")
	}
	return nil
}

// Advance takes the exemplar one step on: Verifying, Recognition or Publication,
// by whom and under which condition Transitions says.
func Advance(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, step Step) error {
	if step.Act == Replication {
		return refusal.Field("act", "Việc nhân rộng phải ghi nơi học tập, làm theo.")
	}
	e, year, err := ground(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "note", Value: &step.Note}); err != nil {
		return err
	}
	if err := e.take(by, year, day, step, Adoption{}); err != nil {
		return err
	}
	if err := update(ctx, tx, e); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, step.Act.permission(), "exemplar:"+id, step)
}

// Adopt records who took a published exemplar up; the first time makes it
// replicated.
func Adopt(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, a Adoption) (id string, err error) {
	e, year, err := ground(ctx, tx, a.Exemplar)
	if err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "by", Value: &a.By}, refusal.Text{Field: "note", Value: &a.Note}); err != nil {
		return "", err
	}
	if err := checkPlace(ctx, tx, Exemplar{Unit: a.Unit}); err != nil {
		return "", err
	}
	if err := e.take(by, year, day, Step{Act: Replication, On: a.On}, a); err != nil {
		return "", err
	}
	if err := update(ctx, tx, e); err != nil {
		return "", err
	}
	a.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO exemplar_adoption (id, exemplar_id, unit_id, adopter, on_day, note, illustrative)
		VALUES ($1, $2, NULLIF($3, ''), $4, $5, $6, $7)`, a.ID, a.Exemplar, a.Unit, a.By, a.On, a.Note, a.Sample); err != nil {
		return "", err
	}
	return a.ID, journal.Record(ctx, tx, by, day, access.AdoptExemplar, "exemplar:"+a.Exemplar, a)
}

func update(ctx context.Context, tx *store.Tx, e Exemplar) error {
	_, err := tx.Exec(ctx, `UPDATE exemplar SET state = $1, steps = $2 WHERE id = $3`, e.State, store.Text(e.Steps), e.ID)
	return err
}

// ground is the exemplar with its season, by its own id: no season named beside
// it is believed.
func ground(ctx context.Context, tx *store.Tx, id string) (Exemplar, season.Season, error) {
	e, err := ByID(ctx, tx, id)
	if err != nil {
		return e, season.Season{}, err
	}
	year, err := season.ByID(ctx, tx, e.Season)
	return e, year, err
}
