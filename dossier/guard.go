package dossier

import (
	"context"
	"fmt"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// hold refuses the step unless what the guard says is so on the day.
func (g Guard) hold(ctx context.Context, tx *store.Tx, n Nomination, on vi.Day) error {
	if g == Unguarded {
		return nil
	}
	if err := NotFrozen(ctx, tx, n, on); err != nil {
		return err
	}
	switch g {
	case OpinionsIn:
		return opinionsIn(ctx, tx, n.ID, on)
	case CouncilSays:
		if n.Status != Passed {
			return refusal.New(refusal.Unsatisfied, "Hội đồng chưa thông qua: ghi kết quả xét của Hội đồng trước.")
		}
	case Higher:
		if n.province(on) {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s do tỉnh quyết định, không trình Bộ Nội vụ.", n.Title))
		}
	}
	return nil
}

// opinionsIn refuses while an opinion is still awaited or the public is still
// asked. An agency that let its limit pass does not hold the dossier up.
func opinionsIn(ctx context.Context, tx *store.Tx, id string, on vi.Day) error {
	asked, err := OpinionsOf(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, o := range asked {
		if o.Open() && !o.Late(on) {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Còn chờ ý kiến của %s đến hết ngày %s.", o.Agency, o.DueOn.Short()))
		}
	}
	public, err := ConsultationsOf(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, c := range public {
		if c.EndedOn.IsZero() {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Việc lấy ý kiến công khai trên %s chưa kết thúc.", c.Medium))
		}
	}
	return nil
}
