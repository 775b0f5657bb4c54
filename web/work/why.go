package work

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
)

// Pages are the desk's own pages.
var Pages = []Page{
	{Path: "/vi-sao/{rule...}", Title: ui.Words{Vietnamese: "Vì sao tôi không làm được?", English: "Why can I not do this?"}, Read: why, Alone: true},
}

// reason is a rule as the page explains it.
type reason struct {
	Says   string
	Act    access.Act
	Roles  []access.Role  // who may; empty when the rule is not of roles
	Phases []season.Phase // when; empty = in every phase until the year is closed
	Advice ui.Words
}

// reasons are the rules that are no row of the matrix and no separation.
var reasons = map[string]reason{
	"cluster": {Says: "Mỗi người chỉ làm việc trong cụm mà vai trò của mình được giao, vào năm đơn vị mình là thành viên.",
		Advice: ui.Words{Vietnamese: "Nếu đơn vị của đồng chí là thành viên của cụm trong năm ấy, hãy báo quản trị giao vai trò cho đúng đơn vị và thời gian.", English: "If your unit is a member that year, ask the administrator for the right capacity."}},
	"page": {Says: "Trang này chỉ dành cho những vai trò làm việc trên trang.",
		Advice: ui.Words{Vietnamese: "Nếu đồng chí giữ nhiều vai trò, hãy đổi tư cách ở đầu trang.", English: "If you hold several capacities, change yours at the top of the page."}},
	"own_grant": {Says: "Không ai tự giao vai trò cho chính mình, cũng không ai làm việc bằng vai trò mình không giữ.",
		Advice: ui.Words{Vietnamese: "Hãy đề nghị một quản trị khác.", English: "Ask another administrator."}},
	"own_account": {Says: "Không ai tự khóa tài khoản của chính mình, để lúc nào cũng còn người quản trị.",
		Advice: ui.Words{Vietnamese: "Hãy đề nghị một quản trị khác.", English: "Ask another administrator."}},
	"fresh": {Says: "Thay đổi cách đăng nhập, lấy đường liên kết đặt mật khẩu chỉ làm được trong 10 phút sau khi xác minh danh tính, để không ai làm thay khi chủ tài khoản rời máy.",
		Advice: ui.Words{Vietnamese: "Hãy mở trang Tài khoản và bấm “Xác minh danh tính”.", English: "Open your account and confirm who you are."}},
	"council_hands": {Says: "Người mở cuộc bỏ phiếu hoặc kiểm phiếu ở một cuộc họp của Hội đồng không ghi quyết định từ kết quả của cuộc họp ấy.",
		Advice: ui.Words{Vietnamese: "Hãy để người có thẩm quyền quyết định, hoặc một đồng nghiệp không mở phiếu, không kiểm phiếu, ghi quyết định.", English: "Let the decider, or a colleague who neither opened nor counted, record the decision."}},
	"own_award": {Says: "Không ai ký quyết định khen thưởng có tên mình trong danh sách.",
		Advice: ui.Words{Vietnamese: "Hãy tách người ấy sang quyết định do người khác ký.", English: "Put that name into a decision somebody else signs."}},
	"own_conflict": {Says: "Ủy viên Hội đồng chỉ khai xung đột lợi ích của chính mình; thư ký hoặc cơ quan thường trực ghi thay được.",
		Advice: ui.Words{Vietnamese: "Hãy báo thư ký hội đồng.", English: "Tell the council's secretary."}},
	"decider_pays": {Says: "Người ghi quyết định khen thưởng không ghi chi tiền thưởng của chính quyết định ấy.",
		Advice: ui.Words{Vietnamese: "Hãy nhờ đồng nghiệp ở cơ quan thường trực ghi chi.", English: "Ask a colleague of the standing body to record the payment."}},
	"own_ballot": {Says: "Không ai kiểm phiếu, phân định ngang phiếu khi đơn vị mình có tên trên phiếu hoặc khi có xung đột lợi ích với hồ sơ.",
		Advice: ui.Words{Vietnamese: "Hãy để người khác trong ban kiểm phiếu làm.", English: "Let another member of the board do it."}},
	"tally_board": {Says: "Chỉ người trong ban kiểm phiếu được nhập số phiếu, mỗi người một lần.",
		Advice: ui.Words{Vietnamese: "Hãy hỏi thư ký về ban kiểm phiếu.", English: "Ask the secretary about the tally board."}},
	"admin_apart": {Says: "Quản trị giữ tài khoản và không xem điểm, nên một người không vừa là quản trị vừa giữ vai trò trong năm thi đua.",
		Advice: ui.Words{Vietnamese: "Hãy giao vai trò cho người khác, hoặc cho vai trò kia kết thúc trước.", English: "Give the capacity to somebody else, or end the other one first."}},
}

func why(_ context.Context, _ *store.Tx, v Visit, _ Form) (templ.Component, error) {
	r, ok := reasonOf(v.Asked("rule"))
	if !ok {
		return nil, refusal.New(refusal.NotFound, "Không có quy tắc này.")
	}
	return whyPage(v, r), nil
}

func reasonOf(rule string) (reason, bool) {
	if r, ok := reasons[rule]; ok {
		return r, true
	}
	if row, ok := access.Of(access.Act(rule)); ok {
		return reason{Says: row.Says, Act: row.Act, Roles: row.Roles, Phases: season.When[row.Act],
			Advice: ui.Words{Vietnamese: "Nếu việc này đúng là của đồng chí, hãy xem lại tư cách đang dùng ở đầu trang, hoặc báo quản trị giao vai trò.", English: "If this is your task, check the capacity at the top of the page or ask the administrator."}}, true
	}
	one, other, _ := strings.Cut(rule, "/")
	if s, ok := access.Between(access.Duty(one), access.Duty(other)); ok {
		return reason{Says: s.Says(), Advice: ui.Words{Vietnamese: "Việc này phải do người khác làm: hãy nhờ đồng nghiệp có cùng vai trò.", English: "Another person must do this: ask a colleague of the same capacity."}}, true
	}
	return reason{}, false
}
