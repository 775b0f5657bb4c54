package dossier

import (
	"strings"

	"thidua/access"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/web/work"
)

// recordAt is the page of the record that a fact was drawn from, as far as the
// reader may open it; "" otherwise.
func recordAt(v work.Visit, f rulebook.Fact) string {
	switch f.Link {
	case dossier.RankingRecord:
		return v.To("xep-hang")
	case dossier.RosterRecord:
		return v.To()
	case dossier.TargetsRecord:
		return v.Lam("chi-tieu")
	case dossier.HoldsRecord:
		return opened(v, holdsPath, holdsPath)
	}
	kind, id, _ := strings.Cut(f.Link, ":")
	switch kind + ":" {
	case dossier.VoteRecord:
		return v.Lam("bieu-quyet", id)
	case dossier.NominationRecord:
		return v.Lam("de-nghi", id)
	case dossier.UnitRecord:
		return opened(v, unitAwards+"{unit}", unitAwards+id)
	case dossier.PersonRecord:
		if v.Holds(wide...) {
			return opened(v, personAwards+"{person}", personAwards+id)
		}
	}
	return ""
}

// The histories of awards in the register.
const (
	unitAwards   = "/lich-su-khen-thuong/don-vi/"
	personAwards = "/lich-su-khen-thuong/nguoi/"
)

// wide read the register and every candidate's conditions, whatever the unit.
var wide = []access.Role{access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider}

func opened(v work.Visit, page, address string) string {
	if v.CanOpen(page) {
		return address
	}
	return ""
}
