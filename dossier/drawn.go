package dossier

import (
	"slices"

	"thidua/award"
	"thidua/rulebook"
)

// The records from which facts are drawn, as a fact's Link names them; those
// that end in a colon are followed by the record's id.
const (
	RankingRecord    = "ranking"       // the year's published ranking
	RosterRecord     = "roster"        // the year's members
	TargetsRecord    = "targets"       // the year's targets
	HoldsRecord      = "holds"         // the register of holds
	VoteRecord       = "vote:"         // vote id
	NominationRecord = "nomination:"   // nomination id
	UnitRecord       = "award_unit:"   // the register's awards of a unit, by unit id
	PersonRecord     = "award_person:" // the register's awards of anybody else, by the register's id
)

// drawnFrom is the fact with the record it was drawn from.
func drawnFrom(record string, f rulebook.Fact, sample bool) rulebook.Fact {
	f.Link, f.Sample = record, sample
	return f
}

// registered is a fact drawn from the candidate's awards in the register.
func (r records) registered(f rulebook.Fact) rulebook.Fact {
	record := ""
	switch {
	case r.recipient.Unit != "":
		record = UnitRecord + r.recipient.Unit
	case r.recipient.Person != "":
		record = PersonRecord + r.recipient.Person
	}
	return drawnFrom(record, f, slices.ContainsFunc(r.awards, func(a award.Award) bool { return a.Sample }))
}
