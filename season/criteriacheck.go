package season

import (
	"fmt"
	"strings"

	"thidua/exact"
)

// Problem is one thing that makes rules unusable.
type Problem struct {
	Code     string // codes from the top group down, "I/1/1.2"; empty for the rules as a whole
	Index    []int  // the same as child numbers from 0, for whoever must find the place
	Field    string // the field at fault, as Rules and Criterion name it in JSON
	Sentence string // complete Vietnamese
}

// CheckScoring returns everything wrong with the criteria tree, the scale, the
// rounding, the bands and the scoring part; nothing when scores can be computed
// from them.
func (r Rules) CheckScoring() []Problem {
	k := &criteriaCheck{codes: map[string]bool{}}
	k.siblings(place{}, r.Scale, "scale", r.Criteria)
	k.top(r)
	k.rounding(r.Rounding)
	k.bands(r.Bands)
	k.scoring(r.Scoring)
	return k.problems
}

type criteriaCheck struct {
	problems []Problem
	codes    map[string]bool
	nodes    int
}

// place is where in the tree a criterion stands.
type place struct {
	codes []string
	index []int
}

func (p place) child(i int, code string) place {
	return place{append(p.codes[:len(p.codes):len(p.codes)], code), append(p.index[:len(p.index):len(p.index)], i)}
}

func (k *criteriaCheck) add(at place, field, format string, args ...any) {
	k.problems = append(k.problems, Problem{strings.Join(at.codes, "/"), at.index, field, fmt.Sprintf(format, args...)})
}

// siblings checks the children of a group, or the top groups, against the
// points they must share.
func (k *criteriaCheck) siblings(parent place, points exact.Number, field string, all []Criterion) {
	if len(parent.codes) == MaxDepth && len(all) > 0 {
		k.add(parent, "children", "Cây tiêu chí sâu quá %d cấp.", MaxDepth)
		return
	}
	for i, c := range all {
		k.criterion(parent.child(i, c.Code), c)
	}
	switch {
	case len(all) == 0:
	case Weighted(all):
		k.weights(parent, all)
	case points.Known() && sumOfMax(all).Known() && points.Cmp(sumOfMax(all)) != 0:
		k.add(parent, field, "%s là %s điểm nhưng các tiêu chí con cộng lại %s điểm.", parent.holder(), number(points), number(sumOfMax(all)))
	}
}

// holder is what the points of the children must add up to.
func (p place) holder() string {
	if len(p.codes) == 0 {
		return "Thang điểm"
	}
	return "Điểm tối đa của nhóm " + p.codes[len(p.codes)-1]
}

// children names the siblings that share their parent's points.
func (p place) children() string {
	if len(p.codes) == 0 {
		return "các nhóm"
	}
	return "các tiêu chí con của nhóm " + p.codes[len(p.codes)-1]
}

func number(n exact.Number) string { return n.Figure(exact.HalfUp, 6) }

// top checks what only the tree as a whole can answer for.
func (k *criteriaCheck) top(r Rules) {
	if r.Scale.Known() && r.Scale.Sign() <= 0 {
		k.add(place{}, "scale", "Thang điểm phải lớn hơn 0.")
	}
	if Weighted(r.Criteria) && !r.Scale.Known() {
		k.add(place{}, "scale", "Các nhóm có trọng số thì phải ghi thang điểm.")
	}
	if k.nodes > MaxNodes {
		k.add(place{}, "criteria", "Cây tiêu chí có %d mục; nhiều nhất là %d.", k.nodes, MaxNodes)
	}
}

func (k *criteriaCheck) criterion(at place, c Criterion) {
	k.nodes++
	switch {
	case c.Code == "":
		k.add(at, "code", "Tiêu chí “%s” chưa có mã.", c.Name)
	case k.codes[c.Code]:
		k.add(at, "code", "Mã tiêu chí %s được dùng hai lần.", c.Code)
	}
	k.codes[c.Code] = true
	if c.Name == "" {
		k.add(at, "name", "Tiêu chí %s chưa có tên.", c.Code)
	}
	k.maximum(at, c)
	if c.Leaf() {
		k.leaf(at, c)
		return
	}
	if c.Kind != "" {
		k.add(at, "kind", "Nhóm %s có tiêu chí con nên không có cách chấm riêng.", c.Code)
	}
	if c.Over {
		k.add(at, "over", "Chỉ tiêu chí, không phải nhóm, mới được cộng ngoài thang điểm: %s.", c.Code)
	}
	k.siblings(at, c.Max, "max", c.Children)
}

func (k *criteriaCheck) maximum(at place, c Criterion) {
	switch {
	case !c.Max.Known():
		k.add(at, "max", "Tiêu chí %s chưa ghi điểm tối đa.", c.Code)
	case c.Max.Sign() < 0, c.Max.Sign() == 0 && !c.Over:
		k.add(at, "max", "Điểm tối đa của tiêu chí %s phải lớn hơn 0.", c.Code)
	}
}

// weights: every criterion within the maximum has one, and they make 100.
func (k *criteriaCheck) weights(parent place, all []Criterion) {
	sum, complete := exact.Int(0), true
	for i, c := range all {
		at := parent.child(i, c.Code)
		switch {
		case c.Over && c.Weight.Known():
			k.add(at, "weight", "Điểm cộng ngoài thang %s không mang trọng số.", c.Code)
		case c.Over:
		case !c.Weight.Known():
			k.add(at, "weight", "Tiêu chí %s chưa có trọng số, trong khi tiêu chí cùng cấp có.", c.Code)
			complete = false
		case c.Weight.Sign() <= 0:
			k.add(at, "weight", "Trọng số của tiêu chí %s phải lớn hơn 0.", c.Code)
		}
		if !c.Over {
			sum = sum.Add(c.Weight)
		}
	}
	if complete && sum.Cmp(exact.Int(100)) != 0 {
		k.add(parent, "weight", "Trọng số %s cộng lại %s, phải là 100.", parent.children(), number(sum))
	}
}
