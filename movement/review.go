package movement

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// RecordReview records a review of a movement and returns its id. Who launched it
// reviews it. There is one tổng kết; a second is a Conflict.
func RecordReview(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, r Review) (id string, err error) {
	g, err := groundOf(ctx, tx, r.Movement, "")
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.ReviewMovement, "", g.year); err != nil {
		return "", err
	}
	if err := g.checkReview(day, r); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "text", Value: &r.Text}); err != nil {
		return "", err
	}
	if r.Text == "" {
		return "", refusal.Field("text", "Chưa ghi nội dung sơ kết, tổng kết.")
	}
	r.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO movement_review (id, movement_id, kind, on_day, wording, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6)`, r.ID, r.Movement, r.Kind, r.On, r.Text, r.Sample); err != nil {
		return "", err
	}
	return r.ID, journal.Record(ctx, tx, by, day, access.ReviewMovement, "movement_review:"+r.ID, r)
}

func (g ground) checkReview(day vi.Day, r Review) error {
	if err := g.year.StillOpen(day, "phong trào"); err != nil {
		return err
	}
	switch {
	case r.Kind.Label() == "":
		return refusal.Field("kind", "Chỉ có sơ kết (interim) và tổng kết (final).")
	case r.Kind == Final && g.finals > 0:
		return refusal.New(refusal.Conflict, fmt.Sprintf("Phong trào “%s” đã được tổng kết.", g.name))
	case r.On.Before(g.launchedOn):
		return refusal.Field("on", fmt.Sprintf("%s (%s) diễn ra trước khi phát động (%s).", r.Kind.Label(), r.On.Short(), g.launchedOn.Short()))
	case r.On.After(day):
		return refusal.Field("on", fmt.Sprintf("Ngày %s (%s) ở sau ngày ghi (%s).", vi.LowerFirst(r.Kind.Label()), r.On.Short(), day.Short()))
	}
	return nil
}

// StateResults records what the movement achieved, once it shows; who launched
// it says so. Stating it again puts the text right, and the journal keeps both.
func StateResults(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, movementID, results string) error {
	g, err := groundOf(ctx, tx, movementID, "")
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.ReviewMovement, "", g.year); err != nil {
		return err
	}
	if err := g.year.StillOpen(day, "phong trào"); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "results", Value: &results}); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE movement SET results = $1 WHERE id = $2`, results, movementID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ReviewMovement, "movement:"+movementID, map[string]string{"results": results})
}
