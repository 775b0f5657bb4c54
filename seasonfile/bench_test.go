package seasonfile

import (
	"context"
	"testing"

	"thidua/internal/bigyear"
	"thidua/internal/testkit"
)

func BenchmarkDecodeBigYear(b *testing.B) {
	raw := bigyear.File()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, d := read(raw); len(d.Faults) > 0 {
			b.Fatal(d.Faults)
		}
	}
}

func BenchmarkLoadBigYear(b *testing.B) {
	raw := bigyear.File()
	for b.Loop() {
		b.StopTimer()
		db := testkit.SQLite(b)
		b.StartTimer()
		if _, faults, err := Load(context.Background(), db, raw); err != nil || len(faults) > 0 {
			b.Fatal(faults, err)
		}
	}
}
