package target_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/target"
)

// values are small and coarse enough that ties and just-in-time cases come up.
var value = rapid.Custom(func(t *rapid.T) exact.Number {
	return exact.Ratio(rapid.Int64Range(-60, 60).Draw(t, "value"), rapid.Int64Range(1, 4).Draw(t, "part"))
})

// some is any indicator with one term target of 2010–2015, some years left out.
var some = rapid.Custom(func(t *rapid.T) target.Indicator {
	i := target.Indicator{Direction: rapid.SampledFrom([]target.Direction{target.More, target.Less}).Draw(t, "direction"), Measure: "%"}
	tt := target.Target{TermFrom: 2010, TermTo: 2015, TermValue: value.Draw(t, "due")}
	if rapid.Bool().Draw(t, "has a baseline") {
		tt.BaseYear, tt.BaseValue = 2010, value.Draw(t, "base")
	}
	for year := 2011; year <= 2015; year++ {
		if rapid.Bool().Draw(t, "reported") {
			tt.Actuals = append(tt.Actuals, target.Actual{Year: year, Value: value.Draw(t, "actual")})
		}
	}
	i.Targets = []target.Target{tt}
	return i
})

var year = rapid.IntRange(2011, 2016)

func assess(i target.Indicator, year int) target.Assessment { return i.Assess(i.Targets[0], year) }

// changed applies f to every value of the target.
func changed(i target.Indicator, f func(exact.Number) exact.Number) target.Indicator {
	t := i.Targets[0]
	t.BaseValue, t.TermValue, t.Actuals = f(t.BaseValue), f(t.TermValue), slices.Clone(t.Actuals)
	for n := range t.Actuals {
		t.Actuals[n].Value = f(t.Actuals[n].Value)
	}
	i.Targets = []target.Target{t}
	return i
}

// withNewest replaces the newest figure up to the year.
func withNewest(i target.Indicator, year int, v exact.Number) target.Indicator {
	t := i.Targets[0]
	t.Actuals = slices.Clone(t.Actuals)
	for n := len(t.Actuals) - 1; n >= 0; n-- {
		if t.Actuals[n].Year <= year {
			t.Actuals[n].Value = v
			break
		}
	}
	i.Targets = []target.Target{t}
	return i
}

func better(d target.Direction, v, by exact.Number) exact.Number {
	if d == target.Less {
		return v.Sub(by)
	}
	return v.Add(by)
}

// rank orders the classes that more work can move between.
var rank = map[target.Class]int{target.Missed: 0, target.Hard: 0, target.NearMet: 1, target.Done: 2}

func TestABetterFigure_neverWorsensTheClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, year := some.Draw(t, "target"), year.Draw(t, "year")
		a := assess(i, year)
		if a.Last.Year == 0 {
			return
		}
		by := exact.Ratio(rapid.Int64Range(0, 200).Draw(t, "better by"), 3)
		b := assess(withNewest(i, year, better(i.Direction, a.Last.Value, by)), year)
		if b.Class != a.Class && (a.Class != target.Unknown && rank[b.Class] < rank[a.Class] || a.Class == target.Unknown && b.Class != target.Done) {
			t.Fatalf("%s became %s by a better figure\n%s\n%s", a.Class, b.Class, a.Why.Result, b.Why.Result)
		}
		if a.Class == target.NearMet && b.Class == target.NearMet && b.Projection.Push().Cmp(a.Projection.Push()) > 0 {
			t.Fatal("a better figure made the push harder")
		}
	})
}

func TestAnotherUnitOfMeasure_changesNoClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, year := some.Draw(t, "target"), year.Draw(t, "year")
		factor := exact.Ratio(rapid.Int64Range(1, 5000).Draw(t, "factor"), rapid.Int64Range(1, 5000).Draw(t, "divisor"))
		same(t, assess(i, year), assess(changed(i, factor.Mul), year))
	})
}

func TestTheMirroredTarget_standsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, year := some.Draw(t, "target"), year.Draw(t, "year")
		mirrored := changed(i, exact.Int(-1).Mul)
		mirrored.Direction = map[target.Direction]target.Direction{target.More: target.Less, target.Less: target.More}[i.Direction]
		same(t, assess(i, year), assess(mirrored, year))
	})
}

func same(t *rapid.T, a, b target.Assessment) {
	if a.Class != b.Class || a.Projection.Push().Cmp(b.Projection.Push()) != 0 {
		t.Fatalf("%s with push %v became %s with push %v", a.Class, a.Projection.Push(), b.Class, b.Projection.Push())
	}
	if a.Class == target.NearMet && a.Projection.Reach() != b.Projection.Reach() {
		t.Fatalf("%s became %s", a.Projection.Reach(), b.Projection.Reach())
	}
}

func TestAnExactLine_isProjectedExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, year := some.Draw(t, "target"), year.Draw(t, "year")
		start, step := value.Draw(t, "start"), value.Draw(t, "step")
		on := func(year int) exact.Number { return start.Add(step.Mul(exact.Int(int64(year - 2010)))) }
		tt := &i.Targets[0]
		if tt.BaseYear != 0 {
			tt.BaseValue = on(2010)
		}
		for n := range tt.Actuals {
			tt.Actuals[n].Value = on(tt.Actuals[n].Year)
		}
		a := assess(i, year)
		if (a.Class == target.NearMet || a.Class == target.Hard) && a.Projection.Expected.Cmp(on(2015)) != 0 {
			t.Fatalf("projected %v, the line is at %v", a.Projection.Expected, on(2015))
		}
	})
}
