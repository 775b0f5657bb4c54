package bigyear

import (
	"fmt"
	"strings"
)

// result is what a unit did on one leaf. Targets and actuals are hundredths.
type result struct {
	unassigned     bool
	target, actual int // target 0: none was set
	count          int
	met            bool
}

// claim is a result as it was and as the unit first put it.
type claim struct {
	truth, said result
	overstated  bool
	seenBy      string // the stage that put it right
}

// sheets writes the three rounds of scoring: every unit of itself, its
// neighbour of it, and what the standing body still had to put right.
func (w *writer) sheets(all []*node) {
	claims := make([][]claim, Units)
	for u := range claims {
		for i, leaf := range all {
			claims[u] = append(claims[u], w.claim(u+1, i, leaf))
		}
	}
	w.line("\nscores:")
	for u := range claims {
		w.sheet(u+1, "self", "2025-11-10", all, claims[u])
	}
	for u := range claims {
		w.sheet(u+1, "cross", "2025-11-18", all, claims[u])
	}
	for u := range claims {
		w.sheet(u+1, "appraised", "2025-11-26", all, claims[u])
	}
}

// claim draws what unit u did on leaf number i.
func (w *writer) claim(u, i int, leaf *node) claim {
	c := claim{truth: w.result(u, leaf)}
	switch {
	case leaf.kind == "quantitative" && i%7 == 3 && u >= 5:
		c.truth.target = 0
	case u == 3 && i%88 == 20:
		c.truth = result{unassigned: true}
	}
	c.said = c.truth
	if c.overstated = !c.truth.unassigned && w.chance(6) && c.overstate(leaf); c.overstated {
		c.seenBy = []string{"cross", "appraised"}[w.dice.IntN(2)]
	}
	return c
}

// qualities are in how many of 100 cases each unit does what it should. The
// members endorse the best three: numbers 4, 2 and 6.
var qualities = [Units]int{86, 93, 84, 97, 88, 92, 87}

func (w *writer) result(u int, leaf *node) result {
	quality := qualities[u-1]
	switch leaf.kind {
	case "quantitative":
		target := 100 * w.between(80, 140)
		beyond := w.between(quality-100, quality-75) // percent
		if leaf.less {
			beyond = -beyond
		}
		return result{target: target, actual: target / 100 * (100 + beyond)}
	case "qualitative":
		return result{met: w.chance(quality)}
	}
	var r result
	for range leaf.max / leaf.each {
		if w.chance(quality) {
			r.count++
		}
	}
	return r
}

// overstate makes more of the result than it was, where that is possible.
func (c *claim) overstate(leaf *node) bool {
	switch {
	case leaf.kind == "qualitative":
		c.said.met = true
	case leaf.kind == "direct":
		c.said.count = leaf.max / leaf.each
	case leaf.less:
		c.said.actual -= c.said.actual / 20
	default:
		c.said.actual += c.said.actual / 20
	}
	return c.said != c.truth
}

func (w *writer) sheet(u int, stage, day string, all []*node, claims []claim) {
	w.line("  - unit: %s", id(u))
	w.line("    stage: %s", stage)
	if stage == "cross" {
		w.line("    by: %s", id(u%Units+1))
	}
	w.line("    date: %s", day)
	var marks strings.Builder
	for i, leaf := range all {
		if c := claims[i]; stage != "appraised" || c.overstated && c.seenBy == stage {
			fmt.Fprintf(&marks, "      %q: {%s}\n", leaf.code, mark(leaf, c, stage))
		}
	}
	if marks.Len() == 0 {
		w.line("    explanation: Thống nhất với kết quả chấm chéo")
		return
	}
	w.text("    marks:\n" + marks.String())
}

// mark is what the sheet of a stage says: the unit's word, until somebody put
// it right and said why.
func mark(leaf *node, c claim, stage string) string {
	r, why := c.said, ""
	if c.overstated && stage != "self" && (c.seenBy == stage || c.seenBy == "cross") {
		r, why = c.truth, ", explanation: Số liệu đối chiếu với minh chứng"
	}
	switch {
	case r.unassigned:
		return "unassigned: true"
	case leaf.kind == "qualitative":
		return fmt.Sprintf("met: %t%s", r.met, why)
	case leaf.kind == "direct":
		return fmt.Sprintf("count: %d%s", r.count, why)
	case r.target == 0:
		return fmt.Sprintf("actual: %s%s", decimal(r.actual), why)
	}
	return fmt.Sprintf("target: %s, actual: %s%s", decimal(r.target), decimal(r.actual), why)
}
