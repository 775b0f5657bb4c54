package season

import (
	"context"
	"fmt"

	"thidua/season"
	"thidua/web/ui"
	"thidua/web/year"
)

// deadlines are the phases whose last day is still ahead.
func deadlines(v year.Visit) (ahead []season.Span) {
	for _, s := range v.Season.Calendar {
		if !s.To.IsZero() && !s.To.Before(v.Today) {
			ahead = append(ahead, s)
		}
	}
	return ahead
}

// remaining says how long there is until the phase's last day.
func remaining(ctx context.Context, v year.Visit, s season.Span) string {
	switch days := v.Today.DaysUntil(s.To); days {
	case 0:
		return ui.T(ctx, "hôm nay", "today")
	default:
		return fmt.Sprintf(ui.T(ctx, "còn %d ngày", "%d days left"), days)
	}
}

// pledgeLine says when, where and by how many units the pledge was signed.
func pledgeLine(ctx context.Context, p season.Pledge) string {
	line := ui.T(ctx, "Các đơn vị ký kết giao ước thi đua", "The members signed the pledge")
	if len(p.Units) > 0 {
		line = fmt.Sprintf(ui.T(ctx, "%d đơn vị ký kết giao ước thi đua", "%d units signed the pledge"), len(p.Units))
	}
	if !p.Day.IsZero() {
		line += ui.T(ctx, " ngày ", " on ") + p.Day.Short()
	}
	if p.Place != "" {
		line += ui.T(ctx, " tại ", ", ") + p.Place
	}
	return line + "."
}
