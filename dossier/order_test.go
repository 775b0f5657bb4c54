package dossier

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/rulebook"
)

func rival(name string, answer rulebook.Answer, votes int64, woman string) Rival {
	r := Rival{Case: Case{Nomination: Nomination{ID: name, CandidateName: name, CandidateKind: Person}, Facts: rulebook.Facts{}}, Verdict: rulebook.Verdict{Answer: answer}}
	if votes >= 0 {
		r.Votes = exact.Int(votes)
	}
	if woman != "" {
		r.Facts["woman"] = rulebook.Truth(woman == "có", "Lý lịch")
	}
	return r
}

func law(t interface{ Fatalf(string, ...any) }, id string) rulebook.Regime {
	r, ok := rulebook.RegimeByID(id)
	if !ok {
		t.Fatalf("no regime %s", id)
	}
	return r
}

func placed(all []Placed) (words []string) {
	for _, p := range all {
		by := ""
		if p.By != "" {
			by = " ưu tiên"
		}
		if p.Lacks != "" {
			by += " thiếu"
		}
		words = append(words, fmt.Sprintf("%d %s%s", p.Place, p.CandidateName, by))
	}
	return words
}

func TestOrder_prefersOnlyAmongEquals(t *testing.T) {
	yes, unknown := rulebook.Yes, rulebook.Unknown
	for name, c := range map[string]struct {
		regime string
		all    []Rival
		want   []string
	}{
		"more votes go before a woman":         {"C", []Rival{rival("a", yes, 8, "có"), rival("b", yes, 9, "không")}, []string{"1 b", "2 a"}},
		"the eligible go before those unsure":  {"C", []Rival{rival("a", unknown, 9, "có"), rival("b", yes, 1, "không")}, []string{"1 b", "2 a"}},
		"of equals the woman goes before":      {"C", []Rival{rival("a", yes, 9, "không"), rival("b", yes, 9, "có")}, []string{"1 b ưu tiên", "2 a"}},
		"two women stay equal":                 {"C", []Rival{rival("a", yes, 9, "có"), rival("b", yes, 9, "có"), rival("c", yes, 9, "không")}, []string{"1 a ưu tiên", "1 b ưu tiên", "3 c"}},
		"where it is not known nobody is":      {"C", []Rival{rival("a", yes, 9, "có"), rival("b", yes, 9, "")}, []string{"1 a", "1 b thiếu"}},
		"a law without preferences":            {"A2", []Rival{rival("a", yes, 9, "không"), rival("b", yes, 9, "có")}, []string{"1 a", "1 b"}},
		"votes that were not counted are last": {"C", []Rival{rival("a", yes, -1, "có"), rival("b", yes, 0, "không")}, []string{"1 b", "2 a"}},
		"one alone":                            {"C", []Rival{rival("a", yes, 9, "có")}, []string{"1 a"}},
	} {
		if got := placed(Order(law(t, c.regime), c.all)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestOrder_ofCollectivesAsksForSevenInTen(t *testing.T) {
	of := func(name string, share int64) Rival {
		r := rival(name, rulebook.Yes, 9, "")
		r.CandidateKind = Collective
		r.Facts["women"] = rulebook.Amount(exact.Int(share), "Báo cáo")
		return r
	}
	if got := placed(Order(law(t, "C"), []Rival{of("a", 69), of("b", 70), of("c", 99)})); !slices.Equal(got, []string{"1 b ưu tiên", "1 c ưu tiên", "3 a"}) {
		t.Errorf("%q", got)
	}
}

func TestOrder_preferencesNeverPassOverAVoteOrACondition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Rival
		for i := range rapid.IntRange(0, 8).Draw(t, "rivals") {
			all = append(all, rival(fmt.Sprint(i), rapid.SampledFrom([]rulebook.Answer{rulebook.No, rulebook.Unknown, rulebook.Yes}).Draw(t, "answer"),
				rapid.Int64Range(-1, 3).Draw(t, "votes"), rapid.SampledFrom([]string{"", "có", "không"}).Draw(t, "woman")))
		}
		order := Order(law(t, "C"), all)
		if len(order) != len(all) {
			t.Fatalf("%d of %d", len(order), len(all))
		}
		for i := 1; i < len(order); i++ {
			a, b := order[i-1], order[i]
			if a.Rival.before(b.Rival) > 0 || b.Place < a.Place || b.Place > i+1 {
				t.Fatalf("%q", placed(order))
			}
		}
		places := func(o []Placed) map[string]int {
			m := map[string]int{}
			for _, p := range o {
				m[p.CandidateName] = p.Place
			}
			return m
		}
		if again := places(Order(law(t, "C"), rapid.Permutation(all).Draw(t, "order"))); fmt.Sprint(again) != fmt.Sprint(places(order)) {
			t.Fatalf("%v, then %v", places(order), again)
		}
	})
}
