package target

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Assign gives a unit its target on an indicator and returns the target's id.
// The standing body assigns or approves; a unit never sets its own. A target
// already given is a Conflict: Adjust changes it.
func Assign(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Target) (id string, err error) {
	if err := mayAssign(ctx, tx, by, day, t); err != nil {
		return "", err
	}
	t.ID, t.AssignedOn, t.Actuals = store.NewID(), day, nil
	added, err := tx.Exec(ctx, `INSERT INTO target (id, indicator_id, unit_id, base_year, base_value, term_from, term_to, term_value, yearly, assigned_on, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (indicator_id, unit_id) DO NOTHING`,
		t.ID, t.Indicator, t.Unit, t.BaseYear, t.BaseValue, t.TermFrom, t.TermTo, t.TermValue, store.Text(t.Yearly), t.AssignedOn, t.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", refusal.New(refusal.Conflict, "Đơn vị này đã được giao chỉ tiêu ấy; muốn thay đổi thì điều chỉnh và nêu lý do.")
	}
	return t.ID, journal.Record(ctx, tx, by, day, access.AssignTarget, "target:"+t.ID, t)
}

// mayAssign checks role, separation of duties, season, membership and the
// target itself.
func mayAssign(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Target) error {
	type ground struct {
		year   season.Season // its id, cluster, phase and day of publication only
		member int
	}
	g, err := store.One(ctx, tx, func(g *ground) []any {
		return []any{&g.year.ID, &g.year.Cluster, &g.year.Phase, &g.year.PublishedOn, &g.member}
	},
		`SELECT s.id, s.cluster_id, s.phase, s.published_on, (SELECT count(*) FROM cluster_member c WHERE c.cluster_id = s.cluster_id AND c.label = s.label AND c.unit_id = $1)
		FROM indicator i JOIN season s ON s.id = i.season_id WHERE i.id = $2`, t.Unit, t.Indicator)
	if errors.Is(err, store.ErrNone) {
		return refusal.New(refusal.NotFound, "Không có chỉ tiêu này.")
	}
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.AssignTarget, t.Unit, g.year); err != nil {
		return err
	}
	switch {
	case by.Unit != "" && by.Unit == t.Unit:
		return refusal.By(string(access.AssignTarget), "Đơn vị không tự giao chỉ tiêu cho mình.")
	case g.member == 0:
		return refusal.Field("unit", "Đơn vị này không phải thành viên của cụm trong năm thi đua.")
	}
	if err := g.year.StillOpen(day, "chỉ tiêu"); err != nil {
		return err
	}
	if err := t.Check(); err != nil {
		return err
	}
	return season.TakeDuty(ctx, tx, by, g.year.ID, t.Unit, access.SetsTarget)
}
