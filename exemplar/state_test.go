package exemplar

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/season"
	"thidua/vi"
)

var order = []State{"", Discovered, Verified, Recognised, Published, Replicated}

func TestTransitions_areCompleteAndOnlyGoForward(t *testing.T) {
	seen := map[State]bool{}
	for _, tr := range Transitions {
		from, to := slices.Index(order, tr.From), slices.Index(order, tr.To)
		if from < 0 || to < from || to == from && tr.Act != Replication {
			t.Errorf("%q leads from %q to %q", tr.Act, tr.From, tr.To)
		}
		if tr.Act.Label() == "" || tr.To.Label() == "" || len(tr.Who) == 0 {
			t.Errorf("%+v lacks a label or somebody to do it", tr)
		}
		seen[tr.To] = true
	}
	for _, s := range order[1:] {
		if !seen[s] {
			t.Errorf("nothing leads to %q", s)
		}
	}
}

// Whatever is tried, by anybody, a name is shown only after somebody else
// verified it and the standing body recognised and published it.
func TestTake_showsNoNameBeforeVerificationAndRecognition(t *testing.T) {
	acts := []Act{Discovery, Quotation, Verifying, Recognition, Publication, Replication}
	roles := []access.Role{access.EmulationOfficer, access.Leader, access.ClusterHead, access.StandingBody, access.CouncilMember, access.Admin}
	rapid.Check(t, func(t *rapid.T) {
		e := Exemplar{Kind: rapid.SampledFrom([]Kind{Person, Household}).Draw(t, "kind"), Name: "Tên", Story: "Việc làm", Unit: "a"}
		verifier := ""
		for range rapid.IntRange(0, 30).Draw(t, "tries") {
			by := access.Actor{Role: rapid.SampledFrom(roles).Draw(t, "role"), Unit: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "unit")}
			act := rapid.SampledFrom(acts).Draw(t, "act")
			if err := e.take(by, season.Season{}, vi.MustDay("2014-11-22"), Step{Act: act, Note: "Quyết định"}, Adoption{Unit: "b"}); err == nil && act == Verifying {
				verifier = by.Unit
			}
		}
		shown := e.Shown()
		if shown.Name == "" && shown.Story == "" {
			return
		}
		did := func(a Act) bool { return slices.ContainsFunc(e.Steps, func(s Step) bool { return s.Act == a }) }
		if !did(Verifying) || !did(Recognition) || !did(Publication) || verifier == "a" {
			t.Fatalf("shown after %v, verified by %q", e.Steps, verifier)
		}
	})
}

func TestShown_keepsCollectivesAndModels(t *testing.T) {
	for _, k := range []Kind{Collective, Model} {
		if (Exemplar{Kind: k, Name: "Tổ hợp tác", State: Discovered}).Shown().Name == "" {
			t.Errorf("the name of %s is no personal data", k.Label())
		}
	}
}

func TestPublicOf_leavesOutWhatIsNotPublished(t *testing.T) {
	var all []Exemplar
	for _, s := range order[1:] {
		all = append(all, Exemplar{State: s})
	}
	if got := PublicOf(all); len(got) != 2 || got[0].State != Published || got[1].State != Replicated {
		t.Errorf("public are %+v", got)
	}
}
