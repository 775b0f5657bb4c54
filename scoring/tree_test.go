package scoring_test

import (
	"strings"
	"testing"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// thousand is 1,000 points in two groups; group I has a 10-point leaf with a
// target.
func thousand() season.Rules {
	return season.Rules{Version: 1, Scale: n("1000"), Criteria: []season.Criterion{
		{Code: "I", Name: "Nhóm I", Max: n("700"), Children: []season.Criterion{leaf("I.1", "690", season.Direct), leaf("I.2", "10", season.Linear)}},
		{Code: "II", Name: "Nhóm II", Max: n("300"), Children: []season.Criterion{leaf("II.1", "300", season.Direct)}},
	}}
}

func stated(code, points string) scoring.Mark {
	return scoring.Mark{Criterion: code, Points: n(points)}
}

func TestUnassigned_leavesTheUnitsOwnMaximum(t *testing.T) {
	r := scoring.Compute(thousand(), members(2), []scoring.Sheet{
		selfSheet("u1", stated("I.1", "600"), scoring.Mark{Criterion: "I.2", Unassigned: true}, stated("II.1", "291")),
		selfSheet("u2", stated("I.1", "600"), stated("I.2", "10"), stated("II.1", "290")),
	})
	a, _ := r.Score("u1", season.Self)
	b, _ := r.Score("u2", season.Self)
	if a.Points.String() != "891" || a.Max.String() != "990" || b.Points.String() != "900" || b.Max.String() != "1000" {
		t.Fatalf("%v of %v and %v of %v", a.Points, a.Max, b.Points, b.Max)
	}
	if got := ranks(r.Standings(season.Self, scoring.Ties{})); got != "u1=1 u2=1" {
		t.Errorf("891 of 990 and 900 of 1000 rank %s, want level", got)
	}
	if leaf, _ := a.Node("I.2"); !leaf.Unassigned || leaf.Max.Sign() != 0 {
		t.Errorf("the unassigned leaf is %+v", leaf)
	}
	if group, _ := a.Node("I"); group.Max.String() != "690" || group.Points.String() != "600" {
		t.Errorf("its group has %v of %v", group.Points, group.Max)
	}
}

func TestOver_takesTheTotalPastTheScale(t *testing.T) {
	rules := season.Rules{Scale: n("100"), Criteria: []season.Criterion{
		leaf("1", "100", season.Direct),
		{Code: "2", Name: "Cờ thi đua", Max: n("15"), Kind: season.BonusPenalty, Bonus: n("10"), Over: true},
	}}
	r := scoring.Compute(rules, members(2), []scoring.Sheet{
		selfSheet("u1", stated("1", "97"), scoring.Mark{Criterion: "2", Bonus: n("1")}),
		selfSheet("u2", stated("1", "99")),
	})
	s, _ := r.Score("u1", season.Self)
	if s.Points.String() != "107" || s.Over.String() != "10" || s.Max.String() != "100" || s.Percent.String() != "107" {
		t.Errorf("97 + 10 = %v (%v on top) of %v, %v %%", s.Points, s.Over, s.Max, s.Percent)
	}
	if got := ranks(r.Standings(season.Self, scoring.Ties{})); got != "u1=1 u2=2" {
		t.Errorf("ranking %s", got)
	}
}

func TestWeights_countInsteadOfPoints(t *testing.T) {
	a, b := leaf("1", "10", season.Direct), leaf("2", "50", season.Direct)
	a.Weight, b.Weight = n("40"), n("60")
	extra := season.Criterion{Code: "3", Name: "Điểm thưởng", Max: n("5"), Kind: season.Direct, Over: true}
	rules := season.Rules{Scale: n("100"), Criteria: []season.Criterion{a, b, extra}}
	r := scoring.Compute(rules, members(2), []scoring.Sheet{
		selfSheet("u1", stated("1", "5"), stated("2", "25"), stated("3", "2")),
		selfSheet("u2", stated("1", "5"), scoring.Mark{Criterion: "2", Unassigned: true}),
	})
	if s, _ := r.Score("u1", season.Self); s.Points.String() != "52" || s.Max.String() != "100" {
		t.Errorf("half of both and 2 on top: %v of %v", s.Points, s.Max)
	}
	if s, _ := r.Score("u2", season.Self); s.Points.String() != "20" || s.Max.String() != "40" || s.Percent.String() != "50" {
		t.Errorf("half of the 40 that count: %v of %v", s.Points, s.Max)
	}
}

func TestMissing_isCountedAsNothingAndNamed(t *testing.T) {
	r := scoring.Compute(thousand(), members(1), []scoring.Sheet{selfSheet("u1", stated("I.1", "600"))})
	s, _ := r.Score("u1", season.Self)
	if s.Points.String() != "600" || s.Max.String() != "1000" || strings.Join(s.Missing, " ") != "I.2 II.1" {
		t.Errorf("%v of %v, missing %v", s.Points, s.Max, s.Missing)
	}
}

// bands of the citizen-reception rules: 90 with a floor of 85, 80/80, 70/70.
func bands(floorOn string) []season.Band {
	return []season.Band{
		{Name: "hoàn thành xuất sắc", From: n("90"), Floor: n("85"), FloorOn: floorOn},
		{Name: "hoàn thành tốt", From: n("80"), Floor: n("80"), FloorOn: floorOn},
		{Name: "hoàn thành", From: n("70"), Floor: n("70"), FloorOn: floorOn},
		{Name: "không hoàn thành", From: n("0")},
	}
}

func TestBand_looksAtTheFloorToo(t *testing.T) {
	rules := season.Rules{Scale: n("100"), Bands: bands(""), Criteria: []season.Criterion{leaf("1", "75", season.Direct), leaf("2", "25", season.Direct)}}
	for _, c := range []struct{ name, first, second, band, why string }{
		{"95 with nothing under 85 %", "72", "23", "hoàn thành xuất sắc", ""},
		{"exactly 90 and exactly 85 %", "68.75", "21.25", "hoàn thành xuất sắc", ""},
		{"93 with a criterion at 84 %", "72", "21", "hoàn thành tốt",
			"Chưa đạt mức “hoàn thành xuất sắc”: tiêu chí 2 đạt 84 %, cần từ 85 %; còn thiếu 0,25 điểm."},
		{"89.99", "67.49", "22.5", "hoàn thành tốt",
			"Chưa đạt mức “hoàn thành xuất sắc”: tổng điểm đạt 89,99 %, cần từ 90 %; còn thiếu 0,01 điểm."},
		{"a criterion at 40 %", "75", "10", "không hoàn thành",
			"Chưa đạt mức “hoàn thành”: tiêu chí 2 đạt 40 %, cần từ 70 %; còn thiếu 7,5 điểm."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := scoring.Compute(rules, members(1), []scoring.Sheet{selfSheet("u1", stated("1", c.first), stated("2", c.second))})
			s, _ := r.Score("u1", season.Self)
			if s.Band != c.band {
				t.Errorf("band %q, want %q", s.Band, c.band)
			}
			var sentences []string
			for _, short := range s.Shortfalls {
				sentences = append(sentences, short.Sentence())
			}
			if all := strings.Join(sentences, "\n"); !strings.Contains(all, c.why) || c.why == "" && all != "" {
				t.Errorf("why not better: %s\nwant: %s", all, c.why)
			}
		})
	}
}

func TestBand_floorOnLeavesSeesTheLeaf(t *testing.T) {
	rules := thousand()
	rules.Bands = bands(season.FloorLeaves)
	sheet := selfSheet("u1", stated("I.1", "690"), stated("I.2", "8"), stated("II.1", "300"))
	s, _ := scoring.Compute(rules, members(1), []scoring.Sheet{sheet}).Score("u1", season.Self)
	if s.Band != "hoàn thành tốt" || len(s.Shortfalls) != 1 || s.Shortfalls[0].Criterion != "I.2" {
		t.Errorf("a leaf at 80 %%: %q, %+v", s.Band, s.Shortfalls)
	}
	rules.Bands = bands(season.FloorGroups)
	if s, _ = scoring.Compute(rules, members(1), []scoring.Sheet{sheet}).Score("u1", season.Self); s.Band != "hoàn thành xuất sắc" {
		t.Errorf("its group is at 99,7 %%: %q", s.Band)
	}
}

func TestBand_isNotGuessedWhenOnlyTheTotalIsKnown(t *testing.T) {
	rules := season.Rules{Scale: n("100"), Bands: bands("")}
	sheet := scoring.Sheet{Unit: "u1", Scorer: "u1", Stage: season.Self, State: scoring.Submitted, Total: n("95")}
	s, _ := scoring.Compute(rules, members(1), []scoring.Sheet{sheet}).Score("u1", season.Self)
	if s.Percent.String() != "95" || s.Band != "" || len(s.Shortfalls) != 1 {
		t.Errorf("95 %% with criteria unknown: %v %%, band %q, %+v", s.Percent, s.Band, s.Shortfalls)
	}
}

func TestRootSum_isExactWithoutRounding(t *testing.T) {
	rules := season.Rules{Rounding: season.Rounding{Mode: exact.None}, Criteria: []season.Criterion{leaf("1", "10", season.Linear)}}
	r := scoring.Compute(rules, members(1), []scoring.Sheet{selfSheet("u1", scoring.Mark{Criterion: "1", Target: n("7"), Actual: n("3")})})
	if got := points(t, r, "u1", season.Self); got != "30/7" {
		t.Errorf("10 · 3 ÷ 7 = %s", got)
	}
}
