package scoring

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// duties is whose hands each stage lies in.
var duties = map[season.Stage]access.Duty{
	season.Self:      access.SelfScores,
	season.Cross:     access.CrossScores,
	season.Appraised: access.Appraises,
}

// mayJudge holds a sheet to the year's assignments, to the conflicts of interest
// its writer declared, and to the separation of duties.
func mayJudge(ctx context.Context, tx *store.Tx, by access.Actor, year season.Season, rules season.Rules, s Sheet) error {
	if s.Stage != season.Self {
		if err := unbiased(ctx, tx, by, s); err != nil {
			return err
		}
	}
	if s.Stage == season.Cross {
		plan, err := PlanOf(ctx, tx, year.ID)
		if err != nil {
			return err
		}
		if err := assigned(by, rules, plan, s); err != nil {
			return err
		}
	}
	if by.Desk() && onlyTotal(s) && len(rules.Criteria) > 0 {
		return refusal.Field("total", "Năm này chấm theo từng tiêu chí, không ghi riêng tổng điểm.")
	}
	return season.TakeDuty(ctx, tx, by, s.Season, s.Unit, duties[s.Stage])
}

// unbiased refuses whoever declared a conflict of interest with the unit.
func unbiased(ctx context.Context, tx *store.Tx, by access.Actor, s Sheet) error {
	if !by.Desk() {
		return nil
	}
	conflicts, err := Conflicts(ctx, tx, s.Season)
	if err != nil {
		return err
	}
	if conflicted(conflicts, by.Person, s.Unit) {
		return refusal.By(string(access.DeclareConflict), "Đồng chí đã khai có xung đột lợi ích với đơn vị này nên không chấm, không thẩm định đơn vị này.")
	}
	return nil
}

// assigned refuses a cross sheet outside the plan. A year told by a season file
// may have none; people at their desks score by a confirmed one only.
func assigned(by access.Actor, rules season.Rules, plan Plan, s Sheet) error {
	if !plan.Confirmed() {
		if by.Desk() {
			return &refusal.Error{Kind: refusal.Closed, Rule: string(access.AssignCross), Sentence: "Chưa có phân công chấm chéo được xác nhận."}
		}
		return nil
	}
	a, mine := plan.Find(s.Scorer, s.Unit)
	if !mine {
		return refusal.By(string(access.AssignCross), "Đơn vị này không được phân công cho đồng chí chấm chéo.")
	}
	for _, m := range s.Marks {
		if !a.Covers(rules, m.Criterion) {
			return refusal.Field("marks."+m.Criterion, fmt.Sprintf("Tiêu chí %s không thuộc lĩnh vực được phân công (%s).", m.Criterion, strings.Join(a.Groups, ", ")))
		}
	}
	return nil
}

// Covers reports whether the assignment lets its scorer mark the criterion.
func (a Assignment) Covers(rules season.Rules, code string) bool {
	if len(a.Groups) == 0 {
		return true
	}
	return slices.ContainsFunc(rules.Criteria, func(top season.Criterion) bool {
		return slices.Contains(a.Groups, top.Code) && within(top, code)
	})
}

func within(c season.Criterion, code string) bool {
	return c.Code == code || slices.ContainsFunc(c.Children, func(child season.Criterion) bool { return within(child, code) })
}

// seenBy leaves out the sheets that are hidden from whoever sends: a refusal
// must not tell of marks that its reader may not see.
func seenBy(ctx context.Context, tx *store.Tx, by access.Actor, year season.Season, day vi.Day, roster []cluster.Member, sheets []Sheet) ([]Sheet, error) {
	if !by.Desk() {
		return sheets, nil
	}
	plan, err := PlanOf(ctx, tx, year.ID)
	if err != nil {
		return nil, err
	}
	conflicts, err := Conflicts(ctx, tx, year.ID)
	return Visible(by, year, day, roster, plan, conflicts, sheets), err
}
