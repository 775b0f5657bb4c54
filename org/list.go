package org

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/vi"
)

// longestName bounds a unit's name, in letters; the longest official one has 31.
const longestName = 200

// listed is one unit as an official list gives it.
type listed struct {
	line   int
	code   string
	level  Level
	name   string // full
	short  string
	kind   Kind
	parent string // code, empty for a province
}

// officialList is a list that was read and found free of faults.
type officialList struct {
	units []listed
	notes []Fault // what was taken in spite of a slip in the list
	sum   string
}

// readList reads a list of administrative units (columns code, full_name,
// level, parent_code, type) as it stood on a day. All faults come at once.
func readList(file io.Reader, asOf vi.Day) (officialList, error) {
	t, err := readTable(file, "code", "full_name", "level", "parent_code", "type")
	if err != nil {
		return officialList{}, err
	}
	list := officialList{sum: t.sum}
	faults := t.faults
	for _, row := range t.rows {
		unit, note, wrong := readListed(row, asOf)
		list.units = append(list.units, unit)
		list.notes = append(list.notes, note...)
		faults = append(faults, wrong...)
	}
	faults = append(faults, repeatedCodes(list.units)...)
	if len(faults) > 0 {
		slices.SortStableFunc(faults, func(a, b Fault) int { return a.Line - b.Line })
		return officialList{}, faults
	}
	return list, nil
}

func readListed(row tableRow, asOf vi.Day) (u listed, notes, faults []Fault) {
	u = listed{line: row.line, code: row.cells[0], name: row.cells[1], parent: row.cells[3]}
	fault := func(column, format string, args ...any) {
		faults = append(faults, Fault{Line: row.line, Column: column, Sentence: fmt.Sprintf(format, args...)})
	}
	u.readPlace(row.cells[2], fault)
	if err := checkName(u.name); err != "" {
		fault("full_name", "%s", err)
	}
	if len(faults) > 0 {
		return u, nil, faults
	}
	notes = u.readKind(row.cells[4], fault)
	if end := ValidityOf(u.kind, u.level); !end.Until.IsZero() && !asOf.Before(end.Until) {
		fault("level", "danh mục ngày %s không thể có %s: %s.", asOf.Short(), vi.LowerFirst(u.name), end.Because)
	}
	return u, notes, faults
}

// readPlace takes the level from the code's digits and the level column, which
// must agree with each other and with the code of the unit above.
func (u *listed) readPlace(depth string, fault func(column, format string, args ...any)) {
	place, known := placeInList[shape{depth, digits(u.code)}]
	u.level = place.level
	switch {
	case digits(u.code) == 0:
		fault("code", "mã “%s” không phải mã đơn vị hành chính: mã tỉnh có 2 chữ số, mã huyện 3, mã xã 5 (bảng tính có thể đã bỏ số 0 ở đầu).", u.code)
	case !known:
		fault("level", "cấp “%s” không hợp với mã “%s”: mã tỉnh (cấp 1) có 2 chữ số, mã huyện (cấp 2) 3, mã xã (cấp 3; cấp 2 khi không còn cấp huyện) 5.", depth, u.code)
	case place.parentDigits == 0 && u.parent != "":
		fault("parent_code", "tỉnh, thành phố trực thuộc trung ương không có mã cấp trên; ở đây ghi “%s”.", u.parent)
	case digits(u.parent) != place.parentDigits:
		fault("parent_code", "mã cấp trên “%s” không đúng: phải có %d chữ số.", u.parent, place.parentDigits)
	}
}

// readKind takes the kind from the word that begins the name; the type column
// decides where the name has none. Lists have been seen to swap the types of a
// new town and the district it was cut from, so the name wins.
func (u *listed) readKind(word string, fault func(column, format string, args ...any)) (notes []Fault) {
	byType, typed := kindOfType(word, u.level)
	begins, short := vi.SplitUnitName(u.name)
	byName, named := kindAt(begins, u.level)
	switch {
	case named:
		u.kind, u.short = byName, short
	case begins != "":
		fault("full_name", "“%s” không phải tên của một đơn vị %s.", u.name, vi.LowerFirst(u.level.Label()))
	case typed:
		u.kind, u.short = byType, u.name
		u.name = wordOf(byType) + " " + u.name
	default:
		fault("type", "không rõ “%s” là loại đơn vị gì: tên không ghi và cột type ghi “%s”.", u.name, word)
	}
	if named && typed && byName != byType {
		notes = append(notes, Fault{Line: u.line, Column: "type", Sentence: fmt.Sprintf("cột type ghi “%s” nhưng tên là “%s”; lấy theo tên.", word, u.name)})
	}
	return notes
}

// shape is what the level column and the number of digits of the code say.
type shape struct {
	depth  string
	digits int
}

// placeInList gives the level of each shape, and the digits of its parent's code.
var placeInList = map[shape]struct {
	level        Level
	parentDigits int
}{
	{"1", 2}: {LevelProvince, 0},
	{"2", 3}: {LevelDistrict, 2},
	{"3", 5}: {LevelCommune, 3},
	{"2", 5}: {LevelCommune, 2},
}

// digits counts them; 0 when the code has anything else or the wrong number.
func digits(code string) int {
	if strings.Trim(code, "0123456789") != "" || !slices.Contains([]int{2, 3, 5}, len(code)) {
		return 0
	}
	return len(code)
}

// kindOfType understands "Xã", "Thành phố" and "Thành phố Trung ương".
func kindOfType(word string, level Level) (Kind, bool) {
	key := vi.SpellingKey(word) + " "
	for _, a := range administrative {
		if a.level == level && strings.HasPrefix(key, vi.SpellingKey(a.word)+" ") {
			return a.kind, true
		}
	}
	return "", false
}

func wordOf(kind Kind) string {
	for _, a := range administrative {
		if a.kind == kind {
			return a.word
		}
	}
	return ""
}

// checkName is the sentence against a name, empty when it can be one.
func checkName(name string) string {
	if err := vi.ValidText(name); err != nil {
		return err.Error()
	}
	if vi.Fold(name) == "" {
		return "thiếu tên đơn vị."
	}
	if n := len([]rune(name)); n > longestName {
		return fmt.Sprintf("tên dài %d chữ cái, nhiều nhất là %d.", n, longestName)
	}
	return ""
}

func repeatedCodes(units []listed) (faults []Fault) {
	first := make(map[string]int, len(units))
	for _, u := range units {
		if line, ok := first[u.code]; ok && digits(u.code) > 0 {
			faults = append(faults, Fault{Line: u.line, Column: "code", Sentence: fmt.Sprintf("mã “%s” đã có ở dòng %d.", u.code, line)})
			continue
		}
		first[u.code] = u.line
	}
	return faults
}
