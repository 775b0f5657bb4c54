package exemplar

import (
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/vi"
)

// take moves the record one step by the table: its state allows the act, the
// actor has the role, the guard holds, and the days go forward. Only the first
// replication is a step; those after it are adoptions alone.
func (e *Exemplar) take(by access.Actor, year season.Season, day vi.Day, step Step, a Adoption) error {
	if err := season.Permit(by, step.Act.permission(), e.Unit, year); err != nil {
		return err
	}
	t, ok := find(e.State, step.Act)
	if !ok {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Điển hình này %s, chưa thể hoặc không cần %s.", vi.LowerFirst(e.State.Label()), vi.LowerFirst(step.Act.Label())))
	}
	if !slices.Contains(t.Who, by.Role) {
		return refusal.By(string(step.Act.permission()), fmt.Sprintf("Việc “%s” điển hình do %s làm.", vi.LowerFirst(step.Act.Label()), labels(t.Who)))
	}
	if err := t.Guard.hold(by, *e, step, a); err != nil {
		return err
	}
	if err := e.checkDay(day, step); err != nil {
		return err
	}
	if e.State != t.To {
		e.State, e.Steps = t.To, append(e.Steps, step)
	}
	return nil
}

// checkDay refuses a step of the future, or before the step it follows.
func (e Exemplar) checkDay(day vi.Day, step Step) error {
	if step.On.After(day) {
		return refusal.Field("on", fmt.Sprintf("Ngày %s (%s) ở sau ngày ghi (%s).", vi.LowerFirst(step.Act.Label()), step.On.Short(), day.Short()))
	}
	for _, s := range e.Steps {
		if step.On.Before(s.On) {
			return refusal.Field("on", fmt.Sprintf("Ngày %s (%s) ở trước ngày %s (%s).", vi.LowerFirst(step.Act.Label()), step.On.Short(), vi.LowerFirst(s.Act.Label()), s.On.Short()))
		}
	}
	return nil
}

func labels(roles []access.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = vi.LowerFirst(r.Label())
	}
	return strings.Join(names, " hoặc ")
}
