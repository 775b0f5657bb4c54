package scoring

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"thidua/season"
	"thidua/store"
)

// Waiting is how many questions of scorers the unit has not answered yet.
func Waiting(ctx context.Context, tx *store.Tx, seasonID, unit string) (int, error) {
	return store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM score_question WHERE season_id = $1 AND unit_id = $2 AND answer = ''`, seasonID, unit)
}

type selfRow struct {
	sheetRow
	turn, revision int64
	savedAt        store.Time
	savedBy        string
	openings       store.JSON[[]Opening]
}

func (r *selfRow) into() []any {
	return append(r.sheetRow.into(), &r.turn, &r.revision, &r.savedAt, &r.savedBy, &r.openings)
}

// SelfSheetOf returns the unit's own sheet, in two statements; an empty draft
// without an id when nobody has begun it.
func SelfSheetOf(ctx context.Context, tx *store.Tx, seasonID, unit string) (SelfSheet, error) {
	r, err := store.One(ctx, tx, (*selfRow).into, `SELECT `+sheetColumns+`, turn, revision, saved_at, saved_by, openings
		FROM score_sheet WHERE season_id = $1 AND unit_id = $2 AND stage = 'self' AND scorer = $2`, seasonID, unit)
	if errors.Is(err, store.ErrNone) {
		return SelfSheet{Sheet: Sheet{Season: seasonID, Unit: unit, Stage: season.Self, Scorer: unit, State: Draft}}, nil
	}
	if err != nil {
		return SelfSheet{}, err
	}
	s := SelfSheet{Sheet: r.Sheet, Turn: r.turn, Revision: r.revision, SavedAt: r.savedAt, SavedBy: r.savedBy, Openings: r.openings.V}
	s.Marks = r.marks.V
	s.Cells, err = cellsOf(ctx, tx, s.ID)
	return s, err
}

func cellsOf(ctx context.Context, tx *store.Tx, sheetID string) ([]Cell, error) {
	type row struct {
		Cell
		mark store.JSON[Mark]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.Criterion, &r.Revision, &r.mark, &r.SavedAt, &r.SavedBy}
	}, `SELECT criterion, revision, mark, saved_at, saved_by FROM score_cell WHERE sheet_id = $1 ORDER BY criterion`, sheetID)
	cells := make([]Cell, len(rows))
	for i, r := range rows {
		cells[i] = r.Cell
		cells[i].Mark = r.mark.V
	}
	return cells, err
}

// putSelf writes the sheet itself, without its cells.
func putSelf(ctx context.Context, tx *store.Tx, s SelfSheet) error {
	if err := put(ctx, tx, s.Sheet); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE score_sheet SET turn = $1, revision = $2, saved_at = $3, saved_by = $4, openings = $5 WHERE id = $6`,
		s.Turn, s.Revision, s.SavedAt, s.SavedBy, store.Text(s.Openings), s.ID)
	return err
}

// touchSelf notes a change of the sheet's cells.
func touchSelf(ctx context.Context, tx *store.Tx, s SelfSheet) error {
	_, err := tx.Exec(ctx, `UPDATE score_sheet SET revision = $1, saved_at = $2, saved_by = $3 WHERE id = $4`, s.Revision, s.SavedAt, s.SavedBy, s.ID)
	return err
}

// putCells writes cells in one statement.
func putCells(ctx context.Context, tx *store.Tx, sheetID string, cells []Cell) error {
	if len(cells) == 0 {
		return nil
	}
	const columns = 6
	var values []string
	var args []any
	for i, c := range cells {
		places := make([]string, columns)
		for j := range places {
			places[j] = fmt.Sprintf("$%d", i*columns+j+1)
		}
		values = append(values, "("+strings.Join(places, ", ")+")")
		args = append(args, sheetID, c.Criterion, c.Revision, store.Text(c.Mark), c.SavedAt, c.SavedBy)
	}
	_, err := tx.Exec(ctx, `INSERT INTO score_cell (sheet_id, criterion, revision, mark, saved_at, saved_by)
		VALUES `+strings.Join(values, ", ")+`
		ON CONFLICT (sheet_id, criterion) DO UPDATE SET revision = excluded.revision, mark = excluded.mark,
			saved_at = excluded.saved_at, saved_by = excluded.saved_by`, args...)
	return err
}
