package scoring

import (
	"fmt"
	"strings"

	"thidua/season"
)

// summary is the unit's result in one line: "Hạng 5 · 819,70 / 950,00 điểm ·
// 86,28 % · Hoàn thành tốt nhiệm vụ".
func summary(rules season.Rules, s sheet) string {
	parts := []string{fmt.Sprintf("%s / %s điểm", points(rules, s.Last.Points), points(rules, s.Last.Max)), percent(s.Last.Percent)}
	if s.Standing.Rank > 0 {
		parts = append([]string{"Hạng " + place(s.Standing.Rank)}, parts...)
	}
	if s.Last.Band != "" {
		parts = append(parts, s.Last.Band)
	}
	return strings.Join(parts, " · ")
}
