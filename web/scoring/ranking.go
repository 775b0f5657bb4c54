// Package scoring sets the pages of the year's scores: the ranking of the
// cluster, each unit's sheet, and why every number is what it is.
package scoring

import (
	"context"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

const unitsOnPage = 60

// Ranking sets the cluster's ranking, computed or as a report states it, and
// the counts that a report gives of the year.
func Ranking(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	all, err := scoring.Standings(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	reported, err := season.Figures(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	r := rankingOf(rules, all)
	if v, err = v.Knows(ctx, tx, r.units()); err != nil {
		return nil, err
	}
	return rankingPage(v, rules, r, reported, ui.Cut(r.Rows, unitsOnPage, v.Here(), ui.PageKey)), nil
}

// line is one unit in the ranking, with its points at every stage.
type line struct {
	scoring.Standing
	Stages map[season.Stage]exact.Number
}

// ranking is the table, and which of its columns the year has anything for.
type ranking struct {
	Rows                        []line
	Stages                      []season.Stage // scored stages, in their order
	Points, Share, Bands, Steps bool
	Sample                      bool // every row is made up
}

// rankingOf takes the final ranking, with the points each unit had on the way.
func rankingOf(rules season.Rules, all []scoring.Standing) ranking {
	r := ranking{Sample: true}
	byUnit := map[string]map[season.Stage]exact.Number{}
	seen := map[season.Stage]bool{}
	for _, s := range all {
		if byUnit[s.Unit] == nil {
			byUnit[s.Unit] = map[season.Stage]exact.Number{}
		}
		byUnit[s.Unit][s.Stage] = s.Points
		seen[s.Stage] = seen[s.Stage] || s.Points.Known()
	}
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
		if seen[stage] {
			r.Stages = append(r.Stages, stage)
		}
	}
	for _, s := range all {
		if s.Stage == season.Final {
			r.add(line{s, byUnit[s.Unit]})
		}
	}
	return r
}

func (r *ranking) add(l line) {
	r.Rows = append(r.Rows, l)
	r.Points = r.Points || l.Points.Known()
	r.Share = r.Share || l.Percent.Known()
	r.Bands = r.Bands || l.Band != ""
	r.Steps = r.Steps || l.Decided != ""
	r.Sample = r.Sample && l.Sample
}

func (r ranking) units() (ids []string) {
	for _, l := range r.Rows {
		ids = append(ids, l.Unit)
	}
	return ids
}
