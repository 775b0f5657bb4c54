package target

import (
	"context"
	"fmt"
	"strings"

	"thidua/exact"
	"thidua/target"
	"thidua/vi"
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

// about says in one line what is measured, which way is better, and who sets
// the targets.
func about(i target.Indicator) string {
	parts := []string{"càng cao càng tốt"}
	if i.Direction == target.Less {
		parts[0] = "càng thấp càng tốt"
	}
	if i.Measure != "" {
		parts = append([]string{"đơn vị tính: " + i.Measure}, parts...)
	}
	if i.AssignedBy != "" {
		parts = append(parts, "nơi giao hoặc duyệt: "+i.AssignedBy)
	}
	return vi.UpperFirst(strings.Join(parts, " · "))
}

// allSampled reports whether every target of the list rests on made-up figures:
// the list then says so once.
func allSampled(list []target.Assessment) bool {
	for _, a := range list {
		if !a.Sample {
			return false
		}
	}
	return len(list) > 0
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
