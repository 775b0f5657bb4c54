package scoring

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

var planTitle = ui.Words{Vietnamese: "Phân công chấm chéo", English: "Who cross-scores whom"}

// planView is who cross-scores whom, as it is settled or as the rule gives it.
type planView struct {
	work.Visit
	form     work.Form
	Rules    season.Rules
	Plan     scoring.Plan
	Shown    []scoring.Assignment // settled, else generated
	Editable bool
	list     list.View[scoring.Assignment]
}

func planRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p := planView{Visit: v, form: f}
	var err error
	if p.Rules, err = scoring.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	if p.Plan, err = scoring.PlanOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	p.Shown = p.Plan.Assignments
	if !p.Plan.Confirmed() {
		p.Shown = scoring.Assign(p.Rules.Scoring.Cross, v.Members, nil)
	}
	var ids []string
	for _, a := range p.Shown {
		ids = append(ids, a.Scorer)
	}
	if p.Visit, err = knows(ctx, tx, v, ids); err != nil {
		return nil, err
	}
	p.Editable = season.Permit(v.By, access.AssignCross, "", v.Season) == nil && v.Season.StillOpen(v.Today, "") == nil && p.Rules.Scoring.Cross != season.CrossDepartments
	p.list = planTable(p).Of(v.Here(), p.Shown)
	if p.list.Excel() {
		return p.list.File(v.Name(), remarksOf(v.Season)...), nil
	}
	return planPage(p), nil
}

// knows lets a working visit name units beside the members.
func knows(ctx context.Context, tx *store.Tx, v work.Visit, ids []string) (work.Visit, error) {
	var err error
	v.Visit, err = v.Visit.Knows(ctx, tx, ids)
	return v, err
}

func planTable(p planView) list.Table[scoring.Assignment] {
	plan := scoring.Plan{Assignments: p.Shown}
	name := func(unit string) string { return p.Unit(unit) }
	return list.Table[scoring.Assignment]{
		Name: planTitle, File: "phan-cong-cham-cheo",
		Empty:  ui.Words{Vietnamese: "Quy tắc của năm không nêu cách chấm chéo, nên chưa có phân công.", English: "The rules of the year do not say who cross-scores."},
		Search: func(a scoring.Assignment) string { return name(a.Scorer) + " " + name(a.Unit) },
		Columns: []list.Column[scoring.Assignment]{
			{Key: "cham", Words: ui.Words{Vietnamese: "Đơn vị chấm", English: "Scorer"}, Width: 28, Text: func(a scoring.Assignment) string { return name(a.Scorer) }},
			{Key: "duoc-cham", Words: ui.Words{Vietnamese: "Đơn vị được chấm", English: "Unit scored"}, Width: 28, Text: func(a scoring.Assignment) string { return name(a.Unit) }},
			{Key: "phan", Words: ui.Words{Vietnamese: "Phần chấm", English: "Part"}, Text: func(a scoring.Assignment) string {
				if len(a.Groups) == 0 {
					return "Cả phiếu"
				}
				return "Nhóm " + fieldNames(a.Groups)
			}},
			{Key: "hai-chieu", Words: ui.Words{Vietnamese: "Chấm lẫn nhau", English: "Reciprocal"}, Text: func(a scoring.Assignment) string {
				if plan.Reciprocal(a) {
					return "Có"
				}
				return "Không"
			}},
		},
	}
}

// pairName is the tick box of one pair.
func pairName(scorer, unit string) string { return "pair." + scorer + "." + unit }

// ticked reports whether the pair stands in the form, else in what is shown.
func (p planView) ticked(scorer, unit cluster.Member) bool {
	if p.form.Posted() {
		return p.form.Has(pairName(scorer.Unit, unit.Unit))
	}
	return slices.ContainsFunc(p.Shown, func(a scoring.Assignment) bool { return a.Scorer == scorer.Unit && a.Unit == unit.Unit })
}

// pairError is what was refused of any pair.
func (p planView) pairError() string {
	for _, e := range p.form.Refusals {
		if strings.HasPrefix(e.Field, "assignments") {
			return e.Sentence
		}
	}
	return ""
}

// confirmPlan settles the pairs that are ticked.
func confirmPlan(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	var plan []scoring.Assignment
	for _, a := range v.Members {
		for _, b := range v.Members {
			if f.Has(pairName(a.Unit, b.Unit)) {
				plan = append(plan, scoring.Assignment{Scorer: a.Unit, Unit: b.Unit})
			}
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã xác nhận phân công chấm chéo.", English: "The assignment is confirmed."}},
		scoring.ConfirmPlan(ctx, tx, v.By, v.Today, v.Season.ID, plan, f.Get("reason"))
}

// ruleWords are the season's rule in words.
var ruleWords = map[string]string{
	season.CrossRing:        "Vòng tròn: mỗi đơn vị chấm đơn vị kế tiếp, đơn vị cuối chấm đơn vị đầu.",
	season.CrossPairs:       "Từng cặp: hai đơn vị chấm lẫn nhau; số đơn vị lẻ thì ba đơn vị cuối chấm vòng tròn.",
	season.CrossAll:         "Cả cụm: mỗi đơn vị chấm mọi đơn vị khác.",
	season.CrossDepartments: "Sở, ngành: mỗi sở, ngành chấm lĩnh vực của mình ở mọi đơn vị.",
}

// settled says who confirmed the plan, and why it differs from the rule.
func (p planView) settled() string {
	if !p.Plan.Confirmed() {
		return "Mới là đề xuất theo quy tắc, chưa ai xác nhận; chưa xác nhận thì chưa chấm được."
	}
	words := fmt.Sprintf("Đã xác nhận ngày %s, người xác nhận: %s.", p.Plan.ConfirmedOn.Short(), p.Plan.ConfirmedBy)
	if p.Plan.Reason != "" {
		words += " Lý do khác với quy tắc: " + p.Plan.Reason + "."
	}
	return words
}
