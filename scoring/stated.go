package scoring

import (
	"fmt"
	"slices"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/vi"
)

// completed fills in what follows from what the report says.
func completed(rules season.Rules, rows []Standing) []Standing {
	rows = slices.Clone(rows)
	for i, s := range rows {
		s.Stage, s.Stated, s.Band = season.Final, true, vi.Clean(s.Band)
		if !s.Max.Known() && s.Points.Known() {
			s.Max = rules.FullScale()
		}
		if !s.Percent.Known() {
			s.Percent = s.Points.Mul(exact.Int(100)).Quo(s.Max)
		}
		rows[i] = s
	}
	return rows
}

// ordered puts stated ranks in their order, or works ranks out from stated
// points. Units that share a rank keep the report's order; units without one
// come last.
func ordered(rules season.Rules, rows []Standing) []Standing {
	if !slices.ContainsFunc(rows, func(s Standing) bool { return s.Rank > 0 }) {
		return Rank(rows, rules.Ties, Ties{})
	}
	slices.SortStableFunc(rows, func(a, b Standing) int {
		switch {
		case a.Rank == b.Rank:
			return 0
		case b.Rank == 0 || a.Rank != 0 && a.Rank < b.Rank:
			return -1
		}
		return 1
	})
	return rows
}

// checkStated refuses line i of a ranking that cannot be meant in a cluster of
// that many members, 0 when not known.
func checkStated(rows []Standing, i, members int) error {
	s, field := rows[i], fmt.Sprintf("ranking.%d.", i)
	switch {
	case slices.ContainsFunc(rows[:i], func(o Standing) bool { return o.Unit == s.Unit }):
		return refusal.Field(field+"unit", "Một đơn vị được xếp hạng hai lần.")
	case s.Rank < 0:
		return refusal.Field(field+"rank", "Thứ hạng tính từ 1.")
	case members > 0 && s.Rank > members:
		return refusal.Field(field+"rank", fmt.Sprintf("Thứ %d là quá số đơn vị thành viên (%d).", s.Rank, members))
	case s.Points.Sign() < 0:
		return refusal.Field(field+"score", "Điểm không được dưới 0.")
	case s.Max.Known() && s.Max.Sign() <= 0:
		return refusal.Field(field+"max", "Điểm tối đa phải lớn hơn 0.")
	}
	return nil
}
