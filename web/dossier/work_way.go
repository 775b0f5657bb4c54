package dossier

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// way is a dossier's way up as its page shows it.
type way struct {
	dossier.Nomination
	form  work.Form
	taken []dossier.Taken
	steps []dossier.Step // that the reader may take here and now
}

// wayUp sets where the dossier lies, what it went through, and the next steps
// that are the reader's.
func wayUp(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	w := way{Nomination: n, form: f}
	if w.taken, err = dossier.History(ctx, tx, n.ID); err != nil {
		return nil, err
	}
	if n.UnderWay() {
		for _, s := range dossier.StepsFrom(n.Place) {
			if _, may := v.Capacity(s.Act); may {
				w.steps = append(w.steps, s)
			}
		}
	}
	return wayPage(v, w), nil
}

// receivable reports whether the reader may receive the dossier now.
func (w way) receivable() bool {
	return slices.ContainsFunc(w.steps, func(s dossier.Step) bool { return s.Name == dossier.Receive })
}

// choices are the next steps but reception, which has a page of its own.
func (w way) choices() (all []ui.Option) {
	for _, s := range w.steps {
		if s.Name != dossier.Receive {
			all = append(all, ui.Option{Value: string(s.Name), Label: s.Name.Label()})
		}
	}
	return all
}

func (w way) reopens() bool {
	return slices.ContainsFunc(w.steps, func(s dossier.Step) bool { return s.Name == dossier.Reopen })
}

func (w way) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: w.form.Get(name), Error: w.form.Err(name)}
}

func (w way) stepField(label string) ui.Field {
	f := w.field("step", label)
	if all := w.choices(); f.Value == "" && len(all) == 1 {
		f.Value = all[0].Value
	}
	return f
}

// partsNamed are the parts in words, one after another.
func partsNamed(parts []dossier.Part) string {
	var names []string
	for _, p := range parts {
		names = append(names, vi.LowerFirst(p.Label()))
	}
	return strings.Join(names, "; ")
}

// takeStep takes the step that was chosen.
func takeStep(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	m := dossier.Move{Step: dossier.StepName(f.Get("step")), Reason: f.Get("reason"), Number: f.Get("number")}
	for _, p := range f.All("parts") {
		m.Parts = append(m.Parts, dossier.Part(p))
	}
	var faults [2]error
	m.On, faults[0] = f.Day("on")
	m.DueOn, faults[1] = f.Day("due_on")
	if err := errors.Join(faults[:]...); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(actFor(n, m.Step))
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi bước: " + vi.LowerFirst(m.Step.Label()) + ".", English: "The step is recorded."}},
		dossier.Take(ctx, tx, by, v.Today, n.ID, m)
}

// actFor is the permission that the step needs from where the dossier lies.
func actFor(n dossier.Nomination, step dossier.StepName) access.Act {
	if s, leads := dossier.StepFrom(n.Place, step); leads {
		return s.Act
	}
	return access.ForwardDossier
}

// placeTone colours where a dossier lies.
func placeTone(n dossier.Nomination, today vi.Day) ui.Tone {
	switch {
	case !n.UnderWay():
		return ui.Plain
	case !n.DueOn.IsZero() && n.DueOn.Before(today):
		return ui.Late
	case n.Place == dossier.Reopened:
		return ui.Due
	}
	return ui.Done
}
