package exact

import "math/big"

// Mode is how a rule shortens a number.
type Mode string

// The modes seen in signed rules. Hand-made sheets often cut.
const (
	HalfUp Mode = "half_up" // half away from zero
	Cut    Mode = "cut"     // the digits beyond are dropped
	None   Mode = "none"    // kept exact
)

// Round shortens n to d decimals by the mode; None returns it unchanged.
func (n Number) Round(mode Mode, d int) Number {
	if n.r == nil || mode == None {
		return n
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d)), nil)
	num := new(big.Int).Mul(n.r.Num(), scale)
	q, rest := new(big.Int).QuoRem(num, n.r.Denom(), new(big.Int))
	if mode == HalfUp && rest.Abs(rest).Lsh(rest, 1).Cmp(n.r.Denom()) >= 0 {
		q.Add(q, big.NewInt(int64(n.r.Sign())))
	}
	return Number{new(big.Rat).SetFrac(q, scale)}
}
