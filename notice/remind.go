package notice

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

// Remind asks a unit for what it still owes: its people are told at once, in the
// page and by letter. A unit is reminded of a step at most once a day.
func Remind(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, kind todo.Kind) error {
	s, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.Remind, "", s); err != nil {
		return err
	}
	years, err := todo.Load(ctx, tx, []season.Season{s})
	if err != nil {
		return err
	}
	step, known := todo.StepOf(kind)
	switch y := years[0]; {
	case !known || y.Unit(unit) == "":
		return refusal.New(refusal.NotFound, "Không có đơn vị hoặc việc này trong năm thi đua.")
	case !step.Open(y):
		return refusal.New(refusal.Closed, fmt.Sprintf("Năm thi đua đang ở bước “%s”, chưa hoặc không còn nhận %s.", s.Phase.Label(), step.Say.Vietnamese))
	case !slices.Contains(step.Missing(y), unit):
		return refusal.New(refusal.Conflict, fmt.Sprintf("%s đã nộp %s, không cần nhắc.", y.Unit(unit), step.Say.Vietnamese))
	}
	added, err := tx.Exec(ctx, `INSERT INTO reminder (season_id, unit_id, step, day, actor) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
		seasonID, unit, kind, day, by.Name)
	if err != nil {
		return err
	}
	if added == 0 {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Hôm nay đã nhắc %s về %s; mỗi ngày chỉ nhắc một lần.", years[0].Unit(unit), step.Say.Vietnamese))
	}
	return journal.Record(ctx, tx, by, day, access.Remind, "reminder:"+seasonID+":"+unit, map[string]string{"step": string(kind)})
}

// Reminder is when a unit was last reminded of a step.
type Reminder struct {
	Unit  string // unit id
	Step  todo.Kind
	Day   vi.Day
	Actor string // who reminded it, as named then
}

// Reminders returns every reminder of the year, the newest first.
func Reminders(ctx context.Context, tx *store.Tx, seasonID string) ([]Reminder, error) {
	return store.All(ctx, tx, func(r *Reminder) []any { return []any{&r.Unit, &r.Step, &r.Day, &r.Actor} },
		`SELECT unit_id, step, day, actor FROM reminder WHERE season_id = $1 ORDER BY day DESC, unit_id`, seasonID)
}
