package org

import (
	"strings"

	"thidua/vi"
)

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
