package target_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/target"
)

func TestNearMet_isNotMetYetButProjectedToBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, year := some.Draw(t, "target"), year.Draw(t, "year")
		a := assess(i, year)
		if a.Class != target.NearMet && a.Class != target.Hard {
			return
		}
		due, p := i.Targets[0].TermValue, a.Projection
		if beyond(i.Direction, a.Last.Value, due) >= 0 {
			t.Fatal("a target already met was projected")
		}
		if inTime := beyond(i.Direction, p.Expected, due) >= 0; inTime != (a.Class == target.NearMet) {
			t.Fatalf("%s, but expected %v for %v", a.Class, p.Expected, due)
		}
		if a.Class == target.NearMet {
			reachedThen(t, i, a)
		}
	})
}

// beyond is above 0 when v is better than due.
func beyond(d target.Direction, v, due exact.Number) int {
	if d == target.Less {
		return due.Cmp(v)
	}
	return v.Cmp(due)
}

// reachedThen checks that the line meets the value due in the month named: at
// its end, and not yet a month before.
func reachedThen(t *rapid.T, i target.Indicator, a target.Assessment) {
	p, due := a.Projection, i.Targets[0].TermValue
	m := p.Reach()
	months := int64((m.Year-a.Last.Year-1)*12 + m.Month)
	at := func(months int64) exact.Number {
		return better(i.Direction, a.Last.Value, p.Pace.Mul(exact.Ratio(months, 12)))
	}
	if m.Year > 2015 || m.Month < 1 || m.Month > 12 || beyond(i.Direction, at(months), due) < 0 || beyond(i.Direction, at(months-1), due) >= 0 {
		t.Fatalf("%s: at its end %v, a month before %v, due %v", m, at(months), at(months-1), due)
	}
}

func TestNear_isSortedAndKeepsEveryNearTargetOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := target.AssessAll(rapid.SliceOfN(some, 0, 20).Draw(t, "season"), 2014)
		near := target.Near(all)
		count := 0
		for _, a := range all {
			if a.Class == target.NearMet {
				count++
			}
		}
		if len(near) != count {
			t.Fatalf("%d listed of %d", len(near), count)
		}
		for n, a := range near {
			if push := a.Projection.Push(); push.Sign() <= 0 || push.Cmp(exact.Int(1)) > 0 || n > 0 && push.Cmp(near[n-1].Projection.Push()) > 0 {
				t.Fatalf("place %d has push %v", n+1, push)
			}
		}
	})
}
