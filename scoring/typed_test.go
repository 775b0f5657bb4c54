package scoring_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
)

var leafKinds = []season.LeafKind{season.Linear, season.Quantitative, season.Qualitative, season.Direct, season.BonusPenalty,
	season.RankPoints, season.External, season.Grade}

// drawMark is any mark that a leaf of the kind may have.
func drawMark(t *rapid.T, kind season.LeafKind) scoring.Mark {
	m := scoring.Mark{Criterion: "1"}
	number := func() exact.Number {
		return exact.Ratio(rapid.Int64Range(0, 900_000_000).Draw(t, "millionths"), rapid.SampledFrom([]int64{1, 10, 1000, 1_000_000}).Draw(t, "of"))
	}
	for field, into := range map[string]*exact.Number{"target": &m.Target, "actual": &m.Actual, "count": &m.Count, "bonus": &m.Bonus, "penalty": &m.Penalty, "figure": &m.Figure} {
		if slices.Contains(scoring.Figures(kind), field) && rapid.Bool().Draw(t, field) {
			*into = number()
		}
	}
	switch kind {
	case season.Qualitative:
		m.Met = yes(rapid.Bool().Draw(t, "met"))
	case season.RankPoints:
		m.Ranks = rapid.SliceOfN(rapid.IntRange(1, 63), 1, 5).Draw(t, "ranks")
	case season.Grade:
		m.Word = "xuất sắc"
	}
	m.Explanation = rapid.SampledFrom([]string{"", "Do thiên tai", "đạt 19/19 tiêu chí; vượt"}).Draw(t, "explanation")
	m.Evidence = rapid.SampledFrom([][]string{nil, {"Báo cáo số 12/BC-UBND"}, {"QĐ 5", "QĐ 6"}}).Draw(t, "evidence")
	return m
}

func TestTyped_isReadBackAsTheMarkItWasWrittenFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := leaf("1", "1000000000", rapid.SampledFrom(leafKinds).Draw(t, "kind"))
		c.Grades = []season.GradePoints{{Word: "Xuất sắc", Points: exact.Int(5)}}
		m := drawMark(t, c.Kind)
		back, refusals := scoring.ReadCell(c, m.Typed())
		if len(refusals) > 0 || store.Text(back) != store.Text(m) {
			t.Fatalf("%v typed as %v, read as %v, %v", store.Text(m), m.Typed(), store.Text(back), refusals)
		}
	})
}

// FuzzReadCell: whatever is typed, what is taken is never above the maximum or
// below the lowest, and is read back the same.
func FuzzReadCell(f *testing.F) {
	for _, text := range []string{"", "9,1", "1.000", "-3", "10,5", "1; 3", "dat", "Không đạt", "xuất sắc", "9e9", "１２", "1/3", "<script>"} {
		for kind := range leafKinds {
			f.Add(kind, text, text)
		}
	}
	f.Fuzz(func(t *testing.T, kind int, a, b string) {
		c := leaf("1", "10", leafKinds[uint(kind)%uint(len(leafKinds))])
		c.Points, c.Bonus, c.Penalty, c.Min = exact.Int(3), exact.Int(2), exact.Int(4), exact.Int(-6)
		c.Ranks, c.Grades = []exact.Number{exact.Int(10), exact.Int(5)}, []season.GradePoints{{Word: "xuất sắc", Points: exact.Int(10)}}
		typed := scoring.Typed{scoring.ExplanationField: b, scoring.EvidenceField: b}
		for i, field := range scoring.Figures(c.Kind) {
			typed[field] = []string{a, b}[i%2]
		}
		if len(scoring.Figures(c.Kind)) == 1 {
			typed[scoring.PointsField] = b
		}
		m, refusals := scoring.ReadCell(c, typed)
		if len(refusals) > 0 {
			return
		}
		r := scoring.Compute(season.Rules{Version: 1, Scale: exact.Int(10), Criteria: []season.Criterion{c}}, members(1),
			[]scoring.Sheet{{Unit: "u1", Stage: season.Self, Scorer: "u1", State: scoring.Submitted, Marks: []scoring.Mark{m}}})
		if s, ok := r.Score("u1", season.Self); ok && (s.Points.Cmp(c.Max) > 0 || s.Points.Cmp(c.Min) < 0) {
			t.Fatalf("%v is worth %s of %s", typed, s.Points, c.Max)
		}
		if back, again := scoring.ReadCell(c, m.Typed()); len(again) > 0 || store.Text(back) != store.Text(m) {
			t.Fatalf("%s typed as %v, read as %s, %v", store.Text(m), m.Typed(), store.Text(back), again)
		}
	})
}
