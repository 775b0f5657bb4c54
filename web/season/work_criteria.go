package season

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/document"
	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// tree is the rules as the page of criteria shows them.
type tree struct {
	season.Draft
	Signed   season.Rules // the newest version; Version 0 when none
	Rows     []treeRow
	Problems []season.Problem
	May      bool // its reader may change the draft now
}

// treeRow is one criterion of the tree.
type treeRow struct {
	season.Criterion
	At    season.Index
	Sum   exact.Number // of the children's points; unknown for a leaf and for weights
	Wrong []season.Problem
}

func treeOf(ctx context.Context, tx *store.Tx, v work.Visit) (t tree, err error) {
	if t.Draft, err = season.DraftOf(ctx, tx, v.Season.ID); err != nil {
		return t, err
	}
	if t.Signed, err = season.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return t, err
	}
	t.May = mayDraft(v)
	if t.Written || t.Signed.Version == 0 {
		t.Problems = t.Rules.CheckScoring()
	}
	t.Rows = rowsOf(t.Rules, t.Problems)
	return t, nil
}

// mayDraft reports whether the rules may be changed by this reader now.
func mayDraft(v work.Visit) bool {
	return v.CanOpen("/lam/{slug}/tieu-chi/ky") && season.MayWhen(access.DraftRules, v.Season.Phase) && !v.Published()
}

func rowsOf(r season.Rules, problems []season.Problem) (rows []treeRow) {
	wrong := map[string][]season.Problem{}
	for _, p := range problems {
		at := season.Index(p.Index).String()
		wrong[at] = append(wrong[at], p)
	}
	for at, c := range r.Walk() {
		rows = append(rows, treeRow{Criterion: c, At: at, Sum: sumOf(c.Children), Wrong: wrong[season.Index(at).String()]})
	}
	return rows
}

// sumOf is what the children's points add up to, where points are what counts.
func sumOf(children []season.Criterion) exact.Number {
	if len(children) == 0 || season.Weighted(children) {
		return exact.Number{}
	}
	sum := exact.Int(0)
	for _, c := range children {
		if !c.Over {
			sum = sum.Add(c.Max)
		}
	}
	return sum
}

func treePage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	t, err := treeOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return treeTable(v, t), nil
}

// treeFile is the tree as an Excel file, which can be filled in and brought
// back.
func treeFile(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	g := document.Grid{Title: "Bộ tiêu chí – " + v.Name()}
	if d.Rules.Sample {
		g.Remarks = append(g.Remarks, "Số liệu minh họa.")
	}
	widths := []float64{6, 10, 60, 12, 10, 32, 12, 10, 10, 10, 10, 10, 12, 10, 24, 36, 10}
	for i, name := range season.TableHead {
		g.Columns = append(g.Columns, document.GridColumn{Name: name, Width: widths[i]})
	}
	for _, line := range d.Rules.Table() {
		cells := make([]any, len(line))
		for i, text := range line {
			cells[i] = reckonable(text, i)
		}
		g.Rows = append(g.Rows, cells)
	}
	return list.File("tieu-chi-"+v.Season.Slug+".xlsx", g), nil
}

// textColumns are the columns of season.TableHead that never hold a number.
var textColumns = map[int]bool{1: true, 2: true, 6: true, 14: true, 15: true}

// reckonable is a cell that a spreadsheet can reckon with, where it is a number.
func reckonable(text string, column int) any {
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil || textColumns[column] {
		return text
	}
	return n
}

// criteria is the address of a page of the rules.
func criteria(v work.Visit, parts ...string) string {
	return v.Lam(append([]string{"tieu-chi"}, parts...)...)
}

// rowAt is the address of a criterion's row in the tree.
func rowAt(v work.Visit, at season.Index) string { return criteria(v) + "#" + rowID(at) }

func rowID(at season.Index) string { return "m-" + strings.ReplaceAll(at.String(), ".", "-") }

// figure prints points as forms and tables of the rules do: every digit, no
// dividing of thousands, so that it can be typed back.
func figure(n exact.Number) string { return season.NumberText(n) }

func depthClass(at season.Index) string { return "d" + strconv.Itoa(len(at)-1) }

// revisionOf is the revision of the draft that the form was made from.
func revisionOf(f work.Form) int64 {
	n, err := strconv.ParseInt(f.Get("revision"), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// editDraft changes the draft as the form saw it. What is refused of the criterion
// at the place is named as its form names it.
func editDraft(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, name string, at season.Index, change func(*season.Rules) error) error {
	err := season.EditDraft(ctx, tx, v.By, v.Today, v.Season.ID, revisionOf(f), name, change)
	all := refusal.All(err)
	if all == nil || len(at) == 0 {
		return err
	}
	prefix := season.Problem{Index: at}.Path() + "."
	for _, e := range all {
		e.Field = strings.TrimPrefix(e.Field, prefix)
	}
	return joinedRefusals(all)
}

func joinedRefusals(all []*refusal.Error) error {
	errs := make([]error, len(all))
	for i, e := range all {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// overtaken reports whether somebody else changed the draft meanwhile: the page
// then shows both what was typed and what is on record.
func overtaken(f work.Form) bool {
	for _, e := range f.Refusals {
		if e.Kind == refusal.Conflict {
			return true
		}
	}
	return false
}

// beside is the hint of a field, with what is on record where somebody else
// changed it meanwhile.
func beside(ctx context.Context, f work.Form, name, recorded, hint string) string {
	if !overtaken(f) || vi.Clean(f.Get(name)) == vi.Clean(recorded) {
		return hint
	}
	if recorded == "" {
		recorded = ui.T(ctx, "(trống)", "(empty)")
	}
	return strings.TrimSpace(fmt.Sprintf(ui.T(ctx, "Đang có trên dự thảo: %s. %s", "On the draft now: %s. %s"), recorded, hint))
}

func codeAndName(c season.Criterion) string {
	switch {
	case c.Code == "":
		return "(chưa có mã) " + c.Name
	case c.Name == "":
		return c.Code + ". (chưa có tên)"
	}
	return c.Code + ". " + c.Name
}

// maxOf is the maximum with the weight, where weights are what counts.
func maxOf(c season.Criterion) string {
	text := figure(c.Max)
	if text == "" {
		text = "–"
	}
	if c.Weight.Known() {
		text += " × " + figure(c.Weight) + " %"
	}
	if c.Over {
		text = "+" + text
	}
	return text
}

func countedTree(ctx context.Context, t tree) string {
	leaves := 0
	for _, r := range t.Rows {
		if r.Leaf() {
			leaves++
		}
	}
	return fmt.Sprintf(ui.T(ctx, "%d mục, trong đó %d tiêu chí chấm điểm", "%d nodes, %d of them scored"), len(t.Rows), leaves)
}
