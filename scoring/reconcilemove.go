package scoring

import (
	"context"
	"slices"
	"strings"

	"thidua/access"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// MovedByAppraisal tells who moved, and why, from what counted before the
// appraisal to what counts after it. A unit that is not appraised yet stands as
// if everything was agreed with.
func (r Result) MovedByAppraisal(ties Ties) []Move {
	rules := r.Rules
	rules.Scoring.Decides = season.Appraised
	before := slices.DeleteFunc(slices.Clone(r.sheets), func(s Sheet) bool { return s.Stage == season.Appraised })
	return Moves(Compute(rules, r.Roster, r.agreed(before)), Compute(rules, r.Roster, r.agreed(r.sheets)), ties)
}

// agreed adds an appraisal that changes nothing for every scored unit that has
// none among the sheets.
func (r Result) agreed(sheets []Sheet) []Sheet {
	all := slices.Clone(sheets)
	for i, m := range r.Roster {
		if r.scored(i) && !slices.ContainsFunc(sheets, func(s Sheet) bool { return s.Unit == m.Unit && s.Stage == season.Appraised }) {
			all = append(all, Sheet{Unit: m.Unit, Stage: season.Appraised, State: Submitted})
		}
	}
	return all
}

// Correction is a sheet that was sent again after it had been reopened.
type Correction struct {
	Sheet  string // sheet id
	Unit   string // unit id
	Before Sheet  // as it was sent the time before
	On     vi.Day // sent again
	By     string // as named then
}

// Corrections returns the self-scoring sheets of the season that were sent more
// than once, the newest correction first, in one statement.
func Corrections(ctx context.Context, tx *store.Tx, seasonID string) ([]Correction, error) {
	type sending struct {
		object, actor string
		day           vi.Day
		sheet         store.JSON[Sheet]
	}
	rows, err := store.All(ctx, tx, func(x *sending) []any { return []any{&x.object, &x.actor, &x.day, &x.sheet} },
		`SELECT object, actor, day, detail FROM journal WHERE act = $1 AND object IN
			(SELECT 'score_sheet:' || id FROM score_sheet WHERE season_id = $2 AND stage = $3) ORDER BY seq`,
		access.SelfScore, seasonID, season.Self)
	if err != nil {
		return nil, err
	}
	var all []Correction
	last := map[string]Sheet{}
	for _, x := range rows {
		if x.sheet.V.State != Submitted {
			continue
		}
		if before, again := last[x.object]; again {
			all = append(all, Correction{strings.TrimPrefix(x.object, "score_sheet:"), before.Unit, before, x.day, x.actor})
		}
		last[x.object] = x.sheet.V
	}
	slices.Reverse(all)
	return all, nil
}

// MovedBy tells who moved, and why, by the correction: the cluster with the
// sheet as it was sent before against the cluster as it is, both as if nothing
// were left to appraise. It is empty when the reader does not see the sheet.
func (r Result) MovedBy(c Correction, ties Ties) []Move {
	rules := r.Rules
	rules.Scoring.Decides = season.Appraised
	before, found := slices.Clone(r.sheets), false
	for i, s := range before {
		if s.ID == c.Sheet {
			before[i].Marks, before[i].Total, before[i].Bonus, before[i].Max, found = c.Before.Marks, c.Before.Total, c.Before.Bonus, c.Before.Max, true
		}
	}
	if !found {
		return nil
	}
	return Moves(Compute(rules, r.Roster, r.agreed(before)), Compute(rules, r.Roster, r.agreed(r.sheets)), ties)
}
