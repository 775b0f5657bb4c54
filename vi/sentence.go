package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Upper writes a whole text in capitals, as in the heads of documents.
func Upper(s string) string { return strings.ToUpper(norm.NFC.String(s)) }

// UpperFirst begins a sentence: "huyện Con Cuông" becomes "Huyện Con Cuông".
func UpperFirst(s string) string {
	s = norm.NFC.String(s)
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// LowerFirst puts a name inside a sentence: "Huyện Con Cuông" becomes "huyện
// Con Cuông". Abbreviations (UBND, TP. Vinh) stay as they are.
func LowerFirst(s string) string {
	s = norm.NFC.String(s)
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// JoinAnd lists things in a sentence: "Kỳ Sơn, Tương Dương và Con Cuông".
func JoinAnd(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + " và " + items[last]
}
