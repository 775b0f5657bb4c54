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

// group sums the children. With weights each child brings its share of its own
// maximum, times its weight of the group's points; points on top (Over) go up
// as they are, past every weight.
func (t *tree) group(depth int, points exact.Number, children []season.Criterion) part {
	sum := part{exact.Int(0), exact.Int(0), exact.Int(0)}
	weighted := season.Weighted(children)
	for _, c := range children {
		p := t.node(depth, c)
		if weighted && !c.Over {
			factor := points.Mul(c.Weight).Quo(exact.Int(100)).Quo(c.Max)
			p.within, p.max = p.within.Mul(factor), p.max.Mul(factor)
		}
		sum.within, sum.over, sum.max = sum.within.Add(p.within), sum.over.Add(p.over), sum.max.Add(p.max)
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
	n.Points, n.Over, n.Max, n.Unassigned = p.within.Add(p.over), p.over, p.max, p.max.Sign() == 0
	return p
}

func (t *tree) leaf(at int, c season.Criterion) part {
	v, n := t.values[t.next], &t.nodes[at]
	n.Points, n.Unassigned, n.From = v.points, v.unassigned, t.readings[t.next].from
	t.next++
	p := part{orZero(v.points), exact.Int(0), c.Max}
	switch {
	case c.Over:
		p = part{exact.Int(0), orZero(v.points), exact.Int(0)}
	case v.unassigned:
		p = part{exact.Int(0), exact.Int(0), exact.Int(0)}
	}
	n.Over, n.Max = p.over, p.max
	return p
}
