package certificate_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/certificate"
)

// TestBalance_isNeverBelowZero receives, prints and spoils at random and counts
// the free sheets one by one.
func TestBalance_isNeverBelowZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s certificate.Stock
		next := 1
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 2).Draw(t, "step") {
			case 0:
				n := rapid.IntRange(1, 20).Draw(t, "came")
				s.Receipts = append(s.Receipts, certificate.Receipt{First: next, Last: next + n - 1})
				next += n + rapid.IntRange(0, 3).Draw(t, "gap")
			case 1:
				s.Printed = append(s.Printed, s.Free(rapid.IntRange(0, next).Draw(t, "from"), rapid.IntRange(0, 10).Draw(t, "print"))...)
			case 2:
				candidates := append(s.Free(0, 3), s.Printed...)
				if len(candidates) == 0 {
					continue
				}
				n := rapid.SampledFrom(candidates).Draw(t, "spoil")
				if !has(s.Spoiled, n) {
					s.Spoiled = append(s.Spoiled, certificate.Spoiled{Number: n})
				}
			}
			b := s.Balance()
			if free := len(s.Free(0, 1000)); b.Left() != free || b.In != b.Issued+b.Spoiled+free {
				t.Fatalf("%+v, but %d are free", b, free)
			}
		}
		seen := map[int]bool{}
		for _, n := range s.Printed {
			if seen[n] || !s.Has(n) {
				t.Fatalf("sheet %d twice, or never received", n)
			}
			seen[n] = true
		}
	})
}

func has(all []certificate.Spoiled, n int) bool {
	for _, x := range all {
		if x.Number == n {
			return true
		}
	}
	return false
}
