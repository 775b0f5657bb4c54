package scoring

import (
	"slices"

	"thidua/exact"
	"thidua/fairness"
	"thidua/season"
)

// Flags is what package fairness finds in a year's marks. They are for the
// standing body: they explain, the rules decide.
type Flags struct {
	Discrepancies []Discrepant         // widest first
	SelfCross     Agreement            // self-scoring against cross-scoring
	CrossAppraise Agreement            // cross-scoring against appraisal
	ByPoints      fairness.Reliability // α of the readings beside the unit's own, by points
	ByOrder       fairness.Reliability // the same by their order
	Reliable      bool                 // whether α is known
	Mutual        *fairness.Mutual     // nil unless every unit cross-scored every other one
	Legal         []Standing           // the ranking by the rules
	Adjusted      []Standing           // by marks with everyone's severity taken out, percent; empty without Mutual
	WinnerDiffers bool                 // the two rankings name different winners
	Outliers      []OutlierSheet
	OwnVotes      []OwnVote
}

// Discrepant is a leaf of a unit on which two stages lie far apart.
type Discrepant struct {
	Unit string
	Line Reconciled
}

// Agreement is the weighted kappa of two stages over all leaves of all units.
type Agreement struct {
	Kappa float64
	Pairs int
	Known bool
}

// OutlierSheet is a cross sheet whose total stands out of those on its unit.
type OutlierSheet struct {
	Sheet   Sheet
	Percent exact.Number // what the sheet gives in all
	fairness.Outlier
}

// OwnVote says whether the winner hangs on the marks that one unit gave others.
type OwnVote struct {
	Unit    string
	Depends bool
	Known   bool // false when somebody would be left with no cross sheet
}

// Flags works out every flag of scoring.md that the sheets can answer.
func (r Result) Flags() Flags {
	f := Flags{Legal: r.Standings(season.Final, Ties{}), OwnVotes: r.ownVotes()}
	for _, m := range r.Roster {
		for _, x := range r.Reconcile(m.Unit) {
			if x.Asks != fairness.Close {
				f.Discrepancies = append(f.Discrepancies, Discrepant{m.Unit, x})
			}
		}
	}
	slices.SortStableFunc(f.Discrepancies, func(a, b Discrepant) int { return b.Line.Gap.Cmp(a.Line.Gap) })
	f.SelfCross, f.CrossAppraise = r.agreement(0, 1), r.agreement(1, 2)
	items := r.items()
	f.ByPoints, f.Reliable = fairness.Rely(items, fairness.Interval)
	f.ByOrder, _ = fairness.Rely(items, fairness.Ordinal)
	r.mutual(&f)
	r.outliers(&f)
	return f
}

// share is the points as a part of the leaf's range, 0–1.
func share(c season.Criterion, points exact.Number) float64 {
	low := exact.Int(0)
	if c.Kind == season.BonusPenalty {
		low = orZero(c.Min)
	}
	return points.Sub(low).Quo(span(c)).Float()
}

// agreement compares what counted at two stages, where a unit has sheets of both.
func (r Result) agreement(i, j int) Agreement {
	var pairs [][2]float64
	for member := range r.Roster {
		if !r.stages[i].held[member] || !r.stages[j].held[member] {
			continue
		}
		for leaf, c := range r.leaves {
			a, b := r.stages[i].values[member][leaf].points, r.stages[j].values[member][leaf].points
			if a.Known() && b.Known() && span(c).Sign() > 0 {
				pairs = append(pairs, [2]float64{share(c, a), share(c, b)})
			}
		}
	}
	k, ok := fairness.Kappa(pairs)
	return Agreement{k, len(pairs), ok}
}

// items are the readings of each leaf of each unit by everybody but the unit:
// its cross sheets, and the appraisal, which agrees where it says nothing.
func (r Result) items() (items [][]float64) {
	for member, m := range r.Roster {
		crossed := r.sheetsOf(m.Unit, season.Cross)
		for leaf, c := range r.leaves {
			if span(c).Sign() <= 0 {
				continue
			}
			var readings []float64
			for _, s := range crossed {
				if mark, ok := s.mark(c.Code); ok && !mark.Unassigned {
					if o := worth(c, mark, r.stages[1].fields[leaf]); o.points.Known() {
						readings = append(readings, share(c, o.points))
					}
				}
			}
			if points := r.stages[2].values[member][leaf].points; r.stages[2].held[member] && points.Known() {
				readings = append(readings, share(c, points))
			}
			items = append(items, readings)
		}
	}
	return items
}

// mutual takes a round in which everybody scored everybody apart, and ranks by
// what is left.
func (r Result) mutual(f *Flags) {
	marks := make([][]exact.Number, len(r.Roster))
	for i := range marks {
		marks[i] = make([]exact.Number, len(r.Roster))
	}
	for _, s := range r.sheets {
		if by, member := r.memberAt[s.Scorer]; member && s.Stage == season.Cross {
			marks[by][r.memberAt[s.Unit]] = r.SheetPercent(s)
		}
	}
	m, ok := fairness.Disentangle(marks)
	if !ok {
		return
	}
	f.Mutual = &m
	var rows []Standing
	for j, member := range r.Roster {
		rows = append(rows, Standing{Unit: member.Unit, Stage: season.Cross, Percent: m.Adjusted(j)})
	}
	f.Adjusted = Rank(rows, nil, Ties{})
	f.WinnerDiffers = len(f.Legal) > 0 && !slices.Equal(winners(f.Legal), winners(f.Adjusted))
}

// winners are the units at rank 1, sorted.
func winners(rows []Standing) (units []string) {
	for _, s := range rows {
		if s.Rank == 1 {
			units = append(units, s.Unit)
		}
	}
	slices.Sort(units)
	return units
}

// outliers looks among the totals that one unit was given.
func (r Result) outliers(f *Flags) {
	for _, m := range r.Roster {
		crossed := r.sheetsOf(m.Unit, season.Cross)
		var percents []exact.Number
		var readings []float64
		for _, s := range crossed {
			percents = append(percents, r.SheetPercent(s))
			readings = append(readings, percents[len(percents)-1].Float())
		}
		for _, o := range fairness.Outliers(readings, 100) {
			f.Outliers = append(f.Outliers, OutlierSheet{crossed[o.At], percents[o.At], o})
		}
	}
}

// ownVotes computes the year again without each unit's marks on the others.
func (r Result) ownVotes() (all []OwnVote) {
	legal := winners(r.Standings(season.Final, Ties{}))
	for _, m := range r.Roster {
		if len(r.given(m.Unit)) == 0 {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(r.sheets), func(s Sheet) bool { return s.Stage == season.Cross && s.Scorer == m.Unit })
		v := OwnVote{Unit: m.Unit, Known: true}
		for _, unit := range r.given(m.Unit) {
			v.Known = v.Known && slices.ContainsFunc(kept, func(s Sheet) bool { return s.Stage == season.Cross && s.Unit == unit })
		}
		if v.Known {
			without := Compute(r.Rules, r.Roster, kept)
			v.Depends = !slices.Equal(legal, winners(without.Standings(season.Final, Ties{})))
		}
		all = append(all, v)
	}
	return all
}

// given are the units that the unit cross-scored.
func (r Result) given(unit string) (units []string) {
	for _, s := range r.sheets {
		if s.Stage == season.Cross && s.Scorer == unit {
			units = append(units, s.Unit)
		}
	}
	return units
}
