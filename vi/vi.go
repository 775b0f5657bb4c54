// Package vi writes and reads Vietnamese the way officials do: names that are
// found with or without accents, lists in Vietnamese order, numbers and dates
// in figures and in words, and plain sentences when something cannot be read.
package vi

import (
	"fmt"
	"strings"
	"unicode"
)

// InputError says in Vietnamese why something a person wrote cannot be taken.
type InputError struct {
	Input    string // what was written, unchanged
	Sentence string // a whole sentence for the person who wrote it
}

func (e *InputError) Error() string { return e.Sentence }

// refuse builds the error for input; the sentence may quote it through %s.
func refuse(input, format string, args ...any) error {
	return &InputError{Input: input, Sentence: fmt.Sprintf(format, args...)}
}

// longestQuote keeps an error readable, and its cost bounded, whatever was sent.
const longestQuote = 40

// quote shows what was written between Vietnamese quotation marks, shortened
// and with unprintable characters replaced.
func quote(s string) string {
	var b strings.Builder
	b.WriteString("“")
	n := 0
	for _, r := range s {
		if n == longestQuote {
			b.WriteRune('…')
			break
		}
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			r = '·'
		}
		b.WriteRune(r)
		n++
	}
	b.WriteString("”")
	return b.String()
}
