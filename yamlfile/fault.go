// Package yamlfile reads files that people write by hand: strictly, within
// bounds, and with everything that is wrong told at once, each at its line.
package yamlfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fault is one thing wrong with a file, at a line and column counted from 1.
type Fault struct {
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Path     string `json:"path"` // "votes[0].issued"; empty when the whole file is at fault
	Sentence string `json:"sentence"`
}

// String is the fault as the command line prints it.
func (f Fault) String() string {
	if f.Path == "" {
		return fmt.Sprintf("dòng %d, cột %d: %s", f.Line, f.Column, f.Sentence)
	}
	return fmt.Sprintf("dòng %d, cột %d (%s): %s", f.Line, f.Column, f.Path, f.Sentence)
}

// Visible is the file's text as a fault may quote it: nothing in it moves the
// cursor, turns the writing direction or cannot be seen.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError || !unicode.IsPrint(r):
			return '?'
		}
		return r
	}, s)
}

// InOrder sorts the faults by place and drops repetitions.
func InOrder(faults []Fault) []Fault {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Sentence, b.Sentence))
	})
	return slices.CompactFunc(faults, func(a, b Fault) bool {
		return a.Line == b.Line && a.Column == b.Column && a.Sentence == b.Sentence
	})
}
