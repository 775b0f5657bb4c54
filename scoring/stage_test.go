package scoring_test

import (
	"testing"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

func actual(target, result string) scoring.Mark {
	return scoring.Mark{Criterion: "1", Target: n(target), Actual: n(result)}
}

func TestFinal_comesFromTheStageThatDecides(t *testing.T) {
	sheets := []scoring.Sheet{
		selfSheet("u1", stated("1", "10")),
		crossSheet("u1", "u2", stated("1", "8")), crossSheet("u1", "u3", stated("1", "7")),
		appraisal("u1", stated("1", "9")),
		selfSheet("u2", stated("1", "6")),
	}
	for _, c := range []struct {
		decides season.Stage
		want    string // final points of u1; empty for none
		second  string // final points of u2
	}{
		{season.Self, "10", "6"},
		{season.Cross, "7.5", ""},
		{season.Appraised, "9", ""},
		{"", "10", "6"}, // the last stage at which everyone scored has a sheet
	} {
		t.Run("decided by "+string(c.decides), func(t *testing.T) {
			rules := oneLeaf(season.Criterion{Max: n("10"), Kind: season.Direct})
			rules.Scoring.Decides = c.decides
			r := scoring.Compute(rules, members(3), sheets)
			first, _ := r.Score("u1", season.Final)
			second, _ := r.Score("u2", season.Final)
			if first.Points.String() != c.want || second.Points.String() != c.second {
				t.Errorf("final %v and %v, want %q and %q", first.Points, second.Points, c.want, c.second)
			}
		})
	}
}

func TestCross_takesTheMeanOfEachLeafAndRoundsItOnce(t *testing.T) {
	rules := oneLeaf(season.Criterion{Max: n("10"), Kind: season.Direct})
	r := scoring.Compute(rules, members(4), []scoring.Sheet{
		crossSheet("u1", "u2", stated("1", "8")), crossSheet("u1", "u3", stated("1", "8")), crossSheet("u1", "u4", stated("1", "9")),
	})
	if got := points(t, r, "u1", season.Cross); got != "8.33" {
		t.Errorf("(8 + 8 + 9) ÷ 3 = %s", got)
	}
}

func TestCross_ofDepartmentsEachScoringItsField(t *testing.T) {
	r := scoring.Compute(thousand(), members(1), []scoring.Sheet{
		crossSheet("u1", "d1", stated("I.1", "600"), stated("I.2", "9")), crossSheet("u1", "d2", stated("II.1", "250")),
	})
	if got := points(t, r, "u1", season.Cross); got != "859" {
		t.Errorf("600 + 9 by one, 250 by the other: %s", got)
	}
}

func TestCross_countsALeafThatOneScorerCallsAssigned(t *testing.T) {
	r := scoring.Compute(thousand(), members(3), []scoring.Sheet{
		crossSheet("u1", "u2", stated("I.1", "600"), scoring.Mark{Criterion: "I.2", Unassigned: true}, stated("II.1", "300")),
		crossSheet("u1", "u3", stated("I.1", "600"), stated("I.2", "8"), stated("II.1", "300")),
	})
	if s, _ := r.Score("u1", season.Cross); s.Points.String() != "908" || s.Max.String() != "1000" {
		t.Errorf("%v of %v", s.Points, s.Max)
	}
}

func TestAppraisal_listsOnlyWhatItChangesAndTheWholeClusterFollows(t *testing.T) {
	rules := oneLeaf(season.Criterion{Max: n("10"), Kind: season.Quantitative})
	rules.Scoring.Decides = season.Appraised
	sheets := []scoring.Sheet{
		selfSheet("u1", actual("10", "20")), selfSheet("u2", actual("10", "15")), selfSheet("u3", actual("10", "10")),
		appraisal("u1", actual("10", "12")), appraisal("u2"), appraisal("u3"),
	}
	r := scoring.Compute(rules, members(3), sheets)
	for unit, want := range map[string][2]string{"u1": {"10", "7"}, "u2": {"7.5", "10"}, "u3": {"5", "5"}} {
		if self, final := points(t, r, unit, season.Self), points(t, r, unit, season.Final); self != want[0] || final != want[1] {
			t.Errorf("%s: %s then %s, want %v", unit, self, final, want)
		}
	}
}

func TestAppraisal_agreesWithAStatedTotal(t *testing.T) {
	total := scoring.Sheet{Unit: "u1", Scorer: "u1", Stage: season.Self, State: scoring.Submitted, Total: n("97"), Bonus: n("10"), Max: n("100")}
	r := scoring.Compute(season.Rules{Scoring: season.Scoring{Decides: season.Appraised}}, members(1), []scoring.Sheet{total, appraisal("u1")})
	s, ok := r.Score("u1", season.Final)
	if !ok || s.Points.String() != "107" || s.Percent.String() != "107" || s.Over.String() != "10" {
		t.Errorf("97 + 10 of 100, agreed: %+v", s)
	}
}

func TestTotals_ofSeveralCrossSheetsAreAveraged(t *testing.T) {
	a, b := crossSheet("u1", "u2"), crossSheet("u1", "u3")
	a.Total, b.Total = n("90"), n("93")
	r := scoring.Compute(season.Rules{Scale: n("100")}, members(3), []scoring.Sheet{a, b})
	if got := points(t, r, "u1", season.Cross); got != "91.5" {
		t.Errorf("mean of 90 and 93: %s", got)
	}
}

func TestCompute_passesOverDraftsAndStrangers(t *testing.T) {
	draft, stranger := selfSheet("u1", stated("1", "5")), selfSheet("x", stated("1", "5"))
	draft.State = scoring.Draft
	r := scoring.Compute(oneLeaf(season.Criterion{Max: n("10"), Kind: season.Direct}), members(1), []scoring.Sheet{draft, stranger})
	if len(r.Scores) != 0 {
		t.Errorf("scores %+v", r.Scores)
	}
}

func TestSample_marksEveryScoreThatRestsOnMadeUpFigures(t *testing.T) {
	rules := oneLeaf(season.Criterion{Max: n("10"), Kind: season.Direct})
	made := stated("1", "5")
	made.Sample = true
	r := scoring.Compute(rules, members(2), []scoring.Sheet{selfSheet("u1", made), selfSheet("u2", stated("1", "5"))})
	a, _ := r.Score("u1", season.Self)
	b, _ := r.Score("u2", season.Self)
	if !a.Sample || b.Sample {
		t.Errorf("made up %v, stated %v", a.Sample, b.Sample)
	}
}

func TestGap_needsAReasonAboveTheLimit(t *testing.T) {
	bonus := season.Criterion{Max: n("5"), Min: n("-5"), Kind: season.BonusPenalty, Bonus: n("1"), Penalty: n("1")}
	for _, c := range []struct {
		name          string
		leaf          season.Criterion
		before, after scoring.Mark
		percent       string // of the gap reported; empty for none
	}{
		{"exactly the limit", season.Criterion{Max: n("10"), Kind: season.Direct}, stated("1", "10"), stated("1", "7.5"), ""},
		{"above it", season.Criterion{Max: n("10"), Kind: season.Direct}, stated("1", "10"), stated("1", "7.4"), "26"},
		{"upwards too", season.Criterion{Max: n("10"), Kind: season.Direct}, stated("1", "5"), stated("1", "8"), "30"},
		{"the range includes what is below 0", bonus, stated("1", "5"), stated("1", "2.5"), ""},
		{"no longer assigned", season.Criterion{Max: n("10"), Kind: season.Direct}, stated("1", "1"), scoring.Mark{Criterion: "1", Unassigned: true}, "100"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := oneLeaf(c.leaf)
			rules.Scoring.GapNeedsReason = n("25")
			r := scoring.Compute(rules, members(2), []scoring.Sheet{selfSheet("u1", c.before), crossSheet("u1", "u2", c.after)})
			got := ""
			if len(r.Gaps) > 0 {
				got = r.Gaps[0].Percent.String()
			}
			if got != c.percent {
				t.Errorf("gap %q, want %q", got, c.percent)
			}
		})
	}
}

func TestGap_ofStatedTotalsIsMeasuredInPercent(t *testing.T) {
	a, b := selfSheet("u1"), appraisal("u1")
	a.Total, b.Total = n("95"), n("60")
	rules := season.Rules{Scale: n("100"), Scoring: season.Scoring{GapNeedsReason: n("25")}}
	r := scoring.Compute(rules, members(1), []scoring.Sheet{a, b})
	if len(r.Gaps) != 1 || r.Gaps[0].Sentence() != "Tổng điểm chênh 35 % so với bước trước (từ 95 thành 60 điểm): phải ghi lý do." {
		t.Errorf("gaps %+v", r.Gaps)
	}
}

func TestDifference_isShownBeyondOneUnitOfTheLastDecimal(t *testing.T) {
	share := season.Criterion{Max: n("100"), Kind: season.Linear} // 83 of 85 are 97,647… %
	for _, c := range []struct{ name, stated, want string }{
		{"cut to one decimal", "97.6", ""},
		{"rounded to one decimal", "97.7", ""},
		{"rounded to two", "97.65", ""},
		{"one decimal and wrong", "97.5", "Tiêu chí 1: phiếu ghi 97,5 điểm, tính theo quy tắc là 97,65 điểm."},
		{"a whole number may be 98,0", "98", "Tiêu chí 1: phiếu ghi 98 điểm, tính theo quy tắc là 97,65 điểm."},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := actual("85", "83")
			m.Points = n(c.stated)
			r := scoring.Compute(oneLeaf(share), members(1), []scoring.Sheet{selfSheet("u1", m)})
			got := ""
			for _, d := range r.Differences {
				got += d.Sentence()
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if points(t, r, "u1", season.Self) != "97.65" {
				t.Error("the rule must count, not the print")
			}
		})
	}
}

func TestDifference_ofAPrintedTotal(t *testing.T) {
	right, wrong := selfSheet("u1", stated("I.1", "600"), stated("I.2", "9"), stated("II.1", "250")), selfSheet("u2", stated("I.1", "600"), stated("I.2", "9"), stated("II.1", "250"))
	right.Total, wrong.Total = n("859"), n("895")
	r := scoring.Compute(thousand(), members(2), []scoring.Sheet{right, wrong})
	if len(r.Differences) != 1 || r.Differences[0].Unit != "u2" || r.Differences[0].Computed.Cmp(exact.Int(859)) != 0 {
		t.Errorf("differences %+v", r.Differences)
	}
}
