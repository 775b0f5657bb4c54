package season

import (
	"thidua/access"
	"thidua/web/work"
)

// YearWork are the pages of the year's own work: the pledge, the registrations,
// findings and tasks, the head of next year.
var YearWork = []work.Page{
	{Path: "/lam/{slug}/giao-uoc", Title: words("Giao ước thi đua", "Pledge"), Read: pledgePage,
		Acts: map[string]work.Act{"soan": draftPledge, "ky": joinPledge, "ket-thuc": concludePledge}},
	{Path: "/lam/{slug}/dang-ky", Title: words("Đăng ký thi đua", "Registrations"), Read: registrationsPage, Acts: map[string]work.Act{"ghi": register}},
	registerByExcel.Page(),
	{Path: "/lam/{slug}/han-che", Title: words("Hạn chế, nhiệm vụ", "Findings and tasks"), Read: notesPage, Acts: map[string]work.Act{"them": addNote}},
	{Path: "/lam/{slug}/han-che/{id}", Title: words("Theo dõi hạn chế, nhiệm vụ", "Follow-up"), Read: notePage, Acts: map[string]work.Act{"ghi": followUp}},
	{Path: "/lam/{slug}/truong-cum", Title: words("Trưởng cụm năm sau", "Next year's head"), Who: electors, Read: electionPage, Acts: map[string]work.Act{"ghi": elect}},
}

var electors = []access.Role{access.ClusterHead, access.StandingBody}
