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
	case r < 0x80 || e == Unicode:
		return string(r), true
	case e == VNI:
		return inVNI(r)
	}
	code, ok := inTCVN3[r]
	return string(code), ok
}
