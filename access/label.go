package access

// Label is the act in few Vietnamese words, for the journal and for filters;
// its own name for an act that is not in the list.
func (a Act) Label() string {
	if words := actLabels[a]; words != "" {
		return words
	}
	return string(a)
}

var actLabels = map[Act]string{
	ImportUnits:     "Nạp danh mục đơn vị",
	SetUpCluster:    "Lập cụm, ghi thành viên",
	OpenSeason:      "Mở năm thi đua",
	SetDates:        "Đặt ngày, gia hạn",
	DraftRules:      "Soạn dự thảo bộ quy tắc",
	SignRules:       "Ký bộ quy tắc",
	SignPledge:      "Ký giao ước",
	DraftPledge:     "Soạn giao ước",
	JoinPledge:      "Ký giao ước cho đơn vị",
	Register:        "Đăng ký thi đua",
	MovePhase:       "Chuyển bước",
	LaunchMovement:  "Phát động phong trào",
	RespondMovement: "Hưởng ứng phong trào",
	ReviewMovement:  "Sơ kết, tổng kết phong trào",
	AssignTarget:    "Giao, điều chỉnh chỉ tiêu",
	ReportActual:    "Báo cáo kết quả chỉ tiêu",
	RecordExemplar:  "Ghi điển hình tiên tiến",
	VerifyExemplar:  "Xác minh điển hình",
	HonourExemplar:  "Công nhận điển hình",
	ShowExemplar:    "Nêu gương điển hình",
	AdoptExemplar:   "Học tập, làm theo điển hình",
	KeepEvidence:    "Giữ minh chứng",
	SelfScore:       "Tự chấm điểm",
	CrossScore:      "Chấm chéo",
	Appraise:        "Thẩm định",
	StateResult:     "Ghi kết quả theo báo cáo",
	PublishResult:   "Công bố kết quả",
	HoldConference:  "Ghi hội nghị",
	RecordVote:      "Ghi biểu quyết",
	CountBallots:    "Nhập số phiếu đã kiểm",
	Nominate:        "Đề nghị khen thưởng",
	RecordCouncil:   "Ghi kết quả xét của Hội đồng",
	RecordDecision:  "Ghi quyết định khen thưởng",
	NoteFinding:     "Ghi hạn chế",
	AssignTask:      "Ghi nhiệm vụ",
	FollowUp:        "Ghi kết quả khắc phục, thực hiện",
	ElectHead:       "Ghi trưởng cụm năm sau",
	IssuePaper:      "Lập văn bản",
	PublishBulletin: "Đăng bản tin",
	ManagePeople:    "Quản lý tài khoản",
	GrantRole:       "Giao, thu hồi vai trò",
	HandOver:        "Bàn giao trưởng cụm",
	SignIn:          "Đăng nhập",
	ChangePassword:  "Đổi mật khẩu",
	ChangeSecond:    "Bật, tắt xác minh hai lớp",
	ChangePasskey:   "Thêm, bỏ khóa truy cập",
	ChangeMail:      "Đổi địa chỉ thư",
	EndSession:      "Kết thúc phiên làm việc",
	SendLink:        "Lập đường liên kết dùng một lần",
	LockPerson:      "Khóa tài khoản",
	UnlockPerson:    "Mở khóa tài khoản",
	ReadSensitive:   "Đọc dữ liệu nhạy cảm",
	Export:          "Tải tệp, xuất dữ liệu",
	Remind:          "Nhắc đơn vị chưa nộp",
	ManageJobs:      "Xử lý việc chạy nền",
}
