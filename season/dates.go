package season

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// DateChange is one change of a phase's dates.
type DateChange struct {
	Day         vi.Day
	Phase       Phase
	Was, Became Span
	Reason      string // empty where none was needed
	By          string
}

// Later reports whether the phase's last day was put off.
func (d DateChange) Later() bool { return d.Was.To.Before(d.Became.To) }

// Mark stands for the dates as somebody saw them: whoever changes them names
// it, so that nobody overwrites what another just set.
func (c Calendar) Mark() string {
	sum := sha256.Sum256([]byte(store.Text(c)))
	return hex.EncodeToString(sum[:8])
}

// Redate sets the phases' dates. seen is the Mark of the dates that the change
// was made from. The last day of a phase that has begun is changed only with a
// reason, and is never brought forward to a day gone by while it still runs:
// what was sent in time would then be late.
func Redate(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, seen string, c Calendar, reason string) error {
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := Permit(by, access.SetDates, "", s); err != nil {
		return err
	}
	if err := s.NotClosed("ngày"); err != nil {
		return err
	}
	if seen != s.Calendar.Mark() {
		return refusal.New(refusal.Conflict, "Có người vừa sửa các ngày này nên chưa ghi gì. Trang này hiện những gì đồng chí đã nhập; ngày đang có hiệu lực ghi bên cạnh.")
	}
	c, err = c.tidy()
	changes := s.changes(c)
	if err := errors.Join(err, s.checkDates(c, changes, day, reason)); err != nil {
		return err
	}
	if len(changes) == 0 {
		return nil
	}
	s.Calendar = c
	if err := update(ctx, tx, s); err != nil {
		return err
	}
	return keepChanges(ctx, tx, by, day, s.ID, changes, reason)
}

// tidy leaves out phases of which nothing is said, and puts places into the
// form in which they are kept.
func (c Calendar) tidy() (Calendar, error) {
	var tidied Calendar
	var faults []error
	for _, s := range c {
		if err := refusal.Texts(refusal.Text{Field: string(s.Phase) + ".place", Value: &s.Place}); err != nil {
			faults = append(faults, err)
		}
		if !s.From.IsZero() || !s.To.IsZero() || s.Place != "" {
			tidied = append(tidied, s)
		}
	}
	return tidied, errors.Join(faults...)
}

// changes are the phases whose dates or place are others in c, in order.
func (s Season) changes(c Calendar) (all []DateChange) {
	for _, p := range Phases {
		was, _ := s.Calendar.Of(p)
		became, _ := c.Of(p)
		if was.From != became.From || was.To != became.To || was.Place != became.Place {
			was.Phase, became.Phase = p, p
			all = append(all, DateChange{Phase: p, Was: was, Became: became})
		}
	}
	return all
}

func (s Season) checkDates(c Calendar, changes []DateChange, day vi.Day, reason string) error {
	var faults []error
	for _, f := range c.Faults() {
		faults = append(faults, refusal.Field(string(c[f.Index].Phase)+"."+f.Field, f.Sentence))
	}
	for _, x := range changes {
		if running := !x.Was.To.IsZero() && !x.Was.To.Before(day); running && x.Became.To.Before(day) {
			faults = append(faults, refusal.Field(string(x.Phase)+".to", fmt.Sprintf("Hạn %s chưa hết, không lùi về ngày đã qua: những gì gửi đúng hạn sẽ thành muộn.", x.Was.To.Short())))
		}
		if reason == "" && s.begun(x, day) {
			faults = append(faults, refusal.Field("reason", fmt.Sprintf("Bước “%s” đã bắt đầu: đổi hạn phải ghi lý do.", x.Phase.Label())))
		}
	}
	return errors.Join(faults...)
}

// begun reports whether the phase whose last day changes runs already or is
// over.
func (s Season) begun(x DateChange, day vi.Day) bool {
	if x.Was.To.IsZero() || x.Was.To == x.Became.To {
		return false
	}
	return x.Phase.Index() <= s.Phase.Index() || x.Was.To.Before(day) || !x.Was.From.IsZero() && !day.Before(x.Was.From)
}

func keepChanges(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, changes []DateChange, reason string) error {
	for _, x := range changes {
		if _, err := tx.Exec(ctx, `INSERT INTO season_date_change (id, season_id, day, phase, was, became, reason, changed_by)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, store.NewID(), seasonID, day, x.Phase, store.Text(x.Was), store.Text(x.Became), reason, by.Name); err != nil {
			return err
		}
	}
	return record(ctx, tx, by, day, access.SetDates, seasonID, map[string]any{"changes": changes, "reason": reason})
}

// DateChanges returns every change of the year's dates, oldest first.
func DateChanges(ctx context.Context, tx *store.Tx, seasonID string) ([]DateChange, error) {
	type row struct {
		DateChange
		was, became store.JSON[Span]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.Day, &r.Phase, &r.was, &r.became, &r.Reason, &r.By}
	}, `SELECT day, phase, was, became, reason, changed_by FROM season_date_change WHERE season_id = $1 ORDER BY id`, seasonID)
	all := make([]DateChange, len(rows))
	for i, r := range rows {
		all[i] = r.DateChange
		all[i].Was, all[i].Became = r.was.V, r.became.V
	}
	return all, err
}
