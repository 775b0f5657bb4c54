package seasonfile_test

// expectations are what each case's source says, written down by hand from the
// source and not from the program. What is not named here must be left out of
// the result, or empty.
var expectations = []struct{ file, result string }{
	{"01_nghean_dong_bang_2014", `{"cluster": "Cụm thi đua các huyện, thị đồng bằng", "season": "2014", "members_count": 5,
		"members": ["Huyện Diễn Châu", "Huyện Yên Thành", "Huyện Quỳnh Lưu", "Thị xã Hoàng Mai", "Huyện Đô Lương"]}`},

	{"03_lang_son_noi_dia_2012", `{"cluster": "Cụm thi đua các huyện, thành phố nội địa", "season": "2012", "members_count": 6,
		"members": ["Huyện Văn Quan", "Huyện Bình Gia", "Huyện Bắc Sơn", "Huyện Chi Lăng", "Huyện Hữu Lũng", "Thành phố Lạng Sơn"],
		"ranking": [{"rank": 1, "unit": "Huyện Bắc Sơn"}, {"rank": 2, "unit": "Huyện Hữu Lũng"}, {"rank": 3, "unit": "Thành phố Lạng Sơn"}],
		"votes": [{"question": "Suy tôn các đơn vị dẫn đầu cụm", "method": "consensus", "establishment": 6, "passed": true, "options": [
			{"option": "Huyện Bắc Sơn", "passed": true}, {"option": "Huyện Hữu Lũng", "passed": true}, {"option": "Thành phố Lạng Sơn", "passed": true}]}],
		"next_head": "Huyện Hữu Lũng", "next_deputy": "Huyện Bắc Sơn"}`},

	{"05_dak_lak_tinh_uy_cum_6_2015", `{"cluster": "Cụm thi đua số 6", "season": "2015", "members_count": 5,
		"members": ["Huyện ủy Ea H'leo", "Huyện ủy Krông Pắc", "Huyện ủy Krông Búk", "Huyện ủy Krông Năng", "Thị ủy Buôn Hồ"],
		"nominations": [
			{"candidate": "Huyện ủy Krông Pắc", "member": true, "title": "Cờ thi đua xuất sắc của Ban Thường vụ Tỉnh ủy", "status": "proposed"},
			{"candidate": "Thị ủy Buôn Hồ", "member": true, "title": "Bằng khen", "status": "proposed"},
			{"candidate": "Huyện ủy Ea H'leo", "member": true, "title": "Bằng khen", "status": "proposed"}],
		"next_head": "Huyện ủy Krông Búk"}`},

	{"06_dong_nai_mttq_cum_II_2022", `{"cluster": "Cụm thi đua số II", "season": "2022", "members_count": 6, "head": "Cẩm Mỹ",
		"members": ["Cẩm Mỹ", "Thống Nhất", "Tân Phú", "Định Quán", "Vĩnh Cửu"],
		"figures": [{"name": "Đơn vị hoàn thành xuất sắc nhiệm vụ", "count": 6, "of": 6, "percent": 100}],
		"nominations": [
			{"candidate": "Cẩm Mỹ", "member": true, "title": "Cờ thi đua của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "status": "proposed"},
			{"candidate": "Thống Nhất", "member": true, "title": "Bằng khen", "status": "proposed"},
			{"candidate": "Tân Phú", "member": true, "title": "Bằng khen", "status": "proposed"},
			{"candidate": "Định Quán", "member": true, "title": "Bằng khen", "status": "proposed"}],
		"next_head": "Vĩnh Cửu", "next_deputy": "Tân Phú"}`},

	{"09_bac_kan_khoi_vhxh_2022", `{"cluster": "Khối thi đua Văn hóa - Xã hội", "season": "2022", "members_count": 10,
		"head": "Ban Dân tộc tỉnh", "deputy": "Sở Giáo dục và Đào tạo",
		"members": ["Ban Dân tộc tỉnh", "Sở Giáo dục và Đào tạo", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "Sở Lao động, Thương binh và Xã hội"],
		"votes": [{"question": "Suy tôn các đơn vị được đề nghị khen thưởng", "method": "paper", "establishment": 10, "passed": true, "options": [
			{"option": "Ban Dân tộc tỉnh", "passed": true}, {"option": "Sở Thông tin và Truyền thông", "passed": true},
			{"option": "Sở Khoa học và Công nghệ", "passed": true}, {"option": "Sở Lao động, Thương binh và Xã hội", "passed": true}]}],
		"nominations": [
			{"candidate": "Ban Dân tộc tỉnh", "member": true, "title": "Cờ thi đua của Ủy ban nhân dân tỉnh", "status": "endorsed"},
			{"candidate": "Sở Thông tin và Truyền thông", "member": true, "title": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "status": "endorsed"},
			{"candidate": "Sở Khoa học và Công nghệ", "member": true, "title": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "status": "endorsed"},
			{"candidate": "Sở Lao động, Thương binh và Xã hội", "member": true, "title": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "status": "endorsed"}]}`},

	{"10_ben_tre_hoi_dong_2018", `{"cluster": "Hội đồng Thi đua - Khen thưởng tỉnh Bến Tre", "season": "2018", "council_counts": [
		{"title": "Cờ thi đua của tỉnh", "proposed": 69, "passed": 48},
		{"title": "Cờ thi đua của Chính phủ", "proposed": 5, "passed": 5,
			"findings": [{"sentence": "5 Cờ thi đua của Chính phủ trên 48 cờ thi đua cấp tỉnh, bằng 10,42 %.", "mark": "record"}]},
		{"title": "Bằng khen", "proposed": 74, "passed": 69}]}`},

	{"11_ben_tre_hoi_dong_2019", `{"cluster": "Hội đồng Thi đua - Khen thưởng tỉnh Bến Tre", "season": "2019", "council_counts": [
		{"title": "Cờ thi đua của tỉnh", "passed": 57},
		{"title": "Cờ thi đua của Chính phủ", "passed": 5,
			"findings": [{"sentence": "5 Cờ thi đua của Chính phủ trên 57 cờ thi đua cấp tỉnh, bằng 8,77 %.", "mark": "record"}]},
		{"title": "Bằng khen", "passed": 28},
		{"title": "Bằng khen của Thủ tướng Chính phủ", "kind": "collective", "passed": 2},
		{"title": "Bằng khen của Thủ tướng Chính phủ", "kind": "person", "passed": 1},
		{"title": "Huân chương Lao động hạng Ba", "kind": "person", "passed": 2}]}`},

	{"12_bac_ninh_hoi_dong_2022", `{"cluster": "Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh", "season": "2022", "council_counts": [
		{"title": "Cờ thi đua của Chính phủ", "passed": 12, "findings": [{
			"sentence": "12 Cờ thi đua của Chính phủ trên 54 cờ thi đua cấp tỉnh, bằng 22,22 %. Cao hơn 20 %: cần hỏi lại số tập thể làm căn cứ tính, vì số tập thể dẫn đầu cụm, khối có thể nhiều hơn số cờ được thống kê.",
			"mark": "unverified", "source": "Nghị định 91/2017/NĐ-CP, Điều 11 khoản 1"}]},
		{"title": "Cờ thi đua của tỉnh", "passed": 54},
		{"title": "Tập thể lao động xuất sắc", "passed": 280},
		{"title": "Chiến sĩ thi đua cấp tỉnh", "passed": 60},
		{"title": "Bằng khen", "kind": "collective", "passed": 202},
		{"title": "Bằng khen", "kind": "person", "passed": 441}]}`},

	{"14_hcm_cum_10_ubnd_2025", `{"cluster": "Cụm thi đua số 10", "season": "2025", "members_count": 12, "head": "Phường Bến Cát",
		"members": ["Phường Bến Cát", "Phường Thới Hòa", "Phường Hòa Lợi", "Phường Chánh Phú Hòa", "Phường Long Nguyên", "Phường Tây Nam",
			"Phường Phú An", "Phường Tân Uyên", "Phường Tân Hiệp", "Phường Tân Khánh", "Phường Bình Cơ", "Phường Vĩnh Tân"],
		"nominations": [{"candidate": "Phường Bến Cát", "member": true, "title": "Cờ thi đua năm 2025", "status": "proposed"}]}`},

	{"15_hcm_cum_10_vpdu_2025", `{"cluster": "Cụm thi đua số 10, Văn phòng Đảng ủy", "season": "2025", "members_count": 12,
		"members": ["Văn phòng Đảng ủy phường Bến Cát"],
		"figures": [{"name": "Đơn vị tự chấm hoàn thành xuất sắc nhiệm vụ", "count": 12, "of": 12, "percent": 100}],
		"ranking": [{"rank": 1, "unit": "Văn phòng Đảng ủy phường Bến Cát"}]}`},

	{"16_cum_ct_xh_lien_hiep_2025", `{"cluster": "Cụm thi đua các tổ chức chính trị - xã hội và các tổ chức Liên hiệp", "season": "2025",
		"head": "Liên hiệp các hội Khoa học và Kỹ thuật Việt Nam", "deputy": "Hội Liên hiệp Phụ nữ Việt Nam",
		"members": ["Liên hiệp các hội Khoa học và Kỹ thuật Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam", "Liên hiệp các tổ chức hữu nghị Việt Nam", "Liên hiệp các hội Văn học Nghệ thuật Việt Nam"],
		"votes": [{"question": "Suy tôn các đơn vị được đề nghị khen thưởng", "method": "paper", "passed": true, "options": [
			{"option": "Liên hiệp các hội Khoa học và Kỹ thuật Việt Nam", "passed": true}, {"option": "Hội Liên hiệp Phụ nữ Việt Nam", "passed": true},
			{"option": "Liên hiệp các tổ chức hữu nghị Việt Nam", "passed": true}, {"option": "Liên hiệp các hội Văn học Nghệ thuật Việt Nam", "passed": true}]}],
		"nominations": [
			{"candidate": "Liên hiệp các hội Khoa học và Kỹ thuật Việt Nam", "member": true, "title": "Cờ thi đua", "status": "endorsed"},
			{"candidate": "Hội Liên hiệp Phụ nữ Việt Nam", "member": true, "title": "Bằng khen", "status": "endorsed"},
			{"candidate": "Liên hiệp các tổ chức hữu nghị Việt Nam", "member": true, "title": "Bằng khen", "status": "endorsed"},
			{"candidate": "Liên hiệp các hội Văn học Nghệ thuật Việt Nam", "member": true, "title": "Bằng khen", "status": "endorsed"}]}`},

	{"17_nhnn_khoi_6_2025", `{"cluster": "Khối thi đua số 6", "season": "2025", "head": "Học viện Ngân hàng",
		"members": ["Học viện Ngân hàng", "Đại học Ngân hàng TP.HCM", "Công đoàn Ngân hàng Việt Nam"],
		"nominations": [
			{"candidate": "Học viện Ngân hàng", "member": true, "title": "Cờ thi đua của Ngân hàng Nhà nước", "status": "proposed"},
			{"candidate": "Đại học Ngân hàng TP.HCM", "member": true, "title": "Bằng khen của Thống đốc", "reason": "Xuất sắc về công đoàn", "status": "proposed"}],
		"next_head": "Đại học Ngân hàng TP.HCM", "next_deputy": "Công đoàn Ngân hàng Việt Nam"}`},

	{"21_nghe_an_co_chinh_phu_2022", `{"cluster": "Thủ tướng Chính phủ", "season": "2022",
		"figures": [{"name": "Cờ thi đua của Chính phủ tặng tập thể của tỉnh Nghệ An", "count": 5}],
		"nominations": [
			{"candidate": "Văn phòng UBND tỉnh Nghệ An", ` + awarded + `}, {"candidate": "Sở Giao thông Vận tải tỉnh Nghệ An", ` + awarded + `},
			{"candidate": "Sở Giáo dục và Đào tạo tỉnh Nghệ An", ` + awarded + `}, {"candidate": "Sở Tư pháp tỉnh Nghệ An", ` + awarded + `},
			{"candidate": "Báo Nghệ An", ` + awarded + `}]}`},

	// To one decimal 83/85 = 97,647 % is 97,6 cut or rounded, which is then no
	// complaint; 98,2775 % printed 98,27 can only be cut.
	{"22_ham_thuan_bac_ccb_2018", `{"cluster": "Hội Cựu chiến binh huyện Hàm Thuận Bắc", "season": "2018", "figures": [
		{"name": "Cơ sở hoàn thành tốt", "count": 17, "of": 17, "percent": 100},
		{"name": "Chi hội", "count": 83, "of": 85, "percent": 97.647, "printed": "97,6", "rounding": "half_up"},
		{"name": "Hội viên gương mẫu", "count": 3081, "of": 3135, "percent": 98.278, "printed": "98,27", "rounding": "cut"},
		{"name": "Gia đình văn hóa", "count": 2941, "of": 2966, "percent": 99.157, "printed": "99,16", "rounding": "half_up"}]}`},

	{"26_soc_son_cong_doan_2019", `{"cluster": "Liên đoàn Lao động huyện Sóc Sơn", "season": "2018-2019", "figures": [
		{"name": "Cụm thi đua", "count": 5}, {"name": "Trường học", "count": 97}, {"name": "Tỷ lệ vững mạnh trở lên (%)", "count": 95}]}`},

	{"27_hcm_cham_diem_quan_huyen", `{"cluster": "Sở, ban, ngành Thành phố Hồ Chí Minh chấm điểm quận, huyện", "season": "2024", "illustrative": true,
		"members": ["Quận Mẫu"], "ranking": [{"rank": 1, "unit": "Quận Mẫu", "score": 107, "max": 100, "percent": 107, "illustrative": true}]}`},
}

const awarded = `"title": "Cờ thi đua của Chính phủ", "status": "decided",
	"reason": "Đã hoàn thành xuất sắc toàn diện nhiệm vụ công tác, dẫn đầu phong trào thi đua yêu nước của tỉnh Nghệ An năm 2022"`
