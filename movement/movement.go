// Package movement is the year's phong trào thi đua: what the cluster launched,
// how each member unit answered, what came of it, and its sơ kết and tổng kết.
package movement

import (
	"thidua/exact"
	"thidua/vi"
)

// Kind is whether a movement runs all year round or as a drive; "" when nobody says.
type Kind string

// The kinds of movement.
const (
	Regular  Kind = "regular"  // thường xuyên
	Campaign Kind = "campaign" // theo đợt, chuyên đề
)

// Label is the kind in Vietnamese.
func (k Kind) Label() string { return kindLabels[k] }

var kindLabels = map[Kind]string{
	Regular:  "thường xuyên",
	Campaign: "theo đợt, chuyên đề",
}

// Movement is one phong trào thi đua of a season.
type Movement struct {
	ID         string
	Season     string // season id
	Name       string
	Kind       Kind
	LaunchedOn vi.Day // zero when not stated
	EndsOn     vi.Day // last day of a drive; zero when not stated
	LaunchedBy string // who launched it, in words; may be empty
	Period     string // its kỳ thi đua, in words: "năm 2014", "quý III"
	Results    string // what was achieved
	Sample     bool   // not from a source: số liệu minh họa
	Responses  []Response
	Reviews    []Review // by day
}

// Response is how one unit answered a movement.
type Response struct {
	Movement string // movement id
	Unit     string // unit id
	On       vi.Day // zero when not stated
	Summary  string
	Figures  []Figure
	Evidence []string // words, or evidence.Ref of the unit's files
	Sample   bool
}

// Figure is one number a unit gives of its response: "12 xã đạt chuẩn".
type Figure struct {
	Name   string       `json:"name"`
	Value  exact.Number `json:"value"`
	Unit   string       `json:"unit,omitempty"` // unit of measure
	Sample bool         `json:"illustrative,omitempty"`
}

// ReviewKind tells a sơ kết from a tổng kết.
type ReviewKind string

// The kinds of review.
const (
	Interim ReviewKind = "interim"
	Final   ReviewKind = "final"
)

// Label is the kind in Vietnamese.
func (k ReviewKind) Label() string { return reviewLabels[k] }

var reviewLabels = map[ReviewKind]string{
	Interim: "Sơ kết",
	Final:   "Tổng kết",
}

// Review is a look back at a movement: any number of interim ones, one final.
type Review struct {
	ID       string
	Movement string // movement id
	Kind     ReviewKind
	On       vi.Day // zero when not stated
	Text     string
	Sample   bool
}
