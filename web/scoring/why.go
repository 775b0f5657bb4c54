package scoring

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/year"
)

// Why sets the answer to "vì sao?" for one criterion of one unit: the rule with
// its numbers, the figures, who and when, and what would change it.
func Why(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	member, err := v.MemberAsked()
	if err != nil {
		return nil, err
	}
	r, err := compute(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	for _, stage := range []season.Stage{season.Final, season.Appraised, season.Cross, season.Self} {
		_, scored := r.Score(member.Unit, stage)
		if x, ok := r.Explain(member.Unit, v.Asked("criterion"), stage); ok && scored {
			return whyPage(v, r.Rules, x), nil
		}
	}
	return nil, refusal.New(refusal.NotFound, "Đơn vị này không có điểm ở tiêu chí được hỏi.")
}

// question is the page's heading: "Vì sao Con Cuông được 92,02 điểm ở tiêu chí
// 1.1?".
func question(v year.Visit, rules season.Rules, x scoring.Explanation) string {
	name := v.Unit(x.Unit)
	switch {
	case x.Unassigned:
		return "Vì sao tiêu chí " + x.Criterion + " không tính cho " + name + "?"
	case !x.Points.Known():
		return name + " chưa có điểm ở tiêu chí " + x.Criterion
	}
	return "Vì sao " + name + " được " + points(rules, x.Points) + " điểm ở tiêu chí " + x.Criterion + "?"
}

// who is the scorer of a reading, with the day.
func who(r scoring.Reading) string {
	words := stageWords[r.Stage].Vietnamese
	if name := r.ScorerName; name != "" {
		words = name + " " + vi.LowerFirst(words)
	}
	if !r.On.IsZero() {
		words += " ngày " + r.On.Short()
	}
	return words
}

// said is what the reading gave: figures, points, or that nothing was assigned.
func said(rules season.Rules, r scoring.Reading) string {
	var parts []string
	for _, in := range r.Inputs {
		parts = append(parts, in.Name+" "+in.Value)
	}
	switch {
	case r.Unassigned:
		parts = append(parts, "không giao chỉ tiêu")
	case r.Points.Known():
		parts = append(parts, points(rules, r.Points)+" điểm")
	}
	if r.Stated.Known() && r.Stated.Cmp(r.Points) != 0 {
		parts = append(parts, "phiếu ghi "+r.Stated.Figure(exact.HalfUp, 6))
	}
	return strings.Join(parts, " · ")
}
