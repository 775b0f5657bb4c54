// Package bigyear writes the season file of a whole made-up year as large as
// real ones get: seven units scored three times on 230 criteria of 1,000
// points. Tests and benchmarks run on it; nothing in it is from a source.
package bigyear

import (
	"bytes"
	"fmt"
	"math/rand/v2"
)

// Units is how many members the cluster has.
const Units = 7

// File is the season file's text, the same at every call.
func File() []byte {
	w := &writer{dice: rand.New(rand.NewPCG(230, 1000))}
	tree := grow(w.dice)
	w.text(opening)
	w.members()
	w.text(pledge)
	w.registrations()
	w.movements()
	w.targets()
	w.text(rules)
	for _, top := range tree {
		w.criterion(4, top)
	}
	w.sheets(leavesOf(tree))
	w.text(ending)
	return w.out.Bytes()
}

// writer collects the file's lines. Every chance is drawn from its dice, in the
// order of the file.
type writer struct {
	out  bytes.Buffer
	dice *rand.Rand
}

func (w *writer) text(s string) { w.out.WriteString(s) }

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.out, format+"\n", args...) }

// between is a whole number from low to high, both included.
func (w *writer) between(low, high int) int { return low + w.dice.IntN(high-low+1) }

// chance is true in so many of 100 cases.
func (w *writer) chance(percent int) bool { return w.dice.IntN(100) < percent }

// decimal writes hundredths as a number: 1250 is 12.5.
func decimal(hundredths int) string {
	whole, rest := hundredths/100, hundredths%100
	switch {
	case rest == 0:
		return fmt.Sprint(whole)
	case rest%10 == 0:
		return fmt.Sprintf("%d.%d", whole, rest/10)
	}
	return fmt.Sprintf("%d.%02d", whole, rest)
}

// id is the short name of unit number n in the file.
func id(n int) string { return fmt.Sprintf("mau-%d", n) }
