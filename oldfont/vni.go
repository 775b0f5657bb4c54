package oldfont

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The accents as they stand after their letter in decomposed Unicode.
const (
	grave, hook, tilde, acute, dot = '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'
	circumflex, breve, horn        = '\u0302', '\u0306', '\u031B'
)

// vniMark is what VNI writes after a letter: the shape of the letter (0 for a
// plain one) and its tone (0 for none), and to which letters it may belong.
type vniMark struct {
	shape, tone rune
	after       string
}

// vniMarks are the marks by their code: the tones alone, then each tone
// together with the circumflex and with the breve. ơ and ư are letters of their
// own and take the plain tones.
var vniMarks = map[rune]vniMark{
	'ù': {0, acute, toned}, 'ø': {0, grave, toned}, 'û': {0, hook, toned}, 'õ': {0, tilde, toned}, 'ï': {0, dot, toned},
	'â': {circumflex, 0, "aeo"}, 'á': {circumflex, acute, "aeo"}, 'à': {circumflex, grave, "aeo"},
	'å': {circumflex, hook, "aeo"}, 'ã': {circumflex, tilde, "aeo"}, 'ä': {circumflex, dot, "aeo"},
	'ê': {breve, 0, "a"}, 'é': {breve, acute, "a"}, 'è': {breve, grave, "a"},
	'ú': {breve, hook, "a"}, 'ü': {breve, tilde, "a"}, 'ë': {breve, dot, "a"},
}

// toned are the letters that take a tone by a mark; those of i are single.
const toned = "aeouyôö"

// vniSingles are the letters with a code of their own.
var vniSingles = map[rune]string{'ñ': "đ", 'ô': "ơ", 'ö': "ư", 'ì': "ì", 'í': "í", 'æ': "ỉ", 'ó': "ĩ", 'ò': "ị", 'î': "ỵ"}

// fromVNI is the text that letters and their marks stand for. A mark after a
// letter to which it cannot belong is a letter by itself, or stays.
func fromVNI(text string) string {
	var out strings.Builder
	letters := []rune(text)
	for i := 0; i < len(letters); i++ {
		letter := letters[i]
		out.WriteString(vniLetter(letter))
		if i+1 == len(letters) {
			break
		}
		if m, ok := vniMarks[unicode.ToLower(letters[i+1])]; ok && strings.ContainsRune(m.after, unicode.ToLower(letter)) {
			write(&out, m.shape)
			write(&out, m.tone)
			i++
		}
	}
	return norm.NFC.String(out.String())
}

func write(out *strings.Builder, accent rune) {
	if accent != 0 {
		out.WriteRune(accent)
	}
}

// vniLetter is a single letter in the case it was typed in.
func vniLetter(r rune) string {
	letter, single := vniSingles[unicode.ToLower(r)]
	switch {
	case !single:
		return string(r)
	case unicode.IsUpper(r):
		return strings.ToUpper(letter)
	}
	return letter
}

// vniMarkOf is the code after a letter of that shape and tone, and vniSingleOf
// the code of a letter that has its own: the two tables the other way round.
var vniMarkOf, vniSingleOf = vniTables()

func vniTables() (marks map[[2]rune]rune, singles map[string]rune) {
	marks, singles = map[[2]rune]rune{}, map[string]rune{}
	for code, m := range vniMarks {
		marks[[2]rune{m.shape, m.tone}] = code
	}
	for code, letter := range vniSingles {
		singles[letter] = code
	}
	return marks, singles
}

// inVNI is one composed letter as VNI writes it; ok is false for a letter that
// VNI does not have.
func inVNI(r rune) (text string, ok bool) {
	small := unicode.ToLower(r)
	if code, single := vniSingleOf[string(small)]; single {
		return cased(string(code), r), true
	}
	var base, shape, tone rune
	for _, part := range norm.NFD.String(string(small)) {
		switch part {
		case circumflex, breve, horn:
			shape = part
		case grave, hook, tilde, acute, dot:
			tone = part
		default:
			base = part
		}
	}
	if shape == horn {
		base, shape = vniSingleOf[norm.NFC.String(string([]rune{base, horn}))], 0
	}
	code, ok := vniMarkOf[[2]rune{shape, tone}]
	if !ok || !strings.ContainsRune(vniMarks[code].after, base) {
		return "", false
	}
	return cased(string([]rune{base, code}), r), true
}

// cased is text in capitals when the letter it stands for is one.
func cased(text string, like rune) string {
	if unicode.IsUpper(like) {
		return strings.ToUpper(text)
	}
	return text
}
