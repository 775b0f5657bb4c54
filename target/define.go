package target

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

// Define puts an indicator of the season on record and returns its id. A code
// used already in the season is a Conflict.
func Define(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, i Indicator) (id string, err error) {
	s, err := season.ByID(ctx, tx, i.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.AssignTarget, "", s); err != nil {
		return "", err
	}
	if err := s.StillOpen(day, "chỉ tiêu"); err != nil {
		return "", err
	}
	if err := i.clean(); err != nil {
		return "", err
	}
	if err := checkMovement(ctx, tx, i); err != nil {
		return "", err
	}
	i.ID, i.Targets = store.NewID(), nil
	added, err := tx.Exec(ctx, `INSERT INTO indicator (id, season_id, code, name, measure, direction, movement_id, assigned_by, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, NULLIF($7, ''), $8, $9) ON CONFLICT (season_id, code) DO NOTHING`,
		i.ID, i.Season, i.Code, i.Name, i.Measure, i.Direction, i.Movement, i.AssignedBy, i.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Chỉ tiêu mã “%s” đã có trong năm thi đua này.", i.Code))
	}
	return i.ID, journal.Record(ctx, tx, by, day, access.AssignTarget, "indicator:"+i.ID, i)
}

// checkMovement refuses a movement of another season.
func checkMovement(ctx context.Context, tx *store.Tx, i Indicator) error {
	if i.Movement == "" {
		return nil
	}
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM movement WHERE id = $1 AND season_id = $2`, i.Movement, i.Season)
	if err == nil && n == 0 {
		return refusal.Field("movement", "Năm thi đua này không có phong trào ấy.")
	}
	return err
}

// clean puts the indicator's texts in order and refuses what cannot be.
func (i *Indicator) clean() error {
	if err := refusal.Texts(refusal.Text{Field: "code", Value: &i.Code}, refusal.Text{Field: "name", Value: &i.Name}, refusal.Text{Field: "measure", Value: &i.Measure}, refusal.Text{Field: "assigned_by", Value: &i.AssignedBy}); err != nil {
		return err
	}
	switch {
	case i.Code == "":
		return refusal.Field("code", "Chỉ tiêu phải có mã.")
	case i.Name == "":
		return refusal.Field("name", "Chỉ tiêu phải có tên.")
	case i.Direction != More && i.Direction != Less:
		return refusal.Field("direction", "Phải ghi rõ chỉ tiêu càng cao càng tốt (more) hay càng thấp càng tốt (less).")
	}
	return nil
}
