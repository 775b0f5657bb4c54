package intake

import (
	"regexp"
	"slices"
	"strings"
)

// heading is one in the middle of a list, for the rows below: "I. Tập thể".
type heading struct {
	level int
	text  string
}

var section = regexp.MustCompile(`^([IVX]+|[A-Z])[.)]?$`)

// levels are how headings are numbered, the widest first: "A. Khối huyện" has
// "I. Tập thể" under it. One without a number comes last.
var levels = []*regexp.Regexp{
	regexp.MustCompile(`^[A-HJ-UWYZ][.)/ -]`),
	regexp.MustCompile(`^[IVX]+[.)/ -]`),
	regexp.MustCompile(`^\d+[.)/ -]`),
	regexp.MustCompile(`^[a-z][.)/]`),
}

func levelOf(number, title string) int {
	text := title
	if number != "" && number != title {
		text = number + ". " + title
	}
	if i := slices.IndexFunc(levels, func(l *regexp.Regexp) bool { return l.MatchString(text) }); i >= 0 {
		return i
	}
	return len(levels)
}

// begin puts a heading in force; those of its level and below end.
func (k *keeper) begin(h heading) {
	k.under = append(slices.DeleteFunc(k.under, func(x heading) bool { return x.level >= h.level }), h)
}

// betweenHeadings parts the headings over a row.
const betweenHeadings = " ‹ "

// above are the headings in force, the nearest first.
func (k *keeper) above() string {
	var texts []string
	for _, h := range slices.Backward(k.under) {
		texts = append(texts, h.text)
	}
	return strings.Join(texts, betweenHeadings)
}

// Headings are those that the row stands under, the nearest first.
func (l Line) Headings() []string { return strings.Split(l.Under, betweenHeadings) }

// worded are the texts that are no bare figures; all when none is.
func worded(texts []string) []string {
	words := slices.DeleteFunc(slices.Clone(texts), func(c string) bool { return digits.MatchString(c) })
	if len(words) == 0 {
		return texts
	}
	return words
}
