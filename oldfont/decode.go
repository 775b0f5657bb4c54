package oldfont

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Decode returns what a text of that encoding says, composed (NFC). The codes
// are taken as their Windows-1252 letters, as files and programs hand them over.
func Decode(text string, e Encoding) string {
	switch e {
	case TCVN3:
		text = fromTCVN3(text)
	case VNI:
		text = fromVNI(text)
	case Symbol:
		text = strings.Map(fromSymbol, text)
	}
	return norm.NFC.String(text)
}

// Encode writes a text in an old encoding, for a font or a machine that knows
// no other, and returns the letters it could not write. In TCVN3 a capital with
// a tone is among these: set the words in a font whose name ends in H and give
// them in small letters.
func Encode(text string, e Encoding) (coded string, lost []rune) {
	var out strings.Builder
	for _, r := range norm.NFC.String(text) {
		part, ok := encodeLetter(r, e)
		if !ok {
			lost = append(lost, r)
			part = string(r)
		}
		out.WriteString(part)
	}
	return out.String(), lost
}

func encodeLetter(r rune, e Encoding) (string, bool) {
	switch {
	case r < 0x80 || e == Unicode || e == Symbol:
		return string(r), true
	case e == VNI:
		return inVNI(r)
	}
	code, ok := inTCVN3[r]
	return string(code), ok
}

// signs are those of the font Symbol that stand in offices' papers, by their
// codes (Adobe's encoding of the font).
var signs = map[rune]rune{0xA3: '≤', 0xA5: '∞', 0xAE: '→', 0xB0: '°', 0xB1: '±', 0xB3: '≥', 0xB4: '×', 0xB7: '•', 0xB8: '÷', 0xB9: '≠', 0xBB: '≈', 0xD7: '⋅', 0xDE: '⇒', 0xE5: '∑'}

// fromSymbol is the sign of a code; Word moves the codes to U+F000.
func fromSymbol(r rune) rune {
	code := r
	if r >= 0xF000 && r <= 0xF0FF {
		code -= 0xF000
	}
	if sign, known := signs[code]; known {
		return sign
	}
	return r
}
