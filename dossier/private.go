package dossier

import (
	"slices"

	"thidua/voting"
)

// Private reports whether the nomination must not name its candidate in public:
// persons and households are named only once their award was decided.
func (n Nomination) Private() bool {
	return n.CandidateKind != Collective && n.Status != Decided
}

// Withheld are the votes, by id, whose question or answers would name in public
// somebody who may not be named yet. A vote with a person on its ballot is told
// once an award that rests on it was decided.
func Withheld(votes []voting.Vote, nominations []Nomination) map[string]bool {
	withheld := map[string]bool{}
	for _, n := range nominations {
		if n.Vote != "" && n.Private() {
			withheld[n.Vote] = true
		}
	}
	for _, v := range votes {
		decided := func(n Nomination) bool { return n.Vote == v.ID && n.Status == Decided }
		if v.Personal && !slices.ContainsFunc(nominations, decided) {
			withheld[v.ID] = true
		}
	}
	return withheld
}
