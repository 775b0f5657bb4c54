package report

import "fmt"

// The breakdowns of the forms that are typed.
const (
	byLevel     = "level"
	byAge       = "age"
	byEducation = "education"
	bySeniority = "seniority"
)

var organisations = Form{Code: "0604", Number: "0604.N/BNV-TĐKT", Title: "Số lượng tổ chức làm công tác thi đua, khen thưởng", ByRow: true,
	Note:    "Sổ không ghi tổ chức làm công tác thi đua, khen thưởng: các số do cơ quan thường trực nhập. Đơn vị tính của từng dòng chưa đọc được.",
	Columns: []Column{{Name: "Số lượng", Unheld: true}},
	Rows: []Row{
		{Name: "Tổng số", Code: all},
		of(all, byLevel, "02", "Cấp Vụ thuộc bộ, ban, ngành, đoàn thể Trung ương"),
		of(all, byLevel, "03", "Cấp phòng, ban hoặc bộ phận thuộc Vụ"),
		of(all, byLevel, "04", "Cấp ban thuộc Sở Nội vụ"),
		of(all, byLevel, "05", "Cấp phòng thuộc Sở Nội vụ"),
	}}

var civilServants = Form{Code: "0605", Number: "0605.N/BNV-TĐKT", Title: "Số lượng công chức làm công tác thi đua, khen thưởng",
	Note:    "Sổ không ghi công chức làm công tác thi đua, khen thưởng: các số do cơ quan thường trực nhập. Mã số các dòng của biểu này chưa đọc được nên để trống; dòng tổng chung, nếu mẫu có, cũng chưa đọc được.",
	Columns: []Column{{Name: "Tổng số", Unheld: true}, {Name: "Trong đó: nữ", Unheld: true, Part: true}},
	Rows: append(append(
		uncoded(byAge, "Chia theo độ tuổi", "Từ 30 tuổi trở xuống", "Từ 31 đến 40 tuổi", "Từ 41 đến 50 tuổi", "Từ 51 đến 55 tuổi", "Từ 56 đến 60 tuổi", "Trên 60 tuổi"),
		uncoded(byEducation, "Chia theo trình độ đào tạo", "Sơ cấp", "Trung cấp", "Cao đẳng", "Đại học", "Trên đại học")...),
		uncoded(bySeniority, "Chia theo thâm niên trong lĩnh vực", "Dưới 5 năm", "Từ 5 đến 10 năm", "Trên 10 năm")...)}

// uncoded are a heading and its rows, whose printed codes were not read.
func uncoded(breakdown, heading string, names ...string) []Row {
	rows := []Row{{Name: heading}}
	for i, name := range names {
		rows = append(rows, Row{Name: name, Code: fmt.Sprintf("%s-%d", breakdown, i+1), Uncoded: true, Breakdown: breakdown})
	}
	return rows
}
