package vi

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestFormatInt_groupsThousandsByPoints(t *testing.T) {
	cases := map[int64]string{0: "0", 7: "7", 999: "999", 1500: "1.500", -1500: "-1.500", -999: "-999",
		1234567: "1.234.567", math.MinInt64: "-9.223.372.036.854.775.808"}
	for n, want := range cases {
		if got := FormatInt(n); got != want {
			t.Errorf("FormatInt(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFormatRat_roundsAsTheRuleSays(t *testing.T) {
	cases := []struct {
		number    string
		decimals  int
		halfUp    string
		cut       string
		trimmedUp string
	}{
		{"9276/100", 2, "92,76", "92,76", "92,76"},
		{"185/2", 2, "92,50", "92,50", "92,5"},
		{"92", 2, "92,00", "92,00", "92"},
		{"8300/85", 1, "97,6", "97,6", "97,6"},
		{"2345/1000", 2, "2,35", "2,34", "2,35"},
		{"-2345/1000", 2, "-2,35", "-2,34", "-2,35"},
		{"-2349/1000", 2, "-2,35", "-2,34", "-2,35"},
		{"20/3", 2, "6,67", "6,66", "6,67"},
		{"-1/1000", 2, "0,00", "0,00", "0"},
		{"-9/1000", 2, "-0,01", "0,00", "-0,01"},
		{"1/200", 2, "0,01", "0,00", "0,01"},
		{"5/2", 0, "3", "2", "3"},
		{"5/2", -1, "3", "2", "3"},
		{"999995/1000", 2, "1.000,00", "999,99", "1.000"},
		{"100", 0, "100", "100", "100"},
		{"123456789/100", 2, "1.234.567,89", "1.234.567,89", "1.234.567,89"},
	}
	for _, c := range cases {
		r, _ := new(big.Rat).SetString(c.number)
		if got := FormatRat(r, c.decimals, HalfUp); got != c.halfUp {
			t.Errorf("%s half up: got %q, want %q", c.number, got, c.halfUp)
		}
		if got := FormatRat(r, c.decimals, Cut); got != c.cut {
			t.Errorf("%s cut: got %q, want %q", c.number, got, c.cut)
		}
		if got := FormatRatTrim(r, c.decimals, HalfUp); got != c.trimmedUp {
			t.Errorf("%s trimmed: got %q, want %q", c.number, got, c.trimmedUp)
		}
	}
}

func TestRoundRat_staysWithinItsBoundAndLeavesItsArgument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRat().Draw(t, "r")
		before := new(big.Rat).Set(r)
		decimals := rapid.IntRange(0, 6).Draw(t, "decimals")
		unit := new(big.Rat).SetFrac(big.NewInt(1), powerOfTen(decimals))
		half := new(big.Rat).Quo(unit, big.NewRat(2, 1))

		up := new(big.Rat).Sub(RoundRat(r, decimals, HalfUp), r)
		if up.Abs(up).Cmp(half) > 0 {
			t.Fatalf("half up moved %s by %s", r, up)
		}
		cut := RoundRat(r, decimals, Cut)
		lost := new(big.Rat).Sub(new(big.Rat).Abs(r), new(big.Rat).Abs(cut))
		if lost.Sign() < 0 || lost.Cmp(unit) >= 0 {
			t.Fatalf("cutting %s to %s lost %s", r, cut, lost)
		}
		if r.Cmp(before) != 0 {
			t.Fatalf("the argument changed from %s to %s", before, r)
		}
	})
}

func TestFormatRat_isReadBackAsTheRoundedNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRat().Draw(t, "r")
		mode := rapid.SampledFrom([]RoundMode{HalfUp, Cut}).Draw(t, "mode")
		decimals := rapid.SampledFrom([]int{0, 1, 2, 4}).Draw(t, "decimals")
		for _, text := range []string{FormatRat(r, decimals, mode), FormatRatTrim(r, decimals, mode)} {
			got, err := ParseNumber(unmistakableText(text))
			if err != nil || got.Cmp(RoundRat(r, decimals, mode)) != 0 {
				t.Fatalf("%s is written %q and read as %v, %v", r, text, got, err)
			}
		}
	})
}

func anyRat() *rapid.Generator[*big.Rat] {
	return rapid.Custom(func(t *rapid.T) *big.Rat {
		return big.NewRat(rapid.Int64Range(-1e12, 1e12).Draw(t, "num"), rapid.Int64Range(1, 1e6).Draw(t, "denom"))
	})
}
