package scoring

import (
	"fmt"
	"slices"
	"strings"

	"thidua/exact"
	"thidua/season"
)

// Difference is a sheet that prints other points than the rule gives. The rule
// counts; the difference is shown, since sheets made by hand often cut digits.
type Difference struct {
	Unit      string // unit id
	Stage     season.Stage
	Scorer    string       // unit id, empty for the standing body
	Criterion string       // code; empty for the sheet's total
	Stated    exact.Number // as printed
	Computed  exact.Number // by the rule
}

// Sentence says it in Vietnamese.
func (d Difference) Sentence() string {
	what := "Tổng điểm"
	if d.Criterion != "" {
		what = "Tiêu chí " + d.Criterion
	}
	return fmt.Sprintf("%s: phiếu ghi %s điểm, tính theo quy tắc là %s điểm.", what, d.Stated.Figure(exact.HalfUp, 6), d.Computed.Figure(exact.HalfUp, 4))
}

// differs allows one unit of the last decimal that the sheet prints; a whole
// number may have been printed with one decimal, 92,0.
func differs(stated, computed exact.Number) bool {
	_, digits, _ := strings.Cut(stated.String(), ".")
	tolerance := exact.Int(1)
	for range max(len(digits), 1) {
		tolerance = tolerance.Quo(exact.Int(10))
	}
	return distance(stated, computed).Cmp(tolerance) > 0
}

func (r *Result) findDifferences() {
	for _, s := range r.sheets {
		view := r.stages[slices.Index(stages, s.Stage)]
		for _, m := range s.Marks {
			leaf, ok := r.leafAt[m.Criterion]
			if !ok || !m.Points.Known() {
				continue
			}
			computed := roundLeaf(ruled(r.leaves[leaf], m, view.fields[leaf]).points, r.Rules.Rounding)
			if computed.Known() && differs(m.Points, computed) {
				r.Differences = append(r.Differences, Difference{s.Unit, s.Stage, s.Scorer, m.Criterion, m.Points, computed})
			}
		}
		r.compareTotal(s, view)
	}
}

// compareTotal holds a printed total against the sum of the sheet's own marks;
// an appraisal's total is of the whole tree as it left it.
func (r *Result) compareTotal(s Sheet, view stageView) {
	if len(s.Marks) == 0 || !s.Total.Known() {
		return
	}
	readings := make([]reading, len(r.leaves))
	if s.Stage == season.Appraised {
		copy(readings, view.readings[r.memberAt[s.Unit]])
	}
	for _, m := range s.Marks {
		if leaf, ok := r.leafAt[m.Criterion]; ok {
			readings[leaf] = reading{from: s.Stage, marks: []Mark{m}}
		}
	}
	var own Score
	r.scoreTree(&own, r.values(readings, view.fields), readings)
	if stated := s.Total.Add(orZero(s.Bonus)); differs(stated, own.Points) {
		r.Differences = append(r.Differences, Difference{s.Unit, s.Stage, s.Scorer, "", stated, own.Points})
	}
}
