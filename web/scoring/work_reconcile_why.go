package scoring

import (
	"context"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

var reconcileWhyTitle = ui.Words{Vietnamese: "Vì sao được số điểm này?", English: "Why this many points?"}

// reconcileWhy answers why one criterion of a unit is what it is at a stage,
// from the sheets that the visitor sees.
func reconcileWhy(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := readReconcile(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if len(p.Stages) == 0 {
		return nil, refusal.New(refusal.NotFound, "Chưa có phiếu nào đồng chí được xem của đơn vị này.")
	}
	stage := p.Stages[len(p.Stages)-1]
	for _, s := range p.Stages {
		if v.Here().Query().Get(stageKey) == string(s) {
			stage = s
		}
	}
	x, ok := p.Seen.Explain(p.Member.Unit, v.Asked("criterion"), stage)
	if !ok {
		return nil, refusal.New(refusal.NotFound, "Không có tiêu chí này.")
	}
	return reconcileWhyPage(p, stage, x), nil
}

// whyAddress is where a line's number is explained.
func (p reconcileView) whyAddress(code string, stage season.Stage) string {
	return p.Lam("doi-chieu", p.Slug(p.Member.Unit), code) + "?" + stageKey + "=" + string(stage)
}

// explained reports whether a scorer other than the unit wrote a reason.
func explained(x scoring.Reconciled) bool {
	for _, r := range x.Reasons {
		if r.Stage != season.Self {
			return true
		}
	}
	return false
}

// openRemarks are what is still to be settled of the unit: other points printed
// than the rule gives, and gaps without a reason.
func openRemarks(r scoring.Result, unit string) (sentences []string) {
	for _, d := range r.Differences {
		if d.Unit == unit {
			sentences = append(sentences, d.Sentence())
		}
	}
	for _, g := range r.Gaps {
		if g.Unit == unit && g.Reason == "" {
			sentences = append(sentences, g.Sentence())
		}
	}
	return sentences
}
