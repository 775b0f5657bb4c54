package oldfont

import (
	"strings"
	"unicode"
)

// sample bounds how many words of a text are weighed.
const sample = 2000

// Detect tells the encoding of a text by its words: the one in which most of
// them are Vietnamese syllables. Where two do equally well it is usual, the
// encoding of the text around it; Unicode when nothing around is known.
func Detect(text string, usual Encoding) Encoding {
	if usual == "" {
		usual = Unicode
	}
	words := telling(text)
	if len(words) == 0 || onlyUnicode(text) {
		return Unicode
	}
	best, most := usual, score(words, usual)
	for _, e := range []Encoding{Unicode, TCVN3, VNI} {
		if n := score(words, e); n > most {
			best, most = e, n
		}
	}
	return best
}

// telling are the words with a letter or sign above ASCII: the others read the
// same in every encoding.
func telling(text string) (words []string) {
	for word := range strings.FieldsFuncSeq(text, isBreak) {
		if strings.IndexFunc(word, func(r rune) bool { return r >= 0x80 }) >= 0 {
			words = append(words, word)
		}
		if len(words) == sample {
			break
		}
	}
	return words
}

// isBreak keeps the signs above ASCII in their words: in the old encodings they
// are letters.
func isBreak(r rune) bool {
	return r < 0x80 && !unicode.IsLetter(r) || r == 0xA0 || r == '“' || r == '”' || r == '–'
}

// onlyUnicode reports whether a letter stands in the text that no old encoding
// has a code for: a Vietnamese letter beyond Latin-1, or an accent apart.
func onlyUnicode(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return r > 0xFF && (unicode.IsLetter(r) && r != 'Œ' && r != 'œ' && r != 'Š' && r != 'š' && r != 'Ž' && r != 'ž' && r != 'Ÿ' && r != 'ƒ' || unicode.Is(unicode.Mn, r))
	}) >= 0
}

func score(words []string, e Encoding) (n int) {
	for _, w := range words {
		if says(w, e) {
			n++
		}
	}
	return n
}

// says reports whether a word is a syllable in that encoding, with every one of
// its signs a code there.
func says(word string, e Encoding) bool {
	decoded := Decode(word, e)
	if !isSyllable(decoded) {
		return false
	}
	back, lost := Encode(decoded, e)
	return e == Unicode || len(lost) == 0 && strings.EqualFold(back, word)
}
