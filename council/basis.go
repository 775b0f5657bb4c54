package council

import (
	"thidua/dossier"
	"thidua/exact"
	"thidua/rulebook"
	"thidua/vi"
)

// BasisOf is the share of all members that decides on the title on the day: the
// law's, where a text or a secondary source says it, else the council's own;
// false where neither does.
func BasisOf(own Rules, code dossier.Code, day vi.Day) (Basis, bool) {
	t, ok := rulebook.ThresholdFor(code, day)
	if !ok || t.Of != "all_members" {
		return Basis{Share: own.Share, Source: own.Source, Mark: Own}, own.Share.Known()
	}
	source := t.Cite.String()
	if trust := t.Trust(); trust != "" {
		source += ", " + trust
	}
	return Basis{Share: t.Percent.Quo(exact.Int(100)), Source: source, Mark: string(t.Mark)}, true
}
