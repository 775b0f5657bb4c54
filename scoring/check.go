package scoring

import (
	"fmt"
	"strings"

	"thidua/cluster"
	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/vi"
)

// Check returns everything for which the sheet must be refused: who may not
// score whom, and marks that the rules do not allow. Fields are named
// "marks.1.2.actual" after the criterion's code. Nothing is returned for a sheet
// that may be submitted.
func Check(rules season.Rules, roster []cluster.Member, s Sheet) []*refusal.Error {
	k := &sheetCheck{}
	k.parties(rules, roster, s)
	k.total(rules, s)
	k.marks(rules, s)
	k.text("explanation", s.Explanation)
	k.text("scorer_name", s.ScorerName)
	return k.refusals
}

type sheetCheck struct{ refusals []*refusal.Error }

func (k *sheetCheck) refuse(field, format string, args ...any) {
	k.refusals = append(k.refusals, refusal.Field(field, fmt.Sprintf(format, args...)))
}

// parties: the unit is a member; self-scoring is by the unit itself, the rest
// by anyone but it.
func (k *sheetCheck) parties(rules season.Rules, roster []cluster.Member, s Sheet) {
	if !isMember(roster, s.Unit) {
		k.refuse("unit", "Đơn vị được chấm không phải là thành viên của cụm trong năm này.")
	}
	switch s.Stage {
	case season.Self:
		if s.Scorer != s.Unit {
			k.refuse("scorer", "Tự chấm điểm là đơn vị chấm cho chính mình.")
		}
	case season.Cross:
		k.crossScorer(rules, roster, s)
	case season.Appraised:
		if s.Scorer == s.Unit {
			k.refuse("scorer", "Không đơn vị nào được thẩm định điểm của chính mình.")
		}
	default:
		k.refuse("stage", "Không có bước chấm điểm tên “%s”.", string(s.Stage))
	}
}

func (k *sheetCheck) crossScorer(rules season.Rules, roster []cluster.Member, s Sheet) {
	switch {
	case s.Scorer == s.Unit:
		k.refuse("scorer", "Không đơn vị nào được chấm chéo cho chính mình.")
	case s.Scorer == "":
		k.refuse("scorer", "Phiếu chấm chéo phải ghi đơn vị chấm.")
	case rules.Scoring.Cross != season.CrossDepartments && !isMember(roster, s.Scorer):
		k.refuse("scorer", "Đơn vị chấm chéo phải là thành viên của cụm.")
	}
}

func isMember(roster []cluster.Member, unit string) bool {
	for _, m := range roster {
		if m.Unit == unit {
			return true
		}
	}
	return false
}

// total: a stated total lies within its maximum; only what the rules let come
// on top, or a bonus stated apart, may pass it.
func (k *sheetCheck) total(rules season.Rules, s Sheet) {
	limit := maxOf(s, rules)
	for _, c := range rules.Leaves() {
		if c.Over {
			limit = limit.Add(c.Max)
		}
	}
	switch {
	case !s.saysAnything() && s.Stage != season.Appraised:
		k.refuse("marks", "Phiếu chưa có điểm nào.")
	case s.Total.Sign() < 0:
		k.refuse("total", "Tổng điểm không được dưới 0.")
	case s.Max.Known() && s.Max.Sign() <= 0:
		k.refuse("max", "Điểm tối đa phải lớn hơn 0.")
	case s.Bonus.Sign() < 0:
		k.refuse("bonus", "Điểm thưởng không được dưới 0.")
	case s.Total.Known() && limit.Known() && s.Total.Cmp(limit) > 0:
		k.refuse("total", "Tổng điểm %s vượt điểm tối đa %s.", plain(s.Total), plain(limit))
	}
}

func (k *sheetCheck) marks(rules season.Rules, s Sheet) {
	criteria := map[string]season.Criterion{}
	for _, c := range rules.Walk() {
		criteria[c.Code] = c
	}
	seen := map[string]bool{}
	for _, m := range s.Marks {
		c, known := criteria[m.Criterion]
		switch {
		case !known:
			k.refuse("marks."+m.Criterion, "Bộ quy tắc không có tiêu chí “%s”.", m.Criterion)
		case !c.Leaf():
			k.refuse("marks."+m.Criterion, "%s là nhóm tiêu chí; chỉ chấm các tiêu chí con.", m.Criterion)
		case seen[m.Criterion]:
			k.refuse("marks."+m.Criterion, "Tiêu chí %s được chấm hai lần trên một phiếu.", m.Criterion)
		default:
			k.mark(c, m)
		}
		seen[m.Criterion] = true
	}
	if s.Stage == season.Self && s.State != Draft && len(s.Marks) > 0 {
		k.complete(rules, seen)
	}
}

// complete: a self-scoring sheet leaves nothing out, so that nothing counts 0
// by oversight.
func (k *sheetCheck) complete(rules season.Rules, seen map[string]bool) {
	var missing []string
	for _, c := range rules.Leaves() {
		if !seen[c.Code] && mustBeScored(c) {
			missing = append(missing, c.Code)
		}
	}
	if len(missing) == 0 {
		return
	}
	more := ""
	if len(missing) > 10 {
		more, missing = fmt.Sprintf(" và %d tiêu chí khác", len(missing)-10), missing[:10]
	}
	k.refuse("marks", "Phiếu tự chấm còn thiếu tiêu chí %s%s.", strings.Join(missing, ", "), more)
}

func (k *sheetCheck) text(field, text string) {
	if err := vi.ValidText(text); err != nil {
		k.refuse(field, "%s", err.Error())
	}
}

// within holds stated points to what the leaf can be worth.
func (k *sheetCheck) within(c season.Criterion, points exact.Number) {
	low := exact.Int(0)
	if c.Kind == season.BonusPenalty {
		low = orZero(c.Min)
	}
	switch {
	case !points.Known():
	case points.Cmp(low) < 0:
		k.refuse(fieldOf(c, "points"), "Tiêu chí %s: %s điểm là dưới mức thấp nhất %s.", c.Code, plain(points), plain(low))
	case points.Cmp(c.Max) > 0:
		k.refuse(fieldOf(c, "points"), "Tiêu chí %s: %s điểm là trên mức tối đa %s.", c.Code, plain(points), plain(c.Max))
	}
}

func fieldOf(c season.Criterion, name string) string { return "marks." + c.Code + "." + name }
