package season

import (
	"iter"

	"thidua/exact"
)

// Bounds of a criteria tree; the largest real one read has 230 nodes in 5
// levels.
const (
	MaxDepth = 8
	MaxNodes = 2000
)

// Walk yields every criterion with its place in the tree (child numbers from
// the top, from 0), parents before children.
func (r Rules) Walk() iter.Seq2[[]int, Criterion] {
	return func(yield func([]int, Criterion) bool) { walk(nil, r.Criteria, yield) }
}

func walk(at []int, siblings []Criterion, yield func([]int, Criterion) bool) bool {
	for i, c := range siblings {
		here := append(at[:len(at):len(at)], i)
		if !yield(here, c) || !walk(here, c.Children, yield) {
			return false
		}
	}
	return true
}

// Leaves are the criteria that are scored themselves, in order.
func (r Rules) Leaves() []Criterion {
	var leaves []Criterion
	for _, c := range r.Walk() {
		if c.Leaf() {
			leaves = append(leaves, c)
		}
	}
	return leaves
}

// Find returns the criterion of that code.
func (r Rules) Find(code string) (Criterion, bool) {
	for _, c := range r.Walk() {
		if c.Code == code {
			return c, true
		}
	}
	return Criterion{}, false
}

// FullScale is the points of the whole tree: the stated scale, or the sum of
// the top groups; unknown when the rules state neither.
func (r Rules) FullScale() exact.Number {
	if r.Scale.Known() || len(r.Criteria) == 0 {
		return r.Scale
	}
	return sumOfMax(r.Criteria)
}

// Weighted reports whether the siblings count by weight instead of by points.
func Weighted(siblings []Criterion) bool {
	for _, c := range siblings {
		if c.Weight.Known() {
			return true
		}
	}
	return false
}

func sumOfMax(siblings []Criterion) exact.Number {
	sum := exact.Int(0)
	for _, c := range siblings {
		if !c.Over {
			sum = sum.Add(c.Max)
		}
	}
	return sum
}
