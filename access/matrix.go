package access

import "thidua/refusal"

// Act names something that changes the records.
type Act string

// scope ties an act to the unit whose matter it is.
type scope int

const (
	anyUnit   scope = iota // the act concerns no single unit
	ownUnit                // only the matter of the actor's own unit
	otherUnit              // never the matter of the actor's own unit
)

// Rule is one row of the permission matrix: who may do the act, for which unit,
// and the same in the users' words.
type Rule struct {
	Act   Act
	Roles []Role
	scope scope
	Says  string
}

// The acts of the year, in its order.
const (
	ImportUnits     Act = "import_units"
	SetUpCluster    Act = "set_up_cluster"
	OpenSeason      Act = "open_season"
	SetDates        Act = "set_dates"
	DraftRules      Act = "draft_rules"
	SignRules       Act = "sign_rules"
	SignPledge      Act = "sign_pledge"
	DraftPledge     Act = "draft_pledge"
	JoinPledge      Act = "join_pledge"
	Register        Act = "register"
	MovePhase       Act = "move_phase"
	LaunchMovement  Act = "launch_movement"
	RespondMovement Act = "respond_movement"
	ReviewMovement  Act = "review_movement"
	AssignTarget    Act = "assign_target"
	ReportActual    Act = "report_actual"
	RecordExemplar  Act = "record_exemplar"
	VerifyExemplar  Act = "verify_exemplar"
	HonourExemplar  Act = "recognise_exemplar"
	ShowExemplar    Act = "publish_exemplar"
	AdoptExemplar   Act = "adopt_exemplar"
	KeepEvidence    Act = "keep_evidence"
	SelfScore       Act = "self_score"
	AssignCross     Act = "assign_cross"
	DeclareConflict Act = "declare_conflict"
	CrossScore      Act = "cross_score"
	Appraise        Act = "appraise"
	StateResult     Act = "state_result"
	PublishResult   Act = "publish_result"
	HoldConference  Act = "hold_conference"
	TakeMinutes     Act = "take_minutes"
	AmendMinutes    Act = "amend_minutes"
	SignMinutes     Act = "sign_minutes"
	RecordVote      Act = "record_vote"
	CountBallots    Act = "count_ballots"
	Nominate        Act = "nominate"
	SendDossier     Act = "send_dossier"
	ReceiveDossier  Act = "receive_dossier"
	ForwardDossier  Act = "forward_dossier"
	AskOpinion      Act = "ask_opinion"
	StateFact       Act = "state_fact"
	KeepHold        Act = "keep_hold"
	RecordCouncil   Act = "record_council"
	RecordDecision  Act = "record_decision"
	ReadRegister    Act = "read_register"
	KeepRegister    Act = "keep_register"
	RevokeAward     Act = "revoke_award"
	NoteFinding     Act = "note_finding"
	AssignTask      Act = "assign_task"
	FollowUp        Act = "follow_up"
	ElectHead       Act = "elect_head"
	IssuePaper      Act = "issue_paper"
	RecallPaper     Act = "recall_paper"
	PublishBulletin Act = "publish_bulletin"
)

// The acts beside the year: who works here, and what is read of what is not
// public.
const (
	ManagePeople  Act = "manage_people"
	LoadLaw       Act = "load_law"
	SignFile      Act = "sign_file"
	GrantRole     Act = "grant_role"
	ReadSensitive Act = "read_sensitive"
	Export        Act = "export"
	Remind        Act = "remind"
	ManageJobs    Act = "manage_jobs"
)

// Matrix is every permission there is. What is not in it is nobody's.
var Matrix = []Rule{
	{ImportUnits, []Role{Admin, StandingBody}, anyUnit, "Danh mục đơn vị do quản trị hoặc cơ quan thường trực nạp."},
	{SetUpCluster, []Role{StandingBody}, anyUnit, "Cụm, khối thi đua do cơ quan thường trực lập."},
	{OpenSeason, []Role{StandingBody}, anyUnit, "Năm thi đua của cụm do cơ quan thường trực mở."},
	{SetDates, []Role{ClusterHead, StandingBody}, anyUnit, "Ngày của từng bước và việc gia hạn do trưởng cụm hoặc cơ quan thường trực ghi, có lý do khi hạn đã chạy."},
	{DraftRules, []Role{ClusterHead, StandingBody}, anyUnit, "Dự thảo bộ quy tắc do trưởng cụm hoặc cơ quan thường trực soạn cùng các đơn vị."},
	{SignRules, []Role{ClusterHead, StandingBody}, anyUnit, "Bộ quy tắc của cụm do trưởng cụm hoặc cơ quan thường trực ghi sau khi các đơn vị ký."},
	{SignPledge, []Role{ClusterHead, StandingBody}, anyUnit, "Giao ước thi đua do trưởng cụm hoặc cơ quan thường trực ghi."},
	{DraftPledge, []Role{ClusterHead, StandingBody}, anyUnit, "Lời giao ước do trưởng cụm hoặc cơ quan thường trực soạn, đưa các đơn vị ký; sửa lời thì các đơn vị ký lại."},
	{JoinPledge, []Role{Leader}, ownUnit, "Giao ước do lãnh đạo từng đơn vị ký, mỗi người ký cho đơn vị mình."},
	{Register, []Role{EmulationOfficer, Leader}, ownUnit, "Mỗi đơn vị tự đăng ký thi đua cho mình."},
	{MovePhase, []Role{ClusterHead, StandingBody}, anyUnit, "Chuyển bước của năm thi đua do trưởng cụm hoặc cơ quan thường trực làm."},
	{LaunchMovement, []Role{ClusterHead, StandingBody}, anyUnit, "Phong trào của cụm do trưởng cụm phát động; đơn vị thành viên hưởng ứng."},
	{RespondMovement, []Role{EmulationOfficer, Leader}, ownUnit, "Mỗi đơn vị tự báo cáo việc hưởng ứng phong trào."},
	{ReviewMovement, []Role{ClusterHead, StandingBody}, anyUnit, "Sơ kết, tổng kết và kết quả chung của phong trào do trưởng cụm hoặc cơ quan thường trực ghi."},
	{AssignTarget, []Role{StandingBody}, anyUnit, "Chỉ tiêu do cấp trên giao hoặc duyệt; đơn vị không tự giao chỉ tiêu cho mình."},
	{ReportActual, []Role{EmulationOfficer, Leader}, ownUnit, "Mỗi đơn vị tự báo cáo kết quả thực hiện chỉ tiêu."},
	{RecordExemplar, []Role{EmulationOfficer, Leader, ClusterHead, StandingBody}, anyUnit, "Điển hình tiên tiến do đơn vị, trưởng cụm hoặc cơ quan thường trực giới thiệu."},
	{VerifyExemplar, []Role{ClusterHead, StandingBody}, anyUnit, "Điển hình do trưởng cụm hoặc cơ quan thường trực xác minh; không đơn vị nào tự xác minh điển hình của mình."},
	{HonourExemplar, []Role{StandingBody}, anyUnit, "Công nhận điển hình do cơ quan thường trực ghi theo văn bản."},
	{ShowExemplar, []Role{StandingBody}, anyUnit, "Công bố điển hình do cơ quan thường trực làm."},
	{AdoptExemplar, []Role{EmulationOfficer, Leader, ClusterHead, StandingBody}, anyUnit, "Nơi học tập, làm theo do chính đơn vị ấy ghi, hoặc trưởng cụm, cơ quan thường trực ghi."},
	{KeepEvidence, []Role{EmulationOfficer, Leader}, ownUnit, "Minh chứng do chính đơn vị tải lên, ghi mô tả và cho ngừng dùng; đơn vị khác không sửa được."},
	{SelfScore, []Role{EmulationOfficer, Leader}, ownUnit, "Mỗi đơn vị chỉ tự chấm điểm cho mình."},
	{ReopenSheet, []Role{StandingBody, ClusterHead}, otherUnit, "Mở lại tiêu chí trên phiếu đã nộp do cơ quan thường trực hoặc trưởng cụm làm, có lý do và hạn; đơn vị không tự mở lại phiếu của mình."},
	{AssignCross, []Role{ClusterHead, StandingBody}, anyUnit, "Phân công chấm chéo sinh theo quy tắc của năm, do trưởng cụm hoặc cơ quan thường trực xác nhận trước khi mở chấm chéo."},
	{DeclareConflict, []Role{EmulationOfficer, Leader, ClusterHead, ClusterDeputy, StandingBody, CouncilMember, CouncilSecretary}, anyUnit, "Ai có xung đột lợi ích với một đơn vị thì tự khai; cơ quan thường trực có thể khai thay. Người đã khai không xem, không chấm đơn vị ấy."},
	{CrossScore, []Role{EmulationOfficer, Leader}, otherUnit, "Chấm chéo là chấm đơn vị khác; không đơn vị nào chấm chéo cho mình."},
	{Appraise, []Role{StandingBody, ClusterHead, ClusterDeputy}, otherUnit, "Thẩm định do cơ quan khác làm; đơn vị trưởng cụm do phó trưởng cụm hoặc cơ quan thường trực thẩm định."},
	{StateResult, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Kết quả nêu trong báo cáo do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
	{PublishResult, []Role{StandingBody, CouncilSecretary}, anyUnit, "Công bố kết quả do cơ quan thường trực hoặc thư ký hội đồng làm."},
	{HoldConference, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Hội nghị do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
	{TakeMinutes, []Role{ClusterHead, ClusterDeputy, StandingBody, CouncilSecretary, EmulationOfficer, Leader}, anyUnit, "Điểm danh, ý kiến và biên bản do thư ký hội nghị ghi; trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi thay được."},
	{AmendMinutes, []Role{ClusterHead, ClusterDeputy, EmulationOfficer, Leader}, ownUnit, "Chỉ đơn vị có mặt tại hội nghị mới được đề nghị sửa dự thảo biên bản."},
	{SignMinutes, []Role{ClusterHead, ClusterDeputy, StandingBody, CouncilSecretary, EmulationOfficer, Leader}, anyUnit, "Biên bản do chủ tọa và thư ký của hội nghị ký; hai chữ ký là của hai người."},
	{RecordVote, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Kết quả biểu quyết, kiểm phiếu do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
	{CountBallots, []Role{EmulationOfficer, Leader, ClusterHead, ClusterDeputy, StandingBody, CouncilMember, CouncilSecretary}, anyUnit, "Số phiếu do hai người của ban kiểm phiếu nhập, mỗi người một lần, không ai thấy của ai; người của đơn vị có tên trên phiếu không kiểm phiếu."},
	{Nominate, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Đề nghị khen thưởng do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng lập."},
	{SendDossier, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Hồ sơ đề nghị do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng gửi lên; rút về được khi chưa tiếp nhận."},
	{ReceiveDossier, []Role{StandingBody}, anyUnit, "Tiếp nhận, trả lại, mở lại hồ sơ do cơ quan thường trực làm; không ai tiếp nhận hồ sơ do chính mình gửi hoặc của đơn vị mình."},
	{ForwardDossier, []Role{StandingBody, CouncilSecretary}, anyUnit, "Hồ sơ đã tiếp nhận do cơ quan thường trực hoặc thư ký hội đồng trình lên từng cấp, ghi ngày và số văn bản."},
	{AskOpinion, []Role{StandingBody}, anyUnit, "Xin ý kiến hiệp y và lấy ý kiến công khai do cơ quan thường trực làm, ghi hạn và trả lời."},
	{StateFact, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Dữ kiện mà sổ sách chưa có do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi, kèm văn bản chứng minh."},
	{KeepHold, []Role{StandingBody}, anyUnit, "Việc kỷ luật, thanh tra, khiếu nại, tố cáo, báo chí nêu làm tạm dừng khen thưởng do cơ quan thường trực ghi và kết thúc theo văn bản."},
	{RecordCouncil, []Role{CouncilSecretary, StandingBody}, anyUnit, "Kết quả xét của Hội đồng do thư ký hội đồng hoặc cơ quan thường trực ghi."},
	{RecordDecision, []Role{Decider, CouncilSecretary, StandingBody}, anyUnit, "Quyết định khen thưởng do người có thẩm quyền ký; người ký, thư ký hội đồng hoặc cơ quan thường trực ghi số và ngày."},
	{ReadRegister, []Role{StandingBody, CouncilSecretary, CouncilMember, Decider, Inspector, EmulationOfficer, Leader, ClusterHead, ClusterDeputy}, anyUnit, "Sổ khen thưởng: cơ quan thường trực, Hội đồng và người có thẩm quyền xem của tỉnh; đơn vị chỉ xem khen thưởng của đơn vị và người của đơn vị mình; quản trị không xem."},
	{KeepRegister, []Role{StandingBody}, anyUnit, "Sổ khen thưởng do cơ quan thường trực giữ: nạp khen thưởng đã có, bỏ một lần nạp nhầm, ghi hai cách viết là một người."},
	{RevokeAward, []Role{Decider, CouncilSecretary, StandingBody}, anyUnit, "Khen thưởng chỉ được điều chỉnh, thu hồi bằng một quyết định khác; người có thẩm quyền, thư ký hội đồng hoặc cơ quan thường trực ghi quyết định ấy và việc thu lại tiền, hiện vật."},
	{EstablishCouncil, []Role{StandingBody}, anyUnit, "Hội đồng, việc kiện toàn và quy chế của Hội đồng do cơ quan thường trực ghi theo quyết định."},
	{CallCouncil, []Role{StandingBody, CouncilSecretary}, anyUnit, "Cuộc họp của Hội đồng và danh sách hồ sơ do cơ quan thường trực hoặc thư ký hội đồng chuẩn bị."},
	{KeepFund, []Role{StandingBody}, anyUnit, "Thu, chi của quỹ thi đua, khen thưởng do cơ quan thường trực ghi; ghi sai thì ghi bút toán điều chỉnh, không sửa, không xóa."},
	{PayBonus, []Role{StandingBody}, anyUnit, "Chi tiền thưởng do cơ quan thường trực ghi; người ghi quyết định khen thưởng không ghi chi tiền của chính quyết định ấy."},
	{KeepBlanks, []Role{StandingBody}, anyUnit, "Phôi bằng, vị trí in, số phôi nhập và phôi hỏng do cơ quan thường trực giữ; số đã ghi không sửa, không xóa."},
	{IssueCertificate, []Role{StandingBody, CouncilSecretary}, anyUnit, "Bằng khen, giấy khen do cơ quan thường trực hoặc thư ký hội đồng in theo quyết định đã ghi sổ; in lại phải có lý do."},
	{NoteFinding, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Hạn chế do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
	{AssignTask, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Nhiệm vụ năm sau do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
	{FollowUp, []Role{EmulationOfficer, Leader, ClusterHead, StandingBody}, anyUnit, "Kết quả khắc phục hạn chế, thực hiện nhiệm vụ do đơn vị được giao ghi; trưởng cụm hoặc cơ quan thường trực ghi thay và xác nhận đã xong."},
	{ElectHead, []Role{ClusterHead, StandingBody}, anyUnit, "Trưởng cụm năm sau do các đơn vị bầu hoặc thống nhất; chương trình không tự chọn."},
	{IssuePaper, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Văn bản của cụm do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng lập, ban hành; số trong năm của mỗi cơ quan chỉ cấp một lần."},
	{RecallPaper, []Role{ClusterHead, StandingBody, CouncilSecretary}, anyUnit, "Văn bản đã ban hành không sửa, không xóa; người được ban hành thì được thu hồi, có lý do, và số đã cấp không cấp lại."},
	{PublishBulletin, []Role{StandingBody, CouncilSecretary}, anyUnit, "Bản tin công khai do cơ quan thường trực hoặc thư ký hội đồng đăng."},
	{Remind, []Role{ClusterHead, ClusterDeputy, StandingBody}, anyUnit, "Nhắc đơn vị chưa nộp là việc của trưởng cụm, phó trưởng cụm và cơ quan thường trực."},
	{ManageJobs, []Role{Admin}, anyUnit, "Việc chạy nền bị dừng do quản trị cho làm lại hoặc bỏ."},
	{ManagePeople, []Role{Admin}, anyUnit, "Tài khoản người dùng do quản trị lập, khóa và mở."},
	{LoadLaw, []Role{Admin}, anyUnit, "Quy định của địa phương do quản trị nạp từ tệp; bản đã nạp không sửa, không xóa."},
	{KeepTemplate, []Role{Admin, StandingBody}, anyUnit, "Mẫu văn bản của địa phương do quản trị hoặc cơ quan thường trực nạp, cho áp dụng hoặc thôi áp dụng; bản đã nạp không sửa, không xóa."},
	{FillReport, []Role{StandingBody}, anyUnit, "Số liệu thống kê mà sổ không biết do cơ quan thường trực nhập, có lý do và văn bản làm căn cứ; số sổ đã biết thì không ai nhập thay."},
	{SignFile, []Role{EmulationOfficer, Leader, ClusterHead, ClusterDeputy, StandingBody, CouncilSecretary, CouncilMember, Decider}, anyUnit, "Mỗi người ký số tệp bằng chứng thư số của mình; quản trị và thanh tra không ký."},
	{GrantRole, []Role{Admin}, anyUnit, "Vai trò do quản trị giao, thu hồi theo văn bản; không ai tự giao cho mình."},
	{HandOver, []Role{Admin, StandingBody}, anyUnit, "Bàn giao trưởng cụm do cơ quan thường trực hoặc quản trị ghi theo biên bản, văn bản."},
}

// Check refuses the act unless the actor's role allows it and the unit whose
// matter it is (an id, empty when none) is within the actor's scope.
func Check(by Actor, act Act, unit string) error {
	rule, ok := find(act)
	if !ok || !rule.allows(by.Role) {
		return refusal.By(string(act), rule.sentence())
	}
	switch {
	case rule.scope == ownUnit && (by.Unit == "" || by.Unit != unit),
		rule.scope == otherUnit && (unit == "" || by.Unit == unit):
		return refusal.By(string(act), rule.sentence())
	}
	return nil
}

// Of is the matrix row of the act; false for one that is nobody's.
func Of(act Act) (Rule, bool) { return find(act) }

func find(act Act) (Rule, bool) {
	for _, r := range Matrix {
		if r.Act == act {
			return r, true
		}
	}
	return Rule{}, false
}

func (r Rule) allows(role Role) bool {
	for _, x := range r.Roles {
		if x == role {
			return true
		}
	}
	return false
}

func (r Rule) sentence() string {
	if r.Says == "" {
		return "Không ai được làm việc này."
	}
	return r.Says
}
