package report

import (
	"thidua/award"
	"thidua/rulebook"
)

// The breakdowns of the forms.
const (
	byScope      = "scope"
	byTerm       = "term"
	byWay        = "way"
	byProposer   = "proposer"
	byRecipient  = "recipient"
	byEnterprise = "enterprise"
	byPost       = "post"
)

// all is the code of every form's first row, which the others divide.
const all = "01"

// Forms are the statistical forms, by number.
var Forms = []Form{movements, stateAwards, provinceAwards, organisations, civilServants}

var movements = Form{Code: "0601", Number: "0601.N/BNV-TĐKT", Title: "Số phong trào thi đua", Source: Movements, Measure: "Phong trào",
	Adds: true,
	Note: "Đếm phong trào của các cụm, khối thi đua trong chương trình, trừ cụm, khối có cơ quan thường trực thuộc tỉnh khác. Sổ không ghi cấp phát động, nên các cột 2, 3, 4 chưa rõ.",
	Columns: []Column{{Name: "Tổng số"}, {Name: "Cấp Trung ương"}, {Name: "Cấp bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố"},
		{Name: "Cơ quan, tổ chức, đơn vị"}},
	Rows: []Row{
		{Name: "Tổng số", Code: all},
		{Name: "1. Chia theo phạm vi tổ chức thi đua"},
		of(all, byScope, "02", "Toàn quốc"),
		of(all, byScope, "03", "Bộ, ban, ngành, đoàn thể, địa phương"),
		of(all, byScope, "04", "Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức"),
		of(all, byScope, "05", "Cơ quan, tổ chức, đơn vị"),
		{Name: "2. Chia theo thời hạn thi đua"},
		of(all, byTerm, "06", "Dưới 1 năm"),
		of(all, byTerm, "07", "1 năm"),
		of(all, byTerm, "08", "Từ 1 năm đến dưới 3 năm"),
		of(all, byTerm, "09", "Từ 3 năm đến dưới 5 năm"),
		of(all, byTerm, "10", "Từ 5 năm trở lên"),
		{Name: "3. Chia theo phương thức tổ chức phong trào thi đua"},
		of(all, byWay, "11", "Thi đua theo chuyên đề"),
		of(all, byWay, "12", "Thi đua thường xuyên hằng năm"),
	}}

// The groups of columns of form 0602 that are parted by recipient.
const (
	orders  = "Các loại huân chương, huy chương"
	honours = "Danh hiệu vinh dự nhà nước"
	merit   = "Bằng khen của Thủ tướng Chính phủ"
)

var stateAwards = Form{Code: "0602", Number: "0602.N/BNV-TĐKT", Title: "Số lượng khen thưởng cấp Nhà nước", Source: Awards, ByRow: true,
	Note: "Đếm khen thưởng theo năm của ngày quyết định, kể cả khen thưởng sau đó bị thu hồi. Trong các huân chương, danh hiệu vinh dự, sổ chỉ ghi Huân chương Lao động và Anh hùng Lao động; hình thức khác phải cộng thêm. Mẫu có cột tập thể, cá nhân cho mỗi loại huân chương, huy chương, danh hiệu, nhưng chưa đọc được danh sách các loại, nên gộp một cặp cột; khen thưởng cho hộ gia đình chưa rõ tính vào cột nào.",
	Columns: []Column{{Name: "Tổng số", Least: true},
		{Group: orders, Name: "Tập thể", Kind: award.Collective, Titles: []award.Code{rulebook.LabourOrder}, Least: true},
		{Group: orders, Name: "Cá nhân", Kind: award.Individual, Titles: []award.Code{rulebook.LabourOrder}, Least: true},
		{Name: "Giải thưởng Hồ Chí Minh (cá nhân)", Unheld: true},
		{Name: "Giải thưởng Nhà nước (cá nhân)", Unheld: true},
		{Group: honours, Name: "Tập thể", Kind: award.Collective, Titles: []award.Code{rulebook.HeroOfLabour}, Least: true},
		{Group: honours, Name: "Cá nhân", Kind: award.Individual, Titles: []award.Code{rulebook.HeroOfLabour}, Least: true},
		{Name: "Cờ thi đua của Chính phủ", Titles: []award.Code{rulebook.GovernmentFlag}},
		{Group: merit, Name: "Tập thể", Kind: award.Collective, Titles: []award.Code{rulebook.PrimeMinisterMerit}},
		{Group: merit, Name: "Cá nhân", Kind: award.Individual, Titles: []award.Code{rulebook.PrimeMinisterMerit}},
		{Name: "Chiến sĩ thi đua toàn quốc", Titles: []award.Code{rulebook.NationalFighter}},
		{Name: "Các hình thức khen thưởng khác", Unheld: true}},
	Rows: append([]Row{
		{Name: "Tổng số", Code: all},
		{Name: "1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ"},
		measured(of(all, byProposer, "02", "Bộ, ban, ngành, đoàn thể Trung ương"), "Bộ, ngành"),
		measured(of(all, byProposer, "03", "Tỉnh, thành phố trực thuộc Trung ương"), "Tỉnh, thành phố"),
		{Name: "2. Chia theo đối tượng khen thưởng"},
	}, recipients("3", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21")...)}

var provinceAwards = Form{Code: "0603", Number: "0603.N/BNV-TĐKT", Source: Awards, ByRow: true,
	Title: "Số lượng khen thưởng cấp bộ, ban, ngành, đoàn thể Trung ương và tỉnh, thành phố trực thuộc Trung ương",
	Note:  "Đếm khen thưởng theo năm của ngày quyết định, kể cả khen thưởng sau đó bị thu hồi. Sổ không ghi huy hiệu, kỷ niệm chương; số ấy phải cộng thêm.",
	Columns: []Column{{Name: "Tổng số", Least: true},
		{Name: "Bằng khen", Titles: []award.Code{rulebook.ProvinceMerit}},
		{Name: "Chiến sĩ thi đua cấp bộ, cấp tỉnh", Titles: []award.Code{rulebook.ProvinceFighter}},
		{Name: "Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố", Titles: []award.Code{rulebook.ProvinceFlag}},
		{Name: "Huy hiệu (kỷ niệm chương)", Unheld: true}},
	Rows: append([]Row{
		{Name: "Tổng số", Code: all},
		{Name: "1. Chia theo đối tượng khen thưởng"},
	}, recipients("2", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17")...)}

// recipients are the rows by recipient and, under a heading of that number, by
// way of commendation, with these sixteen codes.
func recipients(heading string, codes ...string) []Row {
	collective, household, individual := codes[0], codes[2], codes[3]
	rows := []Row{
		measured(of(all, byRecipient, collective, "Tập thể"), "Tập thể"),
		measured(of(collective, byEnterprise, codes[1], "Trong đó: doanh nghiệp"), "Doanh nghiệp"),
		measured(of(all, byRecipient, household, "Hộ gia đình"), "Hộ"),
		measured(of(all, byRecipient, individual, "Cá nhân"), "Người"),
	}
	for i, name := range []string{"Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "Lãnh đạo cấp vụ, sở, ngành và tương đương", "Doanh nhân",
		"Các cấp lãnh đạo khác từ phó phòng trở lên", "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu"} {
		rows = append(rows, measured(of(individual, byPost, codes[4+i], name), "Người"))
	}
	rows = append(rows, Row{Name: heading + ". Chia theo phương thức khen thưởng"})
	for i, name := range []string{"Thường xuyên", "Chuyên đề", "Đột xuất", "Đối ngoại", "Cống hiến", "Niên hạn", "Kháng chiến"} {
		rows = append(rows, of(all, byWay, codes[9+i], name))
	}
	return rows
}

func of(parent, breakdown, code, name string) Row {
	return Row{Name: name, Code: code, Breakdown: breakdown, Of: parent}
}

func measured(r Row, measure string) Row {
	r.Measure = measure
	return r
}
