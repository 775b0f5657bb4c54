package seasonfile

// glosses are the file's words in Vietnamese.
var glosses = map[string]string{
	"cum": "cụm", "khoi": "khối", "council": "hội đồng", "other": "khác",
	"state": "cấp nhà nước", "ministry": "bộ, ngành", "province": "tỉnh", "department": "sở, ban, ngành", "district": "huyện", "commune": "xã",
	"city": "thành phố trực thuộc trung ương", "urban_district": "quận", "town": "thị xã", "district_city": "thành phố cấp huyện", "ward": "phường", "township": "thị trấn",
	"special_zone": "đặc khu", "people_committee": "ủy ban nhân dân", "office": "văn phòng", "division": "phòng", "party_body": "cơ quan Đảng", "front": "Mặt trận",
	"union": "công đoàn", "association": "hội, đoàn thể", "force": "công an, quân đội", "press": "báo, đài", "bank": "ngân hàng", "company": "doanh nghiệp",
	"school": "trường học", "hospital": "cơ sở y tế",

	"set_up": "chuẩn bị", "pledge": "giao ước", "work": "phong trào", "interim_review": "sơ kết", "self_scoring": "tự chấm", "cross_scoring": "chấm chéo",
	"appraisal": "thẩm định", "conference": "hội nghị", "nomination": "hồ sơ đề nghị", "award": "trao thưởng", "closed": "kết thúc",

	"regular": "thường xuyên", "campaign": "theo đợt", "interim": "sơ kết", "final": "tổng kết", "more": "càng nhiều càng tốt", "less": "càng ít càng tốt",
	"collective": "tập thể", "person": "cá nhân", "household": "hộ gia đình", "model": "mô hình", "statement": "câu nêu trong báo cáo",
	"discovered": "đã phát hiện", "verified": "đã xác minh", "recognised": "đã công nhận", "published": "đã công bố", "replicated": "đã nhân rộng",

	"linear": "theo tỷ lệ hoàn thành", "quantitative": "định lượng", "qualitative": "định tính", "direct": "đếm số việc", "bonus_penalty": "cộng, trừ",
	"rank_points": "theo thứ hạng", "external": "cơ quan khác chấm", "grade": "xếp loại", "half_up": "làm tròn", "cut": "cắt", "none": "không", "leaf": "từng tiêu chí",
	"total": "tổng điểm", "groups": "nhóm tiêu chí", "leaves": "tiêu chí", "ring": "vòng tròn", "pairs": "từng cặp", "all": "mọi đơn vị", "departments": "các sở, ngành",
	"self": "tự chấm", "cross": "chấm chéo", "appraised": "thẩm định", "votes": "số phiếu", "earlier_awards": "thành tích trước", "head_and_deputy": "trưởng, phó quyết định",
	"women": "tỷ lệ nữ", "equal": "đồng hạng", "down": "làm tròn xuống", "up": "làm tròn lên",

	"briefing": "giao ban", "closing": "tổng kết", "review_round": "bình xét", "signing": "ký kết giao ước",
	"consensus": "thống nhất", "open": "biểu quyết công khai", "paper": "bỏ phiếu kín", "electronic": "bỏ phiếu điện tử", "cluster": "cụm, khối",
	"establishment": "tổng số thành viên", "present": "số có mặt", "issued": "phiếu phát ra", "returned": "phiếu thu về", "valid": "phiếu hợp lệ",
	"for": "đồng ý", "against": "không đồng ý", "blank": "không có ý kiến",
	"proposed": "được đề nghị", "endorsed": "được suy tôn", "not_endorsed": "không được suy tôn", "passed": "được thông qua", "decided": "đã có quyết định",
	"merit": "công trạng", "ad_hoc": "đột xuất", "thematic": "phong trào thi đua, chuyên đề", "dedication": "quá trình cống hiến", "long_service": "niên hạn", "foreign": "đối ngoại",
	"submission_letter": "tờ trình", "achievement_report": "báo cáo thành tích", "review_minutes": "biên bản bình xét", "vote_result": "kết quả bỏ phiếu",
	"initiative_proof": "chứng nhận sáng kiến", "opinions": "ý kiến hiệp y", "originals": "bản chính",
}
