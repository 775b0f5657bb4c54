package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Move is a step of a dossier as somebody takes it.
type Move struct {
	Step   StepName
	On     vi.Day // when it was done on paper; zero = the day it is recorded
	Reason string // why it goes back, is recalled or reopened
	Number string // number of the document it went with; may be empty
	Parts  []Part // what is reopened
	DueOn  vi.Day // until when whoever has it must act, where no rule known here sets a limit; zero = none
}

// Take takes a dossier one step along the way. Reception is an act of its own:
// see ReceiveForAppraisal.
func Take(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, m Move) error {
	if m.Step == Receive {
		return refusal.Field("step", "Tiếp nhận phải ghi quy định áp dụng: dùng mẫu tiếp nhận.")
	}
	n, row, err := mayTake(ctx, tx, by, id, m.Step)
	if err != nil {
		return err
	}
	if m, err = m.checked(ctx, tx, row, n, day); err != nil {
		return err
	}
	if err := row.Guard.hold(ctx, tx, n, m.On); err != nil {
		return err
	}
	return n.move(ctx, tx, by, day, row, m, "")
}

// mayTake reads the dossier and its next step, and refuses whoever may not take it.
func mayTake(ctx context.Context, tx *store.Tx, by access.Actor, id string, step StepName) (n Nomination, row Step, err error) {
	if n, err = ByID(ctx, tx, id); err != nil {
		return n, row, err
	}
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return n, row, err
	}
	row, leads := StepFrom(n.Place, step)
	act := row.Act
	if !leads {
		act = actOf(step)
	}
	if err := season.Permit(by, act, "", s); err != nil {
		return n, row, err
	}
	switch {
	case !leads:
		return n, row, refusal.New(refusal.Closed, fmt.Sprintf("Hồ sơ đang ở bước “%s”, không %s được.", n.Place.Label(), vi.LowerFirst(step.Label())))
	case !n.UnderWay():
		return n, row, refusal.New(refusal.Closed, fmt.Sprintf("Đề nghị “%s”: hồ sơ không đi tiếp.", vi.LowerFirst(n.Status.Label())))
	}
	return n, row, nil
}

// actOf is the permission a step needs wherever it starts.
func actOf(step StepName) access.Act {
	i := slices.IndexFunc(Way, func(s Step) bool { return s.Name == step })
	if i < 0 {
		return access.ForwardDossier
	}
	return Way[i].Act
}

// checked tidies what was written of the move and refuses what cannot be.
func (m Move) checked(ctx context.Context, tx *store.Tx, row Step, n Nomination, day vi.Day) (Move, error) {
	if m.On.IsZero() {
		m.On = day
	}
	faults := []error{refusal.Texts(refusal.Text{Field: "reason", Value: &m.Reason}, refusal.Text{Field: "number", Value: &m.Number})}
	last, err := lastDay(ctx, tx, n.ID)
	switch {
	case err != nil:
		return m, err
	case day.Before(m.On):
		faults = append(faults, refusal.Field("on", "Ngày thực hiện chưa tới."))
	case m.On.Before(last):
		faults = append(faults, refusal.Field("on", fmt.Sprintf("Bước trước làm ngày %s, bước này không thể sớm hơn.", last.Short())))
	}
	if row.Why && m.Reason == "" {
		faults = append(faults, refusal.Field("reason", row.Name.Label()+" thì phải ghi lý do."))
	}
	if !m.DueOn.IsZero() && m.DueOn.Before(m.On) {
		faults = append(faults, refusal.Field("due_on", "Hạn không thể trước ngày thực hiện."))
	}
	return m, errors.Join(append(faults, m.checkParts(row))...)
}

// checkParts refuses a reopening of nothing, or of what is no part.
func (m *Move) checkParts(row Step) error {
	if row.Name != Reopen {
		m.Parts = nil
		return nil
	}
	if len(m.Parts) == 0 {
		return refusal.Field("parts", "Chọn những phần được mở lại; muốn mở cả hồ sơ thì trả lại.")
	}
	m.Parts = slices.Compact(slices.Sorted(slices.Values(m.Parts)))
	for _, p := range m.Parts {
		if p.Label() == "" {
			return refusal.Field("parts", fmt.Sprintf("Hồ sơ không có phần tên “%s”.", p))
		}
	}
	return nil
}

// move puts the dossier where the step leads and the step into its history.
func (n Nomination) move(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, row Step, m Move, verdict string) error {
	from := n.Place
	n.Place, n.OpenParts = row.To, m.Parts
	if row.To == AtCluster {
		n.ReceivedOn, n.Regime, n.RegimeReason, n.LawKnown = vi.Day{}, "", "", store.Time{}
	}
	var err error
	if n.DueOn, n.DueRule, err = n.due(row, m); err != nil {
		return err
	}
	if err := lay(ctx, tx, n, from); err != nil {
		return err
	}
	if err := remember(ctx, tx, by, n, row, m, verdict); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, row.Act, "nomination:"+n.ID, map[string]any{"step": row.Name, "from": from, "to": row.To, "on": m.On,
		"due": n.DueOn, "reason": m.Reason, "number": m.Number, "parts": m.Parts, "regime": n.Regime})
}
