package vi

import (
	"math/big"
	"strings"
	"testing"
)

func TestParseNumber_readsWhatPeopleType(t *testing.T) {
	cases := map[string]string{
		"9,1": "9.1", "9.1": "9.1", "9": "9", "-3": "-3", "\u22123": "-3", "+3": "3", " 7 ": "7", "007": "7",
		"1 500": "1500", "1\u00A0500": "1500", "1\u202F500": "1500", "1 234 567,5": "1234567.5", "1 500,250": "1500.25",
		"12,5 %": "12.5", "12,5%": "12.5", "0,125": "0.125", "0.500": "0.5", "1234,500": "1234.5", "1,0": "1",
		"1,00": "1", "12,3450": "12.345", "999999999999999999": "999999999999999999",
	}
	for text, number := range cases {
		want, _ := new(big.Rat).SetString(number)
		if got, err := ParseNumber(text); err != nil || got.Cmp(want) != 0 {
			t.Errorf("ParseNumber(%q) = %v, %v; want %s", text, got, err, number)
		}
	}
}

func TestParseNumber_refusesAndSaysWhatToDo(t *testing.T) {
	cases := []struct{ why, text, advice string }{
		{"a thousand or one", "1.000", "ghi 1000 nếu là hàng nghìn, hoặc 1,0"},
		{"the same with a comma", "1,000", "ghi 1000 nếu là hàng nghìn, hoặc 1,0"},
		{"three decimals", "-12,345 %", "ghi 12345 nếu là hàng nghìn, hoặc 12,3450"},
		{"two groups", "1.500.000", "ghi liền các chữ số"},
		{"groups and decimals", "1.500,5", "ghi liền các chữ số"},
		{"nothing", "  ", "Chưa ghi số"},
		{"words", "chín", "không phải là số"},
		{"not a number", "NaN", "không phải là số"},
		{"infinity", "Inf", "không phải là số"},
		{"an exponent", "1e9999999", "không phải là số"},
		{"a fraction", "1/3", "không phải là số"},
		{"hexadecimal", "0x10", "không phải là số"},
		{"underscores", "1_000", "không phải là số"},
		{"two numbers on two lines", "9\n100", "không phải là số"},
		{"spaces that group nothing", "15 00", "không phải là số"},
		{"no digit before the comma", ",5", "không phải là số"},
		{"no digit after the comma", "5,", "không phải là số"},
		{"two signs", "--5", "không phải là số"},
		{"percent twice", "5%%", "không phải là số"},
		{"wide digits", "１２", "không phải là số"},
		{"19 digits", "1234567890123456789", "quá dài"},
		{"19 digits with decimals", "123456789012345678,9", "quá dài"},
		{"a very long text", strings.Repeat("9", 1_000_000), "quá dài"},
	}
	for _, c := range cases {
		got, err := ParseNumber(c.text)
		if err == nil {
			t.Errorf("%s: read as %s", c.why, got)
			continue
		}
		if sentence := sentenceOf(t, err); !strings.Contains(sentence, c.advice) || len(sentence) > 400 {
			t.Errorf("%s: %q does not say %q", c.why, sentence, c.advice)
		}
	}
}

func TestParseNumber_acceptsItsOwnAdvice(t *testing.T) {
	for _, text := range []string{"1.000", "12,345", "999.100", "1,120"} {
		_, err := ParseNumber(text)
		sentence := sentenceOf(t, err)
		_, advice, _ := strings.Cut(sentence, "hãy ghi ")
		thousands, rest, _ := strings.Cut(advice, " nếu là hàng nghìn, hoặc ")
		decimal, _, _ := strings.Cut(rest, " nếu")
		asThousands, err1 := ParseNumber(thousands)
		asDecimal, err2 := ParseNumber(decimal)
		if err1 != nil || err2 != nil {
			t.Fatalf("%s: advice %q and %q is refused: %v, %v", text, thousands, decimal, err1, err2)
		}
		if asThousands.Cmp(asDecimal.Mul(asDecimal, big.NewRat(1000, 1))) != 0 {
			t.Errorf("%s: %q and %q are not its two meanings", text, thousands, decimal)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"9,1", "1 500", "1.000", "-3", "12,5 %", "1e5", "NaN", "\u22127", "\xff", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseNumber(s)
		if err != nil {
			sentenceOf(t, err)
			return
		}
		written := FormatRatTrim(r, mostDigits, Cut)
		again, err := ParseNumber(unmistakableText(written))
		if err != nil || again.Cmp(r) != 0 {
			t.Fatalf("%q is %s, written %q, read again as %v, %v", s, r, written, again, err)
		}
	})
}

// unmistakableText drops the points, and ends three decimals with a zero where
// the digits allow it.
func unmistakableText(s string) string {
	s = strings.ReplaceAll(s, ".", "")
	if whole, decimals, ok := strings.Cut(s, ","); ok && len(decimals) == 3 {
		return whole + "," + unmistakable(decimals)
	}
	return s
}
