package dossier

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

func (n *Nomination) fix(ctx context.Context, tx *store.Tx, m *Move, chosen string) (string, error) {
	n.Regime = "A2"
	return "", nil
}

func (f *StatedFact) readable() error { return nil }

func (n Nomination) notRefused(ctx context.Context, tx *store.Tx, day vi.Day) error { return nil }
