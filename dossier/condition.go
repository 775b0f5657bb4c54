package dossier

import (
	"fmt"
	"slices"

	"thidua/vi"
)

// condition is what the law of the day asks of a title.
type condition struct {
	code Code
	rule
}

// conditions are those read in a text or a secondary source, and the questions
// that a dossier of the time leaves open. Open questions are never enforced.
var conditions = []condition{
	{GovernmentFlag, rule{text2013, endOf42, Finding{"Điều kiện: hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao trong năm, tiêu biểu xuất sắc trong toàn quốc; tiêu biểu xuất sắc nhất trong phong trào thi đua của tỉnh; nội bộ đoàn kết, đi đầu thực hành tiết kiệm, chống lãng phí, chống tham nhũng và các tệ nạn xã hội.",
		FromSecondary, sourceLaw2003 + " (sửa đổi năm 2013), Điều 25"}}},
	{GovernmentFlag, rule{text2013, endOf42, Finding{"Được chọn trong số tập thể đã được tặng cờ thi đua của bộ, ngành, tỉnh.",
		FromSecondary, sourceDecree42 + ", Điều 16 khoản 2"}}},
	{GovernmentFlag, rule{law2003, endOf42, Finding{"Số cờ được đề nghị theo quy định ở thời điểm này: chưa kiểm chứng.", Unverified, ""}}},
	{GovernmentFlag, rule{law2003, endOf42, Finding{"Thời hạn trình hồ sơ ở thời điểm này: chưa kiểm chứng.", Unverified, ""}}},
	{GovernmentFlag, rule{decree91, endOf91, Finding{"Điều kiện: tiêu biểu xuất sắc, dẫn đầu trong số tập thể đạt tiêu chuẩn tặng cờ thi đua của bộ, ngành, tỉnh; số lượng không quá 20 % số tập thể đạt tiêu chuẩn đó.",
		FromText, sourceDecree91 + ", Điều 11"}}},
	{GovernmentFlag, rule{law2022, endOf2022, Finding{"Điều kiện: tiêu biểu xuất sắc trong số tập thể dẫn đầu các cụm, khối thi đua do bộ, ngành, tỉnh tổ chức; có thành tích xuất sắc, hoàn thành vượt mức các chỉ tiêu, nhiệm vụ trong năm; nội bộ đoàn kết, tổ chức đảng, đoàn thể trong sạch, vững mạnh, đi đầu thực hành tiết kiệm, chống lãng phí, chống tham nhũng và các tệ nạn xã hội.",
		FromText, sourceLaw2022 + ", Điều 25 khoản 1"}}},
	{GovernmentFlag, rule{law2022, endOf98, Finding{"Hội đồng bỏ phiếu: từ 80 % trở lên trên tổng số thành viên, tính cả ý kiến bằng văn bản của người vắng.", FromText, sourceDecree98 + ", Điều 30 khoản 7"}}},
	{GovernmentFlag, rule{law2022, endOf98, Finding{"Hồ sơ gửi Bộ Nội vụ chậm nhất ngày 30 tháng 6 hằng năm.", FromText, sourceDecree98 + ", Điều 32 khoản 1"}}},
	{GovernmentFlag, rule{from152, endOf2022, Finding{"Tỷ lệ phiếu của Hội đồng và thời hạn trình theo nghị định mới: chưa kiểm chứng.", Unverified, sourceDecree152}}},
	{ProvinceFlag, rule{decree91, endOf91, Finding{"Phải qua so sánh, bình xét theo cụm, khối thi đua do bộ, ngành, tỉnh tổ chức.", FromText, sourceDecree91 + ", Điều 12"}}},
	{ProvinceFlag, rule{law2022, endOf2022, Finding{"Điều kiện: dẫn đầu cụm, khối thi đua, hoàn thành vượt mức các chỉ tiêu, nhiệm vụ, tiêu biểu xuất sắc trong tỉnh; nội bộ đoàn kết, tổ chức đảng, đoàn thể hoàn thành xuất sắc nhiệm vụ; thực hành tiết kiệm.", FromText, sourceLaw2022 + ", Điều 26"}}},
	{ProvinceFlag, rule{law2022, endOf98, Finding{"Hội đồng bỏ phiếu: từ 80 % trở lên trên tổng số thành viên, tính cả ý kiến bằng văn bản của người vắng.", FromText, sourceDecree98 + ", Điều 30 khoản 7"}}},
}

// FindingsOf are what the dossier must reckon with on that day: the conditions
// of its title, a candidate from outside the cluster, a way not known.
func FindingsOf(n Nomination, day vi.Day) (findings []Finding) {
	for _, c := range conditions {
		if c.code == n.TitleCode && c.holds(day) {
			findings = append(findings, c.Finding)
		}
	}
	if n.TitleCode != "" && day.After(endOf2022) {
		findings = append(findings, Finding{"Luật sửa đổi có hiệu lực từ ngày 01/10/2026; chương trình chưa có nguyên văn nên không tự xét điều kiện.", Unverified, "Luật 06/2026/QH16"})
	}
	return append(findings, standing(n)...)
}

// standing is what follows from the cluster's own roster.
func standing(n Nomination) (findings []Finding) {
	outside := n.outside()
	if outside {
		findings = append(findings, Finding{Sentence: fmt.Sprintf("%s không phải đơn vị thành viên của cụm: hồ sơ phải nêu rõ lý do và căn cứ đề nghị.", vi.UpperFirst(n.CandidateName)), Mark: FromRecord})
	}
	switch {
	case len(n.Path) == 0 && outside:
		findings = append(findings, Finding{Sentence: "Đường đề nghị chưa xác định: hồ sơ phải nêu rõ.", Mark: FromRecord})
	case slices.Equal(n.Path, usualPath(n.TitleCode)) && len(n.Path) > 0:
		findings = append(findings, Finding{Sentence: "Đường đề nghị ghi theo trình tự thông thường; chưa đối chiếu nguyên văn quy định.", Mark: Unverified})
	}
	return findings
}

// outside reports a body that is proposed by the cluster without being its
// member. A person or a household never is one, and needs no such note.
func (n Nomination) outside() bool { return n.CandidateKind == Collective && !n.Member && !n.unsure }

// usualPath is the way a member's nomination goes up, where one is known at
// all; never used for a candidate from outside.
func usualPath(code Code) []string {
	if code != GovernmentFlag {
		return nil
	}
	return []string{
		"Cụm thi đua suy tôn",
		"Hội đồng Thi đua - Khen thưởng tỉnh",
		"Chủ tịch Ủy ban nhân dân tỉnh",
		"Bộ Nội vụ (Ban Thi đua - Khen thưởng Trung ương)",
		"Chính phủ (Thủ tướng Chính phủ)",
	}
}
