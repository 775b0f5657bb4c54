// Package org sets the pages of the units: the list of them all, each one with
// its names, its lineage and its clusters, and how they are added, renamed,
// merged and imported.
package org

import (
	"thidua/access"
	"thidua/org"
	"thidua/web/ui"
	"thidua/web/work"
)

// keepers are those who keep the list of units (access.ImportUnits).
var keepers = []access.Role{access.StandingBody, access.Admin}

// longestFile bounds a list of units, in bytes; that of the whole country has
// about one million.
const longestFile = 8 << 20

// Desk are the working pages of the units.
var Desk = []work.Page{
	{Path: "/don-vi", Title: ui.Words{Vietnamese: "Đơn vị", English: "Units"}, Read: units},
	{Path: "/don-vi/{unit}", Title: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Read: one},
	{Path: "/don-vi/them", Title: ui.Words{Vietnamese: "Thêm đơn vị", English: "Add a unit"}, Who: keepers, Read: addPage, Acts: map[string]work.Act{"them": add}},
	{Path: "/don-vi/{unit}/doi-ten", Title: ui.Words{Vietnamese: "Đổi tên đơn vị", English: "Rename a unit"}, Who: keepers, Read: renamePage, Acts: map[string]work.Act{"doi-ten": rename}},
	{Path: "/don-vi/{unit}/sap-nhap", Title: ui.Words{Vietnamese: "Sáp nhập, chia tách", English: "Merge or split"}, Who: keepers, Read: succeedPage, Acts: map[string]work.Act{"sap-nhap": succeed}},
	byExcel.Page(),
	{Path: "/danh-muc-don-vi", Title: ui.Words{Vietnamese: "Nạp danh mục đơn vị", English: "Import a list of units"}, Who: keepers, Read: uploadPage, Acts: map[string]work.Act{"xem": receive}, Files: longestFile},
	{Path: "/danh-muc-don-vi/{tep}", Title: ui.Words{Vietnamese: "Xem trước khi nạp", English: "Before importing"}, Who: keepers, Read: previewPage, Acts: map[string]work.Act{"nap": confirm}},
}

// levels are the choices of a level.
func levels() (all []ui.Option) {
	for _, l := range []org.Level{org.LevelState, org.LevelProvince, org.LevelDepartment, org.LevelDistrict, org.LevelCommune} {
		all = append(all, ui.Option{Value: string(l), Label: l.Label()})
	}
	return all
}

// kinds are the choices of a kind.
func kinds() (all []ui.Option) {
	for _, k := range org.Kinds {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

// unsaid puts a choice first that leaves it to the name.
func unsaid(words string, all []ui.Option) []ui.Option {
	return append([]ui.Option{{Value: "", Label: words}}, all...)
}
