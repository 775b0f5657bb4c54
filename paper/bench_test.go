package paper_test

import (
	"testing"

	"thidua/paper"
)

// BenchmarkPapers draws up and writes all papers of a year in both formats.
func BenchmarkPapers(b *testing.B) {
	y := border2014()
	for b.Loop() {
		for _, p := range paper.Compose(y) {
			if _, err := paper.Render(p); err != nil {
				b.Fatal(err)
			}
		}
	}
}
