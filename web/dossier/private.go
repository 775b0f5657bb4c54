package dossier

import (
	"strings"

	"thidua/dossier"
	"thidua/vi"
)

// shown is the nominations as they may be shown: of a person not decided on
// only the title and where it stands.
func shown(all []dossier.Nomination) []dossier.Nomination {
	public := make([]dossier.Nomination, len(all))
	for i, n := range all {
		if n.Private() {
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
