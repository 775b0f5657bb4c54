package dossier

import "slices"

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
)

var statusLabels = map[Status]string{
	Proposed:    "Được đề nghị",
	Endorsed:    "Được suy tôn",
	NotEndorsed: "Không được suy tôn",
	Passed:      "Hội đồng thông qua",
	Cut:         "Hội đồng không thông qua",
	Decided:     "Đã có quyết định khen thưởng",
}

// Label is the status's Vietnamese name; "" for an unknown word.
func (s Status) Label() string { return statusLabels[s] }

// steps is the whole state machine after Nominate: what is not in it cannot
// happen.
var steps = map[Status][]Status{
	Proposed: {Endorsed, NotEndorsed, Passed, Cut, Decided},
	Endorsed: {Passed, Cut, Decided},
	Passed:   {Decided, Cut},
}

// MayBecome reports whether a nomination can go from s to next.
func (s Status) MayBecome(next Status) bool { return slices.Contains(steps[s], next) }

// counts reports whether the nomination takes a place of the quota.
func (s Status) counts() bool { return s != NotEndorsed && s != Cut }
