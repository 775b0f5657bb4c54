package account

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"thidua/refusal"
)

// The length of a password, in letters. The longest is far beyond what anybody
// types, and bounds the work of hashing it.
const (
	ShortestPassword = 12
	LongestPassword  = 128
)

// ownLetters is how many letters a password needs beside common words, figures
// and signs.
const ownLetters = 4

// normal makes one password of the two ways in which Vietnamese keyboards write
// a letter (ệ as one sign or as three): composed letters, NFC. NFKC would go
// further and take as one what looks different (fi and its ligature), which makes
// passwords weaker and solves nothing here.
func normal(password string) string { return norm.NFC.String(password) }

// CheckPassword refuses a password that is too short, too long or easily
// guessed for that person, by the field "password".
func CheckPassword(p Person, password string) error {
	password = normal(password)
	fault := func(sentence string) error { return refusal.Field("password", sentence) }
	switch n := len([]rune(password)); {
	case n < ShortestPassword:
		return fault(fmt.Sprintf("Mật khẩu phải có ít nhất %d ký tự. Gợi ý: ghép vài từ không liên quan thành một câu ngắn.", ShortestPassword))
	case n > LongestPassword:
		return fault(fmt.Sprintf("Mật khẩu dài quá %d ký tự.", LongestPassword))
	case strings.ContainsFunc(password, unicode.IsControl):
		return fault("Mật khẩu có ký tự điều khiển, gõ lại sẽ không giống.")
	case named(p, password):
		return fault("Mật khẩu không được chứa tên đăng nhập, địa chỉ thư hay chữ “thidua”.")
	case own(password) < ownLetters:
		return fault("Mật khẩu này dễ đoán: chỉ gồm từ hay dùng, dãy số hoặc ký tự lặp lại. Xin chọn từ khác.")
	}
	return nil
}

// named reports whether a password holds a name that everybody knows.
func named(p Person, password string) bool {
	local, _, _ := strings.Cut(p.Mail, "@")
	plain := plainLetters(password)
	for _, name := range []string{"thidua", plainLetters(p.Login), plainLetters(local)} {
		if len([]rune(name)) >= 3 && strings.Contains(plain, name) {
			return true
		}
	}
	return false
}

// plainLetters is what a guesser tries: bare letters, and figures and signs that
// stand for letters read as those letters.
func plainLetters(s string) string {
	return bare(strings.Map(func(r rune) rune {
		if letter, stands := standsFor[r]; stands {
			return letter
		}
		return r
	}, s))
}

// bare is a text in lower case without accents, its letters and figures only.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r == 'đ':
			return 'd'
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return r
		}
		return -1
	}, norm.NFKD.String(s))
}

var standsFor = map[rune]rune{'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i'}
