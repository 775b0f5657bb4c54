package seasonfile_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"thidua/internal/testkit"
	"thidua/seasonfile"
)

func TestExplore(t *testing.T) {
	db := testkit.SQLite(t)
	for _, f := range []string{os.Getenv("F")} {
		raw, _ := os.ReadFile(f)
		_, faults, err := seasonfile.Load(context.Background(), db, raw)
		fmt.Println(f, err)
		for _, x := range faults {
			fmt.Println("  ", x)
		}
	}
}
