package dossier

import (
	"slices"

	"thidua/access"
)

// Status is where a nomination stands.
type Status string

// The statuses.
const (
	Proposed    Status = "proposed"     // được đề nghị, chưa suy tôn
	Endorsed    Status = "endorsed"     // được cụm suy tôn
	NotEndorsed Status = "not_endorsed" // không được cụm suy tôn
	Passed      Status = "passed"       // hội đồng thông qua
	Cut         Status = "cut"          // hội đồng không thông qua
	Decided     Status = "decided"      // có quyết định khen thưởng
	Withdrawn   Status = "withdrawn"    // cụm rút đề nghị; kept, and left out of every list but the working one
)

// Statuses are all statuses in order.
var Statuses = []Status{Proposed, Endorsed, NotEndorsed, Passed, Cut, Decided, Withdrawn}

var statusLabels = map[Status]string{
	Proposed:    "Được đề nghị",
	Endorsed:    "Được suy tôn",
	NotEndorsed: "Không được suy tôn",
	Passed:      "Hội đồng thông qua",
	Cut:         "Hội đồng không thông qua",
	Decided:     "Đã có quyết định khen thưởng",
	Withdrawn:   "Đã rút",
}

// Label is the status's Vietnamese name; "" for an unknown word.
func (s Status) Label() string { return statusLabels[s] }

// steps is the whole state machine after Nominate: what is not in it cannot
// happen.
var steps = map[Status][]Status{
	Proposed: {Endorsed, NotEndorsed, Passed, Cut, Decided, Withdrawn},
	Endorsed: {Passed, Cut, Decided, Withdrawn},
	Passed:   {Decided, Cut},
}

// MayBecome reports whether a nomination can go from s to next.
func (s Status) MayBecome(next Status) bool { return slices.Contains(steps[s], next) }

// counts reports whether the nomination takes a place of the quota.
func (s Status) counts() bool { return s != NotEndorsed && s != Cut && s != Withdrawn }

// ActFor is the act by which a nomination comes to the status.
func (s Status) ActFor() access.Act {
	switch s {
	case Passed, Cut:
		return access.RecordCouncil
	case Decided:
		return access.RecordDecision
	}
	return access.Nominate
}

// UnderWay reports whether something may still become of the nomination.
func (n Nomination) UnderWay() bool { return n.Status.counts() && n.Status != Decided }
