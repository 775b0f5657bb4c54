package scoring

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// ReopenSelf lets a unit change some criteria of its own sheet until the day,
// with a reason; a unit that has not sent its sheet may be given the whole of it.
// The head reopens another unit's only, the standing body any. What was sent
// counts until the unit sends again.
func ReopenSelf(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, turn int64, o Opening) error {
	d, err := openSelf(ctx, tx, by, access.ReopenSheet, day, seasonID, unit, turn)
	if err != nil {
		return err
	}
	if o.Reason, err = reasonGiven(o.Reason); err != nil {
		return err
	}
	if err := d.mayReopen(o); err != nil {
		return err
	}
	o.On, o.By, o.EndedOn = day, by.Name, vi.Day{}
	s := &d.sheet
	s.Openings = append(slices.Clone(s.Openings), o)
	s.Turn++
	s.Revision++
	if s.ID == "" {
		d.begin()
	}
	if err := putSelf(ctx, tx, *s); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ReopenSheet, "score_sheet:"+s.ID, o)
}

func (d *selfDesk) mayReopen(o Opening) error {
	if err := d.year.StillOpen(d.day, "phiếu tự chấm"); err != nil {
		return err
	}
	switch {
	case o.Until.IsZero():
		return refusal.Field("until", "Hãy ghi ngày hết hạn mở lại.")
	case o.Until.Before(d.day):
		return refusal.Field("until", fmt.Sprintf("Hạn mở lại (%s) đã qua.", o.Until.Short()))
	case len(o.Criteria) == 0 && d.sheet.State == Submitted:
		return refusal.Field("criteria", "Hãy chọn tiêu chí được mở lại.")
	case d.sheet.State == Draft && inSelfScoring(d.year, d.day) == nil:
		return refusal.New(refusal.Conflict, "Đơn vị chưa nộp phiếu và vẫn còn hạn tự chấm, không cần mở lại.")
	}
	leaves := d.leaves()
	for _, code := range o.Criteria {
		if _, known := leaves[code]; !known {
			return refusal.Field("criteria", fmt.Sprintf("Bộ quy tắc không có tiêu chí “%s” để chấm.", code))
		}
	}
	return nil
}

// SelfScore computes the unit's own sheet as it stands at the desk, by its own
// figures alone: what a leaf is worth beside the others' results nobody may know
// before they are public (scoring.md, "Who scores").
func SelfScore(rules season.Rules, member cluster.Member, s SelfSheet) Result {
	sheet := s.Sheet
	sheet.Marks, sheet.State = s.Now(), Submitted
	return Compute(rules, []cluster.Member{member}, []Sheet{sheet})
}
