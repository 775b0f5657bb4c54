package bonus

import (
	"thidua/exact"
	"thidua/vi"
)

// Code is a title's code; see dossier.Code.
type Code = string

// Recipient is to whom an award is given: "individual", "collective" or
// "household".
type Recipient = string

// mark is how far a rate can be vouched for.
type mark string

const (
	read      mark = "V"  // read in a copy of the text
	secondary mark = "V2" // read in a secondary source
)

// decree is a decree with the days for which its multipliers are known.
type decree struct {
	name        string
	from, until vi.Day
}

// Decree 91/2017 was issued on 31/7/2017, but the day it took effect is not
// verified. Decree 152/2025 has an end.
var (
	d91  = decree{"Nghị định 91/2017/NĐ-CP, Điều 69", vi.MustDay("2018-01-01"), vi.MustDay("2023-12-31")}
	d98  = decree{"Nghị định 98/2023/NĐ-CP, Điều 54", vi.MustDay("2024-01-01"), vi.MustDay("2025-06-30")}
	d152 = decree{"Nghị định 152/2025/NĐ-CP, Điều 50", vi.MustDay("2025-07-01"), vi.MustDay("2027-02-28")}

	merit91  = decree{"Nghị định 91/2017/NĐ-CP, Điều 73", d91.from, d91.until}
	merit98  = decree{"Nghị định 98/2023/NĐ-CP", d98.from, d98.until}
	merit152 = decree{"Nghị định 152/2025/NĐ-CP, Điều 54", d152.from, d152.until}
)

// rate is one multiplier of the base salary.
type rate struct {
	code  Code
	to    Recipient
	times string
	by    decree
	mark  mark
}

// rates are the multipliers that were read; every other is not known.
var rates = concat(
	each("national_emulation_fighter", "individual", "4.5", d91, d98, d152),
	each("province_emulation_fighter", "individual", "3", d91, d98, d152),
	each("base_emulation_fighter", "individual", "1", d91, d98, d152),
	each("advanced_worker", "individual", "0.3", d91, d98, d152),
	each("excellent_collective", "collective", "1.5", d91, d98, d152),
	each("advanced_collective", "collective", "0.8", d91, d98, d152),
	each("exemplary_commune", "collective", "2", d98, d152),
	each("cultural_village", "collective", "1.5", d91, d98, d152),
	each("government_flag", "collective", "12", d91, d98, d152),
	each("province_flag", "collective", "8", d91, d98, d152),
	[]rate{
		{"prime_minister_certificate_of_merit", "individual", "3.5", merit91, secondary},
		{"prime_minister_certificate_of_merit", "individual", "3.5", merit98, secondary},
		{"prime_minister_certificate_of_merit", "individual", "3.5", merit152, read},
		{"prime_minister_certificate_of_merit", "collective", "7", merit98, secondary},
		{"prime_minister_certificate_of_merit", "collective", "7", merit152, read},
		{"province_certificate_of_merit", "individual", "1", merit91, secondary},
		{"province_certificate_of_merit", "individual", "1.5", merit98, secondary},
		{"province_certificate_of_merit", "individual", "1.5", merit152, read},
		{"province_certificate_of_merit", "collective", "3", merit98, secondary},
		{"province_certificate_of_merit", "collective", "3", merit152, read},
	})

func each(code Code, to Recipient, times string, by ...decree) (all []rate) {
	for _, d := range by {
		all = append(all, rate{code, to, times, d, read})
	}
	return all
}

func concat(lists ...[]rate) (all []rate) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// multiplier is the title's multiplier on the day with its source. A household
// is given 1.5 times an individual's (by a secondary source).
func multiplier(code Code, to Recipient, day vi.Day) (times exact.Number, source string, m mark, known bool) {
	if to == "household" {
		times, source, _, known = multiplier(code, "individual", day)
		return times.Mul(exact.Ratio(3, 2)), source + ", hộ gia đình bằng 1,5 lần cá nhân", secondary, known
	}
	for _, r := range rates {
		if r.code == code && r.to == to && !day.Before(r.by.from) && !day.After(r.by.until) {
			return exact.Must(r.times), r.by.name, r.mark, true
		}
	}
	return times, "", "", false
}

// salaries are the base salaries that were read, by the day they began. The
// steps before 2019 are recalled only.
var salaries = []struct {
	from   vi.Day
	vnd    int64
	source string
	mark   mark
}{
	{vi.MustDay("2026-07-01"), 2_530_000, "Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2", read},
	{vi.MustDay("2024-07-01"), 2_340_000, "Nghị định 73/2024/NĐ-CP, Điều 3 khoản 2", read},
	{vi.MustDay("2023-07-01"), 1_800_000, "Nghị định 24/2023/NĐ-CP", secondary},
	{vi.MustDay("2019-07-01"), 1_490_000, "Nghị định 38/2019/NĐ-CP", secondary},
}

// baseSalary is the base salary of the day, in VND a month, with its source.
func baseSalary(day vi.Day) (vnd exact.Number, source string, m mark, known bool) {
	for _, s := range salaries {
		if !day.Before(s.from) {
			return exact.Int(s.vnd), s.source, s.mark, true
		}
	}
	return vnd, "", "", false
}
