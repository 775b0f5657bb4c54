package fairness

import (
	"math"
	"slices"
)

// Metric is how the distance of two readings is measured.
type Metric string

// The metrics.
const (
	Interval Metric = "interval" // by their difference
	Ordinal  Metric = "ordinal"  // by how many readings lie between them
)

// Alpha is Krippendorff's α = 1 − Do ÷ De of a round: 1 for full agreement, 0
// for what chance alone would give. Each item holds the readings of one thing,
// in any order; an item with fewer than two readings compares nothing and is
// left out. It is false when nothing can be compared or all readings are the
// same. Precision: 1e-9.
//
// Source: A. F. Hayes, K. Krippendorff, "Answering the call for a standard
// reliability measure for coding data", Communication Methods and Measures 1
// (2007) 77–89; K. Krippendorff, "Computing Krippendorff's alpha-reliability"
// (2011), sections E and F.
func Alpha(items [][]float64, m Metric) (float64, bool) {
	items = pairable(items)
	if m == Ordinal {
		items = ranked(items)
	}
	var observed float64
	var all []float64
	for _, readings := range items {
		observed += distances(readings) / float64(len(readings)-1)
		all = append(all, readings...)
	}
	expected := distances(all)
	if n := float64(len(all)); n > 0 && expected > tiny {
		return 1 - (n-1)*observed/expected, true
	}
	return 0, false
}

func pairable(items [][]float64) (kept [][]float64) {
	for _, readings := range items {
		if len(readings) > 1 {
			kept = append(kept, readings)
		}
	}
	return kept
}

// distances is the sum of (a − b)² over all ordered pairs of readings.
func distances(readings []float64) float64 {
	n := float64(len(readings))
	var mean, squares float64
	for _, x := range readings {
		mean += x / n
	}
	for _, x := range readings {
		squares += (x - mean) * (x - mean)
	}
	return 2 * n * squares
}

// ranked puts in the place of each reading its middle rank among all of them:
// the ordinal distance of two readings is the difference of these.
func ranked(items [][]float64) [][]float64 {
	var all []float64
	for _, readings := range items {
		all = append(all, readings...)
	}
	slices.Sort(all)
	rank := make(map[float64]float64, len(all))
	for at := 0; at < len(all); {
		end := at
		for end < len(all) && all[end] == all[at] {
			end++
		}
		rank[all[at]] = float64(at+end) / 2
		at = end
	}
	moved := make([][]float64, len(items))
	for i, readings := range items {
		for _, x := range readings {
			moved[i] = append(moved[i], rank[x])
		}
	}
	return moved
}

// Strength is how far a round may be leaned on.
type Strength string

// The strengths.
const (
	Firm      Strength = "firm"      // α ≥ 0.80
	Tentative Strength = "tentative" // α ≥ 0.667
	Weak      Strength = "weak"      // do not rank on it
)

// Reliability is α with its 95 % interval.
type Reliability struct {
	Alpha, Low, High float64 // the interval never passes 1
	Items            int     // things with two readings or more
	Bounded          bool    // whether Low and High are known: with three items or more
	Strength         Strength
}

// normal95 is the 97.5 % point of the normal distribution.
const normal95 = 1.959964

// Rely works out α of a round with a jackknife interval: α of the round without
// each item in turn gives its variance, (n−1)/n · Σ(α₍ᵢ₎ − mean)².
//
// Source: J. Hughes, "Toward improved inference for Krippendorff's Alpha
// agreement coefficient", 2022 (arXiv 2210.13265).
func Rely(items [][]float64, m Metric) (Reliability, bool) {
	items = pairable(items)
	alpha, ok := Alpha(items, m)
	r := Reliability{Alpha: alpha, Items: len(items), Strength: strengthOf(alpha)}
	if !ok || len(items) < 3 {
		return r, ok
	}
	var without []float64
	for i := range items {
		if a, ok := Alpha(slices.Concat(items[:i], items[i+1:]), m); ok {
			without = append(without, a)
		}
	}
	n := float64(len(without))
	reach := normal95 * math.Sqrt((n-1)/n*distances(without)/(2*n))
	r.Low, r.High, r.Bounded = alpha-reach, min(1, alpha+reach), n > 1
	return r, true
}

func strengthOf(alpha float64) Strength {
	switch {
	case alpha >= 0.8:
		return Firm
	case alpha >= 0.667:
		return Tentative
	}
	return Weak
}
