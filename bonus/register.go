package bonus

import (
	"cmp"

	"thidua/award"
	"thidua/rulebook"
	"thidua/vi"
)

// PaymentsOf are the payments of a decision of the register, not on record yet.
func PaymentsOf(d award.Decision, awards []award.Award) (all []Payment) {
	for _, a := range awards {
		all = append(all, Payment{
			Given: Given{Award: a.ID, Recipient: cmp.Or(a.Person, string(a.Kind)+"|"+vi.SpellingKey(a.Name+"|"+a.UnitName)), Title: a.TitleName, Code: Code(a.Title),
				Commends: commends(Code(a.Title)), Day: d.Day, Period: a.Year, Achievement: a.Achievement},
			Decision: d.ID, Number: d.Number, Name: a.Name, UnitName: a.UnitName, Kind: Recipient(a.Kind), Sample: a.Sample || d.Sample,
		})
	}
	return all
}

// commends tells forms of commendation from emulation titles.
func commends(code Code) bool {
	n, known := rulebook.NameOf(code)
	return !known || n.Group == "commendation"
}
