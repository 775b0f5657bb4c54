package bigyear

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The shape of a real criteria tree (700, 200 and 100 points; 230 nodes in five
// levels, of which 176 are scored).
var (
	topPoints    = []int{700, 200, 100}
	topNames     = []string{"Phát triển kinh tế - xã hội (mẫu)", "Xây dựng Đảng, chính quyền (mẫu)", "Công tác thi đua, khen thưởng (mẫu)"}
	secondGroups = []int{7, 3, 2} // under each top group; each has two groups of the third level
)

const (
	fourthGroups = 15  // the first so many groups of the third level have one group below them
	leaves       = 176 // spread over the groups of the third and fourth level
	quantitative = 12
	qualitative  = 51
	containers   = 39 // groups of the third level (24) and of the fourth
	leastPoints  = 200
)

// node is a criterion; points are hundredths.
type node struct {
	code, name, kind string
	max, each        int  // each: what one thing of a direct criterion is worth
	less             bool // less is better
	children         []*node
}

// grow makes the tree.
func grow(dice *rand.Rand) []*node {
	g := &gardener{dice: dice}
	var tree []*node
	for i, points := range topPoints {
		top := &node{code: fmt.Sprint(i + 1), name: topNames[i]}
		for range secondGroups[i] {
			second := top.group("Nhóm tiêu chí mẫu ")
			g.third(second)
			g.third(second)
		}
		g.share(points*100, leavesOf([]*node{top}))
		top.sum()
		tree = append(tree, top)
	}
	g.kinds(leavesOf(tree))
	return tree
}

type gardener struct {
	dice           *rand.Rand
	third4, filled int // groups of the third level made, groups given their leaves
}

func (g *gardener) third(parent *node) {
	group := parent.group("Nội dung mẫu ")
	g.leaves(group)
	if g.third4++; g.third4 <= fourthGroups {
		g.leaves(group.group("Mục mẫu "))
	}
}

// leaves gives the group its four or five of the 176.
func (g *gardener) leaves(group *node) {
	for range (g.filled+1)*leaves/containers - g.filled*leaves/containers {
		group.group("")
	}
	g.filled++
}

func (n *node) group(name string) *node {
	child := &node{code: fmt.Sprintf("%s.%d", n.code, len(n.children)+1)}
	child.name = name + child.code
	n.children = append(n.children, child)
	return child
}

// share gives the leaves points in halves, at least two each, that make the sum.
func (g *gardener) share(sum int, all []*node) {
	for _, leaf := range all {
		leaf.max = leastPoints
		sum -= leastPoints
	}
	for ; sum > 0; sum -= 50 {
		all[g.dice.IntN(len(all))].max += 50
	}
}

func (n *node) sum() int {
	for _, c := range n.children {
		n.max += c.sum()
	}
	return n.max
}

// kinds deals out how the leaves are scored.
func (g *gardener) kinds(all []*node) {
	deck := strings.Split(strings.Repeat("quantitative ", quantitative)+strings.Repeat("qualitative ", qualitative)+strings.Repeat("direct ", leaves-quantitative-qualitative), " ")
	deck = deck[:leaves]
	g.dice.Shuffle(leaves, func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	for i, leaf := range all {
		leaf.kind = deck[i]
		switch leaf.kind {
		case "quantitative":
			leaf.name, leaf.less = "Chỉ tiêu định lượng mẫu "+leaf.code, g.dice.IntN(4) == 0
		case "qualitative":
			leaf.name = "Nội dung định tính mẫu " + leaf.code
		default:
			leaf.name, leaf.each = "Việc chấm điểm trực tiếp mẫu "+leaf.code, leaf.max/[]int{2, 5}[g.dice.IntN(2)]
		}
	}
}

// leavesOf lists the leaves in the order of the tree.
func leavesOf(nodes []*node) (all []*node) {
	for _, n := range nodes {
		if len(n.children) == 0 {
			all = append(all, n)
		}
		all = append(all, leavesOf(n.children)...)
	}
	return all
}

// criterion writes the node and what is under it.
func (w *writer) criterion(indent int, n *node) {
	pad := strings.Repeat(" ", indent)
	if len(n.children) > 0 {
		w.line(`%s- code: "%s"`, pad, n.code)
		w.line("%s  name: %q", pad, n.name)
		w.line("%s  max: %s", pad, decimal(n.max))
		w.line("%s  children:", pad)
		for _, c := range n.children {
			w.criterion(indent+4, c)
		}
		return
	}
	rest := ""
	switch {
	case n.less:
		rest = ", less_is_better: true"
	case n.kind == "direct":
		rest = ", points: " + decimal(n.each)
	}
	w.line(`%s- {code: "%s", name: %q, max: %s, kind: %s%s}`, pad, n.code, n.name, decimal(n.max), n.kind, rest)
}
