package org

// Level is the tier of the state at which a unit stands; empty when unknown.
type Level string

// The levels, from the top.
const (
	LevelState      Level = "state"
	LevelProvince   Level = "province"
	LevelDepartment Level = "department" // sở, ban, ngành and bodies of the same rank
	LevelDistrict   Level = "district"   // until 30/6/2025
	LevelCommune    Level = "commune"
)

// Label is the level in Vietnamese; empty for one that is not in the list.
func (l Level) Label() string { return levelLabels[l] }

var levelLabels = map[Level]string{
	LevelState:      "Cấp nhà nước",
	LevelProvince:   "Cấp tỉnh",
	LevelDepartment: "Cấp sở, ban, ngành",
	LevelDistrict:   "Cấp huyện",
	LevelCommune:    "Cấp xã",
}

// Kind is what a unit is: an administrative unit of the official list, or a
// body of the Party, the state or society.
type Kind string

// The kinds; those of the official list come first, from the top.
const (
	KindProvince        Kind = "province"
	KindCity            Kind = "city"
	KindDistrict        Kind = "district"
	KindUrbanDistrict   Kind = "urban_district"
	KindTown            Kind = "town"
	KindDistrictCity    Kind = "district_city"
	KindCommune         Kind = "commune"
	KindWard            Kind = "ward"
	KindTownship        Kind = "township"
	KindSpecialZone     Kind = "special_zone"
	KindPeopleCommittee Kind = "people_committee"
	KindMinistry        Kind = "ministry"
	KindDepartment      Kind = "department"
	KindOffice          Kind = "office"
	KindDivision        Kind = "division"
	KindPartyBody       Kind = "party_body"
	KindFront           Kind = "front"
	KindUnion           Kind = "union"
	KindAssociation     Kind = "association"
	KindForce           Kind = "force"
	KindPress           Kind = "press"
	KindBank            Kind = "bank"
	KindCompany         Kind = "company"
	KindSchool          Kind = "school"
	KindHospital        Kind = "hospital"
	KindCouncil         Kind = "council"
	KindOther           Kind = "other"
)

// Kinds is every kind, in the order of the constants.
var Kinds = []Kind{
	KindProvince, KindCity, KindDistrict, KindUrbanDistrict, KindTown, KindDistrictCity,
	KindCommune, KindWard, KindTownship, KindSpecialZone,
	KindPeopleCommittee, KindMinistry, KindDepartment, KindOffice, KindDivision, KindPartyBody,
	KindFront, KindUnion, KindAssociation, KindForce, KindPress, KindBank, KindCompany,
	KindSchool, KindHospital, KindCouncil, KindOther,
}

// Label is the kind in Vietnamese; empty for one that is not in the list.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{
	KindProvince:        "Tỉnh",
	KindCity:            "Thành phố trực thuộc trung ương",
	KindDistrict:        "Huyện",
	KindUrbanDistrict:   "Quận",
	KindTown:            "Thị xã",
	KindDistrictCity:    "Thành phố cấp huyện",
	KindCommune:         "Xã",
	KindWard:            "Phường",
	KindTownship:        "Thị trấn",
	KindSpecialZone:     "Đặc khu",
	KindPeopleCommittee: "Ủy ban nhân dân",
	KindMinistry:        "Bộ, cơ quan ngang bộ",
	KindDepartment:      "Sở, ban, ngành",
	KindOffice:          "Văn phòng",
	KindDivision:        "Phòng",
	KindPartyBody:       "Cơ quan Đảng",
	KindFront:           "Mặt trận Tổ quốc",
	KindUnion:           "Công đoàn",
	KindAssociation:     "Hội, đoàn thể",
	KindForce:           "Công an, quân đội",
	KindPress:           "Báo, đài",
	KindBank:            "Ngân hàng",
	KindCompany:         "Doanh nghiệp, hợp tác xã",
	KindSchool:          "Trường, học viện",
	KindHospital:        "Cơ sở y tế",
	KindCouncil:         "Hội đồng",
	KindOther:           "Đơn vị khác",
}

// administrative ties each kind of the official list to its level and to the
// word that begins its names.
var administrative = []struct {
	kind  Kind
	level Level
	word  string
}{
	{KindProvince, LevelProvince, "Tỉnh"},
	{KindCity, LevelProvince, "Thành phố"},
	{KindDistrict, LevelDistrict, "Huyện"},
	{KindUrbanDistrict, LevelDistrict, "Quận"},
	{KindTown, LevelDistrict, "Thị xã"},
	{KindDistrictCity, LevelDistrict, "Thành phố"},
	{KindCommune, LevelCommune, "Xã"},
	{KindWard, LevelCommune, "Phường"},
	{KindTownship, LevelCommune, "Thị trấn"},
	{KindSpecialZone, LevelCommune, "Đặc khu"},
}

// administrativeLevel is empty for kinds that are not in the official list.
func (k Kind) administrativeLevel() Level {
	for _, a := range administrative {
		if a.kind == k {
			return a.level
		}
	}
	return ""
}

// kindAt is the kind that a word ("Thành phố") means at a level.
func kindAt(word string, level Level) (Kind, bool) {
	for _, a := range administrative {
		if a.word == word && a.level == level {
			return a.kind, true
		}
	}
	return "", false
}
