package season

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Write records the notes of one kind, in order: the context, what was
// achieved, the findings, or next year's tasks.
func Write(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, notes []Note) error {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if err := Permit(by, n.act(), "", s); err != nil {
			return err
		}
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

// Add records one more note of its kind and returns its id. At a desk its owner
// is a member, and it is due on no day gone by.
func Add(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, n Note) (id string, err error) {
	s, err := ByID(ctx, tx, seasonID)
	if err != nil {
		return "", err
	}
	if n.Kind != Finding && n.Kind != Task {
		return "", refusal.Field("kind", "Chỉ ghi hạn chế hoặc nhiệm vụ.")
	}
	if n.Owner != "" {
		if err := s.mustBeMember(ctx, tx, "owner", n.Owner); err != nil {
			return "", err
		}
	}
	if n.Due.Before(day) && !n.Due.IsZero() {
		return "", refusal.Field("due", fmt.Sprintf("Hạn (%s) ở trước hôm nay (%s).", n.Due.Short(), day.Short()))
	}
	n.Position, err = store.One(ctx, tx, func(p *int) []any { return []any{p} },
		`SELECT COALESCE(max(position), 0) + 1 FROM season_note WHERE season_id = $1 AND kind = $2`, seasonID, n.Kind)
	if err != nil {
		return "", err
	}
	if err := Write(ctx, tx, by, day, seasonID, []Note{n}); err != nil {
		return "", err
	}
	return store.One(ctx, tx, func(id *string) []any { return []any{id} },
		`SELECT id FROM season_note WHERE season_id = $1 AND kind = $2 AND position = $3`, seasonID, n.Kind, n.Position)
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
