package paper

import (
	"context"
	"slices"

	"thidua/dossier"
	"thidua/paper"
	"thidua/store"
	"thidua/voting"
	"thidua/web/year"
)

// nameless are the papers that name no candidate whatever was proposed.
var nameless = map[paper.Kind]bool{paper.Invitation: true, paper.Agenda: true, paper.ScoreTable: true}

// offered lists the files that may be taken: while a person or household is
// proposed and not decided on, papers that would name them are held back.
func offered(ctx context.Context, tx *store.Tx, v year.Visit, votes []voting.Vote, nominations []dossier.Nomination) (open []paper.Listing, err error) {
	withheld := len(dossier.Withheld(votes, nominations)) > 0 || slices.ContainsFunc(nominations, dossier.Nomination.Private)
	all, err := paper.OfSeason(ctx, tx, v.Season.ID)
	for _, l := range all {
		if l.Kind.Public() && (!withheld || nameless[l.Kind]) {
			open = append(open, l)
		}
	}
	return open, err
}
