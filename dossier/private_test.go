package dossier

import (
	"testing"

	"thidua/voting"
)

func TestWithheld_keepsPersonsUnnamedUntilTheirAward(t *testing.T) {
	votes := []voting.Vote{{ID: "unit"}, {ID: "person", Personal: true}, {ID: "new", Personal: true}, {ID: "file"}}
	person := Nomination{CandidateKind: Person, Vote: "person", Status: Decided}
	other := Nomination{CandidateKind: Household, Vote: "file", Status: Endorsed}
	flag := Nomination{CandidateKind: Collective, Vote: "unit", Status: Endorsed}
	got := Withheld(votes, []Nomination{person, other, flag})
	if len(got) != 2 || !got["new"] || !got["file"] {
		t.Fatalf("withheld %v", got)
	}
	person.Status = Passed
	if got := Withheld(votes, []Nomination{person}); !got["person"] {
		t.Fatal("a person is named before the award")
	}
}
