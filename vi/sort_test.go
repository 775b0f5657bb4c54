package vi

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestSortKey_putsAListInVietnameseOrder(t *testing.T) {
	lists := map[string][]string{
		"letters":                 {"an", "ăn", "ân", "ba", "ca", "da", "đa", "em", "êm", "on", "ôn", "ơn", "tu", "tư", "va"},
		"tones":                   {"ma", "mà", "mả", "mã", "má", "mạ"},
		"letters before tones":    {"mã", "mai", "màn"},
		"numbers by their value":  {"Cụm 1", "Cụm 2", "Cụm 10"},
		"the five districts":      {"Anh Sơn", "Con Cuông", "Kỳ Sơn", "Thanh Chương", "Tương Dương"},
		"a word before a longer":  {"Đại Đồng", "Đại Đồng Thành", "Đô Lương"},
		"d before đ in the names": {"Diễn Châu", "Dương Hòa", "Đô Lương"},
	}
	for name, want := range lists {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestSortKey_isPlainASCIIAndAlikeForBothNormalForms(t *testing.T) {
	hexadecimal := regexp.MustCompile(`^[0-9a-f]*$`)
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		key := SortKey(s)
		if !hexadecimal.MatchString(key) {
			t.Fatalf("SortKey(%+q) = %q", s, key)
		}
		if SortKey(norm.NFD.String(s)) != key {
			t.Fatalf("composed and decomposed %+q sort differently", s)
		}
	})
}

func TestCompare_isTheOrderOfTheStoredKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyText().Draw(t, "a"), anyText().Draw(t, "b")
		if got := Compare(a, b); got != strings.Compare(SortKey(a), SortKey(b)) || got != -Compare(b, a) {
			t.Fatalf("Compare(%+q, %+q) = %d", a, b, got)
		}
	})
}
