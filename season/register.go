package season

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Register records what a member strives for; each registers for itself, once a
// year, within the pledge phase's dates.
func Register(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, r Registration) error {
	if err := access.Check(by, access.Register, r.Unit); err != nil {
		return err
	}
	if err := r.clean(day); err != nil {
		return err
	}
	if err := mayRegister(ctx, tx, seasonID, r); err != nil {
		return err
	}
	added, err := tx.Exec(ctx, `INSERT INTO registration (season_id, unit_id, day, titles, illustrative)
		VALUES ($1, $2, $3, $4, $5) ON CONFLICT (season_id, unit_id) DO NOTHING`,
		seasonID, r.Unit, r.Day, store.Text(r.Titles), r.Sample)
	if err != nil {
		return err
	}
	if added == 0 {
		return refusal.New(refusal.Conflict, "Đơn vị này đã đăng ký thi đua năm nay.")
	}
	return record(ctx, tx, by, day, access.Register, seasonID, r)
}

// clean works on a copy of the titles, as an act may run more than once.
func (r *Registration) clean(day vi.Day) error {
	if r.Day.After(day) {
		return refusal.Field("day", fmt.Sprintf("Ngày đăng ký (%s) ở sau ngày ghi (%s).", r.Day.Short(), day.Short()))
	}
	r.Titles = slices.Clone(r.Titles)
	texts := make([]refusal.Text, len(r.Titles))
	for i := range r.Titles {
		texts[i] = refusal.Text{Field: fmt.Sprintf("titles[%d]", i), Value: &r.Titles[i]}
	}
	return refusal.Texts(texts...)
}

func mayRegister(ctx context.Context, tx *store.Tx, seasonID string, r Registration) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := s.NotClosed("đăng ký thi đua"); err != nil {
		return err
	}
	if err := s.Calendar.Open(Pledging, r.Day); err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(roster, func(m cluster.Member) bool { return m.Unit == r.Unit }) {
		return refusal.Field("unit", "Đơn vị này không phải thành viên của cụm trong năm thi đua.")
	}
	return nil
}
