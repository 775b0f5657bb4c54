package season

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// node is one criterion on the page where it is changed.
type node struct {
	tree
	season.Criterion
	At    season.Index
	Group season.Criterion // the group it stands in; its Name is empty at the top
	Left  exact.Number     // points of the group not given to a child yet; unknown where nothing is to be shared
	Wrong []season.Problem // what is wrong with it
	Next  season.Index     // the criterion after it in the tree; empty after the last
}

func nodeOf(ctx context.Context, tx *store.Tx, v work.Visit) (n node, err error) {
	if n.At, err = season.ParseIndex(v.Asked("cho")); err != nil {
		return n, err
	}
	if n.tree, err = treeOf(ctx, tx, v); err != nil {
		return n, err
	}
	var there bool
	if n.Criterion, there = n.Rules.At(n.At); !there {
		return n, refusal.New(refusal.NotFound, "Dự thảo không có mục này; có thể mục đã được chuyển hoặc bỏ.")
	}
	n.Group, _ = n.Rules.At(n.At.Parent())
	n.Left = unshared(n.Rules, n.At.Parent())
	for i, r := range n.Rows {
		if r.At.String() != n.At.String() {
			continue
		}
		if n.Wrong = r.Wrong; i+1 < len(n.Rows) {
			n.Next = n.Rows[i+1].At
		}
	}
	return n, nil
}

// unshared is what a group, or the scale, still has to share among its children.
func unshared(r season.Rules, group season.Index) exact.Number {
	points, children := r.Scale, r.Criteria
	if len(group) > 0 {
		c, _ := r.At(group)
		points, children = c.Max, c.Children
	}
	if len(children) == 0 {
		return points
	}
	return points.Sub(sumOf(children))
}

func criterionPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nodeOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return criterionForm(v, f, n), nil
}

// typedCriterion is the criterion as the form has it.
func typedCriterion(f work.Form, was season.Criterion) (season.Criterion, error) {
	c := season.Criterion{Code: f.Get("code"), Name: f.Get("name"), Unit: f.Get("unit"), Kind: season.LeafKind(f.Get("kind")),
		Less: f.Has("less"), Over: f.Has("over"), Sample: was.Sample, Children: was.Children}
	faults := []error{refusal.Texts(refusal.Text{Field: "code", Value: &c.Code}, refusal.Text{Field: "name", Value: &c.Name}, refusal.Text{Field: "unit", Value: &c.Unit})}
	if c.Kind != "" && c.Kind.Label() == "" {
		faults = append(faults, refusal.Field("kind", "Không có cách chấm này."))
	}
	for name, into := range map[string]*exact.Number{"max": &c.Max, "weight": &c.Weight, "points": &c.Points, "bonus": &c.Bonus, "penalty": &c.Penalty, "min": &c.Min, "of": &c.Of} {
		faults = append(faults, numberOf(f, name, into))
	}
	var err error
	if c.Ranks, err = season.ReadRanks(f.Get("ranks")); err != nil {
		faults = append(faults, refusal.Field("ranks", err.Error()))
	}
	if c.Grades, err = season.ReadGrades(f.Get("grades")); err != nil {
		faults = append(faults, refusal.Field("grades", err.Error()))
	}
	return c.OfItsKind(), errors.Join(faults...)
}

// numberOf reads a number that people wrote; unknown when nothing was.
func numberOf(f work.Form, name string, into *exact.Number) (err error) {
	if *into, err = season.ReadNumber(f.Get(name)); err != nil {
		return refusal.Field(name, err.Error())
	}
	return nil
}

// saveNode puts what was typed in the place of the criterion, and returns where it
// stands.
func saveNode(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (season.Index, error) {
	at, err := season.ParseIndex(v.Asked("cho"))
	if err != nil {
		return nil, err
	}
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	was, _ := d.Rules.At(at)
	c, err := typedCriterion(f, was)
	if err != nil {
		return nil, err
	}
	return at, editDraft(ctx, tx, v, f, "replace "+at.String(), at, func(r *season.Rules) error { return r.Replace(at, c) })
}

func saveCriterion(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	at, err := saveNode(ctx, tx, v, f)
	return work.Done{To: rowAt(v, at), Say: words("Đã ghi mục "+f.Get("code")+".", "Saved.")}, err
}

// saveAndNext saves and goes on to the next criterion, so that a long tree is
// gone through without coming back to it.
func saveAndNext(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if _, err := saveNode(ctx, tx, v, f); err != nil {
		return work.Done{}, err
	}
	n, err := nodeOf(ctx, tx, v)
	if err != nil || len(n.Next) == 0 {
		return work.Done{To: criteria(v), Say: words("Đã ghi. Đây là mục cuối.", "Saved. That was the last one.")}, err
	}
	return work.Done{To: criteria(v, "muc", n.Next.String()), Say: words("Đã ghi mục "+n.Code+".", "Saved.")}, nil
}

func removeCriterion(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	at, err := season.ParseIndex(v.Asked("cho"))
	if err != nil {
		return work.Done{}, err
	}
	err = editDraft(ctx, tx, v, f, "remove "+at.String(), nil, func(r *season.Rules) error { return r.Remove(at) })
	return work.Done{To: criteria(v), Say: words("Đã bỏ mục cùng các mục con. Có thể hoàn tác ở “Chép, nhập Excel, hoàn tác”.", "Removed with all below it; it can be undone.")}, err
}

// A move takes a criterion to another place of the tree.
type move func(*season.Rules, season.Index) (season.Index, error)

func up(r *season.Rules, at season.Index) (season.Index, error)   { return r.Shift(at, -1) }
func down(r *season.Rules, at season.Index) (season.Index, error) { return r.Shift(at, 1) }
func in(r *season.Rules, at season.Index) (season.Index, error)   { return r.Indent(at) }
func out(r *season.Rules, at season.Index) (season.Index, error)  { return r.Outdent(at) }

// moveBy is the act of a move; its page then follows the criterion.
func moveBy(m move) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		at, err := season.ParseIndex(v.Asked("cho"))
		if err != nil {
			return work.Done{}, err
		}
		var to season.Index
		err = editDraft(ctx, tx, v, f, "move "+at.String(), nil, func(r *season.Rules) (err error) {
			to, err = m(r, at)
			return err
		})
		return work.Done{To: criteria(v, "muc", to.String()), Say: ui.Words{Vietnamese: "Đã chuyển chỗ.", English: "Moved."}}, err
	}
}
