package access_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/refusal"
)

var roles = []access.Role{access.EmulationOfficer, access.Leader, access.ClusterHead, access.ClusterDeputy, access.StandingBody,
	access.CouncilMember, access.CouncilSecretary, access.Decider, access.Admin, "", "root"}

func TestMatrix_saysEveryRuleInWordsOnce(t *testing.T) {
	seen := map[access.Act]bool{}
	for _, r := range access.Matrix {
		if seen[r.Act] || r.Says == "" || len(r.Roles) == 0 {
			t.Errorf("%s: repeated, without words or without roles", r.Act)
		}
		if r.Act.Label() == string(r.Act) {
			t.Errorf("%s has no Vietnamese name", r.Act)
		}
		seen[r.Act] = true
	}
}

// TestCheck_everyCell walks role × act: whoever is not in the row is refused.
func TestCheck_everyCell(t *testing.T) {
	for _, rule := range access.Matrix {
		allowed := map[access.Role]bool{}
		for _, r := range rule.Roles {
			allowed[r] = true
		}
		for _, role := range roles {
			mayOwn := access.Check(access.Actor{Role: role, Unit: "a"}, rule.Act, "a") == nil
			mayOther := access.Check(access.Actor{Role: role, Unit: "a"}, rule.Act, "b") == nil
			if (mayOwn || mayOther) != allowed[role] {
				t.Errorf("%s by %q: own %v, other %v, want allowed %v", rule.Act, role, mayOwn, mayOther, allowed[role])
			}
		}
	}
}

func TestCheck_refuses(t *testing.T) {
	officer := access.Actor{Role: access.EmulationOfficer, Unit: "con-cuong"}
	for name, c := range map[string]struct {
		by   access.Actor
		act  access.Act
		unit string
	}{
		"self-scoring another unit":                   {officer, access.SelfScore, "anh-son"},
		"self-scoring without a unit":                 {access.Actor{Role: access.EmulationOfficer}, access.SelfScore, ""},
		"cross-scoring one's own unit":                {officer, access.CrossScore, "con-cuong"},
		"cross-scoring nobody":                        {officer, access.CrossScore, ""},
		"a head appraising its own unit":              {access.Actor{Role: access.ClusterHead, Unit: "thanh-chuong"}, access.Appraise, "thanh-chuong"},
		"a unit setting its own target":               {officer, access.AssignTarget, "con-cuong"},
		"a unit publishing the result":                {officer, access.PublishResult, ""},
		"the head publishing the result":              {access.Actor{Role: access.ClusterHead, Unit: "thanh-chuong"}, access.PublishResult, ""},
		"an act that does not exist":                  {access.Actor{Role: access.Admin}, "delete_everything", ""},
		"an administrator scoring":                    {access.Actor{Role: access.Admin}, access.SelfScore, ""},
		"reporting another unit's result":             {officer, access.ReportActual, "anh-son"},
		"answering a movement in another unit's name": {officer, access.RespondMovement, "anh-son"},
	} {
		t.Run(name, func(t *testing.T) {
			err := access.Check(c.by, c.act, c.unit)
			if e := refusal.Of(err); e == nil || e.Kind != refusal.NotAllowed || e.Sentence == "" {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestCheck_whoeverScoresAUnitIsNeverThatUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "unit")
		role := rapid.SampledFrom(roles).Draw(t, "role")
		act := rapid.SampledFrom([]access.Act{access.CrossScore, access.Appraise}).Draw(t, "act")
		if access.Check(access.Actor{Role: role, Unit: unit}, act, unit) == nil {
			t.Fatalf("%s as %s scored its own unit", role, act)
		}
	})
}
