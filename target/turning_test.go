package target

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
)

func TestTurning_isWhereTheClassChanges(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) exact.Number {
		return exact.Ratio(rapid.Int64Range(-60, 60).Draw(t, "number"), 3)
	})
	rapid.Check(t, func(t *rapid.T) {
		i := Indicator{Direction: rapid.SampledFrom([]Direction{More, Less}).Draw(t, "direction")}
		at := func(due, base, newest exact.Number) Assessment {
			return i.Assess(Target{BaseYear: 2010, BaseValue: base, TermFrom: 2010, TermTo: 2015, TermValue: due,
				Actuals: []Actual{{Year: 2013, Value: newest}}}, 2013)
		}
		due, base := number.Draw(t, "due"), number.Draw(t, "base")
		now := at(due, base, number.Draw(t, "newest"))
		turn := now.turning()
		small := exact.Ratio(1, 1000).Mul(i.Direction.sign())
		if got := at(due, base, turn).Class; got != NearMet && got != Done {
			t.Fatalf("at the turning figure %v the class is %s", turn, got)
		}
		if got := at(due, base, turn.Sub(small)).Class; got == Done || got == NearMet && now.Class != Done {
			t.Fatalf("just short of the turning figure %v the class is %s", turn, got)
		}
	})
}
