package evidence

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Describe puts right what the unit says of its file.
func Describe(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, a About) error {
	e, err := own(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if err := a.clean(day); err != nil {
		return err
	}
	e.Kind, e.Description, e.Day, e.Sensitive = a.kind(e.Format), a.Description, a.Day, a.Sensitive
	if err := update(ctx, tx, e); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepEvidence, "evidence:"+e.ID, a)
}

// Retire takes the file out of what may be cited anew, with the reason. It
// stays where it was cited: nothing is deleted.
func Retire(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, why string) error {
	e, err := own(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "ly-do", Value: &why}); err != nil {
		return err
	}
	switch {
	case e.Retired():
		return refusal.New(refusal.Conflict, "Minh chứng này đã ngừng dùng từ "+e.RetiredOn.Short()+".")
	case why == "":
		return refusal.Field("ly-do", "Phải ghi lý do ngừng dùng.")
	}
	e.RetiredOn, e.RetiredWhy = day, why
	if err := update(ctx, tx, e); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepEvidence, "evidence:"+e.ID, map[string]string{"retired": why})
}

// UseAgain takes a retired file back into use.
func UseAgain(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	e, err := own(ctx, tx, by, id)
	if err != nil {
		return err
	}
	return useAgain(ctx, tx, by, day, &e)
}

// own is a file of the actor's own unit. To everybody else it is not there.
func own(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Evidence, error) {
	e, err := ByID(ctx, tx, id)
	if err != nil {
		return e, err
	}
	if !MayRead(by, e) {
		return e, NotFound()
	}
	return e, access.Check(by, access.KeepEvidence, e.Unit)
}
