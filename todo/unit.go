package todo

import (
	"fmt"
	"slices"

	"thidua/access"
	"thidua/meeting"
	"thidua/season"
	"thidua/vi"
)

// What a unit's people are asked for.
const (
	Pledging        Kind = "pledge"
	Registering     Kind = "register"
	Responding      Kind = "respond"
	Reporting       Kind = "report"
	Introducing     Kind = "exemplar"
	SelfScoring     Kind = "self_score"
	Correcting      Kind = "correct"
	Answering       Kind = "answer"
	CrossScoring    Kind = "cross_score"
	AmendingMinutes Kind = "amend"
)

func pledge(y Year, w who) []Item {
	if !y.now(access.JoinPledge) || !y.member(w.unit) || !y.drafted || y.joined[w.unit] || y.Season.Pledge.Signed() {
		return nil
	}
	return []Item{y.item(Pledging, season.Pledging, "Ký giao ước thi đua cho đơn vị", "Sign the pledge for your unit", "giao-uoc")}
}

func register(y Year, w who) []Item {
	if !y.now(access.Register) || !y.member(w.unit) || y.registered[w.unit] {
		return nil
	}
	return []Item{y.item(Registering, season.Pledging, "Đăng ký thi đua năm "+y.Season.Label, "Register for "+y.Season.Label, "dang-ky")}
}

func respond(y Year, w who) []Item {
	open, due := y.unanswered(w.unit)
	if !y.now(access.RespondMovement) || open == 0 {
		return nil
	}
	t := y.item(Responding, season.Work, "Báo cáo hưởng ứng phong trào", "Report on the movements", "phong-trao")
	t.More = Words{fmt.Sprintf("còn %d trên %d phong trào chưa báo cáo", open, len(y.movements)), fmt.Sprintf("%d of %d movements not reported on", open, len(y.movements))}
	if !due.IsZero() && (t.Due.IsZero() || due.Before(t.Due)) {
		t.Due = due
	}
	return []Item{t}
}

// unanswered counts the movements a member has not responded to, and the first
// day on which one of them ends.
func (y Year) unanswered(unit string) (n int, due vi.Day) {
	if !y.member(unit) {
		return 0, due
	}
	for _, m := range y.movements {
		if y.responses[[2]string{m.ID, unit}] {
			continue
		}
		n++
		if !m.EndsOn.IsZero() && (due.IsZero() || m.EndsOn.Before(due)) {
			due = m.EndsOn
		}
	}
	return n, due
}

func report(y Year, w who) []Item {
	t := y.targets[w.unit]
	if !y.now(access.ReportActual) || t.done >= t.all {
		return nil
	}
	item := y.item(Reporting, season.Work, "Báo cáo kết quả chỉ tiêu năm "+y.Season.Label, "Report target results of "+y.Season.Label, "chi-tieu")
	item.More = Words{fmt.Sprintf("đã báo cáo %d trên %d chỉ tiêu", t.done, t.all), fmt.Sprintf("%d of %d targets reported", t.done, t.all)}
	return []Item{item}
}

func exemplar(y Year, w who) []Item {
	if !y.in(season.Work, season.InterimReview) || !y.member(w.unit) || y.exemplars[w.unit] > 0 {
		return nil
	}
	return []Item{y.item(Introducing, season.Work, "Giới thiệu điển hình tiên tiến", "Introduce exemplars", "dien-hinh")}
}

func selfScore(y Year, w who) []Item {
	if !y.in(season.SelfScoring) || !y.member(w.unit) || y.sent(w.unit, season.Self, w.unit) || !y.RulesKnown {
		return nil
	}
	t := y.item(SelfScoring, season.SelfScoring, "Tự chấm điểm năm "+y.Season.Label, "Self-scoring of "+y.Season.Label, "tu-cham")
	if w.role == access.Leader {
		t.Say = Words{"Duyệt, gửi phiếu tự chấm điểm năm " + y.Season.Label, "Approve and send the self-score of " + y.Season.Label}
	}
	if y.Leaves > 0 {
		done := min(y.filled[w.unit], y.Leaves)
		t.More = Words{fmt.Sprintf("đã nhập %d trên %d tiêu chí", done, y.Leaves), fmt.Sprintf("%d of %d criteria filled in", done, y.Leaves)}
	}
	return []Item{t}
}

// correct: some criteria of a sheet were reopened for the unit.
func correct(y Year, w who) []Item {
	until := y.reopened(w.unit, w.day)
	if until.IsZero() {
		return nil
	}
	t := y.undated(Correcting, "Sửa, gửi lại phiếu tự chấm được mở lại", "Correct the reopened self-score", "tu-cham")
	t.Due = until
	return []Item{t}
}

func answer(y Year, w who) []Item {
	n := y.asked[w.unit]
	if n == 0 || !y.now(access.SelfScore) {
		return nil
	}
	until := season.CrossScoring
	if y.in(season.Appraisal) {
		until = season.Appraisal
	}
	t := y.item(Answering, until, "Giải trình, trả lời câu hỏi về phiếu tự chấm", "Answer questions about the self-score", "hoi-dap")
	t.More = Words{fmt.Sprintf("%d câu hỏi chờ trả lời", n), fmt.Sprintf("%d questions", n)}
	return []Item{t}
}

func crossScore(y Year, w who) []Item {
	left := y.uncrossed(w.unit)
	if !y.now(access.CrossScore) || len(left) == 0 {
		return nil
	}
	t := y.item(CrossScoring, season.CrossScoring, "Chấm chéo đơn vị được phân công", "Cross-score the assigned units", "cham-cheo")
	t.More = Words{y.names(left), y.names(left)}
	return []Item{t}
}

// uncrossed are the units that are assigned to the scorer and not scored yet.
func (y Year) uncrossed(scorer string) (left []string) {
	if !y.plan.Confirmed() || scorer == "" {
		return nil
	}
	for _, a := range y.plan.Of(scorer) {
		if !y.sent(a.Unit, season.Cross, scorer) {
			left = append(left, a.Unit)
		}
	}
	return left
}

// amend: a unit that was present may propose changes of draft minutes.
func amend(y Year, w who) (all []Item) {
	for _, c := range y.conferences {
		if c.Stage == meeting.Amended && slices.Contains(c.present, w.unit) {
			t := y.undated(AmendingMinutes, "Góp ý dự thảo biên bản", "Comment on the draft minutes", "hoi-nghi", c.ID, "bien-ban")
			t.More = Words{c.Name(), c.Name()}
			all = append(all, t)
		}
	}
	return all
}
