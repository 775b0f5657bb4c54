// Package exact is the arithmetic of points, targets and shares: numbers that
// are never rounded by accident, only where a rule says so.
package exact

import (
	"database/sql/driver"
	"fmt"
	"math/big"
	"strings"
)

// Number is an exact rational number. The zero Number is unknown, which is not
// the same as 0: a figure nobody gave stays unknown through storage and JSON.
// Arithmetic on an unknown number is unknown.
type Number struct{ r *big.Rat }

// Int returns n as a Number.
func Int(n int64) Number { return Number{big.NewRat(n, 1)} }

// Ratio returns a/b; b must not be 0.
func Ratio(a, b int64) Number { return Number{big.NewRat(a, b)} }

// Of wraps a copy of r; a nil r is the unknown number.
func Of(r *big.Rat) Number {
	if r == nil {
		return Number{}
	}
	return Number{new(big.Rat).Set(r)}
}

// Parse reads "-12.5", "3" or "1/3". It reads our own stored form; what people
// write goes through vi.ParseNumber.
func Parse(s string) (Number, error) {
	if s == "" {
		return Number{}, nil
	}
	if len(s) > longest {
		return Number{}, fmt.Errorf("exact: a number of %d characters", len(s))
	}
	return read(s)
}

// longest bounds what is read from outside, in characters. What we computed and
// stored may be longer: a sum of many ratios has a long denominator.
const longest = 200

func read(s string) (Number, error) {
	if strings.ContainsAny(s, "eExXpP_") {
		return Number{}, fmt.Errorf("exact: not a number: %.20q", s)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Number{}, fmt.Errorf("exact: not a number: %.20q", s)
	}
	return Number{r}, nil
}

// Must is Parse for constants of the program; it panics on a bad one.
func Must(s string) Number {
	n, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return n
}

// Known reports whether somebody gave the number.
func (n Number) Known() bool { return n.r != nil }

// Rat returns a copy, or nil when unknown.
func (n Number) Rat() *big.Rat {
	if n.r == nil {
		return nil
	}
	return new(big.Rat).Set(n.r)
}

// String is the exact stored form: a decimal when it ends, else "a/b", "" when
// unknown.
func (n Number) String() string {
	if n.r == nil {
		return ""
	}
	if digits, ends := n.r.FloatPrec(); ends {
		return n.r.FloatString(digits)
	}
	return n.r.RatString()
}

// Decimals renders the number with at most d decimals, cut trailing zeros kept:
// "92.76". It rounds half away from zero, for JSON and charts only; printed
// numbers are rounded by their own rule.
func (n Number) Decimals(d int) string {
	if n.r == nil {
		return ""
	}
	return n.r.FloatString(d)
}

// Float is the nearest float64, for drawing only.
func (n Number) Float() float64 {
	if n.r == nil {
		return 0
	}
	f, _ := n.r.Float64()
	return f
}

// MarshalText implements encoding.TextMarshaler with the stored form.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (n *Number) UnmarshalText(b []byte) (err error) {
	*n, err = Parse(string(b))
	return err
}

// Value implements driver.Valuer.
func (n Number) Value() (driver.Value, error) { return n.String(), nil }

// Scan implements sql.Scanner; it reads back every number that Value wrote.
func (n *Number) Scan(src any) (err error) {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("exact: number from %T", src)
	}
	if *n = (Number{}); s == "" {
		return nil
	}
	*n, err = read(s)
	return err
}
