package vi

import (
	"unicode"
	"unicode/utf8"
)

// ValidText refuses text that cannot have been meant: control characters other
// than tab and line end, characters that turn the writing direction, private
// use and unassigned ones, and � where a letter was already lost. The error is
// an *InputError that says where.
func ValidText(s string) error {
	place := 0
	for i, r := range s {
		place++
		if r == utf8.RuneError {
			return refuse(s, "Ký tự thứ %d bị hỏng; hãy gõ lại hoặc lưu tệp bằng mã UTF-8.", place)
		}
		if !allowedInText(r) {
			return refuse(s, "Ký tự thứ %d (U+%04X) không dùng được trong văn bản; hãy xóa rồi gõ lại, sau %s.", place, r, quote(lastRunes(s[:i])))
		}
	}
	return nil
}

func allowedInText(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return true
	case unicode.Is(unicode.Bidi_Control, r):
		return false
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs, unicode.Cf)
}

// lastRunes is the end of the text before a bad character, to find it by.
func lastRunes(s string) string {
	const few = 20
	runes := []rune(s[max(0, len(s)-few*utf8.UTFMax):])
	return string(runes[max(0, len(runes)-few):])
}
