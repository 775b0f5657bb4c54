// Package award sets the pages of the register of awards: what was ever
// awarded, found by name, unit, title, year or decision; the history of a person
// or unit; amendment, revocation and what comes back after it; and the import of
// older lists.
package award

import (
	"context"
	"net/url"

	"thidua/access"
	"thidua/award"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// readers are those who see something of the register (access.ReadRegister),
// keepers who keep it (access.KeepRegister), revokers who record that an award
// was amended or revoked (access.RevokeAward).
var (
	readers = []access.Role{access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider, access.Inspector,
		access.EmulationOfficer, access.Leader, access.ClusterHead, access.ClusterDeputy}
	keepers  = []access.Role{access.StandingBody}
	revokers = []access.Role{access.Decider, access.CouncilSecretary, access.StandingBody}
)

// longestFile bounds a list that is sent over the site, in bytes.
const longestFile = 8 << 20

// The addresses of the pages.
const (
	registerPath = "/so-khen-thuong"
	revokedPath  = registerPath + "/da-thu-hoi"
	personPath   = "/lich-su-khen-thuong/nguoi/"
	unitPath     = "/lich-su-khen-thuong/don-vi/"
	importPath   = "/nap-khen-thuong"
	listPath     = "/danh-sach-khen-thuong/"
)

// Desk are the working pages of the register.
var Desk = []work.Page{
	{Path: registerPath, Title: ui.Words{Vietnamese: "Sổ khen thưởng", English: "Register of awards"}, Who: readers, Read: register},
	{Path: registerPath + "/{award}", Title: ui.Words{Vietnamese: "Khen thưởng", English: "Award"}, Who: readers, Read: one},
	{Path: registerPath + "/{award}/thu-hoi", Title: ui.Words{Vietnamese: "Thu hồi khen thưởng", English: "Revoke an award"}, Who: revokers, Read: changePage,
		Acts: map[string]work.Act{"thu-hoi": revoke, "thu-lai": recovered}},
	{Path: registerPath + "/{award}/dieu-chinh", Title: ui.Words{Vietnamese: "Điều chỉnh khen thưởng", English: "Amend an award"}, Who: revokers, Read: amendForm,
		Acts: map[string]work.Act{"dieu-chinh": amend}},
	byExcel.Page(),
	{Path: revokedPath, Title: ui.Words{Vietnamese: "Khen thưởng đã thu hồi", English: "Revoked awards"}, Who: revokers, Read: revoked},
	{Path: personPath + "{person}", Title: ui.Words{Vietnamese: "Lịch sử khen thưởng", English: "History of awards"}, Who: readers, Read: personHistory,
		Acts: map[string]work.Act{"xem-rieng": reveal, "la-mot": unite}},
	{Path: unitPath + "{unit}", Title: ui.Words{Vietnamese: "Lịch sử khen thưởng của đơn vị", English: "A unit's awards"}, Who: readers, Read: unitHistory},
	{Path: importPath, Title: ui.Words{Vietnamese: "Nạp khen thưởng đã có", English: "Import older awards"}, Who: keepers, Read: uploadPage,
		Acts: map[string]work.Act{"xem": receive, "bo": undo}, Files: longestFile},
	{Path: importPath + "/{tep}", Title: ui.Words{Vietnamese: "Xem trước khi nạp", English: "Before importing"}, Who: keepers, Read: previewPage,
		Acts: map[string]work.Act{"cot": mapColumns, "sua": mend, "nap": confirm}},
}

// scope is what the reader may see of the register.
func scope(ctx context.Context, tx *store.Tx, v work.Visit) (award.Scope, error) {
	return award.ScopeOf(ctx, tx, v.By, v.Grant.Unit)
}

func awardAt(id string) string  { return registerPath + "/" + url.PathEscape(id) }
func personAt(id string) string { return personPath + url.PathEscape(id) }
func unitAt(id string) string   { return unitPath + url.PathEscape(id) }

// from adds the way back to an address.
func from(address string, v work.Visit) string {
	return address + "?" + url.Values{"ve": {v.HereAgain()}}.Encode()
}

func queryOf(key, value string) string { return url.Values{key: {value}}.Encode() }
