// Package dossier is the cluster's proposals for awards: who is proposed for
// what and why, by which way up the levels, which papers the file must hold,
// and what became of it.
package dossier

import (
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// CandidateKind is what is proposed.
type CandidateKind string

// The kinds of candidate.
const (
	Collective CandidateKind = "collective" // tập thể
	Person     CandidateKind = "person"     // cá nhân
	Household  CandidateKind = "household"  // hộ gia đình
)

var candidateLabels = map[CandidateKind]string{Collective: "Tập thể", Person: "Cá nhân", Household: "Hộ gia đình"}

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k CandidateKind) Label() string { return candidateLabels[k] }

// Nomination is one candidate proposed for one title.
type Nomination struct {
	ID            string            `json:"id"`
	Season        string            `json:"season"`                   // season id
	CandidateUnit string            `json:"candidate_unit,omitempty"` // unit id, when the candidate is a unit on record
	CandidateName string            `json:"candidate_name"`           // as it was called then
	CandidateKind CandidateKind     `json:"candidate_kind"`
	Category      rulebook.Category `json:"category,omitempty"`     // for what kind of achievement; Merit when nobody says
	Member        bool              `json:"member"`                 // a member of the cluster that year; computed from the roster
	Reason        string            `json:"reason,omitempty"`       // why it is proposed; a collective that is no member must have one
	ProposedBy    string            `json:"proposed_by,omitempty"`  // unit id of the member that brought it forward
	Title         string            `json:"title"`                  // the award as the source names it
	TitleCode     Code              `json:"title_code,omitempty"`   // its place in the catalogue; empty when it is a title of another body
	Path          []string          `json:"path,omitempty"`         // levels it passes, in order; empty when not known
	Vote          string            `json:"vote,omitempty"`         // vote id of the endorsement
	CouncilVote   string            `json:"council_vote,omitempty"` // vote id of the council's own vote
	Note          string            `json:"note,omitempty"`         // why it was withdrawn
	Status        Status            `json:"status"`
	Decision      Decision          `json:"decision,omitzero"`
	Papers        []PaperKind       `json:"papers,omitempty"` // what the dossier holds so far
	Findings      []Finding         `json:"findings,omitempty"`
	Sample        bool              `json:"illustrative,omitempty"`

	Place        Place      `json:"place,omitempty"`         // where the dossier lies; empty as AtCluster
	ReceivedOn   vi.Day     `json:"received_on,omitzero"`    // the day it was received for appraisal
	Regime       string     `json:"regime,omitempty"`        // regime id, fixed on that day
	LawKnown     store.Time `json:"law_known,omitzero"`      // the moment that was done: what was learnt later changes nothing
	RegimeReason string     `json:"regime_reason,omitempty"` // why a more favourable regime was chosen
	DueOn        vi.Day     `json:"due_on,omitzero"`         // by which whoever has it must act; zero = no limit runs
	DueRule      string     `json:"due_rule,omitempty"`      // where that limit comes from
	OpenParts    []Part     `json:"open_parts,omitempty"`    // what may be completed while it is reopened

	unsure bool // not on the roster, but the roster names only some of the members, or none
}

// Decision is the act by which an award was given. What is not reported stays
// empty.
type Decision struct {
	Number string `json:"number,omitempty"` // "231/QĐ-TTg"
	Day    vi.Day `json:"day,omitzero"`
	By     string `json:"by,omitempty"` // who decided
}

// Tally is what a council reports of one title as numbers only.
type Tally struct {
	ID            string        `json:"id"`
	Season        string        `json:"season"` // season id
	Title         string        `json:"title"`
	TitleCode     Code          `json:"title_code,omitempty"`
	CandidateKind CandidateKind `json:"candidate_kind,omitempty"` // empty when the report does not part them
	Proposed      *int          `json:"proposed,omitempty"`       // nil = not reported
	Passed        *int          `json:"passed,omitempty"`         // nil = not reported
	Sample        bool          `json:"illustrative,omitempty"`
}
