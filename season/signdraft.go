package season

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// SignDraft records that the members signed the draft, as it stood at the
// revision, on a day: it becomes the next version of the rules, and is no draft
// any more.
func SignDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, revision int64, signedOn vi.Day) error {
	d, err := editable(ctx, tx, by, day, seasonID, revision)
	if err != nil {
		return err
	}
	last, err := RulesOf(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := d.signable(last, day, signedOn); err != nil {
		return err
	}
	r := d.Rules
	r.SignedOn = signedOn
	if err := Sign(ctx, tx, by, day, seasonID, r); err != nil {
		return err
	}
	return d.put(ctx, tx, by, day, seasonID, "signed", "", "", nil)
}

func (d Draft) signable(last Rules, day, signedOn vi.Day) error {
	switch {
	case !d.Written:
		return refusal.New(refusal.Unsatisfied, "Chưa có dự thảo nào để ký.")
	case last.Version > 0 && sameRules(d.Rules, last):
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Dự thảo không khác gì bản %d đã ký.", last.Version))
	case signedOn.IsZero():
		return refusal.Field("signed_on", "Phải ghi ngày các đơn vị ký.")
	case signedOn.After(day):
		return refusal.Field("signed_on", fmt.Sprintf("Ngày ký (%s) ở sau hôm nay (%s).", signedOn.Short(), day.Short()))
	case signedOn.Before(last.SignedOn):
		return refusal.Field("signed_on", fmt.Sprintf("Ngày ký (%s) ở trước ngày ký bản %d (%s).", signedOn.Short(), last.Version, last.SignedOn.Short()))
	}
	return nil
}

// Versions returns every version the members signed, newest first.
func Versions(ctx context.Context, tx *store.Tx, seasonID string) ([]Rules, error) {
	bodies, err := store.All(ctx, tx, func(r *store.JSON[Rules]) []any { return []any{r} },
		`SELECT body FROM season_rules WHERE season_id = $1 ORDER BY version DESC`, seasonID)
	all := make([]Rules, len(bodies))
	for i, b := range bodies {
		all[i] = b.V
	}
	return all, err
}
