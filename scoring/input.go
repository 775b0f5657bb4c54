package scoring

import (
	"strings"

	"thidua/exact"
	"thidua/season"
)

// Input is one figure of a mark with its name.
type Input struct{ Name, Value string }

// inputs are the figures the leaf's kind uses, named.
func inputs(c season.Criterion, m Mark) (all []Input) {
	add := func(name string, n exact.Number) {
		if n.Known() {
			all = append(all, Input{name, measured(c, n)})
		}
	}
	add("Chỉ tiêu", m.Target)
	add("Thực hiện", m.Actual)
	add("Số việc", m.Count)
	add("Số việc được cộng", m.Bonus)
	add("Số việc bị trừ", m.Penalty)
	add("Điểm của cơ quan khác", m.Figure)
	if m.Met != nil {
		all = append(all, Input{"Kết quả", qualitativeWord(*m.Met)})
	}
	if len(m.Ranks) > 0 {
		all = append(all, Input{"Thứ hạng", strings.Join(ranksOf(m), ", ")})
	}
	if m.Word != "" {
		all = append(all, Input{"Xếp loại", m.Word})
	}
	if m.Points.Known() {
		all = append(all, Input{"Điểm ghi trên phiếu", plain(m.Points)})
	}
	return all
}

func qualitativeWord(met bool) string {
	if met {
		return "Đạt"
	}
	return "Không đạt"
}

// measured prints a figure with its unit of measure, which belongs to targets
// and results only.
func measured(c season.Criterion, n exact.Number) string {
	if c.Unit == "" || c.Kind != season.Linear && c.Kind != season.Quantitative {
		return plain(n)
	}
	return plain(n) + " " + c.Unit
}

// plain prints a figure as it was given.
func plain(n exact.Number) string { return n.Figure(exact.HalfUp, mostDecimals) }

// percentage prints a share as percent with two decimals.
func percentage(share exact.Number) string {
	return share.Mul(exact.Int(100)).FixedFigure(exact.HalfUp, 2)
}
