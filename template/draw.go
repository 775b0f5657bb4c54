package template

import (
	"context"

	"thidua/paper"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
)

// Holding is the template in force for a paper of the year, with its file; false
// where the paper as the program sets it holds.
func Holding(ctx context.Context, tx *store.Tx, y yearbook.Year, p paper.Paper, today vi.Day) (Template, []byte, bool, error) {
	all, err := Forces(ctx, tx)
	if err != nil {
		return Template{}, nil, false, err
	}
	f, found := InForce(all, y.Cluster.ID, p.Kind, DayOf(p, today))
	if !found {
		return Template{}, nil, false, nil
	}
	t, err := ofVersion(ctx, tx, f.Cluster, f.Kind, f.Version)
	if err != nil {
		return t, nil, false, err
	}
	t, body, err := ByID(ctx, tx, t.ID)
	return t, body, err == nil, err
}

// Draw writes a paper of the year as a Word file in the template in force for
// it; nil where the paper as the program sets it holds.
func Draw(ctx context.Context, tx *store.Tx, y yearbook.Year, p paper.Paper, today vi.Day) ([]byte, error) {
	_, body, found, err := Holding(ctx, tx, y, p, today)
	if err != nil || !found {
		return nil, err
	}
	facts, err := paper.FactsOf(y, p)
	if err != nil {
		return nil, err
	}
	return Fill(body, facts)
}
