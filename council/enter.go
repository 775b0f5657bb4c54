package council

import (
	"context"

	"thidua/access"
	"thidua/award"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Enter records the decision of a level above on one nomination that no council
// here voted on: it enters the register with its award and its bonus money, as a
// decision drawn from a meeting does (see Draw), and takes the nomination to
// decided.
func Enter(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, nomination string, d award.Decision) error {
	n, err := dossier.ByID(ctx, tx, nomination)
	if err != nil {
		return err
	}
	if err := dossier.Decide(ctx, tx, by, day, n.ID, dossier.Decided, dossier.Decision{Number: d.Number, Day: d.Day, By: d.Authority}); err != nil {
		return err
	}
	if err := CheckAuthority(d.Authority, n, d.Day); err != nil {
		return err
	}
	listed, err := store.One(ctx, tx, func(x *int) []any { return []any{x} }, `SELECT count(*) FROM council_item WHERE nomination_id = $1`, n.ID)
	if err != nil {
		return err
	}
	if listed > 0 {
		return refusal.New(refusal.Conflict, "Hồ sơ này đã đưa ra Hội đồng: lập quyết định từ kết quả của cuộc họp, ở trang Hội đồng.")
	}
	if err := dossier.NotFrozen(ctx, tx, n, day); err != nil {
		return err
	}
	d.Sample = n.Sample
	awards, err := awardsOf(ctx, tx, d, []dossier.Nomination{n})
	if err != nil {
		return err
	}
	id, err := award.Record(ctx, tx, by, day, d, awards)
	if err != nil {
		return named(err)
	}
	return listMoney(ctx, tx, by, day, id)
}
