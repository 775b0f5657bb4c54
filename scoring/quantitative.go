package scoring

import (
	"thidua/exact"
	"thidua/season"
)

// field is what a quantitative leaf is compared with: how the whole cluster did
// on it. Members without a target are never compared with those that have one.
type field struct {
	lead     exact.Number // highest excess over target in the cluster; unknown when nobody exceeded
	leaders  []int        // places in the roster of those that have it
	runnerUp exact.Number // next excess below it; unknown when nobody else exceeded
	best     exact.Number // best result among members without a target
	bests    []int
}

// hasTarget reports whether the mark is measured against a target. A target of
// 0 where more is better asks for nothing and cannot be exceeded by a share:
// sheets write it for "no target".
func hasTarget(c season.Criterion, m Mark) bool {
	return m.Target.Known() && (c.Less || m.Target.Sign() > 0)
}

// excess is e = (A − T)/T, or (T − A)/T where less is better: how far the
// result is beyond the target, 0 when it is not.
func excess(c season.Criterion, m Mark) exact.Number {
	if m.Target.Sign() == 0 {
		return zero
	}
	beyond := m.Actual.Sub(m.Target)
	if c.Less {
		beyond = m.Target.Sub(m.Actual)
	}
	return beyond.Quo(m.Target).Max(zero)
}

// quantitative is "half to the leader". Below target: ½·MS of the share
// reached; on target: ½·MS, also with a target and a result of 0; the highest
// excess of the cluster: MS, for each that shares it; above target otherwise:
// ½·MS + ½·MS·e/e of the leader, never above MS.
func quantitative(c season.Criterion, m Mark, f field) outcome {
	switch {
	case !m.Actual.Known():
		return outcome{}
	case !hasTarget(c, m):
		return outcome{c.Max.Mul(shareOfBest(c.Less, m.Actual, f.best)), "Không giao chỉ tiêu, so với kết quả tốt nhất của các đơn vị không có chỉ tiêu"}
	}
	middle, e := c.Max.Mul(half), excess(c, m)
	reached := attainment(c.Less, m.Target, m.Actual)
	switch {
	case reached.Cmp(exact.Int(1)) < 0:
		return outcome{middle.Mul(reached), "Chưa đạt chỉ tiêu"}
	case e.Sign() == 0:
		return outcome{middle, "Đạt đúng chỉ tiêu"}
	case !f.lead.Known() || e.Cmp(f.lead) >= 0:
		return outcome{c.Max, "Vượt chỉ tiêu, dẫn đầu cụm"}
	}
	return outcome{middle.Add(middle.Mul(e.Quo(f.lead))), "Vượt chỉ tiêu, không dẫn đầu"}
}

// shareOfBest is A ÷ the best A, or the best ÷ A where less is better, 0–1. A
// negative result counts as 0. Where the best is 0, nobody did anything and all
// have 0 if more is better; those that have none of it have 1 if less is.
func shareOfBest(less bool, actual, best exact.Number) exact.Number {
	actual, best = actual.Max(zero), best.Max(zero)
	if less {
		return attainment(true, best, actual)
	}
	if best.Sign() == 0 {
		return zero
	}
	return actual.Quo(best).Min(exact.Int(1))
}

// add counts a member's figures in: the mean over the sheets that give them, as
// several may cross-score one unit.
func (f *field) add(c season.Criterion, member int, marks []Mark) {
	var beyond, without []exact.Number
	for _, m := range marks {
		switch {
		case m.Unassigned || !m.Actual.Known():
		case hasTarget(c, m):
			beyond = append(beyond, excess(c, m))
		default:
			without = append(without, m.Actual)
		}
	}
	if e := mean(beyond); e.Sign() > 0 {
		f.addExcess(e, member)
	}
	if a := mean(without); a.Known() {
		f.addResult(a, member, c.Less)
	}
}

func (f *field) addExcess(e exact.Number, member int) {
	switch e.Cmp(f.lead) {
	case 1:
		f.runnerUp, f.lead, f.leaders = f.lead, e, []int{member}
	case 0:
		f.leaders = append(f.leaders, member)
	default:
		f.runnerUp = f.runnerUp.Max(e)
	}
}

func (f *field) addResult(actual exact.Number, member int, less bool) {
	order := actual.Cmp(f.best)
	if less && f.best.Known() {
		order = -order
	}
	switch order {
	case 1:
		f.best, f.bests = actual, []int{member}
	case 0:
		f.bests = append(f.bests, member)
	}
}

// mean of numbers, unknown of none.
func mean(numbers []exact.Number) exact.Number {
	if len(numbers) == 0 {
		return exact.Number{}
	}
	if len(numbers) == 1 {
		return numbers[0]
	}
	sum := zero
	for _, n := range numbers {
		sum = sum.Add(n)
	}
	return sum.Quo(exact.Int(int64(len(numbers))))
}
