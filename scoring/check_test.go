package scoring_test

import (
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/season"
)

// everyKind is rules with a leaf of each kind, named after it.
func everyKind() season.Rules {
	with := func(kind season.LeafKind, set func(*season.Criterion)) season.Criterion {
		c := leaf(string(kind), "10", kind)
		set(&c)
		return c
	}
	none := func(*season.Criterion) {}
	return season.Rules{Version: 1, Criteria: []season.Criterion{{Code: "I", Name: "Nhóm", Max: n("80"), Children: []season.Criterion{
		with(season.Linear, none), with(season.Quantitative, none), with(season.Qualitative, none),
		with(season.Direct, func(c *season.Criterion) { c.Points = n("1") }),
		with(season.BonusPenalty, func(c *season.Criterion) { c.Bonus, c.Min = n("1"), n("-5") }),
		with(season.RankPoints, func(c *season.Criterion) { c.Ranks = append(c.Ranks, n("10"), n("5")) }),
		with(season.External, func(c *season.Criterion) { c.Of = n("90") }),
		with(season.Grade, func(c *season.Criterion) { c.Grades = []season.GradePoints{{Word: "tốt", Points: n("10")}} }),
	}}}}
}

// fullMarks leave nothing out and have nothing wrong.
func fullMarks() []scoring.Mark {
	return []scoring.Mark{
		{Criterion: "linear", Target: n("4"), Actual: n("-1")}, {Criterion: "quantitative", Actual: n("3")},
		{Criterion: "qualitative", Met: yes(true)}, {Criterion: "direct", Count: n("2")}, {Criterion: "bonus_penalty", Points: n("-5")},
		{Criterion: "rank_points", Ranks: []int{1, 3}}, {Criterion: "external", Figure: n("90")}, {Criterion: "grade", Word: "Tốt"},
	}
}

func TestCheck_acceptsASheetOfEveryKind(t *testing.T) {
	for _, r := range scoring.Check(everyKind(), members(1), selfSheet("u1", fullMarks()...)) {
		t.Errorf("%s: %s", r.Field, r.Sentence)
	}
}

func TestCheck_refusesMarks(t *testing.T) {
	for _, c := range []struct {
		name  string
		mark  scoring.Mark // in place of the criterion's own, or added
		field string
		words string
	}{
		{"an unknown criterion", scoring.Mark{Criterion: "9"}, "marks.9", "không có tiêu chí"},
		{"a mark on a group", stated("I", "5"), "marks.I", "là nhóm tiêu chí"},
		{"points above the maximum", stated("direct", "10.01"), "marks.direct.points", "trên mức tối đa 10"},
		{"points below zero", stated("direct", "-0.01"), "marks.direct.points", "dưới mức thấp nhất 0"},
		{"a penalty below its limit", stated("bonus_penalty", "-5.01"), "marks.bonus_penalty.points", "dưới mức thấp nhất -5"},
		{"a negative target", scoring.Mark{Criterion: "quantitative", Target: n("-1"), Actual: n("3")}, "marks.quantitative.target", "chỉ tiêu không được âm"},
		{"a negative count", scoring.Mark{Criterion: "direct", Count: n("-1")}, "marks.direct.count", "số việc không được âm"},
		{"no target for a linear leaf", scoring.Mark{Criterion: "linear", Actual: n("3")}, "marks.linear.target", "chưa có chỉ tiêu"},
		{"a target without a result", scoring.Mark{Criterion: "quantitative", Target: n("3")}, "marks.quantitative.actual", "chưa có kết quả"},
		{"a rank of 0", scoring.Mark{Criterion: "rank_points", Ranks: []int{0}}, "marks.rank_points.ranks", "tính từ 1"},
		{"a figure above the other body's scale", scoring.Mark{Criterion: "external", Figure: n("91")}, "marks.external.figure", "trên thang điểm 90"},
		{"a word that is no grade", scoring.Mark{Criterion: "grade", Word: "tạm"}, "marks.grade.word", "không có mức"},
		{"a figure the leaf does not use", scoring.Mark{Criterion: "qualitative", Met: yes(true), Count: n("2")}, "marks.qualitative.count", "không chấm theo số việc"},
		{"unassigned with a result", scoring.Mark{Criterion: "linear", Unassigned: true, Actual: n("1")}, "marks.linear.unassigned", "không có số liệu"},
		{"nothing said", scoring.Mark{Criterion: "direct"}, "marks.direct", "chưa có số liệu"},
		{"text turned around", scoring.Mark{Criterion: "direct", Count: n("1"), Explanation: "a\u202eb"}, "marks.direct.explanation", "U+202E"},
	} {
		t.Run(c.name, func(t *testing.T) {
			marks := []scoring.Mark{c.mark}
			for _, m := range fullMarks() {
				if m.Criterion != c.mark.Criterion {
					marks = append(marks, m)
				}
			}
			only(t, selfSheet("u1", marks...), everyKind(), c.field, c.words)
		})
	}
}

// only expects exactly one refusal.
func only(t *testing.T, s scoring.Sheet, rules season.Rules, field, words string) {
	t.Helper()
	refusals := scoring.Check(rules, members(2), s)
	if len(refusals) != 1 || refusals[0].Field != field || !strings.Contains(refusals[0].Sentence, words) {
		t.Errorf("refused %d times:", len(refusals))
		for _, r := range refusals {
			t.Errorf("  %s: %s", r.Field, r.Sentence)
		}
		t.Errorf("want %s with “%s”", field, words)
	}
}

func TestCheck_refusesSheets(t *testing.T) {
	total := func(points, max, bonus string) scoring.Sheet {
		return scoring.Sheet{Unit: "u1", Scorer: "u1", Stage: season.Self, Total: n(points), Max: n(max), Bonus: n(bonus)}
	}
	members := season.Rules{Scale: n("100"), Scoring: season.Scoring{Cross: season.CrossRing}}
	for _, c := range []struct {
		name  string
		rules season.Rules
		sheet scoring.Sheet
		field string
		words string
	}{
		{"a criterion marked twice", everyKind(), selfSheet("u1", append(fullMarks(), stated("direct", "1"))...), "marks.direct", "hai lần"},
		{"a criterion left out of a self-scoring sheet", everyKind(), selfSheet("u1", fullMarks()[1:]...), "marks", "còn thiếu tiêu chí linear"},
		{"an empty sheet", everyKind(), selfSheet("u1"), "marks", "chưa có điểm nào"},
		{"a total above the scale", members, total("101", "", ""), "total", "vượt điểm tối đa 100"},
		{"a total above its stated maximum", season.Rules{}, total("51", "50", ""), "total", "vượt điểm tối đa 50"},
		{"a total below zero", members, total("-1", "", ""), "total", "dưới 0"},
		{"a bonus below zero", members, total("97", "", "-1"), "bonus", "dưới 0"},
		{"a maximum of zero", members, total("0", "0", ""), "max", "lớn hơn 0"},
		{"cross-scoring itself", everyKind(), crossSheet("u1", "u1", fullMarks()...), "scorer", "chính mình"},
		{"cross-scoring by nobody", everyKind(), crossSheet("u1", "", fullMarks()...), "scorer", "phải ghi đơn vị chấm"},
		{"cross-scoring by a stranger in a ring", members, scoring.Sheet{Unit: "u1", Scorer: "x", Stage: season.Cross, Total: n("90")}, "scorer", "phải là thành viên"},
		{"cross-scoring by a stranger where the rules do not say who", everyKind(), crossSheet("u1", "x", fullMarks()...), "scorer", "phải là thành viên"},
		{"self-scoring by another", everyKind(), scoring.Sheet{Unit: "u1", Scorer: "u2", Stage: season.Self, Marks: fullMarks()}, "scorer", "cho chính mình"},
		{"appraising itself", everyKind(), scoring.Sheet{Unit: "u1", Scorer: "u1", Stage: season.Appraised, Marks: fullMarks()}, "scorer", "chính mình"},
	} {
		t.Run(c.name, func(t *testing.T) {
			only(t, c.sheet, c.rules, c.field, c.words)
		})
	}
}

func TestCheck_letsATotalPassTheScaleWhereTheRulesSaySo(t *testing.T) {
	rules := season.Rules{Criteria: []season.Criterion{leaf("1", "100", season.Direct), {Code: "2", Name: "Thưởng", Max: n("10"), Kind: season.Direct, Points: n("10"), Over: true}}}
	sheet := scoring.Sheet{Unit: "u1", Scorer: "u1", Stage: season.Self, Total: n("107")}
	if refusals := scoring.Check(rules, members(1), sheet); len(refusals) != 0 {
		t.Errorf("97 + 10 was refused: %s", refusals[0].Sentence)
	}
	sheet.Total = n("110.5")
	only(t, sheet, rules, "total", "vượt điểm tối đa 110")
}
