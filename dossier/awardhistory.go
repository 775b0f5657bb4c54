package dossier

import (
	"context"

	"thidua/award"
	"thidua/store"
)

// AwardHistory is the candidate's own awards that are in force, oldest first, as
// the register has them. Where it has several of the candidate's name, none is
// taken and namesakes says how many they are.
func AwardHistory(ctx context.Context, tx *store.Tx, n Nomination) (had []award.Award, namesakes int, err error) {
	r := records{Nomination: n}
	err = r.readAwards(ctx, tx)
	return r.awards, r.namesakes, err
}
