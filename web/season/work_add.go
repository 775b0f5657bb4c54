package season

import (
	"context"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// newNode is a criterion about to be added: the group it will stand in, and the
// code that would follow.
type newNode struct {
	tree
	At    season.Index     // where it will stand
	Group season.Criterion // zero at the top
	Code  string
	Left  exact.Number
}

// top names the tree itself in addresses.
const top = "0"

func newNodeOf(ctx context.Context, tx *store.Tx, v work.Visit) (n newNode, err error) {
	var group season.Index
	if asked := v.Asked("cho"); asked != top {
		if group, err = season.ParseIndex(asked); err != nil {
			return n, err
		}
	}
	if n.tree, err = treeOf(ctx, tx, v); err != nil {
		return n, err
	}
	siblings := n.Rules.Criteria
	if len(group) > 0 {
		var there bool
		if n.Group, there = n.Rules.At(group); !there {
			return n, refusal.New(refusal.NotFound, "Dự thảo không có nhóm này; có thể nhóm đã được chuyển hoặc bỏ.")
		}
		siblings = n.Group.Children
	}
	n.At, n.Left = group.Child(len(siblings)), unshared(n.Rules, group)
	n.Code = nextCode(n.Group.Code, len(siblings)+1)
	return n, nil
}

// nextCode proposes a code: "1.3" in the group 1, "3" at the top.
func nextCode(group string, place int) string {
	if group == "" {
		return fmt.Sprint(place)
	}
	return fmt.Sprintf("%s.%d", strings.TrimSuffix(group, "."), place)
}

func newPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := newNodeOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return newForm(v, f, n), nil
}

func addNode(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (newNode, error) {
	n, err := newNodeOf(ctx, tx, v)
	if err != nil {
		return n, err
	}
	c, err := typedCriterion(f, season.Criterion{})
	if err != nil {
		return n, err
	}
	return n, editDraft(ctx, tx, v, f, "insert "+n.At.String(), n.At, func(r *season.Rules) error { return r.Insert(n.At, c) })
}

func addCriterion(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := addNode(ctx, tx, v, f)
	return work.Done{To: rowAt(v, n.At), Say: addedWords(f)}, err
}

// addAnother adds and comes back for the next one of the same group.
func addAnother(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	_, err := addNode(ctx, tx, v, f)
	return work.Done{Say: addedWords(f)}, err
}

func addedWords(f work.Form) ui.Words { return words("Đã thêm mục "+f.Get("code")+".", "Added.") }
