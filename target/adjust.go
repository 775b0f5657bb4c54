package target

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Change is one adjustment of a target that was given.
type Change struct {
	Target      string // target id
	Day         vi.Day
	Was, Became Target // without figures reported
	Reason      string
	By          string // as the journal names them
}

// adjustment is what the journal keeps of a change.
type adjustment struct {
	Target Target
	Reason string
}

// Adjust changes a target already given, with its reason; Changes keep what
// stood before. The figures reported stay.
func Adjust(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Target, reason string) error {
	if err := mayAssign(ctx, tx, by, day, t); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if reason == "" {
		return refusal.Field("reason", "Điều chỉnh chỉ tiêu phải nêu lý do.")
	}
	was, err := given(ctx, tx, t.Indicator, t.Unit)
	if err != nil {
		return err
	}
	t.ID, t.AssignedOn, t.Actuals = was.ID, day, nil
	if _, err := tx.Exec(ctx, `UPDATE target SET base_year = $1, base_value = $2, term_from = $3, term_to = $4, term_value = $5, yearly = $6, assigned_on = $7, illustrative = $8
		WHERE id = $9`, t.BaseYear, t.BaseValue, t.TermFrom, t.TermTo, t.TermValue, store.Text(t.Yearly), t.AssignedOn, t.Sample, t.ID); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO target_change (id, target_id, day, was, became, reason, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		store.NewID(), t.ID, day, store.Text(was), store.Text(t), reason, by.Name); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.AssignTarget, "target:"+t.ID, adjustment{t, reason})
}

// given is the unit's target on the indicator, without figures reported.
func given(ctx context.Context, tx *store.Tx, indicator, unit string) (Target, error) {
	type row struct {
		Target
		yearly store.JSON[map[int]exact.Number]
	}
	r, err := store.One(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Indicator, &r.Unit, &r.BaseYear, &r.BaseValue, &r.TermFrom, &r.TermTo, &r.TermValue, &r.yearly, &r.AssignedOn, &r.Sample}
	}, `SELECT id, indicator_id, unit_id, base_year, base_value, term_from, term_to, term_value, yearly, assigned_on, illustrative
		FROM target WHERE indicator_id = $1 AND unit_id = $2`, indicator, unit)
	if errors.Is(err, store.ErrNone) {
		return Target{}, refusal.New(refusal.NotFound, "Đơn vị này chưa được giao chỉ tiêu ấy.")
	}
	r.Yearly = r.yearly.V
	return r.Target, err
}

// Changes returns the adjustments of the season's targets, the newest first, in
// one statement.
func Changes(ctx context.Context, tx *store.Tx, seasonID string) ([]Change, error) {
	type row struct {
		Change
		was, became store.JSON[Target]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.Target, &r.Day, &r.was, &r.became, &r.Reason, &r.By} },
		`SELECT c.target_id, c.day, c.was, c.became, c.reason, c.changed_by FROM target_change c
		JOIN target t ON t.id = c.target_id JOIN indicator i ON i.id = t.indicator_id WHERE i.season_id = $1 ORDER BY c.id DESC`, seasonID)
	changes := make([]Change, len(rows))
	for i, r := range rows {
		changes[i] = r.Change
		changes[i].Was, changes[i].Became = r.was.V, r.became.V
	}
	return changes, err
}
