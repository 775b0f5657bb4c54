package dossier

import (
	"context"
	"slices"

	"thidua/exact"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Contest is the year's rivals for one title, in their order.
type Contest struct {
	Title  string
	Places string // what the signed rules allow, in words; empty when they set no number
	Rivals []Placed
}

// ContestsOf are the titles for which the year has more than one candidate of a
// kind under way, each with the order in which they would be taken when there
// are fewer places than candidates.
func ContestsOf(ctx context.Context, tx *store.Tx, s season.Season, day vi.Day) (all []Contest, err error) {
	list, err := OfSeason(ctx, tx, s.ID)
	if err != nil {
		return nil, err
	}
	y, err := groundOf(ctx, tx, s)
	if err != nil {
		return nil, err
	}
	votes, err := voting.OfSeason(ctx, tx, s.ID)
	if err != nil {
		return nil, err
	}
	places := PlacesOf(y.rules.Quotas, y.Members(len(y.roster)), y.whole(), list)
	open := slices.DeleteFunc(slices.Clone(list), func(n Nomination) bool { return !n.UnderWay() })
	for len(open) > 0 {
		first := open[0]
		against := func(n Nomination) bool {
			return sameTitle(n.Title, first.Title) && n.CandidateKind == first.CandidateKind
		}
		same := slices.DeleteFunc(slices.Clone(open), func(n Nomination) bool { return !against(n) })
		open = slices.DeleteFunc(open, against)
		if len(same) < 2 {
			continue
		}
		c := Contest{Title: first.Title}
		for _, p := range places {
			if sameTitle(p.Title, first.Title) {
				c.Places = p.Words
			}
		}
		if c.Rivals, err = ordered(ctx, tx, s, same, votes, day); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// ordered judges rivals, each by its own law, and orders them by the first one's.
func ordered(ctx context.Context, tx *store.Tx, s season.Season, list []Nomination, votes []voting.Vote, day vi.Day) ([]Placed, error) {
	var rivals []Rival
	for _, n := range list {
		c, err := CaseOf(ctx, tx, n, day)
		if err != nil {
			return nil, err
		}
		r, _ := LawOf(n, s, day)
		rivals = append(rivals, Rival{Case: c, Verdict: c.Under(r), Votes: n.votes(votes)})
	}
	first, _ := LawOf(list[0], s, day)
	return Order(first, rivals), nil
}

// votes are those for the candidate in the vote on which the nomination rests.
func (n Nomination) votes(all []voting.Vote) exact.Number {
	for _, v := range all {
		for _, o := range v.Options {
			named := o.Candidate != "" && o.Candidate == n.CandidateUnit || vi.SpellingKey(o.Label) == vi.SpellingKey(n.CandidateName)
			if v.ID == n.Vote && named && o.For != nil {
				return exact.Int(int64(*o.For))
			}
		}
	}
	return exact.Number{}
}
