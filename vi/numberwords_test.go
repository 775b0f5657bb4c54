package vi

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumberWords_readsAsOfficialsWrite(t *testing.T) {
	cases := map[int64]string{
		0: "không", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi",
		21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 55: "năm mươi lăm", 91: "chín mươi mốt",
		100: "một trăm", 101: "một trăm linh một", 104: "một trăm linh bốn", 105: "một trăm linh năm",
		110: "một trăm mười", 115: "một trăm mười lăm", 555: "năm trăm năm mươi lăm",
		1000: "một nghìn", 1002: "một nghìn không trăm linh hai", 1020: "một nghìn không trăm hai mươi",
		2014: "hai nghìn không trăm mười bốn", 21000: "hai mươi mốt nghìn",
		1_000_005:                 "một triệu không trăm linh năm",
		1_500_000:                 "một triệu năm trăm nghìn",
		1_000_000_000:             "một tỷ",
		2_000_000_000_000:         "hai nghìn tỷ",
		3_001_000_000_007:         "ba nghìn không trăm linh một tỷ không trăm linh bảy",
		1_000_000_000_000_000_000: "một tỷ tỷ",
		-7:                        "âm bảy",
	}
	for n, want := range cases {
		if got := NumberWords(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestNumberWords_isReadBackAsTheSameNumber(t *testing.T) {
	check := func(t interface {
		Fatalf(string, ...any)
	}, n int64) {
		if got := readWords(NumberWords(n)); got.Cmp(big.NewInt(n)) != 0 {
			t.Fatalf("%d is written %q, which reads %s", n, NumberWords(n), got)
		}
	}
	for n := int64(-1200); n <= 12_000; n++ {
		check(t, n)
	}
	check(t, math.MaxInt64)
	check(t, math.MinInt64)
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.Uint64Range(0, math.MaxInt64).Draw(t, "n")
		check(t, int64(digits)/int64(math.Pow10(rapid.IntRange(0, 18).Draw(t, "shorter"))))
	})
}

// readWords understands the words independently of how they are made: it adds
// digits up and multiplies at each scale word.
func readWords(s string) *big.Int {
	words := strings.Fields(s)
	if words[0] == "âm" {
		return new(big.Int).Neg(readWords(strings.Join(words[1:], " ")))
	}
	for _, scale := range []struct {
		word  string
		zeros int64
	}{{"tỷ", 9}, {"triệu", 6}, {"nghìn", 3}, {"trăm", 2}, {"mươi", 1}} {
		if i := lastIndex(words, scale.word); i >= 0 {
			left := readWords(strings.Join(words[:i], " "))
			left.Mul(left, new(big.Int).Exp(big.NewInt(10), big.NewInt(scale.zeros), nil))
			if i == len(words)-1 {
				return left
			}
			return left.Add(left, readWords(strings.Join(words[i+1:], " ")))
		}
	}
	sum := new(big.Int)
	for _, word := range words {
		sum.Add(sum, big.NewInt(smallWords[word]))
	}
	return sum
}

var smallWords = map[string]int64{"không": 0, "linh": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
	"năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

func lastIndex(words []string, word string) int {
	reversed := slices.Clone(words)
	slices.Reverse(reversed)
	if i := slices.Index(reversed, word); i >= 0 {
		return len(words) - 1 - i
	}
	return -1
}
