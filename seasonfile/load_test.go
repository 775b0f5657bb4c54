package seasonfile_test

import (
	"context"
	"testing"

	"thidua/internal/testkit"
	"thidua/seasonfile"
	"thidua/store"
)

func TestLoad_theBuiltInYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		raw, ok := seasonfile.Builtin(seasonfile.Demo)
		if !ok {
			t.Fatal("no built-in year")
		}
		id, faults, err := seasonfile.Load(context.Background(), db, raw)
		for _, f := range faults {
			t.Error(f)
		}
		if err != nil || id == "" {
			t.Fatal(id, err)
		}
	})
}
