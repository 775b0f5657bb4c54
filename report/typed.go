package report

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/award"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Figure is what an officer typed for a cell of which the records do not know the
// answer. None is ever changed: a later version takes its place.
type Figure struct {
	Row       string // Row.Code
	Column    int    // index of the form's column
	Version   int    // 1, 2, 3…; the last counts
	N         int
	Withdrawn bool   // nothing is typed any more; N is 0
	Reason    string // why it is typed or was changed
	Document  string // the document it is taken from: "Báo cáo số 12/BC-SNV ngày 01/12/2014"
	On        vi.Day
	At        store.Time
	By        string // who, as named then
}

// MostTyped is the greatest figure that may be typed.
const MostTyped = 9_999_999

// longestWords bounds a reason and a document, in bytes.
const longestWords = 500

// Cells are the form's figures of a year: what the records tell, and what was
// typed where they do not. scope is the reporting standing body's.
func (f Form) Cells(ctx context.Context, tx *store.Tx, year int, scope award.Scope) ([][]Cell, error) {
	cells, _, err := f.withFigures(ctx, tx, year, scope)
	return cells, err
}

func (f Form) withFigures(ctx context.Context, tx *store.Tx, year int, scope award.Scope) ([][]Cell, []Figure, error) {
	facts, err := f.Facts(ctx, tx, year, scope)
	if err != nil {
		return nil, nil, err
	}
	typed, err := f.Figures(ctx, tx, year, scope)
	cells := f.Fill(facts)
	f.put(cells, typed)
	return cells, typed, err
}

// put lays figures, oldest first, over what the records do not know.
func (f Form) put(cells [][]Cell, typed []Figure) {
	for _, x := range typed {
		row, known := f.index(x.Row)
		if !known || x.Column >= len(f.Columns) || cells[row][x.Column].Known() {
			continue
		}
		c := &cells[row][x.Column]
		if c.Typed = &x; x.Withdrawn {
			c.Typed = nil
		}
	}
}

// Figures are all that was typed into the form of a year, oldest first.
func (f Form) Figures(ctx context.Context, tx *store.Tx, year int, scope award.Scope) ([]Figure, error) {
	return store.All(ctx, tx, func(x *Figure) []any {
		return []any{&x.Row, &x.Column, &x.Version, &x.N, &x.Withdrawn, &x.Reason, &x.Document, &x.On, &x.At, &x.By}
	}, `SELECT row_code, column_index, version, n, withdrawn, reason, document, day, recorded_at, recorded_by FROM statistical_figure
		WHERE province_id = $1 AND form = $2 AND year = $3 ORDER BY version, row_code, column_index`, scope.Province, f.Code, year)
}

// Type records a figure for a cell, or with Withdrawn takes it back. x.Version is
// the version that the officer saw, 0 when there was none: a newer one is a
// Conflict. A figure that the records know is never replaced, and none is typed
// that contradicts them.
func (f Form) Type(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, year int, scope award.Scope, x Figure) error {
	if err := access.Check(by, access.FillReport, ""); err != nil {
		return err
	}
	row, known := f.index(x.Row)
	if !known || x.Column < 0 || x.Column >= len(f.Columns) || year < vi.FirstYear || year > vi.LastYear {
		return refusal.New(refusal.NotFound, "Biểu không có ô này.")
	}
	cells, history, err := f.withFigures(ctx, tx, year, scope)
	if err != nil {
		return err
	}
	fit := f.fits(cells[row], x)
	if fit == nil {
		fit = f.addsUp(cells, x)
	}
	if err := errors.Join(x.words(), fit, x.follows(history)); err != nil {
		return err
	}
	return f.keep(ctx, tx, by, day, year, scope, x)
}

func (f Form) keep(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, year int, scope award.Scope, x Figure) error {
	x.Version++
	if x.Withdrawn {
		x.N = 0
	}
	if _, err := tx.Exec(ctx, `INSERT INTO statistical_figure (province_id, form, year, row_code, column_index, version, n, withdrawn, reason, document, day, recorded_at, recorded_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		scope.Province, f.Code, year, x.Row, x.Column, x.Version, x.N, x.Withdrawn, x.Reason, x.Document, day, tx.Now, by.Name); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.FillReport, fmt.Sprintf("statistical_figure:%s/%d/%s/%d", f.Code, year, x.Row, x.Column+1),
		map[string]any{"province": scope.Province, "version": x.Version, "n": x.N, "withdrawn": x.Withdrawn, "reason": x.Reason, "document": x.Document})
}
