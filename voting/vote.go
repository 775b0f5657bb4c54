// Package voting keeps the cluster's votes: how each question was decided, by
// how many, out of whom, and the arithmetic that says why it passed or did not.
package voting

import (
	"thidua/exact"
)

// Method is the way a vote is taken.
type Method string

// The methods. Electronic is the verifiable secret ballot: its place is kept
// here so that rules and records can name it, but Record refuses it until the
// program can hold one.
const (
	Consensus  Method = "consensus"  // thảo luận, thống nhất
	Open       Method = "open"       // biểu quyết công khai, giơ tay
	Paper      Method = "paper"      // bỏ phiếu kín trên giấy
	Electronic Method = "electronic" // bỏ phiếu điện tử; chưa mở
)

var methodLabels = map[Method]string{
	Consensus:  "Thảo luận, thống nhất",
	Open:       "Biểu quyết công khai",
	Paper:      "Bỏ phiếu trên giấy",
	Electronic: "Bỏ phiếu điện tử",
}

// Label is the method's Vietnamese name; "" for an unknown word.
func (m Method) Label() string { return methodLabels[m] }

// Body is who votes.
type Body string

// The bodies.
const (
	Cluster Body = "cluster" // the members of the cluster
	Council Body = "council" // Hội đồng Thi đua - Khen thưởng
)

// Denominator is the number a share of votes is taken of.
type Denominator string

// The denominators, from the widest to the narrowest. "Tổng số thành viên" of
// a council is Establishment, not the ballots cast.
const (
	OfEstablishment Denominator = "establishment"
	OfPresent       Denominator = "present"
	OfIssued        Denominator = "issued"
	OfReturned      Denominator = "returned"
	OfValid         Denominator = "valid"
)

var denominatorLabels = map[Denominator]string{
	OfEstablishment: "thành viên",
	OfPresent:       "thành viên có mặt",
	OfIssued:        "phiếu phát ra",
	OfReturned:      "phiếu thu về",
	OfValid:         "phiếu hợp lệ",
}

// Label is what the denominator counts, as it follows "tổng số 5"; "" for an
// unknown word.
func (d Denominator) Label() string { return denominatorLabels[d] }

// Vote is one question put to a body, and everything reported of the outcome.
// A nil count was not reported, which is not the same as 0.
type Vote struct {
	ID              string       `json:"id"`
	Season          string       `json:"season"`               // season id
	Conference      string       `json:"conference,omitempty"` // conference id at which it was taken
	Question        string       `json:"question"`
	Round           int          `json:"round,omitempty"` // 1, 2, … when a ballot is repeated; 0 is taken as 1
	Method          Method       `json:"method"`
	Body            Body         `json:"body"`
	Establishment   *int         `json:"establishment,omitempty"`     // all members of the body
	Present         *int         `json:"present,omitempty"`           //
	AbsentInWriting *int         `json:"absent_in_writing,omitempty"` // absent members who voted in writing
	Issued          *int         `json:"issued,omitempty"`            // ballots handed out
	Returned        *int         `json:"returned,omitempty"`          // ballots collected
	Valid           *int         `json:"valid,omitempty"`             //
	Invalid         *int         `json:"invalid,omitempty"`           //
	Options         []Option     `json:"options,omitempty"`           // one for a yes-or-no question
	Roll            []Ballot     `json:"roll,omitempty"`              // open votes: who voted what
	Objections      string       `json:"objections,omitempty"`        // consensus: who did not agree, and why
	Unanimous       bool         `json:"unanimous,omitempty"`         // the source says that all agreed
	Denominator     Denominator  `json:"denominator,omitempty"`       // empty = no rule stated
	Threshold       exact.Number `json:"threshold,omitzero"`          // share of the denominator needed, above 0 and at most 1
	Strict          bool         `json:"strict,omitempty"`            // more than the threshold, not just as much
	Quorum          exact.Number `json:"quorum,omitzero"`             // share of the establishment that must be present
	Seats           int          `json:"seats,omitempty"`             // how many options may be chosen; 0 = not stated
	Tie             Tie          `json:"tie,omitzero"`
	TallyBoard      []string     `json:"tally_board,omitempty"` // ban kiểm phiếu: names with posts
	Personal        bool         `json:"personal,omitempty"`    // a person or household is on the ballot
	Stated          *bool        `json:"stated,omitempty"`      // whether it passed, as the source says; nil = it does not say
	Sample          bool         `json:"illustrative,omitempty"`
}

// Option is one candidate or answer. For, Against and Blank are votes.
type Option struct {
	Label     string `json:"label"`               // as the ballot prints it
	Candidate string `json:"candidate,omitempty"` // unit id, when the candidate is a unit on record
	For       *int   `json:"for,omitempty"`
	Against   *int   `json:"against,omitempty"`
	Blank     *int   `json:"blank,omitempty"`
}

// Choice is one vote in a roll call.
type Choice string

// The choices.
const (
	ForIt     Choice = "for"     // đồng ý
	AgainstIt Choice = "against" // không đồng ý
	Abstained Choice = "blank"   // không có ý kiến
)

// Ballot is one line of the named roll call of an open vote.
type Ballot struct {
	Unit   string `json:"unit"`             // unit id; in a council, the member's name as the minutes write it
	Option string `json:"option,omitempty"` // the option's label; may be empty when there is only one
	Choice Choice `json:"choice"`
}

// Tie is how equal votes at the last seat were decided.
type Tie struct {
	Chosen []string `json:"chosen,omitempty"` // labels of the options that were taken
	Reason string   `json:"reason,omitempty"` // who decided, by which rule
	Equal  bool     `json:"equal,omitempty"`  // all of them were taken as equals, beyond the seats
}
