package target

import (
	"context"
	"fmt"

	"thidua/exact"
	"thidua/target"
	"thidua/web/ui"
)

// classTone colours where a term target stands.
func classTone(c target.Class) ui.Tone {
	switch c {
	case target.Done:
		return ui.Done
	case target.NearMet:
		return ui.Due
	case target.Missed:
		return ui.Late
	}
	return ui.Plain
}

// metTone colours how a figure stands against the value due.
func metTone(m target.Met) ui.Tone {
	switch {
	case m.Reached():
		return ui.Done
	case m == target.NotMet:
		return ui.Due
	}
	return ui.Plain
}

// value prints a figure, a dash where nobody gave one.
func value(n exact.Number) string {
	if !n.Known() {
		return "–"
	}
	return n.Figure(exact.HalfUp, 2)
}

// better says which way the indicator gets better.
func better(ctx context.Context, i target.Indicator) string {
	if i.Direction == target.Less {
		return ui.T(ctx, "càng thấp càng tốt", "the lower the better")
	}
	return ui.T(ctx, "càng cao càng tốt", "the higher the better")
}

// termName is the column of the term's targets: "Nhiệm kỳ 2010–2015".
func termName(ctx context.Context, list []row) string {
	for _, r := range list {
		if r.TermTo != 0 && r.TermFrom != 0 {
			return fmt.Sprintf(ui.T(ctx, "Chỉ tiêu %d–%d", "Target %d–%d"), r.TermFrom, r.TermTo)
		}
		if r.TermTo != 0 {
			return fmt.Sprintf(ui.T(ctx, "Chỉ tiêu đến %d", "Target by %d"), r.TermTo)
		}
	}
	return ui.T(ctx, "Chỉ tiêu nhiệm kỳ", "Target of the term")
}

// count prints how many members stand there; nothing for none.
func count(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

// yearShare prints how many members met the year's target, of how many.
func yearShare(p target.Progress) string {
	if p.Year == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", p.YearMet, p.Year)
}
