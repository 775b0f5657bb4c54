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

// Launch puts a movement of the season on record and returns its id. A second
// one of the same name, accents apart, is a Conflict.
func Launch(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, m Movement) (id string, err error) {
	s, err := season.ByID(ctx, tx, m.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.LaunchMovement, "", s); err != nil {
		return "", err
	}
	if err := s.StillOpen(day, "phong trào"); err != nil {
		return "", err
	}
	if err := m.clean(); err != nil {
		return "", err
	}
	m.ID = store.NewID()
	added, err := tx.Exec(ctx, `INSERT INTO movement (id, season_id, name, fold, kind, launched_on, ends_on, launched_by, period_text, results, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (season_id, fold) DO NOTHING`,
		m.ID, m.Season, m.Name, vi.Fold(m.Name), m.Kind, m.LaunchedOn, m.EndsOn, m.LaunchedBy, m.Period, m.Results, m.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Phong trào “%s” đã có trong năm thi đua này.", m.Name))
	}
	return m.ID, journal.Record(ctx, tx, by, day, access.LaunchMovement, "movement:"+m.ID, m)
}

// clean puts the movement's texts in order and refuses what cannot be.
func (m *Movement) clean() error {
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &m.Name}, refusal.Text{Field: "launched_by", Value: &m.LaunchedBy}, refusal.Text{Field: "period", Value: &m.Period}, refusal.Text{Field: "results", Value: &m.Results}); err != nil {
		return err
	}
	switch {
	case m.Name == "":
		return refusal.Field("name", "Phong trào phải có tên.")
	case m.Kind != "" && m.Kind.Label() == "":
		return refusal.Field("kind", "Phong trào là thường xuyên (regular) hoặc theo đợt, chuyên đề (campaign).")
	case m.EndsOn.Before(m.LaunchedOn):
		return refusal.Field("ends_on", fmt.Sprintf("Phong trào kết thúc (%s) trước khi phát động (%s).", m.EndsOn.Short(), m.LaunchedOn.Short()))
	}
	return nil
}
