package oldfont

import (
	"slices"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// TCVN3File writes a text as the bytes of a file for the old fonts, and returns
// the letters that it could not write as they are, each once. A capital with a
// tone is written small, as typists did; what TCVN3 has not at all becomes "?".
func TCVN3File(text string) (file []byte, changed []rune) {
	for _, r := range norm.NFC.String(text) {
		b, ok := tcvn3Byte(r)
		if !ok {
			if !slices.Contains(changed, r) {
				changed = append(changed, r)
			}
			if b, ok = tcvn3Byte(unicode.ToLower(r)); !ok {
				b = '?'
			}
		}
		file = append(file, b)
	}
	return file, changed
}

// tcvn3Byte is the byte of a letter or sign; ok is false where there is none.
// From A1 on the old fonts have no letters but their own.
func tcvn3Byte(r rune) (b byte, ok bool) {
	if code, has := inTCVN3[r]; has {
		return byte(code), true
	}
	b, ok = charmap.Windows1252.EncodeRune(r)
	return b, ok && b < tcvn3First
}
