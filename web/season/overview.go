package season

import (
	"context"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/web/year"
)

// Overview sets the year at a glance: where the cluster stands, how far each
// member has come, which days are ahead, who pledged what.
func Overview(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	counts, err := tallies(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	indicators, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	strivings, err := season.Registrations(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return overviewPage(v, progress(v, counts, indicators), inRosterOrder(v, strivings)), nil
}

// row is how far one member has come.
type row struct {
	cluster.Member
	Answered, Movements int // movements it responded to, of how many
	Met, Targets        int // targets of the year it reached, of how many
	Sent                bool
	Exemplars           int
}

// table is how far all members have come. A column for which the year has
// nothing at all is left out.
type table struct {
	Rows                                 []row
	Movements, Targets, Sheets, Exemplar bool
	Sample                               bool // rests on figures that no source gives
}

func progress(v year.Visit, c counts, indicators []target.Indicator) table {
	t := table{Movements: c.movements > 0, Sheets: len(c.sheets) > 0, Exemplar: len(c.exemplars) > 0, Sample: c.sample}
	if _, planned := v.Season.Calendar.Of(season.SelfScoring); planned {
		t.Sheets = true
	}
	for _, m := range v.Members {
		r := row{Member: m, Answered: c.responses[m.Unit], Movements: c.movements, Sent: c.sheets[m.Unit] > 0, Exemplars: c.exemplars[m.Unit]}
		r.Met, r.Targets = targetsMet(indicators, m.Unit, v.Season.Year)
		t.Targets = t.Targets || r.Targets > 0
		t.Rows = append(t.Rows, r)
	}
	t.Sample = t.Sample || t.Targets && anySample(indicators)
	return t
}

// targetsMet counts the year's targets, or those of the term where none is set
// for the year.
func targetsMet(indicators []target.Indicator, unit string, of int) (met, all int) {
	p := target.ProgressOf(indicators, unit, of)
	if p.Year > 0 {
		return p.YearMet, p.Year
	}
	return p.TermMet, p.Term
}

func anySample(indicators []target.Indicator) bool {
	for _, i := range indicators {
		for _, t := range i.Targets {
			if i.Sample || t.Sample {
				return true
			}
		}
	}
	return false
}
