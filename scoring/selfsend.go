package scoring

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// SendSelf sends the unit's own sheet as it stands at the desk, in the name of
// whoever presses the button: the unit's officer or its leader, for no rule of a
// cluster read so far asks for both. turn and revision are the sheet's as they
// read it; when it has changed since, they must look again. Of two who send at
// once exactly one does.
func SendSelf(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, turn, revision int64) error {
	d, err := openSelf(ctx, tx, by, access.SelfScore, day, seasonID, unit, turn)
	if err != nil {
		return err
	}
	if err := d.maySend(revision); err != nil {
		return err
	}
	if err := d.ready(ctx, tx); err != nil {
		return err
	}
	if err := season.TakeDuty(ctx, tx, by, seasonID, unit, access.SelfScores); err != nil {
		return err
	}
	s := &d.sheet
	s.Marks, s.State, s.On, s.ScorerName, s.RulesVersion = s.Now(), Submitted, day, by.Name, d.rules.Version
	s.endOpenings(day)
	d.touch(tx.Now, by)
	s.Turn++
	if err := putSelf(ctx, tx, *s); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.SelfScore, "score_sheet:"+s.ID, s.Sheet)
}

// maySend: nothing changed since it was read over, and it is still time.
func (d *selfDesk) maySend(revision int64) error {
	s := d.sheet
	switch reopened := s.Reopened(d.day); {
	case s.ID == "":
		return refusal.New(refusal.Unsatisfied, "Phiếu chưa có điểm nào để nộp.")
	case s.Revision != revision:
		return refusal.New(refusal.Conflict, fmt.Sprintf("%s vừa sửa phiếu lúc %s; hãy xem lại phiếu rồi nộp.", s.SavedBy, Clock(s.SavedAt)))
	case len(reopened) > 0:
		return d.year.StillOpen(d.day, "phiếu tự chấm")
	case s.State == Submitted:
		return d.stale()
	}
	return s.Writable(d.year, d.day, "")
}

// ready refuses a sheet on which something is missing or wrong.
func (d *selfDesk) ready(ctx context.Context, tx *store.Tx) error {
	roster, err := cluster.Roster(ctx, tx, d.year.Cluster, d.year.Label)
	if err != nil {
		return err
	}
	sheet := d.sheet.Sheet
	sheet.Marks, sheet.State = d.sheet.Now(), Submitted
	return joined(Check(d.rules, roster, sheet))
}

func (s *SelfSheet) endOpenings(day vi.Day) {
	for i := range s.Openings {
		if s.Openings[i].EndedOn.IsZero() {
			s.Openings[i].EndedOn = day
		}
	}
}
