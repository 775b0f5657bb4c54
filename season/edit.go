package season

import (
	"fmt"
	"slices"

	"thidua/refusal"
)

// At is the criterion at a place of the tree; false when there is none.
func (r Rules) At(at Index) (Criterion, bool) {
	list, err := r.siblings(at)
	if err != nil || at.last() >= len(*list) {
		return Criterion{}, false
	}
	return (*list)[at.last()], true
}

// siblings is the list in which the place lies; the place itself may be the
// next free one.
func (r *Rules) siblings(at Index) (*[]Criterion, error) {
	if len(at) == 0 {
		return nil, noCriterion()
	}
	list := &r.Criteria
	for _, n := range at.Parent() {
		if n < 0 || n >= len(*list) {
			return nil, noCriterion()
		}
		list = &(*list)[n].Children
	}
	if n := at.last(); n < 0 || n > len(*list) {
		return nil, noCriterion()
	}
	return list, nil
}

// place is siblings for a place that a criterion holds.
func (r *Rules) place(at Index) (*[]Criterion, error) {
	list, err := r.siblings(at)
	if err == nil && at.last() >= len(*list) {
		err = noCriterion()
	}
	return list, err
}

// Insert puts a criterion at the place; those from there on move down. A leaf
// that gets its first child becomes a group and loses its own way of scoring.
func (r *Rules) Insert(at Index, c Criterion) error {
	list, err := r.siblings(at)
	if err != nil {
		return err
	}
	*list = slices.Insert(*list, at.last(), c)
	if parent := at.Parent(); len(parent) > 0 {
		group, err := r.place(parent)
		if err != nil {
			return err
		}
		(*group)[parent.last()] = (*group)[parent.last()].asGroup()
	}
	return nil
}

// asGroup keeps of a criterion what a group has.
func (c Criterion) asGroup() Criterion {
	return Criterion{Code: c.Code, Name: c.Name, Max: c.Max, Weight: c.Weight, Children: c.Children, Sample: c.Sample}
}

// Replace puts other words and points in the place of a criterion; its children
// stay.
func (r *Rules) Replace(at Index, c Criterion) error {
	list, err := r.place(at)
	if err != nil {
		return err
	}
	c.Children = (*list)[at.last()].Children
	if !c.Leaf() {
		c = c.asGroup()
	}
	(*list)[at.last()] = c
	return nil
}

// Remove takes a criterion out with all below it.
func (r *Rules) Remove(at Index) error {
	list, err := r.place(at)
	if err != nil {
		return err
	}
	*list = slices.Delete(*list, at.last(), at.last()+1)
	return nil
}

// Shift moves a criterion among its siblings, up (−1) or down (1), and returns
// its new place.
func (r *Rules) Shift(at Index, by int) (Index, error) {
	list, err := r.place(at)
	if err != nil {
		return nil, err
	}
	to := at.beside(by)
	if to.last() < 0 || to.last() >= len(*list) {
		return nil, cannotMove("Mục này đã ở %s nhóm.", map[bool]string{true: "đầu", false: "cuối"}[by < 0])
	}
	(*list)[at.last()], (*list)[to.last()] = (*list)[to.last()], (*list)[at.last()]
	return to, nil
}

// Indent moves a criterion one level in, to the end of the sibling before it.
func (r *Rules) Indent(at Index) (Index, error) {
	list, err := r.place(at)
	if err != nil {
		return nil, err
	}
	if at.last() == 0 {
		return nil, cannotMove("Mục đầu nhóm không có mục đứng trước để nằm trong.")
	}
	above := at.beside(-1)
	to := above.Child(len((*list)[above.last()].Children))
	return to, r.relocate(at, to)
}

// Outdent moves a criterion one level out, to stand right after its group.
func (r *Rules) Outdent(at Index) (Index, error) {
	if _, err := r.place(at); err != nil {
		return nil, err
	}
	if len(at) == 1 {
		return nil, cannotMove("Nhóm này đã ở cấp cao nhất.")
	}
	to := at.Parent().beside(1)
	return to, r.relocate(at, to)
}

// relocate takes a criterion from one place to another that its leaving does
// not shift.
func (r *Rules) relocate(at, to Index) error {
	c, _ := r.At(at)
	if err := r.Remove(at); err != nil {
		return err
	}
	return r.Insert(to, c)
}

func cannotMove(format string, args ...any) error {
	return refusal.New(refusal.Unsatisfied, fmt.Sprintf(format, args...))
}
