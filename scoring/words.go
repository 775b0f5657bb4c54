package scoring

import (
	"fmt"
	"slices"
	"strings"

	"thidua/exact"
	"thidua/season"
	"thidua/vi"
)

// compared names the leader, or the best of those without a target.
func (r Result) compared(c season.Criterion, m Mark, f field) string {
	switch {
	case !hasTarget(c, m) && f.best.Known():
		return fmt.Sprintf("Tốt nhất trong các đơn vị không giao chỉ tiêu: %s, %s", r.names(f.bests), measured(c, f.best))
	case hasTarget(c, m) && f.lead.Known():
		return fmt.Sprintf("Dẫn đầu: %s, vượt %s %% so với chỉ tiêu", r.names(f.leaders), percentage(f.lead))
	case hasTarget(c, m):
		return "Chưa đơn vị nào trong cụm vượt chỉ tiêu"
	}
	return ""
}

func (r Result) names(members []int) string {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = vi.LowerFirst(r.Roster[m].Name)
	}
	return vi.JoinAnd(names)
}

func (r Result) source(c season.Criterion) string {
	parts := []string{"Tiêu chí " + c.Code, fmt.Sprintf("bộ quy tắc bản %d", max(r.Rules.Version, 1))}
	if !r.Rules.SignedOn.IsZero() {
		parts[1] += " ký ngày " + r.Rules.SignedOn.Short()
	}
	if r.Rules.Basis != "" {
		parts = append(parts, r.Rules.Basis)
	}
	if text := roundingText(r.Rules.Rounding); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func roundingText(rounding season.Rounding) string {
	at := "từng tiêu chí"
	if rounding.At == season.RoundTotal {
		at = "tổng điểm"
	}
	switch rounding.Mode {
	case exact.HalfUp:
		return fmt.Sprintf("%s làm tròn đến %d chữ số thập phân", at, rounding.Decimals)
	case exact.Cut:
		return fmt.Sprintf("%s lấy %d chữ số thập phân, bỏ phần sau", at, rounding.Decimals)
	}
	return ""
}

// shown is how many decimals points are printed with.
func (r Result) shown() int {
	if r.Rules.Rounding.Mode == "" || r.Rules.Rounding.Mode == exact.None {
		return 2
	}
	return r.Rules.Rounding.Decimals
}

// stageName is the stage in the users' words.
func stageName(stage season.Stage) string {
	names := []string{"tự chấm", "chấm chéo", "thẩm định"}
	if i := slices.Index(stages, stage); i >= 0 {
		return names[i]
	}
	return "điểm cuối cùng"
}
