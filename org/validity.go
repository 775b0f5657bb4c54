package org

import "thidua/vi"

// Validity is how long units of a kind can exist by law, and why.
type Validity struct {
	Until   vi.Day // first day there are none any more; zero: no end known
	Because string // part of a sentence, with the document; empty when Until is zero
}

// districtEnd is the day the district level stopped: Law 72/2025/QH15.
var districtEnd = Validity{
	Until:   vi.MustDay("2025-07-01"),
	Because: "chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)",
}

// ValidityOf gives the validity that a unit has unless a list or an act says
// otherwise: huyện, quận, thị xã, cities below the province and their people's
// committees end on 1/7/2025 (Law 72/2025/QH15). Other bodies of a district
// were ended by their own superiors, on days that law does not give.
func ValidityOf(kind Kind, level Level) Validity {
	if kind.ofDistrictLevel() || kind == KindPeopleCommittee && level == LevelDistrict {
		return districtEnd
	}
	return Validity{}
}

func (k Kind) ofDistrictLevel() bool { return k.administrativeLevel() == LevelDistrict }
