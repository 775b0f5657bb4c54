package season

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Enrol records the members of a cluster's year with their head and deputy. Who
// is a member stands still once the members begin to score, and nothing changes
// once the results are public; a unit that registered or signed the pledge is
// not taken out. seen is the cluster.Mark of the roster the change was made
// from; empty asks for no such care.
func Enrol(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e cluster.Enrolment, seen string) error {
	s, err := ofLabel(ctx, tx, e.Cluster, e.Label)
	if err != nil && !refusal.Is(err, refusal.NotFound) {
		return err
	}
	if err := (Season{Cluster: e.Cluster}).Within(by); err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, e.Cluster, e.Label)
	if err != nil {
		return err
	}
	if seen != "" && seen != cluster.Mark(roster) {
		return refusal.New(refusal.Conflict, "Có người vừa sửa danh sách này nên chưa ghi gì. Xin mở lại trang, xem danh sách mới rồi ghi lần nữa.")
	}
	if s.ID == "" {
		return cluster.Enrol(ctx, tx, by, day, e)
	}
	if err := s.mayEnrol(ctx, tx, day, roster, e); err != nil {
		return err
	}
	if err := cluster.Enrol(ctx, tx, by, day, e); err != nil {
		return err
	}
	return s.recount(ctx, tx, len(roster), len(e.Members))
}

// ofLabel is the cluster's year of that label.
func ofLabel(ctx context.Context, tx *store.Tx, clusterID, label string) (Season, error) {
	year, err := cluster.ParseYear(label)
	if err != nil {
		return Season{}, err
	}
	r, err := store.One(ctx, tx, (*row).into, `SELECT `+columns+` FROM season WHERE cluster_id = $1 AND label = $2`, clusterID, year.String())
	if errors.Is(err, store.ErrNone) {
		return Season{}, refusal.New(refusal.NotFound, "Cụm chưa mở năm thi đua này.")
	}
	return r.season(), err
}

func (s Season) mayEnrol(ctx context.Context, tx *store.Tx, day vi.Day, roster []cluster.Member, e cluster.Enrolment) error {
	if err := s.StillOpen(day, "danh sách thành viên"); err != nil {
		return err
	}
	var left []cluster.Member
	for _, m := range roster {
		if !slices.Contains(e.Members, m.Unit) {
			left = append(left, m)
		}
	}
	same := len(left) == 0 && len(e.Members) == len(roster)
	if !same && s.Phase.Index() >= SelfScoring.Index() {
		return refusal.New(refusal.Closed, fmt.Sprintf("Năm thi đua đang ở bước “%s”: từ khi chấm điểm, danh sách thành viên giữ nguyên; chỉ đổi được trưởng cụm, phó trưởng cụm.", s.Phase.Label()))
	}
	return s.notBound(ctx, tx, left)
}

// notBound refuses to take out a unit that has bound itself in the year.
func (s Season) notBound(ctx context.Context, tx *store.Tx, left []cluster.Member) error {
	if len(left) == 0 {
		return nil
	}
	registered, err := Registrations(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	var faults []error
	for _, m := range left {
		if slices.Contains(s.Pledge.Units, m.Unit) || slices.ContainsFunc(registered, func(r Registration) bool { return r.Unit == m.Unit }) {
			faults = append(faults, refusal.Field("members", fmt.Sprintf("%s đã ký giao ước hoặc đăng ký thi đua năm %s, không đưa ra khỏi danh sách được.", m.Name, s.Label)))
		}
	}
	return errors.Join(faults...)
}

// recount keeps the number of members true where the roster named them all.
func (s Season) recount(ctx context.Context, tx *store.Tx, before, after int) error {
	if before == after || !s.Complete(before) && before > 0 {
		return nil
	}
	_, err := tx.Exec(ctx, `UPDATE season SET members_count = $1 WHERE id = $2`, after, s.ID)
	return err
}
