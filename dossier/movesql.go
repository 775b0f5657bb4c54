package dossier

import (
	"context"
	"encoding/json"
	"slices"

	"thidua/access"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Taken is one step that a dossier took, as its history keeps it.
type Taken struct {
	ID      string
	Dossier string // nomination id
	Step    StepName
	From    Place
	To      Place
	Person  string // person id; empty for a season file
	Actor   string // who, by name
	Role    access.Role
	On      vi.Day
	DueOn   vi.Day // until when the next one must act; zero = no limit ran
	DueRule string
	Reason  string
	Number  string
	Parts   []Part
	Verdict string // what the law of the day said at reception, as JSON; else empty
	Sample  bool
}

// Judged is what the law said of the candidate when this step received the
// dossier; false for any other step, and for a title of another body.
func (t Taken) Judged() (v rulebook.Verdict, ok bool) {
	return v, t.Verdict != "" && json.Unmarshal([]byte(t.Verdict), &v) == nil
}

// ReceptionOf is the step by which the dossier was received for appraisal, as
// long as it was not returned since; false before.
func ReceptionOf(taken []Taken) (Taken, bool) {
	for _, t := range slices.Backward(taken) {
		switch {
		case t.Step == Receive:
			return t, true
		case t.To == AtCluster:
			return Taken{}, false
		}
	}
	return Taken{}, false
}

// lay writes where the dossier lies now, unless somebody else moved it first.
func lay(ctx context.Context, tx *store.Tx, n Nomination, from Place) error {
	moved, err := tx.Exec(ctx, `UPDATE nomination SET place = $1, received_on = $2, regime = $3, regime_reason = $4, due_on = $5, due_rule = $6,
		open_parts = $7, law_known = $8 WHERE id = $9 AND place = $10`,
		n.Place, n.ReceivedOn, n.Regime, n.RegimeReason, n.DueOn, n.DueRule, parts(n.OpenParts), n.LawKnown, n.ID, from)
	if err == nil && moved == 0 {
		return refusal.New(refusal.Conflict, "Hồ sơ vừa được người khác chuyển bước: hãy xem lại.")
	}
	return err
}

func parts(all []Part) string {
	if all == nil {
		all = []Part{}
	}
	return store.Text(all)
}

func remember(ctx context.Context, tx *store.Tx, by access.Actor, n Nomination, row Step, m Move, verdict string) error {
	_, err := tx.Exec(ctx, `INSERT INTO circulation_step (id, nomination_id, step, from_place, to_place, person_id, actor, role, done_on, due_on, due_rule,
		reason, number, parts, verdict, illustrative) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
		store.NewID(), n.ID, row.Name, row.From, row.To, by.Person, by.Name, by.Role, m.On, n.DueOn, n.DueRule,
		m.Reason, m.Number, parts(m.Parts), verdict, n.Sample)
	return err
}

// History is every step the dossier took, the oldest first. One statement.
func History(ctx context.Context, tx *store.Tx, id string) ([]Taken, error) {
	type row struct {
		Taken
		parts store.JSON[[]Part]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Dossier, &r.Step, &r.From, &r.To, &r.Person, &r.Actor, &r.Role, &r.On, &r.DueOn, &r.DueRule, &r.Reason, &r.Number, &r.parts, &r.Verdict, &r.Sample}
	}, `SELECT id, nomination_id, step, from_place, to_place, person_id, actor, role, done_on, due_on, due_rule, reason, number, parts, verdict, illustrative
		FROM circulation_step WHERE nomination_id = $1 ORDER BY id`, id)
	all := make([]Taken, len(rows))
	for i, r := range rows {
		all[i], all[i].Parts = r.Taken, r.parts.V
	}
	return all, err
}

// lastDay is the day of the dossier's last step; zero before the first.
func lastDay(ctx context.Context, tx *store.Tx, id string) (vi.Day, error) {
	taken, err := History(ctx, tx, id)
	if err != nil || len(taken) == 0 {
		return vi.Day{}, err
	}
	return taken[len(taken)-1].On, nil
}

// lastSender is the person who last sent the dossier up; "" for a season file.
func lastSender(ctx context.Context, tx *store.Tx, id string) (person string, err error) {
	taken, err := History(ctx, tx, id)
	for _, t := range taken {
		if t.Step == Send || t.Step == Complete {
			person = t.Person
		}
	}
	return person, err
}
