package intake

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Choose takes another table of the file, with all that have the same heads or
// alone.
func (f Form) Choose(ctx context.Context, tx *store.Tx, by access.Actor, l List, part int, alike bool) error {
	if part < 0 || part >= len(l.Parts) {
		return refusal.Field("part", "Tệp không có bảng này.")
	}
	l.take(part, alike)
	return l.write(ctx, tx, by)
}

// write puts the list's own row on record, for whoever sent it.
func (l List) write(ctx context.Context, tx *store.Tx, by access.Actor) error {
	n, err := tx.Exec(ctx, `UPDATE intake_list SET tables = $1, chosen = $2 WHERE id = $3 AND person_id = $4`, store.Text(l.Parts), l.Chosen, l.ID, by.Person)
	return found(n, err)
}

// Map says what each column of the tables that are taken holds, and remembers it for the next
// list of the unit.
func (f Form) Map(ctx context.Context, tx *store.Tx, by access.Actor, l List, fields []string) error {
	heads := l.Part().Heads
	if len(fields) != len(heads) {
		return refusal.New(refusal.Invalid, "Số cột gửi lên không khớp với danh sách.")
	}
	for i, x := range fields {
		c, known := f.Column(x)
		switch {
		case x == "":
		case !known:
			return refusal.Field(ColumnField(i), "Không có loại cột này.")
		case slices.Index(fields, x) != i:
			return refusal.Field(ColumnField(i), fmt.Sprintf("“%s” đã được chọn cho một cột khác.", c.Head))
		}
	}
	l.mean(fields)
	if err := l.write(ctx, tx, by); err != nil {
		return err
	}
	return f.remember(ctx, tx, by, heads, fields)
}

// Mend replaces the cells of one row.
func (l List) Mend(ctx context.Context, tx *store.Tx, k RowKey, cells []string) error {
	if len(cells) != len(l.Part().Heads) {
		return refusal.New(refusal.Invalid, "Số ô gửi lên không khớp với danh sách.")
	}
	for i := range cells {
		if cells[i] = vi.Clean(cells[i]); len([]rune(cells[i])) > maxCell {
			return refusal.Field(CellField(i), fmt.Sprintf("Ô dài quá %s chữ cái.", vi.FormatInt(maxCell)))
		}
	}
	n, err := tx.Exec(ctx, `UPDATE intake_row SET cells = $1 WHERE list_id = $2 AND sheet = $3 AND line = $4`, store.Text(cells), l.ID, k.Table, k.Line)
	return found(n, err)
}

// LeaveOut leaves a row out, or takes it in again.
func (l List) LeaveOut(ctx context.Context, tx *store.Tx, k RowKey, out bool) error {
	n, err := tx.Exec(ctx, `UPDATE intake_row SET left_out = $1 WHERE list_id = $2 AND sheet = $3 AND line = $4`, out, l.ID, k.Table, k.Line)
	return found(n, err)
}

// Replace writes another text into every cell of the field that says was, in one
// stroke, and returns how many there were.
func (l List) Replace(ctx context.Context, tx *store.Tx, field, was, now string) (int, error) {
	column := slices.Index(l.Part().Fields, field)
	if field == "" || column < 0 {
		return 0, refusal.Field("field", "Danh sách không có cột này.")
	}
	if now = vi.Clean(now); now == "" || len([]rune(now)) > maxCell {
		return 0, refusal.Field("now", "Ghi nội dung thay vào.")
	}
	rows, err := l.Rows(ctx, tx)
	if err != nil {
		return 0, err
	}
	changed := 0
	for _, r := range rows {
		if column >= len(r.Cells) || r.Cells[column] != was {
			continue
		}
		r.Cells[column] = now
		if _, err := tx.Exec(ctx, `UPDATE intake_row SET cells = $1 WHERE list_id = $2 AND sheet = $3 AND line = $4`, store.Text(r.Cells), l.ID, r.Table, r.N); err != nil {
			return 0, err
		}
		changed++
	}
	return changed, nil
}

// Finish forgets a list that was taken in, or given up.
func (l List) Finish(ctx context.Context, tx *store.Tx) error { return forget(ctx, tx, l.ID) }

func found(n int64, err error) error {
	if err == nil && n == 0 {
		return refusal.New(refusal.NotFound, "Không có dòng này.")
	}
	return err
}
