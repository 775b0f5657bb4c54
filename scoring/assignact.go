package scoring

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// ConfirmPlan settles who cross-scores whom in the season, in the place of what
// was settled before; once cross-scoring is open it stands. A plan that is not
// the one the season's rule generates needs a reason.
func ConfirmPlan(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, assignments []Assignment, reason string) error {
	year, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.AssignCross, "", year); err != nil {
		return err
	}
	if err := year.StillOpen(day, "phân công chấm chéo"); err != nil {
		return err
	}
	rules, roster, err := ground(ctx, tx, year)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if err := checkPlan(rules, roster, assignments); err != nil {
		return err
	}
	if reason == "" && !asGenerated(rules, roster, assignments) {
		return refusal.Field("reason", "Phân công khác với quy tắc của năm thì phải ghi lý do.")
	}
	p := Plan{Assignments: assignments, ConfirmedOn: day, ConfirmedBy: by.Name, Reason: reason}
	if err := putPlan(ctx, tx, seasonID, p); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.AssignCross, "cross_plan:"+seasonID, p)
}

// asGenerated reports whether the plan is what the rule gives, in any order.
// Which department has which field is no rule's matter.
func asGenerated(rules season.Rules, roster []cluster.Member, assignments []Assignment) bool {
	if rules.Scoring.Cross == season.CrossDepartments {
		return true
	}
	return reflect.DeepEqual(pairSet(Assign(rules.Scoring.Cross, roster, nil)), pairSet(assignments))
}

func pairSet(assignments []Assignment) map[[2]string]bool {
	set := map[[2]string]bool{}
	for _, a := range assignments {
		set[[2]string{a.Scorer, a.Unit}] = len(a.Groups) == 0
	}
	return set
}

// checkPlan refuses a plan in which a unit scores itself, is scored by nobody or
// twice by the same, or by somebody who may not.
func checkPlan(rules season.Rules, roster []cluster.Member, assignments []Assignment) error {
	for i, a := range assignments {
		field := fmt.Sprintf("assignments.%d", i)
		switch {
		case a.Scorer == a.Unit:
			return refusal.Field(field, "Không đơn vị nào được chấm chéo cho chính mình.")
		case !isMember(roster, a.Unit):
			return refusal.Field(field, "Đơn vị được chấm không phải là thành viên của cụm trong năm này.")
		case a.Scorer == "" || rules.Scoring.Cross != season.CrossDepartments && !isMember(roster, a.Scorer):
			return refusal.Field(field, "Đơn vị chấm chéo phải là thành viên của cụm.")
		case slices.ContainsFunc(assignments[:i], func(b Assignment) bool { return b.Scorer == a.Scorer && b.Unit == a.Unit }):
			return refusal.Field(field, "Một đơn vị được phân công chấm cùng một đơn vị hai lần.")
		}
		for _, code := range a.Groups {
			if !slices.ContainsFunc(rules.Criteria, func(c season.Criterion) bool { return c.Code == code }) {
				return refusal.Field(field, fmt.Sprintf("Bộ quy tắc không có nhóm tiêu chí “%s”.", code))
			}
		}
	}
	for _, m := range roster {
		if !slices.ContainsFunc(assignments, func(a Assignment) bool { return a.Unit == m.Unit }) {
			return refusal.Field("assignments", fmt.Sprintf("Chưa phân công đơn vị nào chấm chéo %s.", vi.LowerFirst(m.Name)))
		}
	}
	return nil
}
