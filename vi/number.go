package vi

import (
	"math/big"
	"strconv"
	"strings"
)

// RoundMode is how digits beyond the last one kept are dealt with. A set of
// criteria names its own; sheets made by hand often cut.
type RoundMode int

const (
	// HalfUp rounds to the nearest, a half away from zero: 2,345 → 2,35 and
	// -2,345 → -2,35, so a penalty mirrors a bonus.
	HalfUp RoundMode = iota
	// Cut drops the digits, towards zero: 2,349 → 2,34 and -2,349 → -2,34.
	Cut
)

// RoundRat rounds r to the given decimals, exactly, and leaves r as it was.
// Decimals below zero count as zero.
func RoundRat(r *big.Rat, decimals int, mode RoundMode) *big.Rat {
	scale := powerOfTen(decimals)
	return new(big.Rat).SetFrac(scaled(r, scale, mode), scale)
}

func powerOfTen(decimals int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(decimals, 0))), nil)
}

// scaled is r·scale as a whole number.
func scaled(r *big.Rat, scale *big.Int, mode RoundMode) *big.Int {
	num := new(big.Int).Mul(r.Num(), scale)
	quotient, rest := new(big.Int).QuoRem(num, r.Denom(), new(big.Int))
	if mode == Cut {
		return quotient
	}
	twice := rest.Abs(rest).Lsh(rest, 1)
	if twice.Cmp(r.Denom()) >= 0 {
		quotient.Add(quotient, big.NewInt(int64(r.Sign())))
	}
	return quotient
}

// FormatInt writes a whole number with points between thousands: 1500 is
// "1.500".
func FormatInt(n int64) string {
	digits, negative := strings.CutPrefix(strconv.FormatInt(n, 10), "-")
	return sign(negative) + groupThousands(digits)
}

// FormatRat writes r rounded to exactly the given decimals, with a decimal
// comma and points between thousands: "92,76", "1.234,50".
func FormatRat(r *big.Rat, decimals int, mode RoundMode) string {
	decimals = max(decimals, 0)
	whole := scaled(r, powerOfTen(decimals), mode)
	digits := new(big.Int).Abs(whole).String()
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - decimals
	text := sign(whole.Sign() < 0) + groupThousands(digits[:point])
	if decimals > 0 {
		text += "," + digits[point:]
	}
	return text
}

// FormatRatTrim is FormatRat without the zeros that end the decimals: "92,5",
// "92".
func FormatRatTrim(r *big.Rat, decimals int, mode RoundMode) string {
	text := FormatRat(r, decimals, mode)
	if strings.Contains(text, ",") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ",")
	}
	return text
}

func sign(negative bool) string {
	if negative {
		return "-"
	}
	return ""
}

func groupThousands(digits string) string {
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	return b.String()
}
