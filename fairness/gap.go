// Package fairness asks of a round of marks whether it was fair: how far two
// readings lie apart, how much the scorers agree, who marks severely, which marks
// stand out. Its flags explain and never change a score: the rules decide.
package fairness

import (
	"thidua/exact"
)

// Discrepancy is what the distance of two readings asks for.
type Discrepancy string

// The discrepancies, from none on.
const (
	Close   Discrepancy = ""        // nothing to ask
	Explain Discrepancy = "explain" // the scorer explains
	Third   Discrepancy = "third"   // a third assessor reads it
)

// The limits, as shares of the criterion's range (scoring.md, "Fairness flags").
var (
	explainFrom = exact.Ratio(1, 4)
	thirdFrom   = exact.Ratio(1, 2)
)

// Gap is |a − b| ÷ span: how far two readings lie apart, as a share of the range
// of points (0–1), exact. It is unknown when one of them is, or the range is 0.
func Gap(a, b, span exact.Number) exact.Number {
	if !a.Known() || !b.Known() || span.Sign() == 0 {
		return exact.Number{}
	}
	return a.Sub(b).Max(b.Sub(a)).Quo(span)
}

// Weigh says what a gap asks for; nothing when it is unknown.
func Weigh(gap exact.Number) Discrepancy {
	switch {
	case !gap.Known() || gap.Cmp(explainFrom) < 0:
		return Close
	case gap.Cmp(thirdFrom) < 0:
		return Explain
	}
	return Third
}
