package council

import (
	"thidua/dossier"
	"thidua/exact"
	"thidua/vi"
)

// lawful is a share of all members that a decree says for some titles between
// two days.
type lawful struct {
	codes       []dossier.Code
	from, until vi.Day
	Basis
}

// shares are those that were read: Decree 91/2017, Article 45(8), by a secondary
// source, and Decree 98/2023, Article 30(7). What Decree 152/2025 says was not.
var shares = []lawful{
	{codes: []dossier.Code{"province_emulation_fighter", "national_emulation_fighter", "labour_hero"},
		from: vi.MustDay("2018-01-01"), until: vi.MustDay("2023-12-31"), Basis: Basis{Share: exact.Ratio(90, 100), Source: "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8, theo nguồn thứ cấp", Mark: "V2"}},
	{codes: []dossier.Code{"province_emulation_fighter", "national_emulation_fighter", "labour_hero"},
		from: vi.MustDay("2024-01-01"), until: vi.MustDay("2025-06-30"), Basis: Basis{Share: exact.Ratio(90, 100), Source: "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7", Mark: "V"}},
	{codes: []dossier.Code{"base_emulation_fighter", dossier.ProvinceFlag, dossier.GovernmentFlag},
		from: vi.MustDay("2024-01-01"), until: vi.MustDay("2025-06-30"), Basis: Basis{Share: exact.Ratio(80, 100), Source: "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7", Mark: "V"}},
}

// lawShare is the share the law of the day says for the title; false where no
// text read here says one.
func lawShare(code dossier.Code, day vi.Day) (Basis, bool) {
	for _, s := range shares {
		for _, c := range s.codes {
			if c == code && !day.Before(s.from) && !day.After(s.until) {
				return s.Basis, true
			}
		}
	}
	return Basis{}, false
}

// BasisOf is the share of all members that decides on the title on the day: the
// law's, where a text or a secondary source says it, else the council's own;
// false where neither does.
func BasisOf(own Rules, code dossier.Code, day vi.Day) (Basis, bool) {
	if b, ok := lawShare(code, day); ok {
		return b, true
	}
	return Basis{Share: own.Share, Source: own.Source, Mark: Own}, own.Share.Known()
}
