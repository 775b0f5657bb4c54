package movement

import (
	"context"
	"fmt"
	"strings"

	"thidua/exact"
	"thidua/movement"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/year"
)

// about says in one line what kind of movement it is and when it runs, as far
// as that is on record.
func about(m movement.Movement) string {
	var parts []string
	if m.Kind != "" {
		parts = append(parts, "Phong trào "+m.Kind.Label())
	}
	if !m.LaunchedOn.IsZero() {
		parts = append(parts, "phát động ngày "+m.LaunchedOn.Short())
	}
	if m.LaunchedBy != "" {
		parts = append(parts, m.LaunchedBy+" phát động")
	}
	if m.Period != "" {
		parts = append(parts, m.Period)
	}
	if !m.EndsOn.IsZero() {
		parts = append(parts, "đến "+m.EndsOn.Short())
	}
	return vi.UpperFirst(strings.Join(parts, " · "))
}

// answered says how many members responded.
func answered(ctx context.Context, v year.Visit, m movement.Movement) string {
	if n := v.Season.Members(len(v.Members)); n > 0 {
		return fmt.Sprintf(ui.T(ctx, "%d trên %d đơn vị hưởng ứng", "%d of %d members responded"), len(m.Responses), n)
	}
	return fmt.Sprintf(ui.T(ctx, "%d đơn vị hưởng ứng", "%d units responded"), len(m.Responses))
}

// figure is one number of a response in words: "mô hình kinh tế mới: 17 mô
// hình".
func figure(f movement.Figure) string {
	words := f.Name + ": " + f.Value.Figure(exact.HalfUp, 2)
	if f.Unit != "" {
		words += " " + f.Unit
	}
	return words
}

// inRosterOrder sorts the responses as the cluster lists its members; units
// that are none come last.
func inRosterOrder(v year.Visit, m movement.Movement) (ordered []movement.Response) {
	member := map[string]bool{}
	for _, x := range v.Members {
		member[x.Unit] = true
		if r, ok := m.ResponseOf(x.Unit); ok {
			ordered = append(ordered, r)
		}
	}
	for _, r := range m.Responses {
		if !member[r.Unit] {
			ordered = append(ordered, r)
		}
	}
	return ordered
}

// allSample reports whether every response is made up: the table then says so
// once.
func allSample(responses []movement.Response) bool {
	for _, r := range responses {
		if !r.Sample {
			return false
		}
	}
	return len(responses) > 0
}
