package scoring

import (
	"thidua/exact"
	"thidua/season"
	"thidua/vi"
)

// half is what meeting a quantitative target exactly is worth.
var half = exact.Ratio(1, 2)

// outcome is what one mark is worth, unrounded, and which case of the leaf's
// rule gave it, in words.
type outcome struct {
	points exact.Number // unknown when the mark does not say enough
	how    string
}

// worth applies the leaf's rule to the mark; points stated without figures are
// taken as they are. f is what a quantitative leaf compares with.
func worth(c season.Criterion, m Mark, f field) outcome {
	if o := ruled(c, m, f); o.points.Known() {
		return o
	}
	return outcome{m.Points, "Điểm ghi trên phiếu"}
}

func ruled(c season.Criterion, m Mark, f field) outcome {
	switch c.Kind {
	case season.Linear:
		return linear(c, m)
	case season.Quantitative:
		return quantitative(c, m, f)
	case season.Qualitative:
		return qualitative(c, m)
	case season.Direct:
		return outcome{m.Count.Mul(c.Points).Min(c.Max), "Số việc nhân điểm mỗi việc, không quá mức tối đa"}
	case season.BonusPenalty:
		return bonusPenalty(c, m)
	case season.RankPoints:
		return outcome{rankPoints(c.Ranks, m.Ranks), "Điểm theo thứ hạng"}
	case season.External:
		return external(c, m)
	case season.Grade:
		return graded(c, m)
	}
	return outcome{}
}

func linear(c season.Criterion, m Mark) outcome {
	return outcome{c.Max.Mul(attainment(c.Less, m.Target, m.Actual)), "Theo tỷ lệ đạt chỉ tiêu"}
}

// attainment is how much of the target was reached, 0–1: A ÷ T, or T ÷ A where
// less is better. On target or beyond it is 1, also for a target of 0; a
// negative result counts as 0.
func attainment(less bool, target, actual exact.Number) exact.Number {
	if !target.Known() || !actual.Known() {
		return exact.Number{}
	}
	if less {
		target, actual = actual, target
	}
	if actual.Cmp(target) >= 0 {
		return exact.Int(1)
	}
	return actual.Quo(target).Max(zero)
}

func qualitative(c season.Criterion, m Mark) outcome {
	switch {
	case m.Met == nil:
		return outcome{}
	case *m.Met:
		return outcome{c.Max, "Đạt"}
	}
	return outcome{zero, "Không đạt"}
}

// bonusPenalty: a count that is not given is 0 beside one that is.
func bonusPenalty(c season.Criterion, m Mark) outcome {
	if !m.Bonus.Known() && !m.Penalty.Known() {
		return outcome{}
	}
	sum := orZero(m.Bonus).Mul(orZero(c.Bonus)).Sub(orZero(m.Penalty).Mul(orZero(c.Penalty)))
	return outcome{sum.Max(orZero(c.Min)).Min(c.Max), "Điểm cộng trừ điểm phạt, trong giới hạn"}
}

func orZero(n exact.Number) exact.Number {
	if !n.Known() {
		return zero
	}
	return n
}

// rankPoints are the points of the average of the ranks that several bodies
// gave. An average between two ranks earns the points between theirs in
// proportion; a rank beyond the list earns 0.
func rankPoints(table []exact.Number, ranks []int) exact.Number {
	if len(ranks) == 0 {
		return exact.Number{}
	}
	mean := meanRank(ranks)
	above := int(mean.Floor())
	part := mean.Sub(exact.Int(int64(above)))
	return pointsOfRank(table, above).Mul(exact.Int(1).Sub(part)).Add(pointsOfRank(table, above+1).Mul(part))
}

func meanRank(ranks []int) exact.Number {
	sum := 0
	for _, r := range ranks {
		sum += r
	}
	return exact.Ratio(int64(sum), int64(len(ranks)))
}

func pointsOfRank(table []exact.Number, rank int) exact.Number {
	if rank < 1 || rank > len(table) {
		return zero
	}
	return table[rank-1]
}

// external: on the other body's own scale the figure is brought to the
// criterion's maximum; without one it is taken as it is.
func external(c season.Criterion, m Mark) outcome {
	if c.Of.Known() {
		return outcome{c.Max.Mul(m.Figure).Quo(c.Of).Min(c.Max), "Quy đổi từ điểm của cơ quan khác"}
	}
	return outcome{m.Figure.Min(c.Max), "Lấy điểm của cơ quan khác"}
}

// graded finds the word without regard to capitals.
func graded(c season.Criterion, m Mark) outcome {
	for _, g := range c.Grades {
		if sameWord(g.Word, m.Word) {
			return outcome{g.Points, "Xếp “" + g.Word + "”"}
		}
	}
	return outcome{}
}

func sameWord(a, b string) bool { return vi.Upper(vi.Clean(a)) == vi.Upper(vi.Clean(b)) }
