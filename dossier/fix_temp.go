package dossier

import (
	"context"

	"thidua/store"
)

func (n *Nomination) fix(ctx context.Context, tx *store.Tx, m *Move, chosen string) (string, error) {
	n.Regime = "A2"
	return "", nil
}

func (f *StatedFact) readable() error { return nil }
