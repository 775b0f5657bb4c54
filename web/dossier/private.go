package dossier

import (
	"slices"
	"strings"

	"thidua/dossier"
	"thidua/vi"
)

// private reports whether the nomination must not name its candidate: persons
// and households are named only once their award was decided.
func private(n dossier.Nomination) bool {
	return n.CandidateKind != dossier.Collective && n.Status != dossier.Decided
}

// NamesWithheld reports whether any nomination must not name its candidate yet;
// papers that would name them wait too.
func NamesWithheld(all []dossier.Nomination) bool { return slices.ContainsFunc(all, private) }

// PrivateVotes are the votes, by id, whose question or answers would name
// somebody who may not be named yet.
func PrivateVotes(all []dossier.Nomination) map[string]bool {
	votes := map[string]bool{}
	for _, n := range all {
		if n.Vote != "" && private(n) {
			votes[n.Vote] = true
		}
	}
	return votes
}

// shown is the nominations as they may be shown: of a person not decided on
// only the title and where it stands.
func shown(all []dossier.Nomination) []dossier.Nomination {
	public := make([]dossier.Nomination, len(all))
	for i, n := range all {
		if private(n) {
			n = dossier.Nomination{CandidateKind: n.CandidateKind, CandidateName: "Một " + vi.LowerFirst(n.CandidateKind.Label()),
				Title: n.Title, TitleCode: n.TitleCode, Status: n.Status, Path: n.Path, Findings: unnamed(n), Papers: n.Papers, Sample: n.Sample}
		}
		public[i] = n
	}
	return public
}

// unnamed are the findings that do not name the candidate.
func unnamed(n dossier.Nomination) (kept []dossier.Finding) {
	for _, f := range n.Findings {
		if !strings.Contains(vi.Fold(f.Sentence), vi.Fold(n.CandidateName)) {
			kept = append(kept, f)
		}
	}
	return kept
}
