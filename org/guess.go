package org

import (
	"strings"

	"thidua/vi"
)

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

// GuessKind reads kind and level off a name as people write it ("Huyện …",
// "Sở …", "Văn phòng Đảng ủy phường …"). A name that says neither, such as
// "Con Cuông", is KindOther with an empty level; a kind whose names do not tell
// the level (a company, a school) has an empty level too.
func GuessKind(name string) (Kind, Level) {
	key := vi.SpellingKey(name) + " "
	for _, b := range beginnings {
		if rest, ok := strings.CutPrefix(key, b.words); ok {
			return b.kind, levelNamed(b, name, " "+rest)
		}
	}
	word, short := vi.SplitUnitName(name)
	if word == "Thành phố" && isCentralCity(short) {
		return KindCity, LevelProvince
	}
	for _, level := range []Level{LevelCommune, LevelDistrict, LevelProvince} {
		if kind, ok := kindAt(word, level); ok {
			return kind, level
		}
	}
	return KindOther, ""
}

// Guess is a unit made from nothing but its name: kind and level as GuessKind
// reads them, the end that the law gives its kind.
func Guess(name string) Unit {
	u := Unit{Name: vi.Clean(name)}
	u.Kind, u.Level = GuessKind(u.Name)
	u.ShortName = shortName(u.Kind, u.Name)
	u.Until = ValidityOf(u.Kind, u.Level).Until
	return u
}

// shortName leaves the kind out of an administrative unit's name; a body's name
// is short already.
func shortName(kind Kind, name string) string {
	if kind.administrativeLevel() == "" {
		return name
	}
	_, short := vi.SplitUnitName(name)
	return short
}

// levelNamed is the level of a body: that of the place in its name, or the one
// usual for its kind.
func levelNamed(b beginning, name, rest string) Level {
	if b.kind == KindPeopleCommittee {
		_, level := GuessKind(withoutOffice(name))
		return level
	}
	for _, p := range places {
		before, after, ok := strings.Cut(rest, " "+p.words)
		switch {
		case !ok:
		case p.level == LevelProvince:
			return b.level
		case p.level != "":
			return p.level
		default:
			rest = before + " " + after
		}
	}
	return b.level
}

// withoutOffice is the place whose people's committee a name names: "UBND huyện
// Đô Lương" gives "Huyện Đô Lương".
func withoutOffice(name string) string {
	word, short := vi.SplitUnitName(name)
	return word + " " + short
}

func isCentralCity(short string) bool {
	for _, city := range centralCities {
		if vi.SpellingKey(city) == vi.SpellingKey(short) {
			return true
		}
	}
	return false
}

// keyed turns the words into spelling keys with a space after them, so that
// case, spacing and tone placement do not matter and only whole words count.
func keyed(all []beginning) []beginning {
	for i := range all {
		all[i].words = vi.SpellingKey(all[i].words) + " "
	}
	return all
}
