package scoring

import (
	"fmt"
	"strings"

	"thidua/exact"
	"thidua/season"
	"thidua/vi"
)

// Explanation answers "why this many points?" for one criterion of one unit at
// one stage.
type Explanation struct {
	Unit       string // unit id
	UnitName   string
	Stage      season.Stage
	Criterion  string // code
	Name       string
	Kind       season.LeafKind
	Points     exact.Number // unknown when nobody scored it or it was not assigned
	Max        exact.Number // the criterion's maximum
	Unassigned bool
	Rule       string    // the rule of this kind of leaf, in letters
	Case       string    // which case of the rule applied
	Formula    string    // that case with the numbers filled in
	Compared   string    // whom it was compared with; empty when with nobody
	Source     string    // criterion, version of the rules, the document they rest on
	From       string    // the stage whose sheets counted, when it is an earlier one; else empty
	Readings   []Reading // what each scorer said, stage by stage
	Changes    []Change  // what would change the points
	Sample     bool
}

// Reading is what one sheet says on the criterion.
type Reading struct {
	Stage       season.Stage
	Scorer      string // unit id, empty for the standing body
	ScorerName  string
	On          vi.Day
	Inputs      []Input
	Case        string
	Formula     string
	Points      exact.Number // rounded by the rules
	Stated      exact.Number // points as the sheet prints them
	Unassigned  bool
	Explanation string
	Evidence    []string
	Sample      bool
}

// Explain explains a leaf; false when there is no such unit, stage or leaf.
func (r Result) Explain(unit, code string, stage season.Stage) (Explanation, bool) {
	i := r.viewed(stage)
	member, known := r.memberAt[unit]
	leaf, found := r.leafAt[code]
	if i < 0 || !known || !found {
		return Explanation{}, false
	}
	c, v := r.leaves[leaf], r.stages[i]
	x := Explanation{Unit: unit, UnitName: r.Roster[member].Name, Stage: stage, Criterion: code, Name: c.Name, Kind: c.Kind,
		Points: v.values[member][leaf].points, Max: c.Max, Unassigned: v.values[member][leaf].unassigned,
		Rule: ruleText(c), Source: r.source(c), Sample: c.Sample}
	for n := 0; n <= i; n++ {
		for at, s := range r.sheets {
			if s.Unit != unit || s.Stage != stages[n] {
				continue
			}
			if m, ok := s.mark(code); ok {
				x.Readings = append(x.Readings, r.reading(at, m, c, r.stages[n].fields[leaf]))
			}
		}
	}
	r.conclude(&x, v.readings[member][leaf], c, v.fields[leaf], stages[i])
	return x, true
}

func (r Result) reading(at int, m Mark, c season.Criterion, f field) Reading {
	s := r.sheets[at]
	o := worth(c, m, f)
	x := Reading{Stage: s.Stage, Scorer: s.Scorer, ScorerName: s.ScorerName, On: s.On, Inputs: inputs(c, m), Case: o.how,
		Points: roundLeaf(o.points, r.Rules.Rounding), Stated: m.Points, Unassigned: m.Unassigned,
		Explanation: m.Explanation, Evidence: m.Evidence, Sample: m.Sample || s.Sample}
	if m.Unassigned {
		x.Case, x.Points = "Không giao chỉ tiêu", exact.Number{}
		return x
	}
	x.Formula = formula(c, m, f, x.Points, r.shown())
	return x
}

// conclude says how the counting sheets made the points.
func (r Result) conclude(x *Explanation, counted reading, c season.Criterion, f field, stage season.Stage) {
	var marks []Mark
	for _, m := range counted.marks {
		x.Sample = x.Sample || m.Sample
		if !m.Unassigned {
			marks = append(marks, m)
		}
	}
	for _, at := range counted.by {
		x.Sample = x.Sample || r.sheets[at].Sample
	}
	if counted.from != "" && counted.from != stage {
		x.From = stageName(counted.from)
	}
	switch {
	case x.Unassigned:
		x.Case = "Không giao chỉ tiêu"
		x.Formula = fmt.Sprintf("Không tính vào điểm tối đa của đơn vị (trừ %s điểm)", figure(c.Max))
		x.Changes = []Change{{Sentence: fmt.Sprintf("Nếu được giao chỉ tiêu thì điểm tối đa của đơn vị tăng thêm %s.", figure(c.Max))}}
	case len(marks) == 0:
		x.Case = "Chưa chấm"
	case len(marks) == 1:
		x.Case, x.Formula = worth(c, marks[0], f).how, formula(c, marks[0], f, x.Points, r.shown())
		x.Changes = changes(c, marks[0], f, r.memberAt[x.Unit])
	default:
		x.Case, x.Formula = "Trung bình các phiếu chấm", r.meanFormula(marks, c, f, x.Points)
	}
	if c.Kind == season.Quantitative && len(marks) > 0 {
		x.Compared = r.compared(c, marks[0], f)
	}
}

func (r Result) meanFormula(marks []Mark, c season.Criterion, f field, points exact.Number) string {
	var parts []string
	for _, m := range marks {
		if o := worth(c, m, f); o.points.Known() {
			parts = append(parts, o.points.Figure(exact.HalfUp, r.shown()))
		}
	}
	return fmt.Sprintf("(%s) ÷ %d = %s", strings.Join(parts, " + "), len(parts), points.Figure(exact.HalfUp, r.shown()))
}
