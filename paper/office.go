package paper

import (
	"strings"

	"thidua/cluster"
	"thidua/document"
	"thidua/org"
	"thidua/vi"
	"thidua/yearbook"
)

// office is a body as its own papers write it. What is not known stays empty.
type office struct {
	id        string // see Paper.Issuer
	name      string // within a sentence: "Ủy ban nhân dân huyện Con Cuông"
	superior  string // in capitals
	issuer    string // in capitals
	national  string // a Party body's own heading
	symbol    string // in the paper's number: "UBND", "SNV"
	place     string // địa danh
	authority string // of the signature: "TM. ỦY BAN NHÂN DÂN"
	post      string // "CHỦ TỊCH"
}

const (
	committee      = "Ủy ban nhân dân"
	partyHeading   = "ĐẢNG CỘNG SẢN VIỆT NAM"
	toFillIn       = "…"        // what the clerk writes by hand when the paper is issued
	officialLetter = "công văn" // in the place of an abbreviation: a công văn has none
)

// number is the line of số, ký hiệu, the number left to write (NĐ 30/2020/NĐ-CP,
// Phụ lục I; the Party's papers part number and kind by a hyphen).
func (f office) number(abbreviation string) string {
	symbol := f.symbol
	if symbol == "" {
		symbol = toFillIn
	}
	number := " " + document.Serial(0)
	switch {
	case abbreviation == "":
		return ""
	case f.national != "" && abbreviation == officialLetter:
		return "Số" + number + "-CV/" + symbol
	case f.national != "":
		return "Số" + number + "-" + abbreviation + "/" + symbol
	case abbreviation == officialLetter:
		return "Số:" + number + "/" + symbol
	}
	return "Số:" + number + "/" + abbreviation + "-" + symbol
}

// sign is the office's signature block; nobody's name is put in it, for whoever
// will sign is not on record.
func (f office) sign() []document.Signature {
	return []document.Signature{{Authority: f.authority, Post: f.post, Note: "(Ký tên, đóng dấu)"}}
}

// officeOf is the unit's own office.
func (o occasion) officeOf(u org.Unit) office {
	f := o.bodyOf(u)
	if u.ID != "" {
		f.id = "unit:" + u.ID
	}
	return f
}

func (o occasion) bodyOf(u org.Unit) office {
	switch {
	case u.Kind == org.KindPartyBody:
		return office{name: u.Name, superior: vi.Upper(o.Name(u.Parent)), issuer: vi.Upper(u.Name), national: partyHeading}
	case u.Kind == org.KindDepartment:
		return o.department(u)
	case committeeOf(u) != "":
		place := committeeOf(u)
		return office{name: committee + " " + place, issuer: vi.Upper(committee + "\n" + place), symbol: "UBND", place: placeName(place),
			authority: "TM. " + vi.Upper(committee), post: "CHỦ TỊCH"}
	}
	return office{name: u.Name, issuer: vi.Upper(u.Name), place: o.seat(), post: "THỦ TRƯỞNG"}
}

// committeeOf is the place whose people's committee speaks for the unit:
// "huyện Con Cuông"; "" for a unit that is no place.
func committeeOf(u org.Unit) string {
	if !yearbook.Place(u) && u.Kind != org.KindPeopleCommittee {
		return ""
	}
	kind, short := vi.SplitUnitName(u.Name)
	return vi.LowerFirst(kind) + " " + short
}

// department is a sở, ban or ngành under its province.
func (o occasion) department(u org.Unit) office {
	short := withoutProvince(u.Name, o.province())
	f := office{name: u.Name, issuer: vi.Upper(short), symbol: initials(short), place: o.seat(), post: "THỦ TRƯỞNG"}
	if p := o.province(); p != "" {
		f.superior = vi.Upper("UBND " + p)
	}
	switch first, _, _ := strings.Cut(short, " "); first {
	case "Sở":
		f.post = "GIÁM ĐỐC"
	case "Ban":
		f.post = "TRƯỞNG BAN"
	}
	return f
}

// withoutProvince leaves "tỉnh Nghệ An", or a bare "tỉnh", off a body's name.
func withoutProvince(name, province string) string {
	for _, end := range []string{" " + province, " tỉnh", " thành phố"} {
		if at := len(name) - len(end); at > 0 && end != " " && strings.EqualFold(name[at:], end) {
			return name[:at]
		}
	}
	return name
}

// initials are the first letters of a body's name as its symbol writes them:
// "Sở Nội vụ" gives "SNV", "Sở Giáo dục và Đào tạo" gives "SGDĐT".
func initials(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		if r := []rune(vi.Upper(word)); word != "và" && word != "-" && word != "–" {
			b.WriteRune(r[0])
		}
	}
	return b.String()
}

// clusterOffice is the cluster itself. It stands under the body that runs it.
func (o occasion) clusterOffice() office {
	f := office{id: "cluster:" + o.Cluster.ID, name: o.Cluster.Name, issuer: vi.Upper(fullCouncil(o.Cluster.Name)), superior: vi.Upper(o.Cluster.Organisation), place: o.seat(),
		authority: "TM. " + vi.Upper(o.kindWord()), post: "TRƯỞNG " + vi.Upper(o.shortWord())}
	if f.superior == "" && o.ofProvince() {
		f.superior = vi.Upper("UBND " + o.province())
	}
	switch o.Cluster.Kind {
	case cluster.Cum:
		f.symbol = "CTĐ"
	case cluster.Khoi:
		f.symbol = "KTĐ"
	case cluster.Council:
		f.symbol, f.authority, f.post = "HĐTĐKT", "TM. HỘI ĐỒNG", "CHỦ TỊCH"
	default:
		f.authority, f.post = "", "THỦ TRƯỞNG"
	}
	if o.party() {
		f.national = partyHeading
	}
	return f
}

// fullCouncil writes out the council's name.
func fullCouncil(name string) string {
	return strings.ReplaceAll(name, "TĐKT", "Thi đua - Khen thưởng")
}
