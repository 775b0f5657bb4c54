package exemplar

import (
	"thidua/access"
	"thidua/vi"
)

// State is how far an exemplar has come.
type State string

// The states, in order.
const (
	Discovered State = "discovered"
	Verified   State = "verified"
	Recognised State = "recognised"
	Published  State = "published"
	Replicated State = "replicated"
)

// Label is the state in Vietnamese.
func (s State) Label() string { return stateLabels[s] }

var stateLabels = map[State]string{
	Discovered: "Đã phát hiện",
	Verified:   "Đã xác minh",
	Recognised: "Đã công nhận",
	Published:  "Đã công bố",
	Replicated: "Đã nhân rộng",
}

// Act is what takes an exemplar one step on.
type Act string

// The acts, in order. Quoting puts on record what a report says of exemplars
// without naming any.
const (
	Discovery   Act = "discover"
	Quotation   Act = "quote"
	Verifying   Act = "verify"
	Recognition Act = "recognise"
	Publication Act = "publish"
	Replication Act = "replicate"
)

// Label is the act in Vietnamese.
func (a Act) Label() string { return actLabels[a] }

var actLabels = map[Act]string{
	Discovery:   "Phát hiện, giới thiệu",
	Quotation:   "Trích báo cáo",
	Verifying:   "Xác minh",
	Recognition: "Công nhận",
	Publication: "Công bố",
	Replication: "Nhân rộng",
}

// permission is the row of the permission matrix that the act stands under.
func (a Act) permission() access.Act {
	switch a {
	case Verifying:
		return access.VerifyExemplar
	case Recognition:
		return access.HonourExemplar
	case Publication:
		return access.ShowExemplar
	case Replication:
		return access.AdoptExemplar
	}
	return access.RecordExemplar
}

// Step is one act as it was done.
type Step struct {
	Act  Act    `json:"act"`
	On   vi.Day `json:"on,omitzero"`
	Note string `json:"note,omitempty"` // the paper or reason it rests on
}

// Transition is one row of the state machine.
type Transition struct {
	From  State // empty: the record begins here
	Act   Act
	To    State
	Who   []access.Role
	Guard Guard // what must hold besides; empty = nothing
}

// Transitions is the whole machine; what is not in it cannot happen.
var Transitions = []Transition{
	{"", Discovery, Discovered, everybody, OwnName},
	{"", Quotation, Published, overseers, HasNoName},
	{Discovered, Verifying, Verified, overseers, NotOwnUnit},
	{Verified, Recognition, Recognised, standingBody, HasPaper},
	{Recognised, Publication, Published, standingBody, Unguarded},
	{Published, Replication, Replicated, everybody, HasAdopter},
	{Replicated, Replication, Replicated, everybody, HasAdopter},
}

var (
	everybody    = []access.Role{access.EmulationOfficer, access.Leader, access.ClusterHead, access.StandingBody}
	overseers    = []access.Role{access.ClusterHead, access.StandingBody}
	standingBody = []access.Role{access.StandingBody}
)

// find returns the row that the act takes from the state.
func find(from State, act Act) (Transition, bool) {
	for _, t := range Transitions {
		if t.From == from && t.Act == act {
			return t, true
		}
	}
	return Transition{}, false
}
