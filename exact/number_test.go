package exact_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/vi"
)

func TestRound_followsTheMode(t *testing.T) {
	for _, c := range []struct {
		number, want string
		mode         exact.Mode
		decimals     int
	}{
		{"8300/85", "97.6", exact.Cut, 1},
		{"8300/85", "97.65", exact.HalfUp, 2},
		{"0.005", "0.01", exact.HalfUp, 2},
		{"-0.005", "-0.01", exact.HalfUp, 2},
		{"-0.019", "-0.01", exact.Cut, 2},
		{"20/3", "20/3", exact.None, 2},
		{"2.5", "3", exact.HalfUp, 0},
	} {
		if got := exact.Must(c.number).Round(c.mode, c.decimals).String(); got != c.want {
			t.Errorf("%s %s to %d decimals = %s, want %s", c.number, c.mode, c.decimals, got, c.want)
		}
	}
}

func TestUnknown_isNotZero(t *testing.T) {
	var unknown exact.Number
	if unknown.Known() || unknown.String() != "" || unknown.Add(exact.Int(1)).Known() {
		t.Fatal("an unknown number must stay unknown")
	}
	if exact.Int(1).Quo(exact.Int(0)).Known() {
		t.Fatal("a division by zero must be unknown")
	}
	if unknown.Cmp(exact.Int(-1)) >= 0 || exact.Int(0).Cmp(unknown) <= 0 {
		t.Fatal("unknown must sort below every known number")
	}
}

func TestStoredForm_readsBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exact.Ratio(rapid.Int64().Draw(t, "a"), rapid.Int64Range(1, 1_000_000).Draw(t, "b"))
		back, err := exact.Parse(n.String())
		if err != nil || back.Cmp(n) != 0 {
			t.Fatalf("%v read back as %v, %v", n, back, err)
		}
	})
}

func TestStoredForm_ofALongSumReadsBackFromTheDatabaseOnly(t *testing.T) {
	sum := exact.Int(0)
	for b := int64(10_001); b < 10_101; b += 2 {
		sum = sum.Add(exact.Ratio(1, b))
	}
	var back exact.Number
	if err := back.Scan(sum.String()); err != nil || back.Cmp(sum) != 0 || len(sum.String()) <= 200 {
		t.Fatalf("%v read back as %v, %v", sum, back, err)
	}
	if _, err := exact.Parse(sum.String()); err == nil {
		t.Fatal("a number of any length was read from outside")
	}
	if err := back.Scan(""); err != nil || back.Known() {
		t.Fatalf("an empty column became %v, %v", back, err)
	}
}

func TestRound_neverMovesFurtherThanOneStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exact.Ratio(rapid.Int64Range(-1e9, 1e9).Draw(t, "a"), rapid.Int64Range(1, 1e6).Draw(t, "b"))
		mode := rapid.SampledFrom([]exact.Mode{exact.HalfUp, exact.Cut}).Draw(t, "mode")
		gap := n.Sub(n.Round(mode, 2))
		if gap.Cmp(exact.Must("0.01")) >= 0 || gap.Cmp(exact.Must("-0.01")) <= 0 {
			t.Fatalf("%v moved by %v", n, gap)
		}
	})
}

func TestCeilAndFloor_meetAtWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		n           string
		ceil, floor int64
	}{{"10/3", 4, 3}, {"4", 4, 4}, {"-10/3", -3, -4}, {"0", 0, 0}} {
		n := exact.Must(c.n)
		if n.Ceil() != c.ceil || n.Floor() != c.floor {
			t.Errorf("%s: ceil %d floor %d", c.n, n.Ceil(), n.Floor())
		}
	}
}

func TestParse_refusesWhatIsNotOurForm(t *testing.T) {
	for _, s := range []string{"1e9", "abc", "1/0", "0x10", "--1", "1_000"} {
		if _, err := exact.Parse(s); err == nil {
			t.Errorf("%q was read as a number", s)
		}
	}
}

func TestTyped_isReadAgainAsTheSameNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exact.Ratio(rapid.Int64Range(-1e12, 1e12).Draw(t, "a"), 1_000_000)
		back, err := vi.ParseNumber(n.Typed(6))
		if err != nil || exact.Of(back).Cmp(n) != 0 {
			t.Fatalf("%s reads as %v, %v", n.Typed(6), back, err)
		}
	})
	if text := (exact.Number{}).Typed(6); text != "" {
		t.Errorf("unknown is typed as %q", text)
	}
}
