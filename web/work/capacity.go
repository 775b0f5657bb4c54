package work

import (
	"thidua/access"
	"thidua/account"
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

// OwnCapacity is Capacity for an act that a unit does of itself: the capacity
// in which the reader may do it for the unit they hold it for.
func (v Visit) OwnCapacity(act access.Act) (access.Actor, bool) {
	if season.Permit(v.By, act, v.By.Unit, v.Season) == nil {
		return v.By, true
	}
	for _, g := range v.Grants {
		if by := g.Actor(v.Person, v.Season.Cluster); season.Permit(by, act, by.Unit, v.Season) == nil {
			return by, true
		}
	}
	return v.By, false
}

// UnitHere is the member for whose people the reader works in this year, as its
// officer or leader; empty for everybody else.
func (v Visit) UnitHere() string {
	for _, g := range append([]account.Grant{v.Grant}, v.Grants...) {
		if g.Role == access.EmulationOfficer || g.Role == access.Leader {
			return g.Unit
		}
	}
	return ""
}
