package paper

import (
	"cmp"
	"slices"
	"strings"

	"thidua/document"
	"thidua/vi"
)

// Kinds of papers that share fields.
var (
	sentKinds     = []Kind{Invitation, Agenda, Minutes, TallyMinutes, SubmissionLetter, ConclusionNotice, CallLetter, Decision}
	numberedKinds = slices.Concat(sentKinds, []Kind{AchievementReport})
	twiceSigned   = []Kind{ScoreTable, Minutes, TallyMinutes, NomineeList, CoverNote, AchievementReport}
	signedKinds   = slices.Concat([]Kind{Invitation, Agenda, SubmissionLetter, ConclusionNotice, CallLetter, Decision}, twiceSigned)
)

// frameFields are the parts around the matter of a paper.
var frameFields = []Field{
	{Name: "cơ quan chủ quản", Means: "cơ quan cấp trên trực tiếp, chữ in hoa", Examples: []string{"UBND TỈNH"},
		text: func(s source) string { return oneLine(s.doc.Letterhead.Superior) }},
	{Name: "cơ quan ban hành", Means: "cơ quan, cụm ra văn bản, chữ in hoa", Needed: true, Examples: []string{"CỤM THI ĐUA SỐ 1"},
		text: func(s source) string { return oneLine(s.doc.Letterhead.Issuer) }},
	{Name: "số ký hiệu", Means: "số và ký hiệu; phần số để trống khi chưa cấp", Needed: true, kinds: numberedKinds, Examples: []string{"05/TTr-CTĐ"}, text: numberOf},
	{Name: "địa danh", Means: "nơi ban hành, đứng trước ngày", Examples: []string{"Vinh"},
		text: func(s source) string { return s.doc.Place }},
	{Name: "ngày ban hành", Means: "“ngày 05 tháng 12 năm 2026”; chưa biết thì để dấu chấm", Needed: true, Examples: []string{"ngày 05 tháng 12 năm 2026"}, text: issuedOn},
	{Name: "tên loại", Means: "tên loại văn bản, chữ in hoa; công văn không có", Examples: []string{"TÊN LOẠI VĂN BẢN"},
		text: func(s source) string { return s.doc.TypeName }},
	{Name: "trích yếu", Means: "nội dung chính của văn bản", Needed: true, Examples: []string{"Về công tác thi đua năm 2026"},
		text: func(s source) string { return oneLine(s.doc.Subject) }},
	{Name: "kính gửi", Means: "nơi văn bản gửi đến, mỗi nơi một dòng", Shape: Lines, kinds: []Kind{SubmissionLetter, CoverNote, CallLetter},
		Examples: []string{"Hội đồng Thi đua - Khen thưởng tỉnh"}, lines: func(s source) []string { return s.doc.To }},
	{Name: "năm thi đua", Means: "năm của hồ sơ", Examples: []string{"2026"}, text: func(s source) string { return s.Season.Label }},
	{Name: "tên cụm", Means: "tên cụm, khối thi đua hoặc hội đồng", Examples: []string{"Cụm thi đua số 1"}, text: func(s source) string { return s.Cluster.Name }},
}

// signerFields are who signs and who receives the paper.
var signerFields = []Field{
	{Name: "quyền hạn ký", Means: "“TM. CỤM THI ĐUA”", kinds: signedKinds, Examples: []string{"TM. CỤM THI ĐUA"}, text: func(s source) string { return s.signer(false).Authority }},
	{Name: "chức vụ ký", Means: "chức vụ của người ký chính (bên phải)", Needed: true, kinds: signedKinds, Examples: []string{"TRƯỞNG CỤM"},
		text: func(s source) string { return oneLine(s.signer(false).Post) }},
	{Name: "ghi chú ký", Means: "dòng dưới chức vụ của người ký chính: cách ký, hoặc lúc đã ký trong chương trình", kinds: signedKinds, Examples: []string{"(Ký, ghi rõ họ tên)"},
		text: func(s source) string { return oneLine(s.signer(false).Note) }},
	{Name: "người ký", Means: "họ tên người ký chính; chưa biết thì để trống", Needed: true, kinds: signedKinds, Examples: []string{"(họ và tên)"},
		text: func(s source) string { return s.signer(false).Name }},
	{Name: "quyền hạn ký bên trái", Means: "“TM. BAN KIỂM PHIẾU”", kinds: twiceSigned, Examples: []string{"TM. BAN KIỂM PHIẾU"}, text: func(s source) string { return s.signer(true).Authority }},
	{Name: "chức vụ ký bên trái", Means: "chức vụ của người ký thứ hai", Needed: true, kinds: twiceSigned, Examples: []string{"THƯ KÝ"},
		text: func(s source) string { return oneLine(s.signer(true).Post) }},
	{Name: "ghi chú ký bên trái", Means: "dòng dưới chức vụ của người ký thứ hai", kinds: twiceSigned, Examples: []string{"(Ký, ghi rõ họ tên)"},
		text: func(s source) string { return oneLine(s.signer(true).Note) }},
	{Name: "người ký bên trái", Means: "họ tên người ký thứ hai; chưa biết thì để trống", kinds: twiceSigned, Examples: []string{"(họ và tên thư ký)"},
		text: func(s source) string { return s.signer(true).Name }},
	{Name: "nơi nhận", Means: "nơi nhận văn bản, mỗi nơi một dòng", Shape: Lines, Examples: []string{"- Như trên;", "- Lưu: VT."},
		kinds: sentKinds, lines: func(s source) []string { return s.doc.Recipients }},
}

// signer is who signs at the right, or at the left where two sign.
func (s source) signer(left bool) (who document.Signature) {
	all := s.doc.Signatures
	switch {
	case left && len(all) > 1:
		return all[0]
	case !left && len(all) > 0:
		return all[len(all)-1]
	}
	return who
}

// numberOf is the line of số, ký hiệu without the word before it, which the
// template has.
func numberOf(s source) string {
	number := strings.TrimPrefix(strings.TrimPrefix(s.doc.Number, "Số"), ":")
	return strings.TrimPrefix(number, " ")
}

func issuedOn(s source) string {
	return cmp.Or(dayLine(s), "ngày "+toFillIn+" tháng "+toFillIn+" năm "+toFillIn)
}

func dayLine(s source) string {
	if s.doc.Day.IsZero() {
		return ""
	}
	return vi.DayOf(s.doc.Day).Long()
}

// oneLine joins what the built-in paper breaks in lines: a template has its own
// widths.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
