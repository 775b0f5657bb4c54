// Package scoring turns what the members report into points: the score sheets
// of self-scoring, cross-scoring and appraisal, the rules of each criterion, the
// ranking of the whole cluster, and the answer to "why this many points?".
package scoring

import (
	"thidua/exact"
)

// Mark is what one scorer says on one leaf of the criteria tree. Which figures
// it needs depends on the leaf's kind; Points may stand in their place, or
// beside them when a sheet prints both.
type Mark struct {
	Criterion   string       `json:"criterion"`
	Unassigned  bool         `json:"unassigned,omitempty"`  // không giao chỉ tiêu: the leaf leaves the unit's own maximum
	Target      exact.Number `json:"target,omitzero"`       // linear, quantitative: chỉ tiêu, ≥ 0
	Actual      exact.Number `json:"actual,omitzero"`       // linear, quantitative: thực hiện
	Count       exact.Number `json:"count,omitzero"`        // direct: how many, ≥ 0
	Bonus       exact.Number `json:"bonus,omitzero"`        // bonus_penalty: how many earn a bonus, ≥ 0
	Penalty     exact.Number `json:"penalty,omitzero"`      // bonus_penalty: how many are penalised, ≥ 0
	Met         *bool        `json:"met,omitempty"`         // qualitative
	Ranks       []int        `json:"ranks,omitempty"`       // rank_points: the rank by each superior body, from 1
	Figure      exact.Number `json:"figure,omitzero"`       // external: the other body's figure
	Word        string       `json:"word,omitempty"`        // grade: one of the criterion's words
	Points      exact.Number `json:"points,omitzero"`       // points as the sheet states them
	Explanation string       `json:"explanation,omitempty"` // giải trình, lý do
	Evidence    []string     `json:"evidence,omitempty"`    // documents that prove it
	Sample      bool         `json:"illustrative,omitempty"`
}

// hasFigures reports whether the mark carries anything the rule of a leaf can
// compute from.
func (m Mark) hasFigures() bool {
	return m.Target.Known() || m.Actual.Known() || m.Count.Known() || m.Bonus.Known() || m.Penalty.Known() ||
		m.Met != nil || len(m.Ranks) > 0 || m.Figure.Known() || m.Word != ""
}
