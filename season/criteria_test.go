package season_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/exact"
	"thidua/season"
)

// goodTree is a tree with nothing wrong, for tests to spoil.
func goodTree() season.Rules {
	n := exact.Must
	return season.Rules{Scale: n("100"), Rounding: season.Rounding{Mode: exact.Cut, Decimals: 1}, Criteria: []season.Criterion{
		{Code: "I", Name: "Nhóm I", Max: n("60"), Children: []season.Criterion{
			{Code: "I.1", Name: "Định lượng", Max: n("40"), Kind: season.Quantitative},
			{Code: "I.2", Name: "Thứ hạng", Max: n("20"), Kind: season.RankPoints, Ranks: []exact.Number{n("20"), n("10"), n("10")}},
			{Code: "I.3", Name: "Thưởng", Max: n("10"), Kind: season.BonusPenalty, Bonus: n("10"), Over: true},
		}},
		{Code: "II", Name: "Nhóm II", Max: n("40"), Children: []season.Criterion{
			{Code: "II.1", Name: "Xếp loại", Max: n("10"), Weight: n("25"), Kind: season.Grade, Grades: []season.GradePoints{{Word: "tốt", Points: n("10")}, {Word: "khá", Points: n("5")}}},
			{Code: "II.2", Name: "Chấm thẳng", Max: n("50"), Weight: n("75"), Kind: season.Direct, Points: n("5")},
		}},
	}, Bands: []season.Band{{Name: "xuất sắc", From: n("90"), Floor: n("85")}, {Name: "tốt", From: n("80")}}}
}

func TestCheckScoring_acceptsAGoodTree(t *testing.T) {
	for _, p := range goodTree().CheckScoring() {
		t.Errorf("%s %s: %s", p.Code, p.Field, p.Sentence)
	}
}

func TestCheckScoring_namesEachProblemAndItsPlace(t *testing.T) {
	n := exact.Must
	leaf := func(r *season.Rules) *season.Criterion { return &r.Criteria[0].Children[0] }
	for _, c := range []struct {
		name  string
		spoil func(*season.Rules)
		code  string
		field string
		words string
	}{
		{"a code used twice", func(r *season.Rules) { leaf(r).Code = "II" }, "II", "code", "II được dùng hai lần"},
		{"no code", func(r *season.Rules) { leaf(r).Code = "" }, "I/", "code", "chưa có mã"},
		{"no name", func(r *season.Rules) { leaf(r).Name = "" }, "I/I.1", "name", "chưa có tên"},
		{"a group that is not the sum of its children", func(r *season.Rules) { r.Criteria[0].Children[0].Max = n("41") }, "I", "max", "là 60 điểm nhưng các tiêu chí con cộng lại 61"},
		{"a scale that is not the sum of the groups", func(r *season.Rules) { r.Scale = n("1000") }, "", "scale", "là 1.000 điểm nhưng các tiêu chí con cộng lại 100"},
		{"no maximum", func(r *season.Rules) { r.Criteria[1].Children[0].Max = exact.Number{} }, "II/II.1", "max", "chưa ghi điểm tối đa"},
		{"weights that make 99", func(r *season.Rules) { r.Criteria[1].Children[0].Weight = n("24") }, "II", "weight", "cộng lại 99, phải là 100"},
		{"a weight for some only", func(r *season.Rules) { r.Criteria[1].Children[0].Weight = exact.Number{} }, "II/II.1", "weight", "chưa có trọng số"},
		{"a negative weight", func(r *season.Rules) {
			r.Criteria[1].Children[0].Weight, r.Criteria[1].Children[1].Weight = n("-5"), n("105")
		}, "II/II.1", "weight", "lớn hơn 0"},
		{"a kind on a group", func(r *season.Rules) { r.Criteria[0].Kind = season.Linear }, "I", "kind", "không có cách chấm riêng"},
		{"a leaf without a kind", func(r *season.Rules) { leaf(r).Kind = "" }, "I/I.1", "kind", "chưa ghi cách chấm"},
		{"an unknown kind", func(r *season.Rules) { leaf(r).Kind = "lottery" }, "I/I.1", "kind", "lottery"},
		{"less is better where nothing is compared", func(r *season.Rules) { r.Criteria[1].Children[1].Less = true }, "II/II.2", "less", "Càng ít"},
		{"direct without points", func(r *season.Rules) { r.Criteria[1].Children[1].Points = exact.Number{} }, "II/II.2", "points", "số điểm cho mỗi việc"},
		{"bonus without points", func(r *season.Rules) { r.Criteria[0].Children[2].Bonus = exact.Number{} }, "I/I.3", "bonus", "điểm cộng hoặc điểm trừ"},
		{"a penalty written as a negative", func(r *season.Rules) { r.Criteria[0].Children[2].Penalty = n("-1") }, "I/I.3", "penalty", "không âm"},
		{"a lower limit above 0", func(r *season.Rules) { r.Criteria[0].Children[2].Min = n("1") }, "I/I.3", "min", "không được trên 0"},
		{"no points of ranks", func(r *season.Rules) { r.Criteria[0].Children[1].Ranks = nil }, "I/I.2", "ranks", "từng thứ hạng"},
		{"a worse rank worth more", func(r *season.Rules) { r.Criteria[0].Children[1].Ranks[2] = n("11") }, "I/I.2", "ranks", "thứ 3 cao hơn thứ 2"},
		{"a rank worth more than the maximum", func(r *season.Rules) { r.Criteria[0].Children[1].Ranks[0] = n("21") }, "I/I.2", "ranks", "trên điểm tối đa 20"},
		{"no grades", func(r *season.Rules) { r.Criteria[1].Children[0].Grades = nil }, "II/II.1", "grades", "mức xếp loại"},
		{"a grade below 0", func(r *season.Rules) { r.Criteria[1].Children[0].Grades[1].Points = n("-1") }, "II/II.1", "grades", "dưới 0"},
		{"a grade without points", func(r *season.Rules) { r.Criteria[1].Children[0].Grades[1].Points = exact.Number{} }, "II/II.1", "grades", "chưa ghi điểm"},
		{"a grade twice", func(r *season.Rules) { r.Criteria[1].Children[0].Grades[1].Word = "Tốt" }, "II/II.1", "grades", "hai lần"},
		{"a scale of another body that is 0", func(r *season.Rules) { leaf(r).Kind, leaf(r).Of = season.External, n("0") }, "I/I.1", "of", "lớn hơn 0"},
		{"a group on top of the scale", func(r *season.Rules) { r.Criteria[1].Over, r.Scale = true, n("60") }, "II", "over", "không phải nhóm"},
		{"weights at the top without a scale", func(r *season.Rules) {
			r.Scale, r.Criteria[0].Weight, r.Criteria[1].Weight = exact.Number{}, n("50"), n("50")
		}, "", "scale", "phải ghi thang điểm"},
		{"an unknown rounding", func(r *season.Rules) { r.Rounding.Mode = "bankers" }, "", "rounding", "bankers"},
		{"rounding at nowhere", func(r *season.Rules) { r.Rounding.At = "group" }, "", "rounding", "group"},
		{"rounding to seven decimals", func(r *season.Rules) { r.Rounding.Decimals = 7 }, "", "rounding", "từ 0 đến 6"},
		{"bands in the wrong order", func(r *season.Rules) { slices.Reverse(r.Bands) }, "", "bands", "ghi mức cao trước"},
		{"a floor above 100", func(r *season.Rules) { r.Bands[0].Floor = n("101") }, "", "bands", "từ 0 đến 100"},
		{"a floor on nothing known", func(r *season.Rules) { r.Bands[0].FloorOn = "units" }, "", "bands", "units"},
		{"a stage that cannot decide", func(r *season.Rules) { r.Scoring.Decides = season.Final }, "", "decides", "final"},
		{"an unknown way of cross-scoring", func(r *season.Rules) { r.Scoring.Cross = "star" }, "", "cross", "star"},
		{"a negative gap", func(r *season.Rules) { r.Scoring.GapNeedsReason = n("-1") }, "", "gap_needs_reason", "không được âm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := goodTree()
			c.spoil(&rules)
			problems := rules.CheckScoring()
			if !slices.ContainsFunc(problems, func(p season.Problem) bool {
				return p.Code == c.code && p.Field == c.field && strings.Contains(p.Sentence, c.words)
			}) {
				t.Errorf("want %q %s with “%s”, have %+v", c.code, c.field, c.words, problems)
			}
		})
	}
}

func TestCheckScoring_reportsAllProblemsAtOnce(t *testing.T) {
	rules := goodTree()
	rules.Criteria[0].Name, rules.Criteria[1].Children[1].Points, rules.Rounding.Mode = "", exact.Number{}, "bankers"
	problems := rules.CheckScoring()
	if len(problems) != 3 {
		t.Fatalf("%d problems: %+v", len(problems), problems)
	}
	if at := problems[1].Index; !slices.Equal(at, []int{1, 1}) {
		t.Errorf("the direct leaf is at %v", at)
	}
}

func TestCheckScoring_boundsTheTree(t *testing.T) {
	deep := season.Criterion{Code: "0", Name: "Lá", Max: exact.Int(1), Kind: season.Linear}
	for i := range season.MaxDepth {
		deep = season.Criterion{Code: fmt.Sprint(i + 1), Name: "Nhóm", Max: exact.Int(1), Children: []season.Criterion{deep}}
	}
	if problems := (season.Rules{Criteria: []season.Criterion{deep}}).CheckScoring(); len(problems) != 1 || problems[0].Field != "children" {
		t.Errorf("nine levels: %+v", problems)
	}
	if problems := (season.Rules{Criteria: deep.Children}).CheckScoring(); len(problems) != 0 {
		t.Errorf("eight levels: %+v", problems)
	}
	wide := season.Rules{}
	for i := range season.MaxNodes + 1 {
		wide.Criteria = append(wide.Criteria, season.Criterion{Code: fmt.Sprint(i), Name: "Lá", Max: exact.Int(1), Kind: season.Linear})
	}
	if problems := wide.CheckScoring(); len(problems) != 1 || problems[0].Field != "criteria" {
		t.Errorf("2001 nodes: %+v", problems)
	}
}

func TestWalk_goesParentsFirst(t *testing.T) {
	var codes []string
	for at, c := range goodTree().Walk() {
		codes = append(codes, fmt.Sprint(at)+c.Code)
	}
	if got := strings.Join(codes, " "); got != "[0]I [0 0]I.1 [0 1]I.2 [0 2]I.3 [1]II [1 0]II.1 [1 1]II.2" {
		t.Errorf("walk: %s", got)
	}
	if c, ok := goodTree().Find("II.2"); !ok || c.Name != "Chấm thẳng" {
		t.Errorf("found %v %+v", ok, c)
	}
	if _, ok := goodTree().Find("III"); ok {
		t.Error("found a criterion that is not there")
	}
	if leaves := goodTree().Leaves(); len(leaves) != 5 || leaves[4].Code != "II.2" {
		t.Errorf("leaves %+v", leaves)
	}
}
