package scoring_test

import (
	"fmt"
	"testing"

	"thidua/exact"
	"thidua/fairness"
	"thidua/scoring"
	"thidua/season"
)

// pointsRules is rules of one 100-point criterion, scored by the whole cluster,
// decided by the mean of the cross sheets.
func pointsRules() season.Rules {
	rules := oneLeaf(leaf("1", "100", season.External))
	rules.Scoring = season.Scoring{Cross: season.CrossAll, Decides: season.Cross, GapNeedsReason: n("20")}
	return rules
}

func points100(figure string) scoring.Mark {
	return scoring.Mark{Criterion: "1", Figure: n(figure)}
}

// everybody scores everybody: given(i, j) is what member i gives j.
func everybody(count int, given func(i, j int) string) (all []scoring.Sheet) {
	for i, a := range members(count) {
		for j, b := range members(count) {
			if i == j {
				all = append(all, selfSheet(a.Unit, points100("90")))
			} else {
				all = append(all, crossSheet(b.Unit, a.Unit, points100(given(i, j))))
			}
		}
	}
	return all
}

// scoring.md: plain means reward the harsh. Of five equal units, one that marks
// the others 5 lower stands first with 90.00 against 88.75; with the severity
// taken out all are equal, and a flag is raised.
func TestFlags_theHarshOneWinsOnlyByItsHarshness(t *testing.T) {
	r := scoring.Compute(pointsRules(), members(5), everybody(5, func(i, _ int) string {
		return []string{"85", "90"}[min(i, 1)]
	}))
	f := r.Flags()
	if got := ranks(f.Legal); got != "u1=1 u2=2 u3=2 u4=2 u5=2" || f.Legal[0].Points.Decimals(2) != "90.00" || f.Legal[1].Points.Decimals(2) != "88.75" {
		t.Errorf("by the rules %s, %v against %v", got, f.Legal[0].Points, f.Legal[1].Points)
	}
	if got := ranks(f.Adjusted); got != "u1=1 u2=1 u3=1 u4=1 u5=1" || !f.WinnerDiffers {
		t.Errorf("adjusted %s, flag %v", got, f.WinnerDiffers)
	}
	if f.Mutual.Severity[0].String() != "-4" {
		t.Errorf("severity %v", f.Mutual.Severity)
	}
	for _, v := range f.OwnVotes {
		if !v.Known || v.Depends != (v.Unit == "u1") {
			t.Errorf("own vote of %s: %+v", v.Unit, v)
		}
	}
	if len(f.Outliers) != 0 {
		t.Errorf("5 of 100 stands out: %+v", f.Outliers)
	}
}

func TestFlags_ofARingSayWhatCannotBeKnown(t *testing.T) {
	var sheets []scoring.Sheet
	for i, m := range members(4) {
		sheets = append(sheets, selfSheet(m.Unit, points100("90")), crossSheet(members(4)[(i+1)%4].Unit, m.Unit, points100("80")))
	}
	f := scoring.Compute(pointsRules(), members(4), sheets).Flags()
	if f.Mutual != nil || len(f.Adjusted) != 0 || f.WinnerDiffers || f.Reliable {
		t.Errorf("%+v", f)
	}
	for _, v := range f.OwnVotes {
		if v.Known {
			t.Errorf("own vote of %s is known though nobody else scored its neighbour", v.Unit)
		}
	}
}

func TestFlags_listTheWidestGapsFirst(t *testing.T) {
	self := map[string]string{"u1": "100", "u2": "100", "u3": "100"}
	cross := map[string]string{"u1": "90", "u2": "40", "u3": "75"}
	var sheets []scoring.Sheet
	for i, m := range members(3) {
		sheets = append(sheets, selfSheet(m.Unit, points100(self[m.Unit])), crossSheet(m.Unit, members(3)[(i+1)%3].Unit, points100(cross[m.Unit])))
	}
	f := scoring.Compute(pointsRules(), members(3), sheets).Flags()
	got := ""
	for _, d := range f.Discrepancies {
		got += fmt.Sprintf("%s %s %s %v; ", d.Unit, d.Line.Gap, d.Line.Asks, d.Line.Unexplained)
	}
	if got != "u2 0.6 third true; u3 0.25 explain true; " {
		t.Errorf("got %s", got)
	}
	if f.SelfCross.Pairs != 3 || !f.SelfCross.Known || f.CrossAppraise.Known {
		t.Errorf("%+v and %+v", f.SelfCross, f.CrossAppraise)
	}
}

func TestFlags_aSheetFarFromTheOthersStandsOut(t *testing.T) {
	f := scoring.Compute(pointsRules(), members(5), everybody(5, func(i, j int) string {
		if i == 4 && j == 0 {
			return "50"
		}
		return "90"
	})).Flags()
	if len(f.Outliers) != 1 || f.Outliers[0].Sheet.ID != "u1-by-u5" || f.Outliers[0].Percent.Cmp(exact.Int(50)) != 0 {
		t.Errorf("%+v", f.Outliers)
	}
}

func TestReconcile_setsTheStagesSideBySide(t *testing.T) {
	rules := twoLeaves()
	rules.Criteria = []season.Criterion{{Code: "A", Name: "Nhóm", Max: n("20"), Children: rules.Criteria}}
	changed := scoring.Mark{Criterion: "2", Met: yes(false), Explanation: "Báo cáo nộp muộn"}
	sheets := []scoring.Sheet{selfSheet("u1", actual("10", "20"), met(true)), crossSheet("u1", "u2", actual("10", "20"), met(true)), appraisal("u1", changed)}
	lines := scoring.Compute(rules, members(2), sheets).Reconcile("u1")
	got := ""
	for _, x := range lines {
		got += fmt.Sprintf("%s %s|%s|%s|%s %v ", x.Criterion.Code, x.Self, x.Cross, x.Appraised, x.Final, x.Differs())
	}
	if want := "A 20|20|10|10 true 1 10|10|10|10 false 2 10|10|0|0 true "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	last := lines[2]
	if last.Asks != fairness.Third || len(last.Reasons) != 1 || last.Reasons[0].Text != "Báo cáo nộp muộn" || last.Unexplained {
		t.Errorf("%+v", last)
	}
}

func TestOutstanding_listsWhatIsStillOpen(t *testing.T) {
	rules := inRing()
	draft := appraisal("u2", met(false))
	draft.State = scoring.Draft
	sheets := []scoring.Sheet{selfSheet("u1", actual("10", "20"), met(true)), crossSheet("u1", "u2", actual("10", "20"), met(false)), draft}
	plan := scoring.Plan{Assignments: scoring.Assign(season.CrossRing, members(2), nil)}
	open := scoring.Compute(rules, members(2), sheets).Outstanding(plan, sheets, []scoring.Question{{Unit: "u1", Criterion: "2"}, {Unit: "u1", Criterion: "1", Answer: "Đủ"}})
	got := ""
	for _, o := range open {
		got += o.Sentence + "\n"
	}
	want := `Chưa thẩm định điểm của huyện A.
Chưa có phiếu tự chấm của huyện B.
Chưa có phiếu chấm chéo huyện B do huyện A chấm.
Chưa thẩm định điểm của huyện B.
Huyện A: tiêu chí 2 chênh 100 % so với bước trước (từ 10 thành 0 điểm): phải ghi lý do.
Còn phiếu thẩm định huyện B chưa gửi.
Huyện A chưa trả lời câu hỏi về tiêu chí 2.
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
