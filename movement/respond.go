package movement

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/evidence"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Respond records how the actor's own unit answered a movement. A unit answers
// a movement once: answering again puts the first answer right, and the journal
// keeps both.
func Respond(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, r Response) error {
	g, err := groundOf(ctx, tx, r.Movement, r.Unit)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.RespondMovement, r.Unit, g.year); err != nil {
		return err
	}
	if err := g.check(day, r); err != nil {
		return err
	}
	if err := r.clean(); err != nil {
		return err
	}
	if err := evidence.CheckCited(ctx, tx, r.Unit, "evidence", r.Evidence, g.cited.V); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO movement_response (movement_id, unit_id, on_day, summary, figures, evidence, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (movement_id, unit_id) DO UPDATE
		SET on_day = excluded.on_day, summary = excluded.summary, figures = excluded.figures, evidence = excluded.evidence, illustrative = excluded.illustrative`,
		r.Movement, r.Unit, r.On, r.Summary, store.Text(r.Figures), store.Text(r.Evidence), r.Sample); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.RespondMovement, "movement_response:"+r.Movement+":"+r.Unit, r)
}

// ground is what must be known of a movement before it is written about.
type ground struct {
	name       string
	launchedOn vi.Day
	year       season.Season        // its cluster, phase and day of publication only
	member     int                  // 1 when the unit is a member of the season's cluster
	finals     int                  // how many tổng kết there are
	finalOn    vi.Day               // the day of it; zero when not stated
	cited      store.JSON[[]string] // what the unit's response cites so far
}

// groundOf reads it in one statement, as responses come in by the hundred.
func groundOf(ctx context.Context, tx *store.Tx, movementID, unit string) (ground, error) {
	g, err := store.One(ctx, tx, func(g *ground) []any {
		return []any{&g.name, &g.launchedOn, &g.year.Cluster, &g.year.Phase, &g.year.PublishedOn, &g.member, &g.finals, &g.finalOn, &g.cited}
	}, `SELECT m.name, m.launched_on, s.cluster_id, s.phase, s.published_on,
			(SELECT count(*) FROM cluster_member c WHERE c.cluster_id = s.cluster_id AND c.label = s.label AND c.unit_id = $1),
			(SELECT count(*) FROM movement_review r WHERE r.movement_id = m.id AND r.kind = 'final'),
			COALESCE((SELECT max(r.on_day) FROM movement_review r WHERE r.movement_id = m.id AND r.kind = 'final'), ''),
			COALESCE((SELECT r.evidence FROM movement_response r WHERE r.movement_id = m.id AND r.unit_id = $2), '')
		FROM movement m JOIN season s ON s.id = m.season_id WHERE m.id = $3`, unit, unit, movementID)
	if errors.Is(err, store.ErrNone) {
		return g, refusal.New(refusal.NotFound, "Không có phong trào này.")
	}
	return g, err
}

func (g ground) check(day vi.Day, r Response) error {
	if err := g.year.StillOpen(day, "phong trào"); err != nil {
		return err
	}
	switch {
	case g.member == 0:
		return refusal.Field("unit", "Đơn vị này không phải thành viên của cụm trong năm thi đua.")
	case day.Before(g.launchedOn) || r.On.Before(g.launchedOn):
		return refusal.New(refusal.Closed, fmt.Sprintf("Phong trào “%s” phát động ngày %s, chưa thể hưởng ứng trước ngày đó.", g.name, g.launchedOn.Short()))
	case g.finalOn.Before(day):
		return refusal.New(refusal.Closed, fmt.Sprintf("Phong trào “%s” đã tổng kết ngày %s.", g.name, g.finalOn.Short()))
	case r.On.After(day):
		return refusal.Field("on", fmt.Sprintf("Ngày hưởng ứng (%s) ở sau ngày báo cáo (%s).", r.On.Short(), day.Short()))
	}
	return nil
}

// clean puts the response's texts in order and refuses an empty one.
func (r *Response) clean() error {
	if err := refusal.Texts(refusal.Text{Field: "summary", Value: &r.Summary}); err != nil {
		return err
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if err := refusal.Texts(refusal.Text{Field: "figures", Value: &f.Name}, refusal.Text{Field: "figures", Value: &f.Unit}); err != nil {
			return err
		}
		if f.Name == "" || !f.Value.Known() {
			return refusal.Field("figures", fmt.Sprintf("Số liệu thứ %d phải có tên và giá trị.", i+1))
		}
	}
	if r.Summary == "" && len(r.Figures) == 0 {
		return refusal.Field("summary", "Chưa ghi đơn vị đã làm gì trong phong trào này.")
	}
	return nil
}
