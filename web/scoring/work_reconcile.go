package scoring

import (
	"context"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/document"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

var reconcileTitle = ui.Words{Vietnamese: "Bảng đối chiếu", English: "Reconciliation"}

// reconcileView is one unit's reconciliation table.
type reconcileView struct {
	work.Visit
	Member    cluster.Member
	Seen      scoring.Seen
	Lines     []scoring.Reconciled
	OnlyGaps  bool
	Stages    []season.Stage
	Remarks   []string
	ShowFinal bool
}

// reconcileRead sets a unit's readings side by side.
func reconcileRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := readReconcile(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if wantsExcel(v) {
		return list.File("doi-chieu-"+v.Slug(p.Member.Unit)+".xlsx", p.grid()), nil
	}
	return reconcilePage(p), nil
}

// readReconcile reads a unit's readings. A unit's own people see their unit
// alone before the results are public.
func readReconcile(ctx context.Context, tx *store.Tx, v work.Visit) (reconcileView, error) {
	p := reconcileView{Visit: v, OnlyGaps: v.Here().Query().Get("chenh") == "co"}
	var err error
	if p.Member, err = v.MemberAsked(); err != nil {
		return p, err
	}
	if v.Has(crossers...) && p.Member.Unit != v.By.Unit && !v.Season.Public(v.Today) {
		return p, refusal.By("page", "Trước khi công bố, mỗi đơn vị chỉ xem bảng đối chiếu của mình.")
	}
	if p.Seen, err = see(ctx, tx, v); err != nil {
		return p, err
	}
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
		if _, ok := p.Seen.Score(p.Member.Unit, stage); ok {
			p.Stages = append(p.Stages, stage)
		}
	}
	if _, ok := p.Seen.Score(p.Member.Unit, season.Final); ok && p.Seen.Complete {
		p.Stages, p.ShowFinal = append(p.Stages, season.Final), true
	}
	p.Lines = p.Seen.Reconcile(p.Member.Unit)
	if p.OnlyGaps {
		p.Lines = slices.DeleteFunc(p.Lines, func(x scoring.Reconciled) bool { return !x.Criterion.Leaf() || !x.Differs() })
	}
	p.Remarks = openRemarks(p.Seen.Result, p.Member.Unit)
	return p, nil
}

func wantsExcel(v work.Visit) bool { return v.Here().Query().Get("dang") == "xlsx" }

// at is the line's points at the stage.
func at(x scoring.Reconciled, stage season.Stage) exact.Number {
	switch stage {
	case season.Self:
		return x.Self
	case season.Cross:
		return x.Cross
	case season.Appraised:
		return x.Appraised
	}
	return x.Final
}

// cell is a number for Excel, empty when unknown.
func cell(rules season.Rules, n exact.Number) any {
	if !n.Known() {
		return nil
	}
	return n.Round(mode(rules), decimals(rules)).Float()
}

func (p reconcileView) grid() document.Grid {
	g := document.Grid{Title: "Bảng đối chiếu điểm " + p.Member.Name + " – " + p.Name(), Remarks: remarksIf(sampled(p.Visit, p.Seen)),
		Columns: []document.GridColumn{{Name: "Mã", Width: 10}, {Name: "Tiêu chí", Width: 50}, {Name: "Tối đa", Width: 10}}}
	for _, stage := range p.Stages {
		g.Columns = append(g.Columns, document.GridColumn{Name: stageWords[stage].Vietnamese, Width: 12})
	}
	g.Columns = append(g.Columns, document.GridColumn{Name: "Chênh lớn nhất (%)", Width: 14}, document.GridColumn{Name: "Lý do", Width: 50})
	for _, x := range p.Lines {
		row := []any{x.Criterion.Code, x.Criterion.Name, cell(p.Seen.Rules, x.Criterion.Max)}
		for _, stage := range p.Stages {
			row = append(row, cell(p.Seen.Rules, at(x, stage)))
		}
		g.Rows = append(g.Rows, append(row, cell(p.Seen.Rules, x.Gap.Mul(exact.Int(100))), reasonsText(x)))
	}
	return g
}

func reasonsText(x scoring.Reconciled) (text string) {
	for i, r := range x.Reasons {
		if i > 0 {
			text += "; "
		}
		text += stageWords[r.Stage].Vietnamese + ": " + r.Text
	}
	return text
}

// narrowed is the page's address with the gaps alone, or with everything.
func (p reconcileView) narrowed(only bool) string {
	q := url.Values{}
	if only {
		q.Set("chenh", "co")
	}
	if back := p.Here().Query().Get("ve"); back != "" {
		q.Set("ve", back)
	}
	return address(p.Here().Path, q)
}

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// excel is the page's address as a file.
func excel(v work.Visit) string {
	q := v.Here().Query()
	q.Set("dang", "xlsx")
	return address(v.Here().Path, q)
}
