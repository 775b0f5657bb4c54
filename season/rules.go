// Package season is one emulation year of a cluster: the rules its members
// signed, the pledge, the registrations, the phases with their dates, and what
// the year leaves to the next one.
package season

import (
	"thidua/exact"
	"thidua/vi"
)

// Rules is the document the members sign (bộ quy tắc của cụm): what is scored
// and how, who scores, how the vote is counted, and how many may be nominated.
// A part nobody stated stays empty and is then neither applied nor printed.
type Rules struct {
	Version  int          `json:"version"`                // 1, 2, …; a change after the first submission is a new version
	SignedOn vi.Day       `json:"signed_on,omitzero"`     // zero when not stated
	Basis    string       `json:"basis,omitempty"`        // the document the rules rest on, as its header prints it
	Scale    exact.Number `json:"scale,omitzero"`         // points of the whole tree, e.g. 1000
	Rounding Rounding     `json:"rounding,omitzero"`      //
	Criteria []Criterion  `json:"criteria,omitempty"`     // top groups in order
	Bands    []Band       `json:"bands,omitempty"`        // best first
	Scoring  Scoring      `json:"scoring,omitzero"`       //
	Ballot   Ballot       `json:"ballot,omitzero"`        //
	Ties     []TieStep    `json:"ties,omitempty"`         // tried in order
	Quotas   []Quota      `json:"quotas,omitempty"`       //
	Sample   bool         `json:"illustrative,omitempty"` // not from a source: số liệu minh họa
}

// Rounding belongs to the criteria set and is printed with it.
type Rounding struct {
	Mode     exact.Mode `json:"mode,omitempty"`     // half_up, cut or none; empty = none
	Decimals int        `json:"decimals,omitempty"` // 0–6
	At       string     `json:"at,omitempty"`       // "leaf" (default): each leaf's points; "total": only the total
}

// Where points are rounded.
const (
	RoundLeaf  = "leaf"
	RoundTotal = "total"
)

// LeafKind is how a leaf criterion turns figures into points (scoring.md,
// "Leaf rules seen in real regulations"). Empty for a group.
type LeafKind string

// The leaf kinds.
const (
	Linear       LeafKind = "linear"        // MS · min(1, A/T)
	Quantitative LeafKind = "quantitative"  // half for the target, the rest by excess against the leader
	Qualitative  LeafKind = "qualitative"   // all or nothing
	Direct       LeafKind = "direct"        // count × points, capped
	BonusPenalty LeafKind = "bonus_penalty" // bonuses less penalties, clamped
	RankPoints   LeafKind = "rank_points"   // points by rank from superior bodies
	External     LeafKind = "external"      // a figure taken over from another body
	Grade        LeafKind = "grade"         // words to points
)

// Criterion is a node of the criteria tree: a group with children, or a leaf
// with a kind.
type Criterion struct {
	Code     string         `json:"code"` // "1", "1.2", unique in the tree
	Name     string         `json:"name"`
	Max      exact.Number   `json:"max"`              // maximum points (MS); for a group without weights the sum of its children
	Weight   exact.Number   `json:"weight,omitzero"`  // percent of the parent; all siblings or none, together 100
	Unit     string         `json:"unit,omitempty"`   // unit of measure of T and A: "%", "xã"
	Kind     LeafKind       `json:"kind,omitempty"`   // leaves only
	Less     bool           `json:"less,omitempty"`   // less is better (linear, quantitative)
	Points   exact.Number   `json:"points,omitzero"`  // direct: points for each counted thing
	Bonus    exact.Number   `json:"bonus,omitzero"`   // bonus_penalty: points for each bonus
	Penalty  exact.Number   `json:"penalty,omitzero"` // bonus_penalty: points taken for each penalty, ≥ 0
	Min      exact.Number   `json:"min,omitzero"`     // bonus_penalty: lower clamp, may be below 0
	Of       exact.Number   `json:"of,omitzero"`      // external: the other body's full mark, scaled to Max; unknown = the figure is taken as it is
	Over     bool           `json:"over,omitempty"`   // its points come on top: outside the maximum, so that a total may pass the scale (97 + 10 = 107)
	Ranks    []exact.Number `json:"ranks,omitempty"`  // rank_points: points of rank 1, 2, …; a rank beyond the list earns 0
	Grades   []GradePoints  `json:"grades,omitempty"` // grade: words, best first
	Children []Criterion    `json:"children,omitempty"`
	Sample   bool           `json:"illustrative,omitempty"`
}

// GradePoints is what a word is worth.
type GradePoints struct {
	Word   string       `json:"word"`
	Points exact.Number `json:"points"`
}

// Leaf reports whether the criterion is scored itself.
func (c Criterion) Leaf() bool { return len(c.Children) == 0 }

// Band is a classification with its floors: at least From percent of the unit's
// own maximum, and no scored criterion of the floor's level under Floor percent.
type Band struct {
	Name  string       `json:"name"`           // "hoàn thành xuất sắc nhiệm vụ"
	From  exact.Number `json:"from"`           // percent, ≥
	Floor exact.Number `json:"floor,omitzero"` // percent, ≥; unknown = no floor
	// FloorOn says which criteria the floor looks at: "groups" (top groups, the
	// default) or "leaves". Points on top of the maximum (Over) do not mend it.
	FloorOn string `json:"floor_on,omitempty"`
}

// What a floor looks at.
const (
	FloorGroups = "groups"
	FloorLeaves = "leaves"
)

// Stage is one of the four readings of a score, in their order.
type Stage string

// The stages.
const (
	Self      Stage = "self"      // tự chấm
	Cross     Stage = "cross"     // chấm chéo
	Appraised Stage = "appraised" // thẩm định
	Final     Stage = "final"     // điểm cuối cùng
)

// Who cross-scores whom.
const (
	CrossRing        = "ring"        // each scores the next
	CrossPairs       = "pairs"       // two score each other
	CrossAll         = "all"         // each scores every other
	CrossDepartments = "departments" // sector departments score their own field
)

// Scoring says who scores and which reading decides.
type Scoring struct {
	Cross          string       `json:"cross,omitempty"`           // one of the words above; empty = not stated
	Decides        Stage        `json:"decides,omitempty"`         // the stage the final score is taken from; cross = mean of the cross sheets
	GapNeedsReason exact.Number `json:"gap_needs_reason,omitzero"` // percent of a criterion's range; a larger change needs a written reason
}

// Ballot is the cluster's rule for votes.
type Ballot struct {
	Method      string       `json:"method,omitempty"`      // "consensus", "open", "paper"
	Denominator string       `json:"denominator,omitempty"` // "establishment" (all members), "present", "issued", "returned", "valid"
	Threshold   exact.Number `json:"threshold,omitzero"`    // share of the denominator needed, 0–1, e.g. 2/3
	Strict      bool         `json:"strict,omitempty"`      // more than the threshold, not just as much (quá bán)
	Quorum      exact.Number `json:"quorum,omitzero"`       // share of the establishment that must be present
	Rounds      int          `json:"rounds,omitempty"`      // ballots at most; 0 = not stated
}

// TieStep is one step of the tie chain (scoring.md, "Ties").
type TieStep string

// The steps seen in real regulations.
const (
	TieVotes   TieStep = "votes"           // more votes in favour
	TieEarlier TieStep = "earlier_awards"  // higher earlier achievement
	TieHead    TieStep = "head_and_deputy" // head and deputy decide (chair's vote)
	TieWomen   TieStep = "women"           // a collective with at least 70 % women
	TieEqual   TieStep = "equal"           // declared equal
)

// Quota limits how many may be nominated for a title: a number, or a percent
// of the members.
type Quota struct {
	Title   string       `json:"title"`
	Max     int          `json:"max,omitempty"`     // 0 = by percent
	Percent exact.Number `json:"percent,omitzero"`  // of the cluster's members
	Round   string       `json:"round,omitempty"`   // "down" (default), "up", "half_up"
	Outside bool         `json:"outside,omitempty"` // candidates who are no members count too
}

// Allowed is the number of nominations the quota allows with that many members.
func (q Quota) Allowed(members int) int {
	if !q.Percent.Known() {
		return q.Max
	}
	share := q.Percent.Mul(exact.Ratio(int64(members), 100))
	switch q.Round {
	case "up":
		return int(share.Ceil())
	case "half_up":
		return int(share.Round(exact.HalfUp, 0).Floor())
	}
	return int(share.Floor())
}
