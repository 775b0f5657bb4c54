package scoring_test

import (
	"testing"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// figures is one member's target and result, and the points the rules give.
type figures struct{ target, actual, want string }

func TestQuantitative_givesThePointsOfTheRegulation(t *testing.T) {
	for _, c := range []struct {
		name    string
		max     string
		less    bool
		members []figures
	}{
		{"below the target", "5", false, []figures{{"10", "8", "2"}}},
		{"on the target", "5", false, []figures{{"10", "10", "2.5"}}},
		{"leader, and above without leading", "5", false, []figures{{"10", "20", "5"}, {"10", "15", "3.75"}}},
		{"same excess as the leader, on target, and a group without targets", "10", false, []figures{
			{"100", "120", "10"}, {"50", "60", "10"}, {"80", "80", "5"},
			{"", "150", "10"}, {"", "100", "6.67"}, {"", "75", "5"}}},
		{"a target of 0 is no target", "10", false, []figures{{"0", "150", "10"}, {"0", "75", "5"}, {"10", "11", "10"}}},
		{"the best without a target never leads", "10", false, []figures{{"", "1000", "10"}, {"10", "11", "10"}, {"20", "21", "7.5"}}},
		{"nobody without a target did anything", "10", false, []figures{{"", "0", "0"}, {"", "0", "0"}}},
		{"a negative result earns nothing", "10", false, []figures{{"5", "-3", "0"}, {"", "-1", "0"}}},
		{"less is better: over, on and under the limit", "10", true, []figures{{"10", "20", "2.5"}, {"10", "10", "5"}, {"10", "5", "10"}, {"10", "8", "7"}}},
		{"less is better, limit 0: kept or broken", "10", true, []figures{{"0", "0", "5"}, {"0", "1", "0"}}},
		{"less is better without a target", "10", true, []figures{{"", "4", "5"}, {"", "2", "10"}}},
		{"less is better, best is none", "10", true, []figures{{"", "0", "10"}, {"", "2", "0"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := oneLeaf(season.Criterion{Max: n(c.max), Kind: season.Quantitative, Less: c.less})
			var sheets []scoring.Sheet
			roster := members(len(c.members))
			for i, f := range c.members {
				sheets = append(sheets, selfSheet(roster[i].Unit, scoring.Mark{Criterion: "1", Target: n(f.target), Actual: n(f.actual)}))
			}
			r := scoring.Compute(rules, roster, sheets)
			for i, f := range c.members {
				if got := points(t, r, roster[i].Unit, season.Self); got != f.want {
					t.Errorf("member %d, target %q, actual %q: %s points, want %s", i+1, f.target, f.actual, got, f.want)
				}
			}
		})
	}
}

func TestLeaf_givesThePointsOfItsKind(t *testing.T) {
	ranks := []exact.Number{n("60"), n("45"), n("30"), n("15"), n("0")}
	grades := []season.GradePoints{{Word: "xuất sắc", Points: n("10")}, {Word: "tốt", Points: n("8")}, {Word: "khá", Points: n("6")}}
	bonus := season.Criterion{Max: n("5"), Kind: season.BonusPenalty, Bonus: n("2"), Penalty: n("1"), Min: n("-3")}
	for _, c := range []struct {
		name string
		leaf season.Criterion
		mark scoring.Mark
		want string
	}{
		{"linear below target", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Target: n("3"), Actual: n("1")}, "3.33"},
		{"linear above target", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Target: n("3"), Actual: n("4")}, "10"},
		{"linear with a target of 0", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Target: n("0"), Actual: n("0")}, "10"},
		{"linear, less is better, over", season.Criterion{Max: n("10"), Kind: season.Linear, Less: true}, scoring.Mark{Target: n("3"), Actual: n("4")}, "7.5"},
		{"linear, less is better, none at all", season.Criterion{Max: n("10"), Kind: season.Linear, Less: true}, scoring.Mark{Target: n("3"), Actual: n("0")}, "10"},
		{"linear, less is better, none allowed", season.Criterion{Max: n("10"), Kind: season.Linear, Less: true}, scoring.Mark{Target: n("0"), Actual: n("1")}, "0"},
		{"qualitative met", season.Criterion{Max: n("5"), Kind: season.Qualitative}, scoring.Mark{Met: yes(true)}, "5"},
		{"qualitative not met", season.Criterion{Max: n("5"), Kind: season.Qualitative}, scoring.Mark{Met: yes(false)}, "0"},
		{"direct", season.Criterion{Max: n("5"), Kind: season.Direct, Points: n("1.5")}, scoring.Mark{Count: n("3")}, "4.5"},
		{"direct over the cap", season.Criterion{Max: n("5"), Kind: season.Direct, Points: n("1.5")}, scoring.Mark{Count: n("4")}, "5"},
		{"bonus less penalty", bonus, scoring.Mark{Bonus: n("2"), Penalty: n("1")}, "3"},
		{"bonus over its limit", bonus, scoring.Mark{Bonus: n("4")}, "5"},
		{"penalty under its limit", bonus, scoring.Mark{Penalty: n("9")}, "-3"},
		{"rank by one body", season.Criterion{Max: n("60"), Kind: season.RankPoints, Ranks: ranks}, scoring.Mark{Ranks: []int{2}}, "45"},
		{"ranks by two bodies", season.Criterion{Max: n("60"), Kind: season.RankPoints, Ranks: ranks}, scoring.Mark{Ranks: []int{1, 2}}, "52.5"},
		{"ranks by three bodies", season.Criterion{Max: n("60"), Kind: season.RankPoints, Ranks: ranks}, scoring.Mark{Ranks: []int{1, 1, 2}}, "55"},
		{"rank beyond the list", season.Criterion{Max: n("60"), Kind: season.RankPoints, Ranks: ranks[:2]}, scoring.Mark{Ranks: []int{3}}, "0"},
		{"external scaled", season.Criterion{Max: n("50"), Kind: season.External, Of: n("90")}, scoring.Mark{Figure: n("81")}, "45"},
		{"external as it is", season.Criterion{Max: n("50"), Kind: season.External}, scoring.Mark{Figure: n("41.5")}, "41.5"},
		{"grade", season.Criterion{Max: n("10"), Kind: season.Grade, Grades: grades}, scoring.Mark{Word: "Tốt"}, "8"},
		{"points stated directly", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Points: n("7.25")}, "7.25"},
		{"figures beside stated points: the rule counts", season.Criterion{Max: n("10"), Kind: season.Linear}, scoring.Mark{Target: n("4"), Actual: n("2"), Points: n("6")}, "5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.mark.Criterion = "1"
			r := scoring.Compute(oneLeaf(c.leaf), members(1), []scoring.Sheet{selfSheet("u1", c.mark)})
			if got := points(t, r, "u1", season.Self); got != c.want {
				t.Errorf("%s points, want %s", got, c.want)
			}
		})
	}
}

func TestRounding_isDoneOnceWhereTheRulesSay(t *testing.T) {
	third := scoring.Mark{Target: n("3"), Actual: n("2")} // two thirds of the points
	for _, c := range []struct {
		name     string
		rounding season.Rounding
		want     string
	}{
		{"half up at each leaf", season.Rounding{Mode: exact.HalfUp, Decimals: 2}, "20.01"},
		{"cut at each leaf", season.Rounding{Mode: exact.Cut, Decimals: 2}, "19.98"},
		{"half up at the total", season.Rounding{Mode: exact.HalfUp, Decimals: 2, At: season.RoundTotal}, "20"},
		{"none", season.Rounding{Mode: exact.None}, "20"},
		{"not stated", season.Rounding{}, "20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := season.Rules{Rounding: c.rounding, Criteria: []season.Criterion{leaf("1", "10", season.Linear), leaf("2", "10", season.Linear), leaf("3", "10", season.Linear)}}
			var marks []scoring.Mark
			for _, code := range []string{"1", "2", "3"} {
				third.Criterion = code
				marks = append(marks, third)
			}
			r := scoring.Compute(rules, members(1), []scoring.Sheet{selfSheet("u1", marks...)})
			if got := points(t, r, "u1", season.Self); got != c.want {
				t.Errorf("three times 6,666…: %s, want %s", got, c.want)
			}
		})
	}
}
