package bonus

import (
	"cmp"

	"thidua/award"
	"thidua/vi"
)

// PaymentsOf are the payments of a decision of the register, not on record yet.
func PaymentsOf(d award.Decision, awards []award.Award) (all []Payment) {
	for _, a := range awards {
		all = append(all, Payment{
			Given: Given{Award: a.ID, Recipient: cmp.Or(a.Person, a.Kind+"|"+vi.SpellingKey(a.Name+"|"+a.UnitName)), Title: a.TitleName, Code: a.Title,
				Commends: !emulationTitle[a.Title], Day: d.Day, Period: a.Year, Achievement: a.Achievement},
			Decision: d.ID, Number: d.Number, Name: a.Name, UnitName: a.UnitName, Kind: a.Kind, Sample: a.Sample || d.Sample,
		})
	}
	return all
}

// emulationTitle tells emulation titles (Law 06/2022/QH15, Articles 19 and 20)
// from commendations (Article 9).
var emulationTitle = map[Code]bool{
	"national_emulation_fighter": true, "province_emulation_fighter": true, "base_emulation_fighter": true, "advanced_worker": true,
	"government_flag": true, "province_flag": true, "excellent_collective": true, "advanced_collective": true,
	"exemplary_commune": true, "cultural_village": true, "cultural_family": true,
}
