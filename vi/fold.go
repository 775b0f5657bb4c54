package vi

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the key by which a text is found however it was typed: lower
// case, no accents, d for đ, and everything that is not a letter or a digit
// (hyphens, dashes, quotes, points) as one space.
//
// The letters y and i are one where writers differ: a y that opens the vowels
// of a syllable after a consonant, or after "qu", becomes i (kỳ = kì, Mỹ = Mĩ,
// quý = quí). After a vowel it stays, for tay and tai, thúy and thúi are
// different words; so does a y that begins a word (y tế, yên). The rule looks
// only at what stands before, so the key of the beginning of a word is the
// beginning of its key, and search while typing works.
//
// Different names may share a key (Hoa Sơn, Hòa Sơn): use SpellingKey where
// that matters.
func Fold(s string) string { return foldWords(s, plainLetters) }

// SpellingKey is like Fold, but accents matter: it tells Hoa Sơn from Hòa Sơn,
// and takes as one what is only written in two ways (hòa and hoà, kỳ and kì,
// upper and lower case, one space or two). It is for comparing, not showing.
func SpellingKey(s string) string {
	return norm.NFC.String(foldWords(s, accentedLetters))
}

// foldWords splits s into runs of letters and digits and rewrites each.
func foldWords(s string, rewrite func(decomposed []rune) []rune) string {
	var words []string
	isBreak := func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.Mn) }
	valid := strings.ToValidUTF8(s, "\uFFFD") // a broken byte would shield the letter after it
	decomposed := strings.Map(dropFormat, norm.NFKD.String(valid))
	for _, word := range strings.FieldsFunc(decomposed, isBreak) {
		letters := rewrite([]rune(strings.ToLower(word)))
		unifyY(letters)
		if len(letters) > 0 {
			words = append(words, string(letters))
		}
	}
	return strings.Join(words, " ")
}

func dropFormat(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

func plainLetters(word []rune) []rune {
	plain := word[:0]
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Mn, r):
		case isDStroke(r):
			plain = append(plain, 'd')
		default:
			plain = append(plain, r)
		}
	}
	return plain
}

// The five tones, and the three marks that make another letter, as they stand
// alone after decomposition.
const (
	toneMarks   = "\u0300\u0309\u0303\u0301\u0323" // huyền, hỏi, ngã, sắc, nặng
	letterMarks = "\u0306\u0302\u031B"             // ă, â, ơ
)

// accentedLetters keeps ă â ê ô ơ ư đ and moves the tone of the word to its
// end, because writers differ on the letter that carries it (hòa, hoà).
func accentedLetters(word []rune) []rune {
	letters := make([]rune, 0, len(word)+1)
	var tone rune
	for _, r := range word {
		switch {
		case strings.ContainsRune(toneMarks, r):
			tone = r
		case strings.ContainsRune(letterMarks, r) && endsInLetter(letters):
			letters = append(letters, r)
		case unicode.Is(unicode.Mn, r):
		case isDStroke(r):
			letters = append(letters, 'đ')
		default:
			letters = append(letters, r)
		}
	}
	if tone != 0 && len(letters) > 0 {
		letters = append(letters, tone)
	}
	return letters
}

func endsInLetter(letters []rune) bool {
	return len(letters) > 0 && unicode.IsLetter(letters[len(letters)-1])
}

// isDStroke knows đ and the two letters that look like it on screen.
func isDStroke(r rune) bool { return r == 'đ' || r == 'ð' || r == 'ɖ' }

// unifyY writes i for the y described at Fold, in place.
func unifyY(word []rune) {
	first := slices.IndexFunc(word, isVowel)
	if first > 0 && word[first] == 'u' && word[first-1] == 'q' {
		first++
	}
	if 0 < first && first < len(word) && word[first] == 'y' {
		word[first] = 'i'
	}
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouy", r) }
