package seasonfile

import (
	"thidua/exact"
	"thidua/vi"
)

// Rules is what the members signed.
type Rules struct {
	Version        int          `yaml:"version"`
	SignedOn       vi.Day       `yaml:"signed_on"`
	Basis          string       `yaml:"basis"`
	Scale          exact.Number `yaml:"scale"`
	Rounding       *Rounding    `yaml:"rounding"`
	Criteria       []Criterion  `yaml:"criteria"`
	Bands          []Band       `yaml:"bands"`
	Cross          string       `yaml:"cross" words:"ring|pairs|all|departments"`
	Decides        string       `yaml:"decides" words:"self|cross|appraised"`
	GapNeedsReason exact.Number `yaml:"gap_needs_reason"`
	Ballot         *Ballot      `yaml:"ballot"`
	Ties           []string     `yaml:"ties" words:"votes|earlier_awards|head_and_deputy|women|equal"`
	Quotas         []Quota      `yaml:"quotas"`
	Sample
}

// Rounding is how points are shortened.
type Rounding struct {
	Mode     string `yaml:"mode,short" need:"true" words:"half_up|cut|none"`
	Decimals *int   `yaml:"decimals"` // 2 when not stated
	At       string `yaml:"at" words:"leaf|total"`
}

// Criterion is a node of the criteria tree.
type Criterion struct {
	Code     string         `yaml:"code" need:"true"`
	Name     string         `yaml:"name" need:"true"`
	Max      exact.Number   `yaml:"max"`
	Weight   exact.Number   `yaml:"weight"`
	Measure  string         `yaml:"measure"`
	Kind     string         `yaml:"kind" words:"linear|quantitative|qualitative|direct|bonus_penalty|rank_points|external|grade"`
	Less     bool           `yaml:"less_is_better"`
	Points   exact.Number   `yaml:"points"`
	Bonus    exact.Number   `yaml:"bonus"`
	Penalty  exact.Number   `yaml:"penalty"`
	Min      exact.Number   `yaml:"min"`
	Of       exact.Number   `yaml:"of"` // external: the other body's full mark
	Over     bool           `yaml:"over"`
	Ranks    []exact.Number `yaml:"ranks"`
	Grades   []GradePoints  `yaml:"grades"`
	Children []Criterion    `yaml:"children"`
	Sample
}

// GradePoints is what a word is worth.
type GradePoints struct {
	Word   string       `yaml:"word" need:"true"`
	Points exact.Number `yaml:"points" need:"true"`
}

// Band is a classification with its floors.
type Band struct {
	Name    string       `yaml:"name" need:"true"`
	From    exact.Number `yaml:"from" need:"true"`
	Floor   exact.Number `yaml:"floor"`
	FloorOn string       `yaml:"floor_on" words:"groups|leaves"`
}

// Ballot is the cluster's rule for votes.
type Ballot struct {
	Method      string       `yaml:"method" words:"consensus|open|paper"`
	Denominator string       `yaml:"denominator" words:"establishment|present|issued|returned|valid"`
	Threshold   exact.Number `yaml:"threshold"`
	Strict      bool         `yaml:"strict"`
	Quorum      exact.Number `yaml:"quorum"`
	Rounds      int          `yaml:"rounds"`
}

// Quota limits the nominations for a title.
type Quota struct {
	Title   string       `yaml:"title" need:"true"`
	Max     int          `yaml:"max"`
	Percent exact.Number `yaml:"percent"`
	Round   string       `yaml:"round" words:"down|up|half_up"`
	Outside bool         `yaml:"counts_non_members"`
}

// Sheet is a score sheet, or the total of one.
type Sheet struct {
	Unit        string          `yaml:"unit" need:"true"`
	Stage       string          `yaml:"stage" need:"true" words:"self|cross|appraised"`
	By          string          `yaml:"by"` // the scoring unit; nobody = the unit itself, or the standing body
	Date        vi.Day          `yaml:"date"`
	Total       exact.Number    `yaml:"total"`
	Bonus       exact.Number    `yaml:"bonus"`
	Max         exact.Number    `yaml:"max"`
	Marks       map[string]Mark `yaml:"marks"`
	Explanation string          `yaml:"explanation"`
	Sample
}

// Mark is what the sheet says on one criterion; a bare number is its points.
type Mark struct {
	Points      exact.Number `yaml:"points,short"`
	Unassigned  bool         `yaml:"unassigned"`
	Target      exact.Number `yaml:"target"`
	Actual      exact.Number `yaml:"actual"`
	Count       exact.Number `yaml:"count"`
	Bonus       exact.Number `yaml:"bonus"`
	Penalty     exact.Number `yaml:"penalty"`
	Met         *bool        `yaml:"met"`
	Ranks       []int        `yaml:"ranks"`
	Figure      exact.Number `yaml:"figure"`
	Word        string       `yaml:"word"`
	Explanation string       `yaml:"explanation"`
	Evidence    []string     `yaml:"evidence"`
	Sample
}

// Rank is a place in a ranking that the source states. Without a number the
// ranks follow the list: 1, 2, 3…
type Rank struct {
	Unit   string       `yaml:"unit,short" need:"true"`
	Rank   int          `yaml:"rank"`
	Points exact.Number `yaml:"points"`
	Max    exact.Number `yaml:"max"`
	Band   string       `yaml:"band"`
	Sample
}

// TieData is what the tie chain looks at beside the votes.
type TieData struct {
	Earlier       map[string]exact.Number `yaml:"earlier_awards"`  // by unit; more is better
	Women         map[string]exact.Number `yaml:"women"`           // by unit; percent
	HeadAndDeputy []string                `yaml:"head_and_deputy"` // units in the order head and deputy decided
}
