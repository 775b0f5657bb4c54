package org

import "thidua/vi"

// beginnings are the words with which names of bodies begin, longer before
// shorter where one begins another, and the level such a body has unless its
// name says (huyện, xã…, Việt Nam).
var beginnings = keyed([]beginning{
	{"ủy ban nhân dân", KindPeopleCommittee, ""},
	{"UBND", KindPeopleCommittee, ""},
	{"hội đồng", KindCouncil, LevelProvince},
	{"ủy ban Mặt trận Tổ quốc", KindFront, LevelDepartment},
	{"ủy ban MTTQ", KindFront, LevelDepartment},
	{"UBMTTQ", KindFront, LevelDepartment},
	{"Mặt trận Tổ quốc", KindFront, LevelDepartment},
	{"MTTQ", KindFront, LevelDepartment},
	{"văn phòng tỉnh ủy", KindPartyBody, LevelDepartment},
	{"văn phòng thành ủy", KindPartyBody, ""},
	{"văn phòng huyện ủy", KindPartyBody, LevelDistrict},
	{"văn phòng đảng ủy", KindPartyBody, LevelDepartment},
	{"tỉnh ủy", KindPartyBody, LevelProvince},
	{"thành ủy", KindPartyBody, ""}, // of a city of either level
	{"huyện ủy", KindPartyBody, LevelDistrict},
	{"thị ủy", KindPartyBody, LevelDistrict},
	{"quận ủy", KindPartyBody, LevelDistrict},
	{"đảng ủy", KindPartyBody, LevelDepartment},
	{"đảng bộ", KindPartyBody, LevelDepartment},
	{"ban tổ chức", KindPartyBody, LevelDepartment},
	{"ban tuyên giáo", KindPartyBody, LevelDepartment},
	{"ban dân vận", KindPartyBody, LevelDepartment},
	{"ban nội chính", KindPartyBody, LevelDepartment},
	{"ủy ban kiểm tra", KindPartyBody, LevelDepartment},
	{"bộ chỉ huy", KindForce, LevelDepartment},
	{"bộ đội", KindForce, LevelDepartment},
	{"bộ tư lệnh", KindForce, LevelDepartment},
	{"ban chỉ huy", KindForce, LevelDistrict},
	{"công an", KindForce, LevelDepartment},
	{"bộ", KindMinistry, LevelState},
	{"sở", KindDepartment, LevelDepartment},
	{"ban", KindDepartment, LevelDepartment},
	{"thanh tra", KindDepartment, LevelDepartment},
	{"cục", KindDepartment, LevelDepartment},
	{"chi cục", KindDepartment, LevelDepartment},
	{"kho bạc", KindDepartment, LevelDepartment},
	{"tòa án", KindDepartment, LevelDepartment},
	{"viện kiểm sát", KindDepartment, LevelDepartment},
	{"văn phòng", KindOffice, LevelDepartment},
	{"phòng", KindDivision, ""},
	{"công đoàn", KindUnion, LevelDepartment},
	{"liên đoàn lao động", KindUnion, LevelDepartment},
	{"LĐLĐ", KindUnion, LevelDepartment},
	{"tỉnh đoàn", KindAssociation, LevelDepartment},
	{"thành đoàn", KindAssociation, LevelDepartment},
	{"huyện đoàn", KindAssociation, LevelDistrict},
	{"đoàn", KindAssociation, LevelDepartment},
	{"hội", KindAssociation, LevelDepartment},
	{"hiệp hội", KindAssociation, LevelDepartment},
	{"liên hiệp", KindAssociation, LevelDepartment},
	{"báo", KindPress, LevelDepartment},
	{"đài", KindPress, LevelDepartment},
	{"ngân hàng", KindBank, ""},
	{"công ty", KindCompany, ""},
	{"tổng công ty", KindCompany, ""},
	{"tập đoàn", KindCompany, ""},
	{"hợp tác xã", KindCompany, ""},
	{"học viện", KindSchool, ""},
	{"đại học", KindSchool, ""},
	{"trường", KindSchool, ""},
	{"bệnh viện", KindHospital, ""},
	{"trạm y tế", KindHospital, LevelCommune},
	{"trung tâm y tế", KindHospital, ""},
})

// places are the words by which a body's name says its level, the lowest first:
// "Hội Liên hiệp Phụ nữ Việt Nam huyện Anh Sơn" is of the district.
var places = keyed([]beginning{
	{"thị xã", "", LevelDistrict}, // before xã
	{"hợp tác xã", "", ""},        // a cooperative is not a commune
	{"xã hội", "", ""},            // neither is society
	{"xã", "", LevelCommune},
	{"phường", "", LevelCommune},
	{"thị trấn", "", LevelCommune},
	{"đặc khu", "", LevelCommune},
	{"huyện", "", LevelDistrict},
	{"quận", "", LevelDistrict},
	{"tỉnh", "", LevelProvince}, // of the province: the level usual for the kind
	{"thành phố", "", LevelProvince},
	{"trung ương", "", LevelState},
	{"Việt Nam", "", LevelState},
})

// centralCities are the cities run by the centre throughout the years from
// 2008; a city that rose later is known from the official list.
var centralCities = []string{"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "HCM", "Cần Thơ"}

type beginning struct {
	words string // as spelled; becomes its spelling key
	kind  Kind
	level Level
}

// keyed turns the words into spelling keys with a space after them, so that
// case, spacing and tone placement do not matter and only whole words count.
func keyed(all []beginning) []beginning {
	for i := range all {
		all[i].words = vi.SpellingKey(all[i].words) + " "
	}
	return all
}
