package season

import (
	"thidua/access"
	"thidua/web/ui"
	"thidua/web/work"
)

// setters are those who set a year up: its rules, its dates, its steps
// (access.DraftRules, access.SetDates, access.MovePhase).
var setters = []access.Role{access.StandingBody, access.ClusterHead}

// openers open a year (access.OpenSeason).
var openers = []access.Role{access.StandingBody}

// longestFile bounds an Excel file of criteria, in bytes.
const longestFile = 4 << 20

func words(vietnamese, english string) ui.Words {
	return ui.Words{Vietnamese: vietnamese, English: english}
}

// SetUpDesk are the pages on which a year is opened and set up.
var SetUpDesk = []work.Page{
	{Path: "/cum/{cum}/mo-nam", Title: words("Mở năm thi đua", "Open a year"), Who: openers, Read: openingPage},
	{Path: "/cum/{cum}/mo-nam/kiem-tra", Title: words("Kiểm tra trước khi mở năm", "Before opening the year"), Who: openers, Read: checkOpening, Acts: map[string]work.Act{"mo": openYear}},
	{Path: "/lam/{slug}/thiet-lap", Title: words("Thiết lập năm thi đua", "Set the year up"), Read: setUpPage},
	{Path: "/lam/{slug}/chuyen-buoc", Title: words("Chuyển bước", "Next step"), Who: setters, Read: phasePage, Acts: map[string]work.Act{"chuyen": movePhase}},
	{Path: "/lam/{slug}/lich", Title: words("Lịch của năm, gia hạn", "Dates and extensions"), Who: setters, Read: datesPage, Acts: map[string]work.Act{"ghi": redate}},
	{Path: "/lam/{slug}/tieu-chi", Title: words("Bộ quy tắc, tiêu chí", "Rules and criteria"), Read: treePage},
	{Path: "/lam/{slug}/tieu-chi/excel", Title: words("Tiêu chí (Excel)", "Criteria (Excel)"), Read: treeFile},
	{Path: "/lam/{slug}/tieu-chi/muc/{cho}", Title: words("Sửa mục", "Edit a criterion"), Who: setters, Read: criterionPage,
		Acts: map[string]work.Act{"ghi": saveCriterion, "ghi-tiep": saveAndNext, "len": moveBy(up), "xuong": moveBy(down), "vao": moveBy(in), "ra": moveBy(out), "bo": removeCriterion}},
	{Path: "/lam/{slug}/tieu-chi/them/{cho}", Title: words("Thêm mục", "Add a criterion"), Who: setters, Read: newPage, Acts: map[string]work.Act{"them": addCriterion, "them-nua": addAnother}},
	{Path: "/lam/{slug}/tieu-chi/quy-dinh", Title: words("Thang điểm, cách chấm, bỏ phiếu", "Scale, scoring, ballot"), Who: setters, Read: termsPage, Acts: map[string]work.Act{"ghi": saveTerms}},
	{Path: "/lam/{slug}/tieu-chi/xep-loai", Title: words("Xếp loại, hạn mức, khi bằng điểm", "Bands, quotas, ties"), Who: setters, Read: bandsPage, Acts: map[string]work.Act{"ghi": saveBands}},
	{Path: "/lam/{slug}/tieu-chi/chep", Title: words("Chép, nhập, hoàn tác", "Copy, import, undo"), Who: setters, Read: toolsPage, Files: longestFile,
		Acts: map[string]work.Act{"chep": copyRules, "nhap": importTree, "hoan-tac": undo, "bo": dropDraft}},
	{Path: "/lam/{slug}/tieu-chi/ky", Title: words("Xem lại và ký bộ quy tắc", "Review and sign the rules"), Who: setters, Read: signPage, Acts: map[string]work.Act{"ky": sign}},
	{Path: "/lam/{slug}/tieu-chi/ban", Title: words("Các bản đã ký", "Signed versions"), Read: versionsPage},
	{Path: "/lam/{slug}/tieu-chi/ban/{ban}", Title: words("Bộ quy tắc đã ký", "Signed rules"), Read: versionPage},
}
