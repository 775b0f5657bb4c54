package vi

import "strings"

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// NumberWords reads a whole number as it is written out in minutes and
// decisions: 21 "hai mươi mốt", 24 "hai mươi tư", 15 "mười lăm", 105 "một trăm
// linh năm", 1002 "một nghìn không trăm linh hai". Groups of three zeros are
// passed over: 1000005 is "một triệu không trăm linh năm". Above a thousand
// tỷ, tỷ is counted in its turn: "hai nghìn tỷ".
func NumberWords(n int64) string {
	if n == 0 {
		return digitWords[0]
	}
	if n < 0 {
		return "âm " + joinWords(countWords(uint64(-(n+1))+1, false))
	}
	return joinWords(countWords(uint64(n), false))
}

func joinWords(words []string) string { return strings.Join(words, " ") }

// scales part a number below one tỷ; the last has no word of its own.
var scales = []struct {
	size uint64
	word string
}{{1_000_000, "triệu"}, {1_000, "nghìn"}, {1, ""}}

// countWords reads n; after a larger group (full) hundreds are said even when
// there are none.
func countWords(n uint64, full bool) []string {
	var words []string
	if billions := n / 1_000_000_000; billions > 0 {
		words = append(countWords(billions, full), "tỷ")
		full = true
	}
	n %= 1_000_000_000
	for _, scale := range scales {
		group := n / scale.size % 1000
		if group == 0 {
			continue
		}
		words = append(words, groupWords(group, full)...)
		if scale.word != "" {
			words = append(words, scale.word)
		}
		full = true
	}
	return words
}

// groupWords reads 1 to 999.
func groupWords(n uint64, full bool) []string {
	hundreds, rest := n/100, n%100
	if hundreds == 0 && !full {
		return tensWords(rest)
	}
	words := []string{digitWords[hundreds], "trăm"}
	switch {
	case rest == 0:
		return words
	case rest < 10:
		return append(words, "linh", digitWords[rest])
	}
	return append(words, tensWords(rest)...)
}

// tensWords reads 1 to 99.
func tensWords(n uint64) []string {
	tens, unit := n/10, n%10
	switch {
	case tens == 0:
		return []string{digitWords[unit]}
	case tens == 1:
		return append([]string{"mười"}, unitAfterTens(unit, false)...)
	}
	return append([]string{digitWords[tens], "mươi"}, unitAfterTens(unit, true)...)
}

// unitAfterTens has the three digits that change their sound: lăm after any
// ten, mốt and tư from twenty on.
func unitAfterTens(unit uint64, fromTwenty bool) []string {
	switch {
	case unit == 0:
		return nil
	case unit == 5:
		return []string{"lăm"}
	case unit == 1 && fromTwenty:
		return []string{"mốt"}
	case unit == 4 && fromTwenty:
		return []string{"tư"}
	}
	return []string{digitWords[unit]}
}
