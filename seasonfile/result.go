package seasonfile

import (
	"encoding/json"

	"thidua/dossier"
	"thidua/rulebook"
)

// Result is a year's outcome as result.json tells it, for people and programs.
// What is not on record is null or left out.
type Result struct {
	Cluster      string       `json:"cluster"`
	Season       string       `json:"season"`
	Illustrative bool         `json:"illustrative"` // the whole file is an example
	Members      []string     `json:"members"`
	MembersCount int          `json:"members_count"` // 0 = not stated
	Head         *string      `json:"head"`
	Deputy       *string      `json:"deputy"`
	Ranking      []RankLine   `json:"ranking"`
	Votes        []VoteLine   `json:"votes"`
	Nominations  []Nominee    `json:"nominations"`
	Counts       []CountLine  `json:"council_counts"`
	Figures      []FigureLine `json:"figures"`
	NearMet      []NearLine   `json:"near_met"`
	Findings     []NoteLine   `json:"findings"`
	Tasks        []NoteLine   `json:"tasks"`
	NextHead     *string      `json:"next_head"`
	NextDeputy   *string      `json:"next_deputy"`
	Documents    []Document   `json:"documents"`
}

// RankLine is a unit's place. Equal ranks share a number.
type RankLine struct {
	Rank         int          `json:"rank"`
	Unit         string       `json:"unit"`
	Score        *json.Number `json:"score"`
	Max          *json.Number `json:"max"`
	Percent      *json.Number `json:"percent"` // of the unit's own maximum, two decimals
	Band         *string      `json:"band"`
	TieStep      string       `json:"tie_step,omitempty"`
	Illustrative bool         `json:"illustrative"`
}

// VoteLine is one vote with its whole record.
type VoteLine struct {
	Question        string       `json:"question"`
	Method          string       `json:"method"`
	Establishment   *int         `json:"establishment"`
	Present         *int         `json:"present"`
	AbsentInWriting *int         `json:"absent_in_writing"`
	Issued          *int         `json:"issued"`
	Returned        *int         `json:"returned"`
	Valid           *int         `json:"valid"`
	Invalid         *int         `json:"invalid"`
	Options         []OptionLine `json:"options"`
	Denominator     *int         `json:"denominator"`
	DenominatorRule *string      `json:"denominator_rule"` // "establishment", "present", …
	Threshold       *string      `json:"threshold"`        // exact share: "2/3"
	Passed          *bool        `json:"passed"`
	Arithmetic      string       `json:"arithmetic"` // in Vietnamese words
	Illustrative    bool         `json:"illustrative"`
}

// OptionLine is an option with its votes.
type OptionLine struct {
	Option  string       `json:"option"`
	For     *int         `json:"for"`
	Against *int         `json:"against"`
	Blank   *int         `json:"blank"`
	Needed  *int         `json:"needed"`
	Percent *json.Number `json:"percent"`
	Passed  *bool        `json:"passed"`
}

// Nominee is a candidate proposed for a title.
type Nominee struct {
	Candidate    string            `json:"candidate"`
	Member       *bool             `json:"member"` // null where not all members are named
	Title        string            `json:"title"`
	Category     rulebook.Category `json:"category,omitempty"` // for what kind of achievement; absent for merit, the usual one
	Reason       string            `json:"reason,omitempty"`
	Path         []string          `json:"path"`
	Status       string            `json:"status"`
	Findings     []dossier.Finding `json:"findings"`
	Illustrative bool              `json:"illustrative"`
}

// CountLine is a council's numbers for one title.
type CountLine struct {
	Title    string `json:"title"`
	Kind     string `json:"kind,omitempty"`
	Proposed *int   `json:"proposed"`
	Passed   *int   `json:"passed"`

	Findings     []dossier.Finding `json:"findings,omitempty"` // what the numbers make one ask
	Illustrative bool              `json:"illustrative"`
}

// FigureLine is a count a report gives, with the percentage and how the report
// printed it.
type FigureLine struct {
	Name     string       `json:"name"`
	Count    json.Number  `json:"count"`
	Of       *json.Number `json:"of"`
	Percent  *json.Number `json:"percent"` // exact to three decimals
	Printed  string       `json:"printed,omitempty"`
	Rounding string       `json:"rounding,omitempty"` // "half_up" or "cut": how the report got there

	Illustrative bool `json:"illustrative"`
}

// NearLine is a term target that can still be met.
type NearLine struct {
	Unit         string `json:"unit"`
	Target       string `json:"target"`
	Reason       string `json:"reason"`
	Illustrative bool   `json:"illustrative"`
}

// NoteLine is a finding or a task.
type NoteLine struct {
	Text         string  `json:"text"`
	Owner        *string `json:"owner"`
	Due          *string `json:"due"`
	Illustrative bool    `json:"illustrative"`
}

// Document is a paper that was written.
type Document struct {
	Kind string `json:"kind"`
	File string `json:"file"`
}
