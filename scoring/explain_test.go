package scoring_test

import (
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/season"
)

// cluster of three on one quantitative leaf of 100: 8.5 asked and 9.1 done,
// a leader 8,4 % beyond its target, and one on target.
func threeOnOneLeaf() (season.Rules, []scoring.Sheet) {
	rules := oneLeaf(season.Criterion{Code: "1", Max: n("100"), Kind: season.Quantitative, Unit: "%"})
	return rules, []scoring.Sheet{selfSheet("u1", actual("8.5", "9.1")), selfSheet("u2", actual("100", "108.4")), selfSheet("u3", actual("4", "4"))}
}

func explain(t *testing.T, r scoring.Result, unit string, stage season.Stage) scoring.Explanation {
	t.Helper()
	x, ok := r.Explain(unit, "1", stage)
	if !ok {
		t.Fatalf("%s at %s is not explained", unit, stage)
	}
	return x
}

func sentences(x scoring.Explanation) string {
	var all []string
	for _, c := range x.Changes {
		all = append(all, c.Sentence)
	}
	return strings.Join(all, " ")
}

func TestExplain_aboveTheTargetWithoutLeading(t *testing.T) {
	rules, sheets := threeOnOneLeaf()
	rules.SignedOn, rules.Basis = day(2014, 2, 10), "Quy chế của cụm"
	x := explain(t, scoring.Compute(rules, members(3), sheets), "u1", season.Self)
	for what, pair := range map[string][2]string{
		"case":     {x.Case, "Vượt chỉ tiêu, không dẫn đầu"},
		"formula":  {x.Formula, "½ · 100 + ½ · 100 · (7,06 % ÷ 8,40 %) = 50 + 42,02 = 92,02"},
		"compared": {x.Compared, "Dẫn đầu: huyện B, vượt 8,40 % so với chỉ tiêu"},
		"source":   {x.Source, "Tiêu chí 1; bộ quy tắc bản 1 ký ngày 10/02/2014; Quy chế của cụm; từng tiêu chí làm tròn đến 2 chữ số thập phân"},
		"inputs":   {x.Readings[0].Inputs[0].Name + " " + x.Readings[0].Inputs[0].Value, "Chỉ tiêu 8,5 %"},
		"changes":  {sentences(x), "Thực hiện 9,22 % thì được tối đa 100 điểm. Dưới 8,5 % thì không quá 50 điểm."},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %s\nwant: %s", what, pair[0], pair[1])
		}
	}
}

func TestExplain_fillsTheFormulaOfEachCase(t *testing.T) {
	ranksOf := season.Criterion{Max: n("60"), Kind: season.RankPoints}
	for _, p := range []string{"60", "45", "30"} {
		ranksOf.Ranks = append(ranksOf.Ranks, n(p))
	}
	words := season.Criterion{Max: n("10"), Kind: season.Grade, Grades: []season.GradePoints{{Word: "xuất sắc", Points: n("10")}, {Word: "tốt", Points: n("8")}}}
	bonus := season.Criterion{Max: n("5"), Min: n("-1"), Kind: season.BonusPenalty, Bonus: n("2"), Penalty: n("1")}
	for _, c := range []struct {
		name             string
		leaf             season.Criterion
		mark             scoring.Mark
		formula, changes string
	}{
		{"linear", season.Criterion{Max: n("10"), Kind: season.Linear, Unit: "xã"}, actual("3", "1"), "10 · 1 ÷ 3 = 3,33", "Thực hiện 3 xã thì được tối đa 10 điểm."},
		{"linear, reached", season.Criterion{Max: n("10"), Kind: season.Linear}, actual("3", "5"), "10", "Dưới 3 thì không còn đủ 10 điểm."},
		{"linear, less is better", season.Criterion{Max: n("10"), Kind: season.Linear, Less: true}, actual("3", "4"), "10 · 3 ÷ 4 = 7,5", "Thực hiện 3 thì được tối đa 10 điểm."},
		{"below the target, nobody leads", season.Criterion{Max: n("10"), Kind: season.Quantitative}, actual("10", "8"), "½ · 10 · 8 ÷ 10 = 4", "Vượt chỉ tiêu cao nhất cụm thì được tối đa 10 điểm. Thực hiện 10 thì được 5 điểm."},
		{"alone in front", season.Criterion{Max: n("10"), Kind: season.Quantitative}, actual("10", "11"), "10", "Đơn vị khác vượt chỉ tiêu trên 10,00 % thì không còn dẫn đầu. Dưới 10 thì không quá 5 điểm."},
		{"no target, alone", season.Criterion{Max: n("10"), Kind: season.Quantitative}, actual("", "7"), "10", "Đơn vị khác không giao chỉ tiêu đạt kết quả tốt hơn 7 thì điểm giảm."},
		{"not met", season.Criterion{Max: n("5"), Kind: season.Qualitative}, scoring.Mark{Met: yes(false)}, "0", "Đạt thì được 5 điểm."},
		{"direct", season.Criterion{Max: n("5"), Kind: season.Direct, Points: n("1.5")}, scoring.Mark{Count: n("2")}, "2 · 1,5 = 3", "Thêm một việc thì được 4,5 điểm. Đủ 4 việc thì được tối đa 5 điểm."},
		{"direct, capped", season.Criterion{Max: n("5"), Kind: season.Direct, Points: n("1.5")}, scoring.Mark{Count: n("6")}, "6 · 1,5 = 9, lấy mức cao nhất = 5", "Từ 4 việc trở lên đều được tối đa 5 điểm."},
		{"bonus and penalty", bonus, scoring.Mark{Bonus: n("1"), Penalty: n("4")}, "1 · 2 − 4 · 1 = -2, lấy mức thấp nhất = -1", "Thêm một việc được cộng thì được 0 điểm. Thêm một việc bị trừ thì còn -1 điểm."},
		{"ranks", ranksOf, scoring.Mark{Ranks: []int{2, 3}}, "thứ 2, 3; trung bình thứ 2,5 = 37,5", "Xếp thứ 2 thì được 45 điểm."},
		{"external, scaled", season.Criterion{Max: n("50"), Kind: season.External, Of: n("90")}, scoring.Mark{Figure: n("81")}, "50 · 81 ÷ 90 = 45", "Cơ quan khác chấm 90 thì được tối đa 50 điểm."},
		{"external", season.Criterion{Max: n("50"), Kind: season.External}, scoring.Mark{Figure: n("41.5")}, "41,5", "Cơ quan khác chấm 50 thì được tối đa 50 điểm."},
		{"grade", words, scoring.Mark{Word: "tốt"}, "“tốt” = 8", "Xếp “xuất sắc” thì được 10 điểm."},
		{"points stated", season.Criterion{Max: n("10"), Kind: season.Direct, Points: n("1")}, scoring.Mark{Points: n("7.5")}, "phiếu ghi 7,5", ""},
		{"not assigned", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Unassigned: true}, "Không tính vào điểm tối đa của đơn vị (trừ 10 điểm)", "Nếu được giao chỉ tiêu thì điểm tối đa của đơn vị tăng thêm 10."},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.mark.Criterion = "1"
			x := explain(t, scoring.Compute(oneLeaf(c.leaf), members(1), []scoring.Sheet{selfSheet("u1", c.mark)}), "u1", season.Self)
			if x.Formula != c.formula {
				t.Errorf("formula: %s\nwant:    %s", x.Formula, c.formula)
			}
			if got := sentences(x); got != c.changes {
				t.Errorf("changes: %s\nwant:    %s", got, c.changes)
			}
		})
	}
}

func TestExplain_leaderHearsWhatWouldCostTheLead(t *testing.T) {
	rules, sheets := threeOnOneLeaf()
	x := explain(t, scoring.Compute(rules, members(3), sheets), "u2", season.Self)
	want := "Dưới 107,06 % thì không còn dẫn đầu; bằng mức đó vẫn được 100 điểm. Đơn vị khác vượt chỉ tiêu trên 8,40 % thì không còn dẫn đầu. Dưới 100 % thì không quá 50 điểm."
	if got := sentences(x); got != want {
		t.Errorf("changes: %s\nwant:    %s", got, want)
	}
}

func TestExplain_tellsWhoSaidWhatAtEachStage(t *testing.T) {
	rules := oneLeaf(season.Criterion{Max: n("10"), Kind: season.Direct})
	rules.Scoring.Decides = season.Appraised
	self, cross := selfSheet("u1", stated("1", "9")), crossSheet("u1", "u2", stated("1", "8"))
	self.On, cross.On, cross.ScorerName = day(2014, 11, 5), day(2014, 11, 12), "Huyện B"
	other := crossSheet("u1", "u3", stated("1", "7"))
	r := scoring.Compute(rules, members(3), []scoring.Sheet{other, cross, self, appraisal("u1")})
	x := explain(t, r, "u1", season.Final)
	if x.Formula != "(8 + 7) ÷ 2 = 7,5" || x.From != "chấm chéo" || len(x.Readings) != 3 {
		t.Fatalf("%s, from %s, %d readings", x.Formula, x.From, len(x.Readings))
	}
	if a, b := x.Readings[0], x.Readings[1]; a.Stage != season.Self || a.On != self.On || b.ScorerName != "Huyện B" || b.Points.String() != "8" {
		t.Errorf("readings %+v", x.Readings)
	}
	if x := explain(t, r, "u1", season.Self); len(x.Readings) != 1 || x.Points.String() != "9" {
		t.Errorf("self-scoring must not show later marks: %+v", x)
	}
}

func TestExplain_changesHoldWhenTried(t *testing.T) {
	rules, sheets := threeOnOneLeaf()
	x := explain(t, scoring.Compute(rules, members(3), sheets), "u1", season.Self)
	for _, c := range x.Changes {
		sheets[0] = selfSheet("u1", c.Mark)
		if got := points(t, scoring.Compute(rules, members(3), sheets), "u1", season.Self); got != c.Points.String() {
			t.Errorf("%s In truth: %s", c.Sentence, got)
		}
	}
}

func TestExplain_knowsNothingOfStrangers(t *testing.T) {
	rules, sheets := threeOnOneLeaf()
	r := scoring.Compute(rules, members(3), sheets)
	for _, c := range []struct {
		unit, code string
		stage      season.Stage
	}{{"x", "1", season.Self}, {"u1", "9", season.Self}, {"u1", "1", "nothing"}} {
		if _, ok := r.Explain(c.unit, c.code, c.stage); ok {
			t.Errorf("%v was explained", c)
		}
	}
}

func TestMoves_tellsWhoMovedAndWhy(t *testing.T) {
	rules, sheets := threeOnOneLeaf()
	rules.Scoring.Decides = season.Self
	before := scoring.Compute(rules, members(3), sheets)
	corrected := append([]scoring.Sheet{}, sheets...)
	corrected[2] = selfSheet("u3", actual("4", "4.8"))
	moves := scoring.Moves(before, scoring.Compute(rules, members(3), corrected), scoring.Ties{})
	var lines []string
	for _, m := range moves {
		lines = append(lines, m.Unit+": "+strings.Join(m.Why, " "))
	}
	want := []string{
		"u3: Tiêu chí 1: từ 50 thành 100 điểm, do số liệu của chính đơn vị được sửa. Huyện A xuống thứ 3, đứng dưới đơn vị này. Huyện B xuống thứ 2, đứng dưới đơn vị này.",
		"u2: Tiêu chí 1: từ 100 thành 71 điểm, do mốc so sánh trong cụm thay đổi (Dẫn đầu: huyện C, vượt 20,00 % so với chỉ tiêu). Huyện C vươn lên thứ 1, đứng trên đơn vị này.",
		"u1: Tiêu chí 1: từ 92,02 thành 67,65 điểm, do mốc so sánh trong cụm thay đổi (Dẫn đầu: huyện C, vượt 20,00 % so với chỉ tiêu). Huyện C vươn lên thứ 1, đứng trên đơn vị này.",
	}
	if got := strings.Join(lines, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("moves:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
	if again := scoring.Moves(before, before, scoring.Ties{}); len(again) != 0 {
		t.Errorf("nothing changed, yet %+v", again)
	}
}
