package target

import (
	"thidua/exact"
)

// The most decimals shown: of a value people gave, and of one we computed, which
// is short unless that would make two different numbers look alike.
const (
	mostDecimals = 6
	fewDecimals  = 2
)

// amount is a value as people gave it, with its unit of measure: "20,8 %".
func (i Indicator) amount(n exact.Number) string {
	return i.measured(n.Figure(exact.HalfUp, mostDecimals))
}

// computed is a computed value, told apart from the given ones.
func (i Indicator) computed(n exact.Number, from ...exact.Number) string {
	return i.measured(n.Figure(exact.HalfUp, decimals(n, from...)))
}

// change is the size of a change; percentages change by percentage points.
func (i Indicator) change(n exact.Number, from ...exact.Number) string {
	if i.Measure == "%" {
		i.Measure = "điểm phần trăm"
	}
	return i.computed(size(n), from...)
}

func (i Indicator) measured(figure string) string {
	if i.Measure == "" {
		return figure
	}
	return figure + " " + i.Measure
}

// decimals is the fewest that keep the number apart from zero and from others.
func decimals(n exact.Number, from ...exact.Number) int {
	d := fewDecimals
	for _, other := range append(from, exact.Int(0)) {
		for d < mostDecimals && n.Cmp(other) != 0 && n.Round(exact.HalfUp, d).Cmp(other.Round(exact.HalfUp, d)) == 0 {
			d++
		}
	}
	return d
}

// toward shortens a bound so that what is printed still holds: to the side that
// is at least as good as the bound, or at least as bad.
func (i Indicator) toward(good bool, n exact.Number) string {
	up := good == (i.Direction != Less)
	short := n.Round(exact.Cut, fewDecimals)
	if step := exact.Ratio(1, 100); up && short.Cmp(n) < 0 {
		short = short.Add(step)
	} else if !up && short.Cmp(n) > 0 {
		short = short.Sub(step)
	}
	return i.amount(short)
}

// orBetter says "the value or better" in the indicator's direction.
func (d Direction) orBetter(value string) string {
	if d == Less {
		return "từ " + value + " trở xuống"
	}
	return "từ " + value + " trở lên"
}

// worse says "worse than the value" in the indicator's direction.
func (d Direction) worse(value string) string {
	if d == Less {
		return "trên " + value
	}
	return "dưới " + value
}

// verb is the word for a change of that sign in the values.
func verb(change exact.Number) string {
	if change.Sign() < 0 {
		return "giảm"
	}
	return "tăng"
}
