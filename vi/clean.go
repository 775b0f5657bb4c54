package vi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean makes one tidy line of what was typed or pasted: composed letters
// (NFC), no invisible characters, single ordinary spaces, none at the ends,
// and Đ for the Icelandic Ð that old keyboards put in its place.
func Clean(s string) string {
	s = strings.Map(dropInvisible, s)
	s = norm.NFC.String(s)
	return strings.Join(strings.Fields(mendEth(s)), " ")
}

// dropInvisible removes what has no width: zero-width spaces and joiners, the
// soft hyphen, the byte order mark.
func dropInvisible(r rune) rune {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return -1
	}
	return r
}

// mendEth replaces Ð and ð by Đ and đ in words whose other letters are all
// Vietnamese. It looks the same on screen, so nobody notices that a search for
// the name fails.
func mendEth(s string) string {
	if !strings.ContainsAny(s, "Ðð") {
		return s
	}
	runes := []rune(s)
	for start := 0; start < len(runes); {
		end := start
		for end < len(runes) && unicode.IsLetter(runes[end]) {
			end++
		}
		mendWord(runes[start:end])
		start = end + 1
	}
	return string(runes)
}

func mendWord(word []rune) {
	for _, r := range word {
		if !inVietnameseWord(r) {
			return
		}
	}
	for i, r := range word {
		switch r {
		case 'Ð':
			word[i] = 'Đ'
		case 'ð':
			word[i] = 'đ'
		}
	}
}

// lettersWithMarks are the lower-case letters, besides a to z, that a
// Vietnamese word may have; ð stands for the đ it is mistaken for.
const lettersWithMarks = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđð"

func inVietnameseWord(r rune) bool {
	r = unicode.ToLower(r)
	return 'a' <= r && r <= 'z' || strings.ContainsRune(lettersWithMarks, r)
}
