package season

import (
	"context"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Write records the notes of one kind, in order: the context, what was
// achieved, the findings, or next year's tasks.
func Write(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, notes []Note) error {
	for _, n := range notes {
		if err := access.Check(by, n.act(), ""); err != nil {
			return err
		}
	}
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := s.NotClosed("nhận xét, nhiệm vụ"); err != nil {
		return err
	}
	for _, n := range notes {
		if err := write(ctx, tx, by, day, seasonID, n); err != nil {
			return err
		}
	}
	return nil
}

// act is what writing the note down is: next year's tasks have their own
// permission.
func (n Note) act() access.Act {
	if n.Kind == Task {
		return access.AssignTask
	}
	return access.NoteFinding
}

func write(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, n Note) error {
	if err := refusal.Texts(refusal.Text{Field: "text", Value: &n.Text}, refusal.Text{Field: "owner", Value: &n.OwnerText}); err != nil {
		return err
	}
	if n.Text == "" {
		return refusal.Field("text", "Nội dung còn trống.")
	}
	added, err := tx.Exec(ctx, `INSERT INTO season_note (id, season_id, kind, position, body, owner_unit, owner_text, due, movement_id, stressed, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
		ON CONFLICT (season_id, kind, position) DO NOTHING`,
		store.NewID(), seasonID, n.Kind, n.Position, n.Text, n.Owner, n.OwnerText, n.Due, n.Movement, n.Key, n.Sample)
	if err != nil {
		return err
	}
	if added == 0 {
		return refusal.New(refusal.Conflict, "Mục này đã được ghi; ghi thêm thì dùng số thứ tự tiếp theo.")
	}
	return record(ctx, tx, by, day, n.act(), seasonID, n)
}
