package dossier

import (
	"regexp"

	"thidua/vi"
)

// Code names a title of the state's award system.
type Code string

// The titles met so far. A title of another body (the Party, the Front, a
// union, a bank) has no code: its own rules say what it needs.
const (
	GovernmentFlag      Code = "government_flag"
	ProvinceFlag        Code = "province_flag"
	PrimeMinisterMerit  Code = "prime_minister_certificate_of_merit"
	ProvinceMerit       Code = "province_certificate_of_merit"
	LabourOrder         Code = "labour_order"
	ExcellentCollective Code = "excellent_collective"
	ProvinceFighter     Code = "province_emulation_fighter"
)

// Title is one entry of the catalogue.
type Title struct {
	Code     Code
	Name     string // full official name
	aliases  []string
	deciders []rule
}

// rule is a statement that holds for decisions between two days, both
// included; a zero day is open.
type rule struct {
	from, until vi.Day
	Finding
}

func (r rule) holds(day vi.Day) bool {
	return !day.IsZero() && !day.Before(r.from) && !day.After(r.until)
}

// The days between which the law is known. Decree 91/2017 was issued on
// 31/7/2017 but the day it took effect is not verified: nothing is stated for
// the months in between.
var (
	law2003   = vi.MustDay("2004-07-01")
	text2013  = vi.MustDay("2014-07-01") // the 2013 text was surely in force when Decree 65/2014 was issued
	endOf42   = vi.MustDay("2017-07-30")
	decree91  = vi.MustDay("2018-01-01")
	endOf91   = vi.MustDay("2023-12-31")
	law2022   = vi.MustDay("2024-01-01")
	endOf98   = vi.MustDay("2025-06-30")
	from152   = vi.MustDay("2025-07-01") // Decree 152/2025 in the place of Decree 98/2023
	endOf2022 = vi.MustDay("2026-09-30") // Law 06/2026 from the next day: its text is not at hand
)

const (
	sourceLaw2003   = "Luật Thi đua, Khen thưởng năm 2003"
	sourceLaw2022   = "Luật Thi đua, khen thưởng năm 2022"
	sourceDecree42  = "Nghị định 42/2010/NĐ-CP"
	sourceDecree91  = "Nghị định 91/2017/NĐ-CP"
	sourceDecree98  = "Nghị định 98/2023/NĐ-CP"
	sourceDecree152 = "Nghị định 152/2025/NĐ-CP"
)

// by2022 is who decides under the 2022 law, as far as a secondary source tells.
func by2022(who string) []rule {
	return []rule{{law2022, endOf2022, Finding{who, FromSecondary, sourceLaw2022}}}
}

// Catalogue is every title the program knows.
var Catalogue = []Title{
	{GovernmentFlag, "Cờ thi đua của Chính phủ", []string{"Cờ thi đua Chính phủ", "Cờ thi đua (Chính phủ)"}, append([]rule{
		{law2003, endOf42, Finding{"Chính phủ", FromSecondary, sourceLaw2003}},
		{decree91, endOf91, Finding{"Thủ tướng Chính phủ", FromSecondary, sourceDecree91 + ", Điều 51"}},
	}, by2022("Thủ tướng Chính phủ")...)},
	{ProvinceFlag, "Cờ thi đua của Ủy ban nhân dân tỉnh", []string{"Cờ thi đua của UBND tỉnh", "Cờ thi đua UBND tỉnh", "Cờ thi đua cấp tỉnh", "Cờ thi đua của tỉnh", "Cờ thi đua tỉnh",
		"Cờ thi đua của Ủy ban nhân dân thành phố", "Cờ thi đua của UBND thành phố", "Cờ thi đua của thành phố"},
		by2022("Chủ tịch Ủy ban nhân dân tỉnh")},
	{PrimeMinisterMerit, "Bằng khen của Thủ tướng Chính phủ", []string{"Bằng khen Thủ tướng Chính phủ", "Bằng khen của Thủ tướng"},
		by2022("Thủ tướng Chính phủ")},
	{ProvinceMerit, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", []string{"Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của UBND tỉnh", "Bằng khen của Ủy ban nhân dân tỉnh",
		"Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", "Bằng khen của Chủ tịch UBND thành phố", "Bằng khen của UBND thành phố"},
		by2022("Chủ tịch Ủy ban nhân dân tỉnh")},
	{LabourOrder, "Huân chương Lao động", []string{"Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Ba"},
		by2022("Chủ tịch nước")},
	{ExcellentCollective, "Tập thể lao động xuất sắc", nil, by2022("Chủ tịch Ủy ban nhân dân tỉnh")},
	{ProvinceFighter, "Chiến sĩ thi đua cấp tỉnh", []string{"Chiến sĩ thi đua tỉnh"}, by2022("Chủ tịch Ủy ban nhân dân tỉnh")},
}

// DecidedBy is who decides on the title on that day, with the source; false
// when no source at hand tells.
func (t Title) DecidedBy(day vi.Day) (Finding, bool) {
	for _, r := range t.deciders {
		if r.holds(day) {
			return r.Finding, true
		}
	}
	return Finding{}, false
}

// TitleByCode returns the catalogue's entry of that code.
func TitleByCode(code Code) (Title, bool) {
	for _, t := range Catalogue {
		if t.Code == code {
			return t, true
		}
	}
	return Title{}, false
}

// CodeOf finds the title a source means by its name; "" when the name fits
// none, or could fit several ("Cờ thi đua năm 2025").
func CodeOf(name string) Code {
	key := titleKey(name)
	for _, t := range Catalogue {
		for _, known := range append([]string{t.Name}, t.aliases...) {
			if titleKey(known) == key {
				return t.Code
			}
		}
	}
	return ""
}

var yearAtEnd = regexp.MustCompile(` nam \d{4}$`)

// titleKey is the name by which two titles are the same: without accents, case
// and the year at its end.
func titleKey(name string) string { return yearAtEnd.ReplaceAllString(vi.Fold(name), "") }

// sameTitle compares titles by code where both have one, else by name.
func sameTitle(a, b string) bool {
	if c := CodeOf(a); c != "" {
		return c == CodeOf(b)
	}
	return titleKey(a) == titleKey(b)
}
