package dossier

import (
	"cmp"
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Wording is what may be put right of a nomination: why the candidate is
// proposed, and for what kind of achievement.
type Wording struct {
	Reason   string            `json:"reason"`
	Category rulebook.Category `json:"category"` // empty leaves it as it is
}

// MayChange reports whether whoever nominates may still change that part of the
// dossier: the council has not judged it, and it lies open at the cluster or was
// reopened for that part.
func (n Nomination) MayChange(p Part) bool { return n.Status.MayBecome(Passed) && n.open(p) == nil }

// Reword changes why the candidate is proposed, and for what kind of
// achievement. Who is proposed for what is never rewritten. The journal keeps
// what stood there before.
func Reword(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, w Wording) error {
	n, s, err := held(ctx, tx, by, access.Nominate, id)
	if err != nil {
		return err
	}
	w.Category = cmp.Or(w.Category, n.Category)
	if err := errors.Join(refusal.Texts(refusal.Text{Field: "reason", Value: &w.Reason}), checkCategory(w.Category)); err != nil {
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
	before := Wording{n.Reason, n.Category}
	n.Reason, n.Category = w.Reason, w.Category
	if err := n.alone(ctx, tx); err != nil {
		return err
	}
	if err := n.place(y); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE nomination SET reason = $1, category = $2 WHERE id = $3`, n.Reason, n.Category, n.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+n.ID, map[string]any{"reason": n.Reason, "category": n.Category, "before": before})
}

// alone refuses a nomination whose candidate has another for the same title and
// kind of achievement.
func (n Nomination) alone(ctx context.Context, tx *store.Tx) error {
	list, err := OfSeason(ctx, tx, n.Season)
	others := among{}
	for _, x := range list {
		if x.ID != n.ID {
			others.add(x)
		}
	}
	if x, twice := others.find(n); twice {
		return proposedTwice(x)
	}
	return err
}
