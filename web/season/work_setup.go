package season

import (
	"context"

	"github.com/a-h/templ"

	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// setUpPage is the year's set-up at a glance, for everybody in it: what is
// settled, what is missing, and when each step ends.
func setUpPage(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := setUpNeeds(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	changes, err := season.DateChanges(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	if !v.CanOpen("/lam/{slug}/lich") {
		all[len(all)-1].To = ""
	}
	return setUpSheet(v, all, d, changes), nil
}

func stepOptions(steps []season.Transition) (all []ui.Option) {
	for _, t := range steps {
		label := t.To.Label()
		if t.Guard != "" {
			label += " (chỉ khi " + string(t.Guard) + ")"
		}
		all = append(all, ui.Option{Value: t.Act, Label: label})
	}
	return all
}

// only is the act of the only step there is.
func only(steps []season.Transition) string {
	if len(steps) == 1 {
		return steps[0].Act
	}
	return ""
}

// scored reports whether sheets are sent in the phase.
func scored(p season.Phase) bool {
	return p == season.SelfScoring || p == season.CrossScoring || p == season.Appraisal
}
