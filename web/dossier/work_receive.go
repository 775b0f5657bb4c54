package dossier

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// reception is the page on which a dossier is received for appraisal.
type reception struct {
	dossier.Nomination
	form work.Form
}

func receiving(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	return receivePage(v, reception{Nomination: n, form: f}), err
}

func (r reception) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: r.form.Get(name), Error: r.form.Err(name)}
}

func receive(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	r := dossier.Reception{Regime: f.Get("regime"), Reason: f.Get("reason"), Number: f.Get("number")}
	var faults [2]error
	r.On, faults[0] = f.Day("on")
	r.DueOn, faults[1] = f.Day("due_on")
	if err := errors.Join(faults[:]...); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.ReceiveDossier)
	return work.Done{To: v.Lam("de-nghi", n.ID, "duong-di"), Say: ui.Words{Vietnamese: "Đã tiếp nhận hồ sơ.", English: "Received."}},
		dossier.ReceiveForAppraisal(ctx, tx, by, v.Today, n.ID, r)
}
