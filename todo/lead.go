package todo

import (
	"fmt"

	"thidua/access"
	"thidua/season"
)

// What head, deputy and standing body are asked for.
const (
	SettingUp       Kind = "set_up"
	SigningRules    Kind = "sign_rules"
	RecordingPledge Kind = "record_pledge"
	AssigningTarget Kind = "assign_target"
	Verifying       Kind = "verify"
	PlanningCross   Kind = "plan_cross"
	MovingOn        Kind = "next_phase"
	Reminding       Kind = "missing"
	Appraising      Kind = "appraise"
	Reconciling     Kind = "reconcile"
	Publishing      Kind = "publish"
)

func setUp(y Year, _ who) []Item {
	if !y.in(season.SetUp) {
		return nil
	}
	return []Item{y.item(SettingUp, season.SetUp, "Thiết lập năm thi đua "+y.Season.Label, "Set up the year "+y.Season.Label, "thiet-lap")}
}

func signRules(y Year, _ who) []Item {
	if !y.now(access.SignRules) || y.RulesKnown {
		return nil
	}
	return []Item{y.item(SigningRules, season.Pledging, "Soạn, ký bộ quy tắc của cụm", "Draft and sign the rules", "tieu-chi")}
}

func recordPledge(y Year, _ who) []Item {
	if !y.now(access.SignPledge) || y.Season.Pledge.Signed() {
		return nil
	}
	if !y.drafted {
		return []Item{y.item(RecordingPledge, season.Pledging, "Soạn giao ước thi đua để các đơn vị ký", "Draft the pledge for the units to sign", "giao-uoc")}
	}
	t := y.item(RecordingPledge, season.Pledging, "Ghi việc ký kết giao ước thi đua", "Record the signing of the pledge", "giao-uoc")
	n := 0
	for _, m := range y.Members {
		if y.joined[m.Unit] {
			n++
		}
	}
	t.More = Words{fmt.Sprintf("%d trên %d đơn vị đã ký", n, len(y.Members)), fmt.Sprintf("%d of %d units signed", n, len(y.Members))}
	return []Item{t}
}

func assignTargets(y Year, _ who) []Item {
	if !y.now(access.AssignTarget) || y.in(season.SetUp) || len(y.Members) == 0 {
		return nil
	}
	without := 0
	for _, m := range y.Members {
		if y.targets[m.Unit].all == 0 {
			without++
		}
	}
	if without == 0 {
		return nil
	}
	t := y.item(AssigningTarget, season.Pledging, "Giao, duyệt chỉ tiêu", "Set the targets", "chi-tieu")
	t.More = Words{fmt.Sprintf("%d đơn vị chưa có chỉ tiêu", without), fmt.Sprintf("%d units without targets", without)}
	return []Item{t}
}

func verify(y Year, _ who) []Item {
	if y.waiting == 0 {
		return nil
	}
	t := y.undated(Verifying, "Xác minh, công nhận điển hình tiên tiến", "Verify and recognise exemplars", "dien-hinh")
	t.More = Words{fmt.Sprintf("%d điển hình chờ xử lý", y.waiting), fmt.Sprintf("%d waiting", y.waiting)}
	return []Item{t}
}

func planCross(y Year, _ who) []Item {
	if !y.now(access.AssignCross) || !y.in(season.SelfScoring) || y.Cross == "" || y.plan.Confirmed() {
		return nil
	}
	return []Item{y.item(PlanningCross, season.SelfScoring, "Xác nhận phân công chấm chéo", "Confirm who cross-scores whom", "phan-cong")}
}

// nextPhase: the last day of the phase has gone by, or the next one's first has
// come.
func nextPhase(y Year, w who) []Item {
	span := y.due(y.Season.Phase)
	over := !span.To.IsZero() && span.To.Before(w.day)
	for _, p := range season.Phases[y.Season.Phase.Index()+1:] {
		next, stated := y.Season.Calendar.Of(p)
		if !stated || next.From.IsZero() && !over {
			continue
		}
		if !over && w.day.Before(next.From) {
			return nil
		}
		t := y.undated(MovingOn, "Chuyển sang bước “"+p.Label()+"”", "Move on to the next step", "chuyen-buoc")
		t.Due, t.Sample = next.From, next.Sample
		if t.Due.IsZero() {
			t.Due = span.To.AddDays(1)
		}
		return []Item{t}
	}
	return nil
}

// missing: units owe what is due in this phase.
func missing(y Year, w who) (all []Item) {
	for _, s := range Steps {
		if !s.Open(y) {
			continue
		}
		units := s.Missing(y)
		if len(units) == 0 {
			continue
		}
		t := y.item(Reminding, s.Until, "Đôn đốc đơn vị chưa nộp: "+s.Say.Vietnamese, "Remind who has not sent: "+s.Say.English, "chua-nop")
		t.Link += "?buoc=" + string(s.Kind)
		t.More = Words{fmt.Sprintf("%d đơn vị: %s", len(units), y.names(units)), fmt.Sprintf("%d units: %s", len(units), y.names(units))}
		all = append(all, t)
	}
	return all
}

// appraise: units whose results this capacity has not appraised. The deputy
// appraises the head's unit; nobody their own.
func appraise(y Year, w who) []Item {
	if !y.now(access.Appraise) {
		return nil
	}
	var left []string
	for _, m := range y.Members {
		if m.Unit == w.unit || w.role == access.ClusterDeputy && m.Role != "head" || y.sent(m.Unit, season.Appraised, w.unit) {
			continue
		}
		left = append(left, m.Unit)
	}
	if len(left) == 0 {
		return nil
	}
	t := y.item(Appraising, season.Appraisal, "Thẩm định kết quả tự chấm, chấm chéo", "Appraise the results", "tham-dinh")
	t.More = Words{y.names(left), y.names(left)}
	return []Item{t}
}

// reconcile: the standing body has appraised every unit.
func reconcile(y Year, w who) []Item {
	if !y.now(access.Appraise) || len(appraise(y, w)) > 0 || len(y.Members) == 0 {
		return nil
	}
	return []Item{y.item(Reconciling, season.Appraisal, "Đối chiếu tự chấm, chấm chéo, thẩm định", "Reconcile the readings", "doi-chieu")}
}

func publish(y Year, _ who) []Item {
	if !y.now(access.PublishResult) || y.in(season.Appraisal) || !y.Season.PublishedOn.IsZero() {
		return nil
	}
	return []Item{y.undated(Publishing, "Công bố kết quả của năm", "Publish the results of the year", "cong-bo")}
}
