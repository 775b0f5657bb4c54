package target

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/target"
)

// However the figures lie, nothing is drawn outside the drawing.
func TestDraw_staysWithinTheDrawing(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) exact.Number {
		if rapid.Bool().Draw(t, "unknown") {
			return exact.Number{}
		}
		return exact.Ratio(rapid.Int64Range(-1000, 100_000).Draw(t, "n"), rapid.Int64Range(1, 1000).Draw(t, "d"))
	})
	rapid.Check(t, func(t *rapid.T) {
		list := make([]row, rapid.IntRange(0, 5).Draw(t, "rows"))
		for i := range list {
			list[i].BaseValue = number.Draw(t, "base")
			list[i].Term = target.Status{Actual: number.Draw(t, "actual"), Due: number.Draw(t, "due")}
		}
		for _, b := range draw(list, "%").Bars {
			for _, x := range []string{b.Width, b.Base, b.Goal} {
				if at, _ := strconv.ParseFloat(x, 64); at < 0 || at > chartWidth {
					t.Fatalf("drawn at %q of %d", x, chartWidth)
				}
			}
			if left, _ := strconv.ParseFloat(mark(b.Goal, 2), 64); left < 0 || left > chartWidth-2 {
				t.Fatalf("marked at %q", mark(b.Goal, 2))
			}
		}
	})
}
