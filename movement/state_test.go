package movement_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/movement"
	"thidua/vi"
)

func TestStateOn_followsTheDates(t *testing.T) {
	drive := movement.Movement{LaunchedOn: vi.MustDay("2014-03-28"), EndsOn: vi.MustDay("2014-06-30")}
	reviewed := movement.Movement{Reviews: []movement.Review{{Kind: movement.Final, On: vi.MustDay("2014-11-22")}}}
	interim := movement.Movement{Reviews: []movement.Review{{Kind: movement.Interim, On: vi.MustDay("2014-07-10")}}}
	for _, c := range []struct {
		name string
		m    movement.Movement
		day  string
		want movement.State
	}{
		{"the day before the launch", drive, "2014-03-27", movement.Upcoming},
		{"the day of the launch", drive, "2014-03-28", movement.Running},
		{"its last day", drive, "2014-06-30", movement.Running},
		{"the day after its last day", drive, "2014-07-01", movement.Ended},
		{"before the final review", reviewed, "2014-11-21", movement.Running},
		{"the day of the final review", reviewed, "2014-11-22", movement.Ended},
		{"after an interim review only", interim, "2014-11-22", movement.Running},
		{"no dates at all", movement.Movement{}, "2014-11-22", movement.Running},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.StateOn(vi.MustDay(c.day)); got != c.want {
				t.Errorf("%s, want %s", got.Label(), c.want.Label())
			}
		})
	}
}

func TestStateOn_neverGoesBack(t *testing.T) {
	order := map[movement.State]int{movement.Upcoming: 0, movement.Running: 1, movement.Ended: 2}
	day := rapid.Custom(func(t *rapid.T) vi.Day {
		return vi.MustDay("2014-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		m := movement.Movement{LaunchedOn: day.Draw(t, "launched"), EndsOn: day.Draw(t, "ends")}
		if rapid.Bool().Draw(t, "reviewed") {
			m.Reviews = []movement.Review{{Kind: movement.Final, On: day.Draw(t, "review")}}
		}
		earlier := day.Draw(t, "earlier")
		later := earlier.AddDays(rapid.IntRange(0, 400).Draw(t, "later"))
		if a, b := m.StateOn(earlier), m.StateOn(later); order[a] > order[b] {
			t.Fatalf("%s on %v, but %s on %v", a, earlier, b, later)
		}
	})
}
