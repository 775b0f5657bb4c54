package home

import (
	"context"
	"fmt"
	"strings"

	"thidua/store"
	"thidua/todo"
	"thidua/vi"
	"thidua/web/ui"
)

// summary says the day and how much waits: "Hôm nay thứ Bảy, 22/11/2014. Ba
// việc…".
func (p view) summary(ctx context.Context) string {
	words := fmt.Sprintf(ui.T(ctx, "Hôm nay %s, %s.", "Today is %s, %s."), weekday(ctx, p.Today), p.Today.Short())
	if len(p.Items) > 0 {
		words += fmt.Sprintf(ui.T(ctx, " %d việc chờ đồng chí", " %d tasks wait for you"), len(p.Items))
		if late := p.late(); late > 0 {
			words += fmt.Sprintf(ui.T(ctx, ", %d việc đã quá hạn", ", %d of them late"), late)
		}
		words += "."
	}
	return words
}

func weekday(ctx context.Context, d vi.Day) string {
	if d.Weekday() == "" {
		return ""
	}
	return ui.T(ctx, d.Weekday(), d.Time().Weekday().String())
}

// about says how far an item has come, and of which year when there are several.
func (p view) about(ctx context.Context, t todo.Item) string {
	var parts []string
	if more := ui.Words(t.More).In(ctx); more != "" {
		parts = append(parts, more)
	}
	if len(p.Years) > 1 && t.Of != "" {
		parts = append(parts, t.Of)
	}
	return strings.Join(parts, " · ")
}

func share(done, all int) string {
	if all == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", done, all)
}

// When is a moment by the clock of Việt Nam: "09:12, 22/11/2014".
func When(at store.Time) string { return at.In(vi.Location).Format("15:04, 02/01/2006") }
