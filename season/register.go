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

// mostTitles bounds what one unit registers for.
const mostTitles = 30

// Register records what a member strives for; each registers for itself, once a
// year, within the pledge phase's dates. Whoever registers at a desk does so
// today; a season file may tell of an earlier day, or of none that is known.
func Register(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, r Registration) error {
	if err := mayRegister(ctx, tx, by, day, seasonID, &r); err != nil {
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

// CorrectRegistration puts right what the member registered, as long as the
// phase is open; the journal keeps both. seen are the titles that the
// correction was made from: when somebody of the unit changed them since, it is
// refused.
func CorrectRegistration(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, r Registration, seen []string) error {
	if err := mayRegister(ctx, tx, by, day, seasonID, &r); err != nil {
		return err
	}
	changed, err := tx.Exec(ctx, `UPDATE registration SET day = $1, titles = $2, illustrative = $3 WHERE season_id = $4 AND unit_id = $5 AND titles = $6`,
		r.Day, store.Text(r.Titles), r.Sample, seasonID, r.Unit, store.Text(seen))
	if err != nil {
		return err
	}
	if changed == 0 {
		return refusal.New(refusal.Conflict, "Có người của đơn vị vừa sửa bản đăng ký nên chưa ghi gì. Xin mở lại trang, xem bản mới rồi sửa tiếp.")
	}
	return record(ctx, tx, by, day, access.Register, seasonID, r)
}

// mayRegister checks the permission, the days and the membership, and puts the
// registration in order.
func mayRegister(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, r *Registration) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := Permit(by, access.Register, r.Unit, s); err != nil {
		return err
	}
	if by.Desk() {
		r.Day = day
	}
	if err := r.clean(by, day); err != nil {
		return err
	}
	if err := s.NotClosed("đăng ký thi đua"); err != nil {
		return err
	}
	if err := s.Calendar.Open(Pledging, r.Day); err != nil {
		return err
	}
	return s.mustBeMember(ctx, tx, "unit", r.Unit)
}

// mustBeMember refuses, under the field, a unit that is not on the year's roster.
func (s Season) mustBeMember(ctx context.Context, tx *store.Tx, field, unit string) error {
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err == nil && !slices.ContainsFunc(roster, func(m cluster.Member) bool { return m.Unit == unit }) {
		return refusal.Field(field, "Đơn vị này không phải thành viên của cụm trong năm thi đua.")
	}
	return err
}

// clean works on a copy of the titles, as an act may run more than once. At a
// desk a registration names at least one title, and none twice.
func (r *Registration) clean(by access.Actor, day vi.Day) error {
	if r.Day.After(day) {
		return refusal.Field("day", fmt.Sprintf("Ngày đăng ký (%s) ở sau ngày ghi (%s).", r.Day.Short(), day.Short()))
	}
	r.Titles = slices.Clone(r.Titles)
	texts := make([]refusal.Text, len(r.Titles))
	for i := range r.Titles {
		texts[i] = refusal.Text{Field: fmt.Sprintf("titles[%d]", i), Value: &r.Titles[i]}
	}
	if err := refusal.Texts(texts...); err != nil || !by.Desk() {
		return err
	}
	if len(r.Titles) == 0 {
		return refusal.Field("titles[0]", "Phải ghi ít nhất một danh hiệu, hình thức khen thưởng mà đơn vị phấn đấu.")
	}
	if len(r.Titles) > mostTitles {
		return refusal.Field("titles[0]", fmt.Sprintf("Đăng ký nhiều nhất %d danh hiệu.", mostTitles))
	}
	for i, title := range r.Titles {
		for j := range i {
			if vi.Fold(r.Titles[j]) == vi.Fold(title) {
				return refusal.Field(fmt.Sprintf("titles[%d]", i), fmt.Sprintf("“%s” đã ghi ở trên.", title))
			}
		}
	}
	return nil
}
