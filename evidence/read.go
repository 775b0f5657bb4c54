package evidence

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// MayRead reports whether the actor may read the file because it is their own
// unit's. Everybody else reads it only where it is cited, when they may see what
// cites it; a file that holds personal data then opens to the standing body
// alone (product: field-level classes).
func MayRead(by access.Actor, e Evidence) bool {
	return by.Role.OfUnit() && by.Unit != "" && by.Unit == e.Unit
}

// MayReadCited reports whether an actor who may see what cites the file may
// read the file too. citing is the unit whose report cites it: nobody lends
// others a sight of a file by citing it as their own.
func MayReadCited(by access.Actor, e Evidence, citing string) bool {
	return MayRead(by, e) || e.Unit == citing && (!e.Sensitive || by.Role == access.StandingBody)
}

// Tells reports whether a reading of the file by the actor stands in the
// journal: everybody's but the owner's, and of personal data the owner's too.
func Tells(by access.Actor, e Evidence) bool { return e.Sensitive || !MayRead(by, e) }

// RecordRead puts a reading into the journal where Tells asks for it; what is
// how it was read: "tep" for the file, "xem" for its preview.
func RecordRead(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Evidence, what string) error {
	if !Tells(by, e) {
		return nil
	}
	return journal.Record(ctx, tx, by, day, access.ReadSensitive, "evidence:"+e.ID, map[string]string{"unit": e.Unit, "read": what})
}
