package work

import (
	"thidua/access"
	"thidua/season"
)

// Capacity is one of the reader's capacities in which they may do the act in
// this year now: the one they act in, if it may, else the first that may. So a
// person with several need not change over for every form. Without any it is
// the one they act in, whose refusal tells why.
func (v Visit) Capacity(act access.Act) (access.Actor, bool) {
	if season.Permit(v.By, act, "", v.Season) == nil {
		return v.By, true
	}
	for _, g := range v.Grants {
		if by := g.Actor(v.Person, v.Season.Cluster); season.Permit(by, act, "", v.Season) == nil {
			return by, true
		}
	}
	return v.By, false
}
