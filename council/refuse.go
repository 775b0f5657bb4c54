package council

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Notice is the notice to whoever did not pass.
type Notice struct {
	Nomination string
	Number     string
	Day        vi.Day
	Reason     string
}

// Refuse records the notice to a candidate who did not pass: its number, day and
// reason. It is sent once.
func Refuse(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, n Notice) error {
	m, _, _, err := at(ctx, tx, by, meeting, access.RecordCouncil, Refusing)
	if err != nil {
		return err
	}
	if err := n.check(m, day); err != nil {
		return err
	}
	if _, err := itemOf(ctx, tx, m.ID, n.Nomination); err != nil {
		return err
	}
	of, err := dossier.ByID(ctx, tx, n.Nomination)
	if err != nil {
		return err
	}
	if of.Status != dossier.Cut {
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s đang ở trạng thái “%s”; chỉ thông báo cho người không được thông qua.", of.CandidateName, of.Status.Label()))
	}
	added, err := tx.Exec(ctx, `INSERT INTO council_refusal (meeting_id, nomination_id, number, day, reason) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (meeting_id, nomination_id) DO NOTHING`, m.ID, n.Nomination, n.Number, n.Day, n.Reason)
	if err == nil && added == 0 {
		return refusal.New(refusal.Conflict, "Đã có thông báo cho hồ sơ này.")
	}
	if err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Refusing, map[string]any{"nomination": n.Nomination, "number": n.Number, "day": n.Day, "reason": n.Reason})
}

func (n *Notice) check(m Meeting, today vi.Day) error {
	if err := refusal.Texts(refusal.Text{Field: "number", Value: &n.Number}, refusal.Text{Field: "reason", Value: &n.Reason}); err != nil {
		return err
	}
	var faults []error
	if n.Number == "" {
		faults = append(faults, refusal.Field("number", "Ghi số văn bản thông báo."))
	}
	switch {
	case n.Day.IsZero():
		faults = append(faults, refusal.Field("day", "Ghi ngày thông báo."))
	case today.Before(n.Day):
		faults = append(faults, refusal.Field("day", "Ngày thông báo chưa tới."))
	case n.Day.Before(m.Day):
		faults = append(faults, refusal.Field("day", "Ngày thông báo trước ngày họp."))
	}
	if n.Reason == "" {
		faults = append(faults, refusal.Field("reason", "Ghi lý do không được thông qua."))
	}
	return errors.Join(faults...)
}

// Notices are the notices sent after the meeting, by nomination id. One statement.
func Notices(ctx context.Context, tx *store.Tx, meeting string) (map[string]Notice, error) {
	rows, err := store.All(ctx, tx, func(n *Notice) []any { return []any{&n.Nomination, &n.Number, &n.Day, &n.Reason} },
		`SELECT nomination_id, number, day, reason FROM council_refusal WHERE meeting_id = $1`, meeting)
	all := map[string]Notice{}
	for _, n := range rows {
		all[n.Nomination] = n
	}
	return all, err
}

// RefusalDue is until when whoever did not pass for the title is told, counted
// in working days from the meeting, with its source; when that is not known the
// source says why.
func RefusalDue(m Meeting, code dossier.Code) (due vi.Day, source string, known bool) {
	d, ok := rulebook.DeadlineFor(code, "refuse", m.Day)
	if !ok || !d.Enforced() || d.Work == 0 {
		return vi.Day{}, "chưa kiểm chứng được văn bản nào quy định vào ngày họp", false
	}
	due, err := rulebook.WorkDays(m.Day, d.Work)
	if err != nil {
		return vi.Day{}, err.Error(), false
	}
	return due, fmt.Sprintf("%d ngày làm việc, %s", d.Work, d.Cite), true
}
