package scoring_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/scoring"
	"thidua/season"
)

func TestAssign_nobodyScoresItselfAndEverybodyIsScored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roster := members(rapid.IntRange(2, 20).Draw(t, "members"))
		rule := rapid.SampledFrom([]string{season.CrossRing, season.CrossPairs, season.CrossAll, season.CrossDepartments}).Draw(t, "rule")
		departments := []scoring.Department{{Unit: stranger, Groups: []string{"1"}}, {Unit: "u1", Groups: []string{"2"}}}
		plan := scoring.Assign(rule, roster, departments)
		scored, pairs := map[string]int{}, map[[2]string]bool{}
		for _, a := range plan {
			if a.Scorer == a.Unit || pairs[[2]string{a.Scorer, a.Unit}] {
				t.Fatalf("%s: %s scores %s, itself or twice", rule, a.Scorer, a.Unit)
			}
			pairs[[2]string{a.Scorer, a.Unit}] = true
			scored[a.Unit]++
		}
		for _, m := range roster {
			if scored[m.Unit] == 0 {
				t.Fatalf("%s: nobody scores %s", rule, m.Unit)
			}
		}
	})
}

func TestAssign_aRingOfThreeOrMoreIsNeverReciprocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roster := members(rapid.IntRange(3, 20).Draw(t, "members"))
		plan := scoring.Plan{Assignments: scoring.Assign(season.CrossRing, roster, nil)}
		for _, a := range plan.Assignments {
			if plan.Reciprocal(a) || len(plan.Of(a.Scorer)) != 1 {
				t.Fatalf("%s and %s", a.Scorer, a.Unit)
			}
		}
	})
}

func TestAssign_pairsLeaveNobodyOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(2, 21).Draw(t, "members")
		plan := scoring.Plan{Assignments: scoring.Assign(season.CrossPairs, members(count), nil)}
		reciprocal := 0
		for _, a := range plan.Assignments {
			if len(plan.Of(a.Scorer)) != 1 {
				t.Fatalf("%s scores %d units", a.Scorer, len(plan.Of(a.Scorer)))
			}
			if plan.Reciprocal(a) {
				reciprocal++
			}
		}
		want := count
		if count%2 == 1 {
			want = count - 3 // the last three make a ring
		}
		if len(plan.Assignments) != count || reciprocal != want {
			t.Fatalf("%d assignments, %d reciprocal of %d units", len(plan.Assignments), reciprocal, count)
		}
	})
}

func TestAssign_withoutARuleOrAClusterOfOneThereIsNoPlan(t *testing.T) {
	if len(scoring.Assign("", members(5), nil)) != 0 || len(scoring.Assign(season.CrossRing, members(1), nil)) != 0 || len(scoring.Assign(season.CrossPairs, members(1), nil)) != 0 {
		t.Fatal("a plan out of nothing")
	}
}
