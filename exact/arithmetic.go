package exact

import "math/big"

func combine(a, b Number, op func(z, x, y *big.Rat) *big.Rat) Number {
	if a.r == nil || b.r == nil {
		return Number{}
	}
	return Number{op(new(big.Rat), a.r, b.r)}
}

// Add returns n + m.
func (n Number) Add(m Number) Number { return combine(n, m, (*big.Rat).Add) }

// Sub returns n − m.
func (n Number) Sub(m Number) Number { return combine(n, m, (*big.Rat).Sub) }

// Mul returns n · m.
func (n Number) Mul(m Number) Number { return combine(n, m, (*big.Rat).Mul) }

// Quo returns n ÷ m, unknown when m is 0.
func (n Number) Quo(m Number) Number {
	if m.r == nil || m.r.Sign() == 0 {
		return Number{}
	}
	return combine(n, m, (*big.Rat).Quo)
}

// Sign is −1, 0 or 1; 0 for an unknown number.
func (n Number) Sign() int {
	if n.r == nil {
		return 0
	}
	return n.r.Sign()
}

// Cmp is −1, 0 or 1 as n is below, equal to or above m. An unknown number sorts
// below every known one.
func (n Number) Cmp(m Number) int {
	switch {
	case n.r == nil && m.r == nil:
		return 0
	case n.r == nil:
		return -1
	case m.r == nil:
		return 1
	}
	return n.r.Cmp(m.r)
}

// Min is the smaller of two known numbers.
func (n Number) Min(m Number) Number {
	if n.Cmp(m) <= 0 {
		return n
	}
	return m
}

// Max is the larger of two known numbers.
func (n Number) Max(m Number) Number {
	if n.Cmp(m) >= 0 {
		return n
	}
	return m
}

// Ceil is the smallest whole number not below n, for "at least so many votes".
func (n Number) Ceil() int64 {
	if n.r == nil {
		return 0
	}
	q, rest := new(big.Int).QuoRem(n.r.Num(), n.r.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q.Int64()
}

// Floor is the largest whole number not above n.
func (n Number) Floor() int64 {
	if n.r == nil {
		return 0
	}
	return new(big.Int).Div(n.r.Num(), n.r.Denom()).Int64()
}
