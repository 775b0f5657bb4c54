package notice

import (
	"fmt"

	"thidua/access"
	"thidua/account"
	"thidua/exemplar"
	"thidua/meeting"
	"thidua/season"
	"thidua/todo"
	"thidua/voting"
)

// rule is one row of the table: when an act is done, who is told what, and
// which page it leads to. The first row that fits a person tells them.
type rule struct {
	act  access.Act
	when func(m matter) bool // nil = always
	to   audience
	say  func(m matter) todo.Words
	page func(m matter) string
	kind Kind // Happened unless said
}

// audience is who is told, among those who work in the year.
type audience func(m matter, h account.Holder) bool

func everybody(matter, account.Holder) bool { return true }

// members are the units' own people.
func members(_ matter, h account.Holder) bool { return h.Grant.Role.OfUnit() }

// units are officers and leaders of all members.
func units(_ matter, h account.Holder) bool { return officers(h) }

func officers(h account.Holder) bool {
	return h.Grant.Role == access.EmulationOfficer || h.Grant.Role == access.Leader
}

// ownUnit are officer and leader of the unit whose matter it is, otherUnit those
// of the unit on the other side.
func ownUnit(m matter, h account.Holder) bool {
	return officers(h) && m.unit != "" && h.Grant.Unit == m.unit
}

func otherUnit(m matter, h account.Holder) bool {
	return officers(h) && m.other != "" && h.Grant.Unit == m.other
}

func standing(_ matter, h account.Holder) bool { return h.Grant.Role == access.StandingBody }

// overseers lead the cluster or stand over it.
func overseers(m matter, h account.Holder) bool {
	return standing(m, h) || h.Grant.Role == access.ClusterHead || h.Grant.Role == access.ClusterDeputy
}

func council(_ matter, h account.Holder) bool {
	return h.Grant.Role == access.CouncilMember || h.Grant.Role == access.CouncilSecretary
}

func deciders(_ matter, h account.Holder) bool { return h.Grant.Role == access.Decider }

func secretaries(m matter, h account.Holder) bool {
	return standing(m, h) || h.Grant.Role == access.CouncilSecretary
}

// asker is who asked a question: a unit's people, or the standing body.
func asker(m matter, h account.Holder) bool {
	if m.other == "" {
		return standing(m, h)
	}
	return otherUnit(m, h)
}

// table is every rule. No row tells a mark, a total, a place or a count, nor who
// scores whom to anybody but the scorer and the standing body (scoring.md, "Who
// scores").
var table = []rule{
	{act: access.OpenSeason, to: everybody, say: year("%s đã được mở.", "%s was opened."), page: at()},
	{act: access.SignRules, to: everybody, say: year("Bộ quy tắc của %s đã được ký.", "The rules of %s were signed."), page: at()},
	{act: access.SetDates, to: everybody, say: year("Ngày của các bước thay đổi: %s.", "Dates changed: %s."), page: at()},
	{act: access.SignPledge, to: everybody, say: year("Giao ước thi đua đã được ký kết: %s.", "The pledge was signed: %s."), page: at()},
	{act: access.DraftPledge, to: members, say: year("Bản giao ước để các đơn vị ký: %s.", "The pledge to be signed: %s."), page: at("giao-uoc")},
	{act: access.MovePhase, to: everybody, say: moved, page: at()},
	{act: access.Register, to: overseers, say: by("%s đã đăng ký thi đua.", "%s registered."), page: at("dang-ky")},
	{act: access.LaunchMovement, when: object("movement"), to: members, say: named("Phong trào “%s” được phát động.", "Movement “%s” was launched."), page: at("phong-trao")},
	{act: access.ReviewMovement, when: object("movement"), to: members, say: named("Phong trào “%s” có kết quả mới.", "Movement “%s” has new results."), page: at("phong-trao")},
	{act: access.RespondMovement, to: overseers, say: by("%s đã báo cáo hưởng ứng phong trào “%s”.", "%s reported on the movement “%s”."), page: at("phong-trao")},
	{act: access.AssignTarget, when: object("target"), to: ownUnit, say: named("Chỉ tiêu “%s” được giao hoặc điều chỉnh cho đơn vị.", "The target “%s” was set or changed for your unit."), page: at("chi-tieu")},
	{act: access.ReportActual, to: standing, say: by("%s đã báo cáo kết quả chỉ tiêu “%s”.", "%s reported on the target “%s”."), page: at("chi-tieu")},
	{act: access.RecordExemplar, when: step(string(exemplar.Discovery)), to: standing, say: by("%s giới thiệu điển hình “%s”.", "%s introduced “%s”."), page: at("dien-hinh")},
	{act: access.HonourExemplar, to: ownUnit, say: named("Điển hình “%s” được công nhận.", "The exemplar “%s” was recognised."), page: at("dien-hinh")},
	{act: access.ShowExemplar, to: ownUnit, say: named("Điển hình “%s” được công bố.", "The exemplar “%s” was published."), page: at("dien-hinh")},

	{act: access.SelfScore, when: object("score_sheet"), to: ownUnit, say: year("Phiếu tự chấm của đơn vị đã gửi: %s.", "Your unit's self-score was sent: %s."), page: at("tu-cham")},
	{act: access.SelfScore, when: object("score_sheet"), to: standing, say: by("%s đã gửi phiếu tự chấm.", "%s sent its self-score."), page: at("tham-dinh")},
	{act: access.RecallSheet, to: ownUnit, say: year("Phiếu tự chấm của đơn vị được thu hồi để sửa: %s.", "Your unit's self-score was taken back: %s."), page: at("tu-cham")},
	{act: access.RecallSheet, to: standing, say: by("%s thu hồi phiếu tự chấm để sửa.", "%s took its self-score back."), page: at("tham-dinh")},
	{act: access.ReopenSheet, to: ownUnit, say: year("Phiếu tự chấm của đơn vị được mở lại để sửa: %s.", "Your unit's self-score was reopened: %s."), page: at("tu-cham"), kind: Urgent},
	{act: access.AssignCross, to: units, say: year("Phân công chấm chéo đã được xác nhận: %s.", "Who cross-scores whom was confirmed: %s."), page: at("cham-cheo")},
	{act: access.AssignCross, to: overseers, say: year("Phân công chấm chéo đã được xác nhận: %s.", "Who cross-scores whom was confirmed: %s."), page: at("phan-cong")},
	{act: access.CrossScore, when: object("question"), to: ownUnit, say: named("Có câu hỏi về phiếu tự chấm, tiêu chí %s.", "A question about your self-score, criterion %s."), page: at("hoi-dap"), kind: Urgent},
	{act: access.Appraise, when: object("question"), to: ownUnit, say: named("Có câu hỏi về phiếu tự chấm, tiêu chí %s.", "A question about your self-score, criterion %s."), page: at("hoi-dap"), kind: Urgent},
	{act: access.SelfScore, when: object("question"), to: asker, say: by("%s đã trả lời câu hỏi về tiêu chí %s.", "%s answered the question on criterion %s."), page: answered},
	{act: access.CrossScore, when: object("score_sheet"), to: otherUnit, say: by("Phiếu chấm chéo %s đã gửi.", "Your cross-score of %s was sent."), page: at("cham-cheo")},
	{act: access.CrossScore, when: object("score_sheet"), to: standing, say: scored, page: at("tham-dinh")},
	{act: access.PublishResult, to: everybody, say: year("Kết quả đã được công bố: %s.", "The results were published: %s."), page: results},

	{act: access.HoldConference, when: called, to: everybody, say: conference("Triệu tập: %s", "Called: %s"), page: meetingAt()},
	{act: access.HoldConference, when: event(meeting.Begin), to: members, say: conference("Khai mạc: %s", "Opened: %s"), page: meetingAt()},
	{act: access.TakeMinutes, when: event(meeting.Circulate), to: members, say: conference("Dự thảo biên bản gửi các đơn vị góp ý: %s", "Draft minutes to comment on: %s"), page: meetingAt("bien-ban")},
	{act: access.HoldConference, when: event(meeting.Freeze), to: overseers, say: conference("Biên bản đã chốt, chờ ký: %s", "Minutes frozen, to be signed: %s"), page: meetingAt("bien-ban")},
	{act: access.SignMinutes, when: event(meeting.Sign), to: members, say: conference("Biên bản được ký: %s", "A signature under the minutes: %s"), page: meetingAt("bien-ban")},
	{act: access.RecordVote, when: polled(voting.Cluster), to: members, say: asked("Bắt đầu biểu quyết: “%s”.", "Voting began: “%s”."), page: at("bieu-quyet")},
	{act: access.RecordVote, when: polled(voting.Council), to: council, say: asked("Bắt đầu biểu quyết: “%s”.", "Voting began: “%s”."), page: at("bieu-quyet")},

	{act: access.Nominate, when: created, to: overseers, say: named("Lập đề nghị khen thưởng cho %s.", "%s was nominated."), page: at("de-nghi")},
	{act: access.Nominate, when: status("endorsed"), to: secretaries, say: named("%s được suy tôn, chờ trình Hội đồng.", "%s was endorsed; to go before the council."), page: at("de-nghi")},
	{act: access.RecordCouncil, when: status("passed"), to: deciders, say: named("Hội đồng đã thông qua đề nghị cho %s.", "The council passed the nomination of %s."), page: at("de-nghi")},
	{act: access.RecordCouncil, when: object("nomination"), to: overseers, say: named("Hội đồng đã xét đề nghị cho %s.", "The council judged the nomination of %s."), page: at("de-nghi")},
	{act: access.RecordDecision, to: overseers, say: named("Đã có quyết định về đề nghị cho %s.", "The nomination of %s was decided on."), page: at("de-nghi")},
	{act: access.HandOver, to: members, say: year("Đã bàn giao trưởng cụm: %s.", "The headship was handed over: %s."), page: at()},
	{act: access.PublishBulletin, to: everybody, say: year("Bản tin đã đăng: %s.", "The report was published: %s."), page: at()},
	{act: access.IssuePaper, when: toMembers, to: units, say: named("Văn bản gửi các đơn vị: %s.", "A paper to the members: %s."), page: bookAt},
	{act: access.RecallPaper, when: toMembers, to: units, say: named("Đã thu hồi văn bản gửi các đơn vị: %s.", "A paper to the members was recalled: %s."), page: bookAt},
	{act: access.Remind, when: asksAStep, to: ownUnit, say: reminded, page: remindedPage, kind: Urgent},
}

// own is what people are told of their own account.
var own = map[access.Act]todo.Words{
	access.GrantRole:      {Vietnamese: "Vai trò của đồng chí vừa được giao hoặc thay đổi.", English: "A role of yours was given or changed."},
	access.ChangePassword: {Vietnamese: "Mật khẩu của đồng chí vừa được đổi. Nếu không phải đồng chí làm, xin báo quản trị ngay.", English: "Your password was changed. If it was not you, tell the administrator at once."},
	access.ChangeSecond:   {Vietnamese: "Xác thực hai lớp của đồng chí vừa được bật hoặc tắt. Nếu không phải đồng chí làm, xin báo quản trị ngay.", English: "Your second factor was turned on or off. If it was not you, tell the administrator at once."},
	access.ChangePasskey:  {Vietnamese: "Khóa đăng nhập của đồng chí vừa được thêm hoặc bỏ. Nếu không phải đồng chí làm, xin báo quản trị ngay.", English: "A passkey of yours was added or removed. If it was not you, tell the administrator at once."},
	access.ChangeMail:     {Vietnamese: "Địa chỉ thư của đồng chí vừa được đổi. Nếu không phải đồng chí làm, xin báo quản trị ngay.", English: "Your mail address was changed. If it was not you, tell the administrator at once."},
	access.UnlockPerson:   {Vietnamese: "Tài khoản của đồng chí đã được mở khóa.", English: "Your account was unlocked."},
}

// phaseAfter is the phase to which the step of that name leads.
func phaseAfter(act string) season.Phase {
	for _, t := range season.Transitions {
		if t.Act == act {
			return t.To
		}
	}
	return ""
}

func moved(m matter) todo.Words {
	to := phaseAfter(unquote(m.Detail))
	return todo.Words{Vietnamese: fmt.Sprintf("%s chuyển sang bước “%s”.", m.year.Name(), to.Label()), English: fmt.Sprintf("%s moved on to “%s”.", m.year.Name(), to.Label())}
}
