package season

import (
	"context"
	"fmt"
	"strings"

	"thidua/season"
	"thidua/web/ui"
	"thidua/web/year"
)

// share prints "10/14"; a dash where nothing was asked.
func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", part, whole)
}

// membersUnnamed says why there is no table: the year is known only by number.
func membersUnnamed(ctx context.Context, v year.Visit) string {
	if n := v.Season.MembersCount; n > 0 {
		return fmt.Sprintf(ui.T(ctx, "Nguồn nêu %d đơn vị thành viên, không nêu tên.", "The source speaks of %d members without naming them."), n)
	}
	return ui.T(ctx, "Chưa ghi đơn vị thành viên nào.", "No members are on record yet.")
}

// inRosterOrder sorts the registrations as the cluster lists its members.
func inRosterOrder(v year.Visit, all []season.Registration) (ordered []season.Registration) {
	for _, m := range v.Members {
		for _, r := range all {
			if r.Unit == m.Unit {
				ordered = append(ordered, r)
			}
		}
	}
	return ordered
}

// allSample reports whether every registration is made up: the table then says
// so once.
func allSample(all []season.Registration) bool {
	for _, r := range all {
		if !r.Sample {
			return false
		}
	}
	return len(all) > 0
}

// sourceLine is a source as readers cite it.
func sourceLine(s season.Source) string {
	parts := []string{s.Title}
	if s.Publisher != "" {
		parts = append(parts, s.Publisher)
	}
	if !s.Day.IsZero() {
		parts = append(parts, s.Day.Short())
	}
	return strings.Join(parts, ", ")
}
