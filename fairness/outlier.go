package fairness

import (
	"math"
	"slices"
)

// Outlier is a reading that stands out of its round.
type Outlier struct {
	At    int     // its place among the readings
	Z     float64 // the modified z; 0 where the gap rule found it
	Share float64 // its distance from the median as a share of the range
}

// What stands out (scoring.md, "Fairness flags").
const (
	flagAbove  = 3.5
	fewestForZ = 8
)

// Outliers finds the readings that stand out, in their order, by the modified z
//
//	z = 0.6745·(x − median) ÷ MAD
//
// above 3.5 either way. Of fewer than eight readings, or when more than half of
// them are the same so that the MAD is 0, the gap rule decides: a quarter of the
// range or more away from the median. span is that range, above 0.
//
// Source: B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC
// Quality Press 1993.
func Outliers(readings []float64, span float64) (found []Outlier) {
	middle := median(readings)
	away := make([]float64, len(readings))
	for i, x := range readings {
		away[i] = math.Abs(x - middle)
	}
	mad := median(away)
	for i, x := range readings {
		o := Outlier{At: i, Share: away[i] / span}
		if len(readings) >= fewestForZ && mad > tiny {
			o.Z = 0.6745 * (x - middle) / mad
			if math.Abs(o.Z) > flagAbove {
				found = append(found, o)
			}
		} else if o.Share >= explainFrom.Float() {
			found = append(found, o)
		}
	}
	return found
}

func median(readings []float64) float64 {
	if len(readings) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(readings))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
