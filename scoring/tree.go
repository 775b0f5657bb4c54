package scoring

import (
	"thidua/exact"
	"thidua/season"
)

// tree adds the leaves' points up to the groups.
type tree struct {
	values   []value   // by leaf
	readings []reading // by leaf
	next     int       // the leaf whose turn it is
	nodes    []Node
}

// part is what a criterion brings to its group.
type part struct{ within, over, max exact.Number }

// zero is shared: numbers never change.
var zero = exact.Int(0)

// plus is a + b without making a new number where one of them is 0, as most
// are on the way up the tree.
func plus(a, b exact.Number) exact.Number {
	switch {
	case b.Known() && b.Sign() == 0:
		return a
	case a.Known() && a.Sign() == 0:
		return b
	}
	return a.Add(b)
}

// group sums the children. With weights each child brings its share of its own
// maximum, times its weight of the group's points; points on top (Over) go up
// as they are, past every weight.
func (t *tree) group(depth int, points exact.Number, children []season.Criterion) part {
	sum := part{zero, zero, zero}
	weighted := season.Weighted(children)
	for _, c := range children {
		p := t.node(depth, c)
		if weighted && !c.Over {
			factor := points.Mul(c.Weight).Quo(exact.Int(100)).Quo(c.Max)
			p.within, p.max = p.within.Mul(factor), p.max.Mul(factor)
		}
		sum = part{plus(sum.within, p.within), plus(sum.over, p.over), plus(sum.max, p.max)}
	}
	return sum
}

func (t *tree) node(depth int, c season.Criterion) part {
	at := len(t.nodes)
	t.nodes = append(t.nodes, Node{Code: c.Code, Depth: depth, Leaf: c.Leaf()})
	if c.Leaf() {
		return t.leaf(at, c)
	}
	p := t.group(depth+1, c.Max, c.Children)
	n := &t.nodes[at]
	n.Points, n.Over, n.Max, n.Unassigned = plus(p.within, p.over), p.over, p.max, p.max.Sign() == 0
	return p
}

func (t *tree) leaf(at int, c season.Criterion) part {
	v, n := t.values[t.next], &t.nodes[at]
	n.Points, n.Unassigned, n.From = v.points, v.unassigned, t.readings[t.next].from
	t.next++
	p := part{orZero(v.points), zero, c.Max}
	switch {
	case c.Over:
		p = part{zero, orZero(v.points), zero}
	case v.unassigned:
		p = part{zero, zero, zero}
	}
	n.Over, n.Max = p.over, p.max
	return p
}
