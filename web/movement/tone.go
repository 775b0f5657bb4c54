package movement

import (
	"thidua/movement"
	"thidua/web/ui"
	"thidua/web/year"
)

// stateTone colours where a movement stands.
func stateTone(s movement.State) ui.Tone {
	if s == movement.Ended {
		return ui.Done
	}
	return ui.Plain
}

// telling reports whether the state is worth telling: once the year is over, a
// movement of which nobody recorded the end is not known to go on.
func telling(v year.Visit, s movement.State) bool {
	return s != movement.Running || v.Today.Year() <= v.Season.Year
}
