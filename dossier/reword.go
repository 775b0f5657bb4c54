package dossier

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// MayChange reports whether whoever nominates may still change that part of the
// dossier: the council has not judged it, and it lies open at the cluster or was
// reopened for that part.
func (n Nomination) MayChange(p Part) bool { return n.Status.MayBecome(Passed) && n.open(p) == nil }

// Reword changes why the candidate is proposed. Who is proposed for what is
// never rewritten. The journal keeps what stood there before.
func Reword(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, reason string) error {
	n, s, err := held(ctx, tx, by, access.Nominate, id)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if !n.Status.MayBecome(Passed) {
		return notNow(n)
	}
	if err := n.open(FactsPart); err != nil {
		return err
	}
	y, err := groundOf(ctx, tx, s)
	if err != nil {
		return err
	}
	before := n.Reason
	n.Reason = reason
	if err := n.place(y); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE nomination SET reason = $1 WHERE id = $2`, n.Reason, n.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+n.ID, map[string]any{"reason": n.Reason, "before": before})
}
