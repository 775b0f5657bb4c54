package voting

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/voting"
	webpaper "thidua/web/paper"
	"thidua/web/work"
	"thidua/yearbook"
)

// papersPath is where the papers of one vote stand.
const papersPath = "/lam/{slug}/bieu-quyet/{vote}/van-ban/{file}"

// paperKinds are the papers of a vote on paper, in the order in which it needs
// them.
var paperKinds = []paper.Kind{paper.BallotPaper, paper.TallyMinutes}

// papersOf are those for which the vote suffices. Of a vote that is not over
// there is no count, and so there are no tally minutes.
func papersOf(ctx context.Context, tx *store.Tx, v work.Visit, p voting.Poll) (all []paper.Paper, err error) {
	if p.Method != voting.Paper || p.State == voting.Cancelled {
		return nil, nil
	}
	y, err := yearbook.Load(ctx, tx, v.Season)
	if err != nil {
		return nil, err
	}
	for _, kind := range paperKinds {
		one, err := paper.OfVote(y, kind, p.Vote)
		switch {
		case refusal.Of(err) != nil:
		case err != nil:
			return nil, err
		default:
			all = append(all, one)
		}
	}
	return all, nil
}

// readPaper is one of them in the form that was asked for.
func readPaper(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := pollOf(ctx, tx, v, v.Asked("vote"))
	if err != nil {
		return nil, err
	}
	all, err := papersOf(ctx, tx, v, p)
	if err != nil {
		return nil, err
	}
	name, form, _ := strings.Cut(v.Asked("file"), ".")
	x, err := paper.Among(all, name)
	if err != nil {
		return nil, err
	}
	return webpaper.Drafted(ctx, tx, v, v.Season.Cluster, x, form, v.Lam("bieu-quyet", p.ID))
}

// paperLinks are the papers on the vote's page, for those who may open them.
func (m matter) paperLinks(v work.Visit) []webpaper.Link {
	return webpaper.Drafts(v.Lam("bieu-quyet", m.ID, "van-ban")+"/", m.holds, m.papers...)
}
